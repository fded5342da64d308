"""The current sentence is kept at one height, whatever moves or changes its size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation
from pytestqt.qtbot import QtBot

from desktop.reading import reading_line
from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.reading.title_bar import TitleBar
from labeling.domain.articles import Article, Kind, Sentence
from tests.factories import article_of, small_codebook

Content = tuple[Article, tuple[Sentence, ...]]
MIDDLE = 60  # “In paragraph 20 an aide …”
IN_TEXT = QPoint(300, 10)


def y_of(view: ReadingView, words: str) -> int:
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return view.cursorRect(cursor).center().y()


def settled(view: ReadingView, index: int, qtbot: QtBot) -> None:
    """Go to a sentence and wait until the text rests."""
    view.set_current(index, move=True)
    animation = view.findChild(QPropertyAnimation)
    assert isinstance(animation, QPropertyAnimation)
    qtbot.waitUntil(lambda: animation.state() is QPropertyAnimation.State.Stopped)


def test_a_sentence_comes_to_the_reading_line(view: ReadingView, qtbot: QtBot) -> None:
    settled(view, MIDDLE, qtbot)
    assert abs(y_of(view, "In paragraph 20 an") - 0.6 * view.viewport().height()) <= 8


def test_moving_within_a_line_does_not_scroll(view: ReadingView, qtbot: QtBot) -> None:
    view.set_reading_size(14)  # its three sentences stand on one line then
    settled(view, 0, qtbot)
    view.verticalScrollBar().setValue(0)
    settled(view, 1, qtbot)
    assert view.verticalScrollBar().value() == 0


def test_the_beginning_is_not_pushed_down_and_the_end_comes_up(view: ReadingView, qtbot: QtBot) -> None:
    settled(view, 0, qtbot)
    assert view.verticalScrollBar().value() == 0
    settled(view, 119, qtbot)
    assert abs(y_of(view, "number 39 denied") - 0.6 * view.viewport().height()) <= 45


def test_keys_that_come_fast_scroll_at_once(view: ReadingView, qtbot: QtBot) -> None:
    settled(view, MIDDLE, qtbot)
    rest = view.verticalScrollBar().value()
    view.set_current(MIDDLE + 3, move=True)
    assert view.verticalScrollBar().value() == rest, "the first move is soft"
    view.set_current(MIDDLE + 6, move=True)
    assert abs(y_of(view, "In paragraph 22 an") - 0.6 * view.viewport().height()) <= 8


def test_with_reduced_motion_it_scrolls_at_once(
    view: ReadingView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_line, "motion_is_reduced", lambda: True)
    view.set_current(MIDDLE, move=True)
    assert abs(y_of(view, "In paragraph 20 an") - 0.6 * view.viewport().height()) <= 8


def test_motion_is_not_reduced_unless_someone_asks(view: ReadingView) -> None:
    assert not reading_line.motion_is_reduced()


def test_without_move_nothing_scrolls(view: ReadingView) -> None:
    view.verticalScrollBar().setValue(500)
    view.set_current(100, move=False)
    assert view.verticalScrollBar().value() == 500
    view.set_current(None, move=False)
    assert view.verticalScrollBar().value() == 500


def test_the_current_sentence_can_be_brought_back(view: ReadingView, qtbot: QtBot) -> None:
    settled(view, MIDDLE, qtbot)
    rest = view.verticalScrollBar().value()
    view.verticalScrollBar().setValue(0)
    settled(view, MIDDLE, qtbot)
    assert view.verticalScrollBar().value() == rest


@pytest.mark.parametrize(("width", "height"), [(700, 600), (1200, 600), (828, 400), (640, 900)])
def test_another_size_of_the_view_keeps_it_on_the_line(
    view: ReadingView, qtbot: QtBot, width: int, height: int
) -> None:
    settled(view, MIDDLE, qtbot)
    view.resize(width, height)
    assert abs(y_of(view, "In paragraph 20 an") - 0.6 * view.viewport().height()) <= 8


@pytest.mark.parametrize("size", [14, 23, 28])
def test_another_size_of_the_text_keeps_it_on_the_line(view: ReadingView, qtbot: QtBot, size: int) -> None:
    settled(view, MIDDLE, qtbot)
    view.set_reading_size(size)
    assert abs(y_of(view, "In paragraph 20 an") - 0.6 * view.viewport().height()) <= 8


def test_a_sentence_scrolled_elsewhere_stays_where_it_is_seen(view: ReadingView, qtbot: QtBot) -> None:
    settled(view, MIDDLE, qtbot)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 150)
    before = y_of(view, "In paragraph 20 an")
    view.set_measure(500)
    assert abs(y_of(view, "In paragraph 20 an") - before) <= 2


def test_a_long_sentence_begins_higher_so_that_its_end_is_seen(view: ReadingView, qtbot: QtBot) -> None:
    text = "Short one. " * 60 + "And so " + "the barges " * 60 + "wait."
    sentences = [Sentence(11 * n, 11 * n + 10, Kind.BODY, n) for n in range(60)] + [
        Sentence(660, len(text), Kind.BODY, 60)
    ]
    article = Article("1" * 64, "long.txt", "Long", text)
    view.show_article(article, sentences, [Mark(None)] * 61, small_codebook(), False)
    settled(view, 60, qtbot)
    cursor = view.document().find("wait.")
    assert view.cursorRect(cursor).bottom() < view.viewport().height()
    assert 40 < y_of(view, "And so") < 0.6 * view.viewport().height()


def test_a_place_far_down_is_reached_before_all_is_laid_out(view: ReadingView, qtbot: QtBot) -> None:
    words = "The ferry of number {} may sail on Monday, an aide said before the port denied it again."
    article, sentences = article_of(*([words.format(n)] for n in range(1500)))
    view.show_article(article, sentences, [Mark(None)] * 1500, small_codebook(), False)
    settled(view, 1400, qtbot)
    assert abs(y_of(view, "number 1400 may") - 0.6 * view.viewport().height()) <= 8
    rest = y_of(view, "number 1400 may")
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == round(view.document().size().height()) - 600)
    assert y_of(view, "number 1400 may") == rest, "laying out the rest moves nothing"


@pytest.mark.parametrize("value", [0, 20, 333, 1500])
def test_a_place_is_found_again(view: ReadingView, value: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(value)
    state = view.scroll_state()
    bar.setValue(0 if value else 900)
    view.restore_scroll(state)
    assert abs(bar.value() - value) <= 1


def test_a_place_is_found_again_at_another_size(view: ReadingView) -> None:
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 2000)
    top = view.cursorForPosition(IN_TEXT).position()
    state = view.scroll_state()
    view.resize(640, 500)
    view.set_reading_size(22)
    view.verticalScrollBar().setValue(0)
    view.restore_scroll(state)
    now = view.cursorForPosition(IN_TEXT).position()
    assert abs(now - top) < 200, "within a line or two"


def test_the_same_article_with_other_boundaries_stays_where_it_was(view: ReadingView, content: Content) -> None:
    article, sentences = content
    view.verticalScrollBar().setValue(1234)
    joined = [Sentence(sentences[0].start, sentences[1].end, sentences[0].kind, 0), *sentences[2:]]
    view.show_article(article, joined, [Mark(None)] * len(joined), small_codebook(), True)
    assert view.verticalScrollBar().value() == 1234


def test_the_title_stays_in_sight_once_it_has_scrolled_out(view: ReadingView) -> None:
    bar = view.findChild(TitleBar)
    assert isinstance(bar, TitleBar)
    assert not bar.isVisible()
    before = y_of(view, "In paragraph 1 an")
    view.verticalScrollBar().setValue(200)
    assert bar.isVisible()
    assert bar.title == "The ferry"
    assert y_of(view, "In paragraph 1 an") == before - 200, "it lies over the text and moves nothing"
    view.verticalScrollBar().setValue(0)
    assert not bar.isVisible()
