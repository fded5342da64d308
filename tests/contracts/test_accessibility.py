"""Everything that can have the focus says what it is, on the welcome page, in Annotate and in every dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.annotator import NameDialog, WhoDialog
from desktop.dialogs.paste import PasteDialog
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.settings import Settings
from desktop.window import Window
from labeling.operations import identity
from tests.factories import project_with


@pytest.fixture
def window(qtbot: QtBot, settings_folder: Path, tmp_path: Path) -> Iterator[Window]:
    identity.name_annotator("Ines", settings_folder)
    window = Window(Session(identity.this_annotator(settings_folder)), Settings(settings_folder), Jobs())
    window.jobs.setParent(window)
    project_with(tmp_path).close()
    window.resize(1440, 900)
    window.show_welcome()
    window.show()
    yield window
    window.close()


def nameless(top: QWidget) -> list[str]:
    """The visible controls that take the focus and have no name for a screen reader."""
    controls = [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is top
        if not isinstance(widget, QScrollArea)
    ]
    assert controls
    found = []
    for widget in controls:
        described = QAccessible.queryAccessibleInterface(widget)
        if not described.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_the_welcome_page_has_names(window: Window) -> None:
    assert nameless(window) == []


def test_annotate_has_names(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert window.open_project(tmp_path / "small.hedgerow")
    assert nameless(window) == []
    window.resize(860, 600)
    qtbot.wait(50)
    assert nameless(window) == []


def test_export_has_names(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert window.open_project(tmp_path / "small.hedgerow")
    window.run_action("go.export")
    button = next(b for b in window.findChildren(QAbstractButton) if b.text() == "More options")
    button.click()
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert nameless(window) == []
    window.resize(860, 600)
    qtbot.wait(50)
    assert nameless(window) == []


@pytest.mark.parametrize("action", ["help.book", "help.keys", "help.about", "file.codebook"])
def test_a_dialog_has_names(window: Window, tmp_path: Path, action: str) -> None:
    assert window.open_project(tmp_path / "small.hedgerow")
    window.run_action(action)
    (dialog,) = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert dialog.windowTitle()
    assert nameless(dialog) == []


@pytest.mark.parametrize("kind", [NameDialog, WhoDialog, PasteDialog])
def test_a_question_has_names(window: Window, kind: type[QDialog]) -> None:
    dialog = kind(window)
    dialog.show()
    QApplication.processEvents()
    assert nameless(dialog) == []
    dialog.close()
