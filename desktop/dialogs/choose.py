"""Questions to the person about files and folders, as the system asks them. None when they thought better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from labeling.store.connection import SUFFIX

translate = QCoreApplication.translate

_PROJECTS = f"*{SUFFIX}"


def new_project(parent: QWidget) -> Path | None:
    """Ask where a new project shall lie."""
    title = translate("choose", "New project")
    suggested = str(_documents() / f"{translate('choose', 'untitled')}{SUFFIX}")
    path, _ = QFileDialog.getSaveFileName(parent, title, suggested, _filter(translate("choose", "Projects"), _PROJECTS))
    return Path(path) if path else None


def project(parent: QWidget) -> Path | None:
    """Ask for a project file."""
    title = translate("choose", "Open project")
    kinds = _filter(translate("choose", "Projects"), _PROJECTS)
    path, _ = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(path) if path else None


def projects(parent: QWidget) -> list[Path]:
    """Ask for project files that come into the one that is open."""
    title = translate("choose", "Merge files")
    kinds = _filter(translate("choose", "Projects"), _PROJECTS)
    paths, _ = QFileDialog.getOpenFileNames(parent, title, str(_documents()), kinds)
    return [Path(path) for path in paths]


def articles(parent: QWidget) -> list[Path]:
    """Ask for files with articles."""
    from labeling.importing.readers import READERS  # imports what reads texts

    title = translate("choose", "Import files")
    readable = " ".join(f"*{suffix}" for suffix in READERS)
    kinds = ";;".join(
        (_filter(translate("choose", "News articles"), readable), _filter(translate("choose", "All files"), "*"))
    )
    paths, _ = QFileDialog.getOpenFileNames(parent, title, str(_documents()), kinds)
    return [Path(path) for path in paths]


def folder(parent: QWidget) -> Path | None:
    """Ask for a folder with articles."""
    path = QFileDialog.getExistingDirectory(parent, translate("choose", "Import folder"), str(_documents()))
    return Path(path) if path else None


def folder_for_files(parent: QWidget, beside: Path) -> Path | None:
    """Ask for the folder that files are to be written into."""
    path = QFileDialog.getExistingDirectory(parent, translate("choose", "Folder for the files"), str(beside))
    return Path(path) if path else None


def new_folder(parent: QWidget, suggested: Path) -> Path | None:
    """Ask for the name of a folder that is not there yet."""
    title = translate("choose", "Folder for the dataset")
    path, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), translate("choose", "Folder"))
    return Path(path) if path else None


def report_folder(parent: QWidget, suggested: Path) -> Path | None:
    """Ask for the name of a folder for a report, that is not there yet."""
    title = translate("choose", "Folder for the report")
    path, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), translate("choose", "Folder"))
    return Path(path) if path else None


def codebook(parent: QWidget) -> Path | None:
    """Ask for a codebook."""
    title = translate("choose", "Use another codebook")
    kinds = _filter(translate("choose", "Codebooks"), "*.toml")
    path, _ = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(path) if path else None


def new_codebook(parent: QWidget) -> Path | None:
    """Ask where to write a codebook."""
    title = translate("choose", "Save the codebook")
    kinds = _filter(translate("choose", "Codebooks"), "*.toml")
    path, _ = QFileDialog.getSaveFileName(parent, title, str(_documents() / "codebook.toml"), kinds)
    return Path(path) if path else None


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _filter(name: str, patterns: str) -> str:
    return f"{name} ({patterns})"
