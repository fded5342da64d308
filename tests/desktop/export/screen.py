"""What a person does and sees in the Export workspace: rows of tables, words, choices by their names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QSpinBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.window import Window
from tests.desktop.shell.person import button, click, press, type_text, words

PATIENCE = 20_000


def visible(window: Window, kind: type[QWidget], name: str) -> QWidget:
    """The control of this kind that is shown under this name."""
    (found,) = [w for w in window.findChildren(kind) if w.isVisible() and name in (w.accessibleName(), label_of(w))]
    return found


def label_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QCheckBox) else ""


def table(window: Window, name: str) -> QTableView:
    found = visible(window, QTableView, name)
    assert isinstance(found, QTableView)
    return found


def has_table(window: Window, name: str) -> bool:
    return any(view.isVisible() and view.accessibleName() == name for view in window.findChildren(QTableView))


def rows(window: Window, name: str) -> list[list[str]]:
    """The cells that a table shows, row by row, without hidden columns; none while it isn't shown."""
    if not has_table(window, name):
        return []
    view = table(window, name)
    model = view.model()
    columns = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    return [[str(model.index(row, c).data() or "") for c in columns] for row in range(model.rowCount())]


def headings(window: Window, name: str) -> list[str]:
    view = table(window, name)
    model = view.model()
    return [
        str(model.headerData(column, Qt.Orientation.Horizontal))
        for column in range(model.columnCount())
        if not view.isColumnHidden(column)
    ]


def parts(window: Window) -> dict[str, list[str]]:
    """The figures of each part, by its name."""
    return {row[0]: row[1:] for row in rows(window, "What will be written")}


def left_out(window: Window) -> dict[str, str]:
    """How many are left out, by reason."""
    return {row[0]: row[1] for row in rows(window, "Left out")}


def warnings(window: Window) -> list[str]:
    return [row[0] for row in rows(window, "Warnings")] if has_table(window, "Warnings") else []


def go_to_export(qtbot: QtBot, window: Window) -> None:
    """Switch to the workspace, and wait until it says what would be written."""
    press("Ctrl+3")
    until(qtbot, lambda: "Counted at" in words(window.statusBar()))


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Wait until something is shown."""
    qtbot.waitUntil(holds, timeout=PATIENCE)


def choose(window: Window, name: str, words: str) -> None:
    """Choose a value of a list by the arrow keys."""
    box = visible(window, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    press("Home")
    while not box.currentText().startswith(words):
        before = box.currentText()
        press("Down")
        assert box.currentText() != before, f"nothing begins with “{words}”"


def tick(window: Window, name: str) -> None:
    """Tick a box by the keyboard, or take its tick away."""
    visible(window, QCheckBox, name).setFocus()
    press("Space")


def fill(window: Window, name: str, text: str) -> None:
    """Type over what stands in a field."""
    field = next(w for w in window.findChildren(QWidget) if _is_field(w) and w.accessibleName() == name)
    field.setFocus()
    press("Ctrl+A")
    type_text(text)


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QSpinBox) and widget.isVisible()


def offers(window: Window, name: str) -> bool:
    """Whether a button of this name is shown, and can be pressed."""
    named = [b for b in window.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName())]
    return any(b.isVisible() and b.isEnabled() for b in named)


def is_writing(window: Window) -> bool:
    """Whether a dataset is being written, as the status bar tells too."""
    return any(job.shown for job in window.jobs.running)


def open_more(window: Window) -> None:
    """Open the further options."""
    click(button(window.pages.export, "More options"))


def click_cell(view: QTableView, row: int, column: int) -> None:
    """Click on the middle of a cell."""
    rect = view.visualRect(view.model().index(row, column))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())


def select(view: QTableView, *chosen: int) -> None:
    """Select rows as a person does: a click, and clicks with Ctrl."""
    for place, row in enumerate(chosen):
        rect = view.visualRect(view.model().index(row, 0))
        held = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, rect.center())
