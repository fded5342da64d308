"""What the mouse does in the reading view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.articles import Article, Sentence, Span
from labeling.domain.judgments import State
from tests.desktop.reading.pointing import click, select, word

LIGHT = load_theme(ThemeName.LIGHT)
Content = tuple[Article, tuple[Sentence, ...]]


def test_a_click_says_which_sentence_and_never_scrolls(view: ReadingView, qtbot: QtBot) -> None:
    view.verticalScrollBar().setValue(237)
    spy = QSignalSpy(view.sentence_clicked)
    at = word(view, "port of number 3").center()
    click(view, at)
    assert spy.at(0) == [10]
    partly_hidden = QPoint(view.viewport().width() // 2, view.viewport().height() - 2)
    click(view, partly_hidden)
    assert view.verticalScrollBar().value() == 237


def test_a_click_in_a_margin_means_the_sentence_of_that_row(view: ReadingView) -> None:
    spy = QSignalSpy(view.sentence_clicked)
    first_line = word(view, "A \N{FISH} swam").center().y()
    click(view, QPoint(5, first_line))
    click(view, QPoint(view.viewport().width() - 5, word(view, "In paragraph 1 an").center().y()))
    assert [spy.at(n) for n in range(spy.count())] == [[0], [3]]


def test_a_click_on_the_title_or_below_the_text_means_nothing(view: ReadingView) -> None:
    spy = QSignalSpy(view.sentence_clicked)
    click(view, word(view, "The ferry").center())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    click(view, QPoint(400, view.viewport().height() - 5))
    assert spy.count() == 0


def test_selected_words_are_a_span_of_the_text(view: ReadingView, content: Content) -> None:
    text = content[0].text
    view.set_current(1, move=False)
    select(view, "may sail", "may sail")
    start = text.index("may sail")
    assert view.selected_span() == Span(start, start + len("may sail"))
    view.clear_selection()
    assert view.selected_span() is None


def test_a_selection_is_trimmed_and_must_stay_in_its_sentence(view: ReadingView, content: Content) -> None:
    text = content[0].text
    view.set_current(1, move=False)
    cursor = view.document().find("ferry may")
    start = cursor.selectionStart()
    cursor.setPosition(start - 1)
    cursor.setPosition(start + 6, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selected_span() == Span(text.index("ferry may"), text.index("ferry may") + 5)
    select(view, "aide said", "The port denied")
    assert view.selected_span() is None


def test_moving_on_leaves_no_selection_behind(view: ReadingView) -> None:
    view.set_current(1, move=False)
    select(view, "may sail", "may sail")
    view.set_current(2, move=False)
    assert not view.textCursor().hasSelection()
    assert view.selected_span() is None


def test_a_click_chooses_where_a_sentence_could_be_split(view: ReadingView, content: Content) -> None:
    view.sentence_clicked.connect(lambda index: view.set_current(index, move=False))
    rect = word(view, "may sail")
    click(view, QPoint(rect.left(), rect.center().y()))
    assert view.current() == 1
    assert view.cursor_point() == content[0].text.index("may sail")
    view.set_current(2, move=False)
    assert view.cursor_point() is None


def test_copied_words_are_plain(view: ReadingView) -> None:
    view.set_current(1, move=False)
    select(view, "may sail", "may sail")
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "may sail"
    assert not data.hasHtml()


def test_the_context_menu_only_copies(view: ReadingView) -> None:
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    [copy] = view.actions()
    assert (copy.text(), copy.isEnabled()) == ("Copy", False)
    view.set_current(1, move=False)
    select(view, "may sail", "may sail")
    assert copy.isEnabled()
    copy.trigger()
    assert QApplication.clipboard().text() == "may sail"
    view.clear_selection()
    assert not copy.isEnabled()


def test_the_wheel_with_ctrl_asks_for_another_size(view: ReadingView) -> None:
    spy = QSignalSpy(view.zoom_requested)
    for turn in (120, 60, 60, -120):
        _turn_wheel(view, turn, Qt.KeyboardModifier.ControlModifier)
    assert [spy.at(n) for n in range(spy.count())] == [[1], [1], [-1]]
    assert view.verticalScrollBar().value() == 0


def test_the_wheel_scrolls(view: ReadingView) -> None:
    _turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_signs_explain_themselves(view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", staticmethod(lambda _at, text, _widget: tips.append(text)))
    view.set_marks({2: Mark(State.LABELLED, ("hedge",), unsure=True, comment="<b>bold</b> claim")})
    words = word(view, "The port denied it.")
    right = view.viewport().width() - round(view.document().rootFrame().frameFormat().rightMargin())
    for x in (words.left() - 25, right + 45, words.center().x()):
        at = QPoint(x, words.center().y())
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "Sentence 3: hedge; unsure" in tips[0]
    assert "&lt;b&gt;bold" in tips[1], "words of a comment are never markup"
    assert tips[2] == ""


def _turn_wheel(view: ReadingView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(300, 300)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)
