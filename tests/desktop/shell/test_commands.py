"""The command palette and the sheet of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTextEdit,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from desktop.dialogs.palette import Palette
from desktop.dialogs.shortcut_sheet import ShortcutSheet
from desktop.settings import Settings
from desktop.window import Window
from tests.desktop.shell.person import button, focus, press, the, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def lines(window: Window) -> list[str]:
    """What the palette lists, as a screen reader says it."""
    view = the(QAbstractItemView, the(Palette, window))
    model = view.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


@pytest.fixture
def palette(qtbot: QtBot, window: Window) -> Window:
    """The window with the palette open."""
    press("Ctrl+K")
    assert isinstance(focus(), QLineEdit)
    return window


def test_every_command_is_in_the_palette(palette: Window) -> None:
    listed = "\n".join(lines(palette))
    missing = [action.title for action in palette.registry.actions if action.title not in listed]
    assert missing == ["Commands…"]


def test_a_few_letters_and_enter_run_a_command(qtbot: QtBot, palette: Window) -> None:
    type_text("next sen")
    assert lines(palette)[0] == "Next sentence, Down, J"
    press("Return")
    qtbot.waitUntil(lambda: not palette.findChildren(Palette))
    assert isinstance(focus(), QTextEdit)
    assert palette.annotate.place == "Sentence 2 of 4"


def test_arrows_choose_and_escape_leaves(qtbot: QtBot, palette: Window) -> None:
    type_text("article")
    assert lines(palette)[:2] == ["Article list, Ctrl+L", "Share out articles…, File"]
    press("Down")
    press("Up")
    press("Esc")
    qtbot.waitUntil(lambda: not palette.findChildren(Palette))
    assert isinstance(focus(), QTextEdit)


def test_an_article_is_found_by_its_words(qtbot: QtBot, palette: Window) -> None:
    type_text("miller")
    assert lines(palette) == ["mill.txt, Article"]
    press("Return")
    assert palette.annotate.place == "Sentence 1 of 2"
    assert isinstance(focus(), QTextEdit)


def test_nothing_found_is_said(qtbot: QtBot, palette: Window) -> None:
    type_text("zzzz")
    press("Return")
    assert the(Palette, palette).isVisible()


def test_what_does_not_apply_says_why(qtbot: QtBot, closed_window: Window) -> None:
    press("Ctrl+K")
    type_text("export")
    assert "Export…, Open a project first" in lines(closed_window)
    press("Return")
    press("Esc")


@pytest.fixture
def sheet(qtbot: QtBot, window: Window) -> ShortcutSheet:
    press("F1")
    sheet = the(ShortcutSheet, window)
    assert sheet is not None
    sheet.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    return sheet


def choose(sheet: ShortcutSheet, title: str) -> None:
    (item,) = the(QTreeWidget, sheet).findItems(title, Qt.MatchFlag.MatchExactly)
    the(QTreeWidget, sheet).setCurrentItem(item)


def key_of(sheet: ShortcutSheet, title: str) -> str:
    (item,) = the(QTreeWidget, sheet).findItems(title, Qt.MatchFlag.MatchExactly)
    return item.text(1)


def give(qtbot: QtBot, sheet: ShortcutSheet, key: str) -> None:
    field = the(QKeySequenceEdit, sheet)
    field.setFocus()
    press(key)
    qtbot.waitUntil(lambda: field.keySequence().isEmpty(), timeout=5000)


def said(sheet: ShortcutSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_every_command_is_on_the_sheet_with_its_keys(sheet: ShortcutSheet, window: Window) -> None:
    assert key_of(sheet, "Next sentence") == "Down, J"
    assert key_of(sheet, "hedge") == "3"
    listed = the(QTreeWidget, sheet).topLevelItemCount()
    assert listed == len(window.registry.actions) + 6


def test_the_sheet_can_be_copied(sheet: ShortcutSheet) -> None:
    button(sheet, "Copy").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert "Ctrl+Z                  Undo" in lines
    assert "–                       Sample project" in lines
    assert {"File", "Edit", "Label", "Go", "View", "Help"} <= set(lines)


def test_a_key_is_changed_at_once_and_for_good(qtbot: QtBot, sheet: ShortcutSheet, window: Window) -> None:
    choose(sheet, "None applies, go on")
    give(qtbot, sheet, "N")
    assert key_of(sheet, "None applies, go on") == "N"
    window.settings.save()
    assert Settings(window.settings.folder).keys == {"label.none": ("N",)}
    sheet.close()
    window.activateWindow()
    window.annotate.focus_text()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    press("0")
    assert window.annotate.tally.judged == 0
    press("N")
    assert window.annotate.tally.judged == 1


def test_a_key_that_is_taken_is_refused_in_place(qtbot: QtBot, sheet: ShortcutSheet, window: Window) -> None:
    choose(sheet, "None applies, go on")
    give(qtbot, sheet, "K")
    assert any("“K” is the key of “Previous sentence”" in words for words in said(sheet))
    assert key_of(sheet, "None applies, go on") == "0"
    assert window.settings.keys == {}


def test_usual_keys_come_back(qtbot: QtBot, sheet: ShortcutSheet, window: Window) -> None:
    assert not button(sheet, "Usual key").isEnabled()
    for title, key in (("Unsure", "Y"), ("Comment", "M")):
        choose(sheet, title)
        give(qtbot, sheet, key)
    choose(sheet, "Comment")
    button(sheet, "Usual key").click()
    assert (key_of(sheet, "Unsure"), key_of(sheet, "Comment")) == ("Y", "C")
    button(sheet, "All usual keys").click()
    assert (key_of(sheet, "Unsure"), key_of(sheet, "Comment")) == ("U", "C")
    assert window.settings.keys == {}


def test_changed_keys_stand_wherever_keys_stand(qtbot: QtBot, sheet: ShortcutSheet, window: Window) -> None:
    choose(sheet, "Search")
    field = the(QKeySequenceEdit, sheet)
    field.setFocus()
    press("Ctrl+G")
    qtbot.waitUntil(lambda: key_of(sheet, "Search") == "Ctrl+G", timeout=5000)
    assert window.header.search.accessibleDescription() == "Ctrl+G"
    assert window.actions_by_id["edit.search"].shortcut().toString() == "Ctrl+G"
