"""Bringing articles into the project: from files, folders, the clipboard, and from what is dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions import projects
from desktop.dialogs import choose
from desktop.team.commands import merge_paths
from desktop.words import counted
from labeling.domain.judgments import Annotator
from labeling.store.connection import SUFFIX, Project

if TYPE_CHECKING:
    from desktop.jobs import Job
    from desktop.window import Window
    from labeling.operations.importing import ImportReport

translate = QCoreApplication.translate

Work = Callable[[Project, Annotator, "Job[ImportReport]"], "ImportReport"]


def import_files(window: Window) -> None:
    """Ask for files, and import them."""
    paths = choose.articles(window)
    if paths:
        import_paths(window, paths)


def import_folder(window: Window) -> None:
    """Ask for a folder, and import what is in it."""
    folder = choose.folder(window)
    if folder is not None:
        import_paths(window, [folder])


def paste_article(window: Window) -> None:
    """Show the text of the clipboard, and import it when the person agrees."""
    from desktop.dialogs.paste import ask_text

    pasted = ask_text(window)
    if pasted is None:
        return

    def work(project: Project, annotator: Annotator, _: Job[ImportReport]) -> ImportReport:
        from labeling.operations.importing import import_text

        return import_text(project, annotator, pasted.text, pasted.name)

    _start(window, work)


def take_in(window: Window, paths: Sequence[Path]) -> None:
    """Do with dropped files what they ask for.

    Projects are opened, or offered for merging where one is open already; anything else is imported.
    """
    found = [path for path in paths if path.suffix == SUFFIX]
    if found and window.session.is_open:
        merge_paths(window, found)
    elif found:
        window.open_project(found[0])
    elif paths:
        import_paths(window, paths)


def import_paths(window: Window, paths: Sequence[Path]) -> None:
    """Import files and folders in the background, into a new project when none is open."""

    def work(project: Project, annotator: Annotator, job: Job[ImportReport]) -> ImportReport:
        from labeling.operations.importing import import_files as run

        return run(project, annotator, paths, on_progress=job.report, cancelled=job.cancelled)

    _start(window, work)


def _start(window: Window, work: Work) -> None:
    if window.session.held:
        window.refuse(window.session.held)
        return
    if not window.session.is_open and not projects.new_project(window):
        return
    path, annotator = window.session.project.path, window.session.annotator

    def in_background(job: Job[ImportReport]) -> ImportReport:
        from labeling.operations.projects import open_project

        with open_project(path) as project:
            return work(project, annotator, job)

    def done(report: ImportReport) -> None:
        _tell(window, path, report)

    window.jobs.start(translate("imports", "Importing"), in_background, done, window.refuse)


def _tell(window: Window, path: Path, report: ImportReport) -> None:
    if window.session.is_open and window.session.project.path == path:
        window.session.tell(report.changes)
    window.say(summary(report))
    if report.known or report.refused or report.notes:
        from desktop.dialogs.import_report import show_report

        show_report(window, report)


def summary(report: ImportReport) -> str:
    """Return what an import did as one line."""
    articles = counted(len(report.added), translate("imports", "article"), translate("imports", "articles"))
    sentences = counted(
        sum(article.sentences for article in report.added),
        translate("imports", "sentence"),
        translate("imports", "sentences"),
    )
    parts = [translate("imports", "Imported: {articles}, {sentences}").format(articles=articles, sentences=sentences)]
    if report.known:
        parts.append(translate("imports", "there already: {count}").format(count=len(report.known)))
    if report.refused:
        parts.append(translate("imports", "refused: {count}").format(count=len(report.refused)))
    if report.cancelled:
        parts.append(translate("imports", "cancelled; what was imported before is whole"))
    return " · ".join(parts)
