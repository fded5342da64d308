"""The reading view shows states without moving a letter, and says what is clicked and selected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication

from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.articles import Article, Kind, Sentence, Span
from labeling.domain.judgments import Evidence, State
from tests.desktop.reading.pointing import click, word
from tests.factories import small_codebook

LIGHT = load_theme(ThemeName.LIGHT)
Content = tuple[Article, tuple[Sentence, ...]]


def colours(view: ReadingView, area: QRect) -> set[str]:
    image = view.viewport().grab(area).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def layout_of(view: ReadingView) -> list[QRect]:
    cursor, places = QTextCursor(view.document()), []
    for position in range(0, view.document().characterCount(), 7):
        cursor.setPosition(position)
        places.append(view.cursorRect(cursor))
    return places


def every_state(evidence: tuple[Evidence, ...]) -> list[Mark]:
    return [
        Mark(State.NONE),
        Mark(State.EXCLUDED, unsure=True),
        Mark(State.LABELLED, ("hedge",)),
        Mark(State.LABELLED, ("anonymous_source", "hedge", "denial"), comment="Which?", evidence=evidence),
        Mark(None, suggested=("hedge",), cues=evidence),
        Mark(None, ("hedge",), evidence=evidence, unsettled=True, differing=("denial",)),
    ]


def test_no_state_moves_a_letter(view: ReadingView, content: Content) -> None:
    before = layout_of(view)
    sentence = content[1][1]
    evidence = (Evidence("hedge", sentence.start + 4, sentence.start + 9),)
    for mark in every_state(evidence):
        view.set_marks({0: mark, 1: mark, 2: mark})
        view.set_current(1, move=False)
        view.grab()
        assert layout_of(view) == before
    view.set_theme(load_theme(ThemeName.HIGH_CONTRAST))
    view.grab()
    assert layout_of(view) == before


def test_a_label_tints_its_sentence_and_underlines_it(view: ReadingView) -> None:
    area = word(view, "The port denied it.").adjusted(0, 0, 0, 8)
    amber = LIGHT.labels["amber"]
    assert amber.tint.name() not in colours(view, area)
    view.set_marks({2: Mark(State.LABELLED, ("hedge",))})
    assert {amber.tint.name()} <= colours(view, area)
    assert any(_near(QColor(name), amber.solid) for name in colours(view, area))


def test_evidence_has_its_colour_behind_its_own_words_only(view: ReadingView, content: Content) -> None:
    start = content[0].text.index("denied it")
    mark = Mark(State.LABELLED, ("denial",), evidence=(Evidence("denial", start, start + 6),))
    view.set_marks({2: mark})
    evidence = LIGHT.labels["red"].evidence.name()
    assert evidence in colours(view, word(view, "denied"))
    assert evidence not in colours(view, word(view, "The port"))


def test_cues_of_two_labels_in_the_same_words_are_both_seen_while_the_sentence_is_current(
    view: ReadingView, content: Content
) -> None:
    start, labels = content[0].text.index("denied it"), ("anonymous_source", "on_record")
    cues = tuple(Evidence(label, start, start + 6) for label in labels)
    view.set_marks({2: Mark(None, suggested=labels, cues=cues)})
    area = word(view, "denied").adjusted(0, 0, 0, 8)
    solids = [LIGHT.labels["violet"].solid, LIGHT.labels["blue"].solid]
    assert not [solid for solid in solids if any(_near(QColor(name), solid) for name in colours(view, area))]
    view.set_current(2, move=False)
    assert all(any(_near(QColor(name), solid) for name in colours(view, area)) for solid in solids)
    assert not any(
        _near(QColor(name), solids[0]) for name in colours(view, word(view, "The port").adjusted(0, 0, 0, 8))
    )


def test_a_label_that_the_codebook_has_not_is_left_out(view: ReadingView) -> None:
    view.set_marks({2: Mark(State.LABELLED, ("long_gone",), evidence=(Evidence("long_gone", 3, 5),))})
    assert LIGHT.paper.name() in colours(view, word(view, "The port denied it."))


def test_the_current_sentence_is_outlined_and_thinner_while_keys_sleep(view: ReadingView) -> None:
    left = word(view, "The port denied it.").adjusted(-7, 0, 0, 0)
    edge = QRect(left.left(), left.center().y(), 6, 1)
    assert LIGHT.accent.name() not in colours(view, edge)
    view.set_current(2, move=False)
    awake = _count(view, edge, LIGHT.accent)
    view.set_keys_asleep(True)
    assert (awake, _count(view, edge, LIGHT.accent)) == (2, 1)


def test_an_unsettled_sentence_has_a_broken_grey_outline_and_no_tint(view: ReadingView) -> None:
    area = word(view, "The port denied it.")
    rows = [QRect(area.left() - 7, y, 6, 1) for y in range(area.top(), area.bottom())]
    view.set_marks({2: Mark(None, ("hedge",), unsettled=True, differing=("denial",))})
    assert 0 < sum(_count(view, row, LIGHT.control) for row in rows) < len(rows)
    assert LIGHT.labels["amber"].tint.name() not in colours(view, area)
    view.set_current(2, move=False)
    assert not any(_count(view, row, LIGHT.control) for row in rows)


def test_high_contrast_has_lines_and_no_tint(view: ReadingView) -> None:
    high = load_theme(ThemeName.HIGH_CONTRAST)
    view.set_theme(high)
    view.set_marks({2: Mark(State.LABELLED, ("on_record",))})
    area = word(view, "The port denied it.")
    assert high.labels["blue"].solid.name() in colours(view, area.adjusted(0, 0, 0, 8))
    assert colours(view, area.adjusted(0, 0, 0, -area.height() + 2)) == {"#000000"}


def test_settled_and_excluded_sentences_have_their_ink(view: ReadingView) -> None:
    area = word(view, "The port denied it.")
    darkest = {}
    for mark in (Mark(None), Mark(State.NONE), Mark(State.EXCLUDED)):
        view.set_marks({2: mark})
        darkest[mark.state] = min(QColor(name).lightness() for name in colours(view, area))
    assert darkest[None] < darkest[State.NONE] < darkest[State.EXCLUDED]


def test_a_judgment_draws_its_own_lines_anew_and_no_others(view: ReadingView, qapp: QApplication) -> None:
    qapp.processEvents()
    painted = _Painted()
    view.viewport().installEventFilter(painted)
    view.set_marks({2: Mark(State.NONE)})
    qapp.processEvents()
    [area] = painted.areas
    assert area.contains(word(view, "The port denied it."))
    assert area.height() < 120
    assert area.width() == view.viewport().width()


def test_hits_of_a_search_are_boxed(view: ReadingView, content: Content) -> None:
    start = content[0].text.index("aide said")
    view.highlight_hits([Span(start, start + 4)])
    assert LIGHT.accent.name() in colours(view, word(view, "aide").adjusted(-2, -2, 2, 2))
    view.highlight_hits([])
    assert LIGHT.accent.name() not in colours(view, word(view, "aide").adjusted(-2, -2, 2, 2))


def test_words_after_a_fish_are_found(view: ReadingView, content: Content) -> None:
    start = content[0].text.index("swam")
    view.highlight_hits([Span(start, start + 4)])
    box = word(view, "swam")
    edge = QRect(box.left() - 2, box.center().y(), 3, 1)
    inside = QRect(box.left() + 3, box.bottom() - 4, 8, 1)
    assert any(_near(QColor(name), LIGHT.accent) for name in colours(view, edge))
    assert LIGHT.accent.name() not in colours(view, inside)


def test_moves_and_judgments_are_announced(view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    view.set_current(6, move=True)
    view.set_marks({6: Mark(State.LABELLED, ("hedge",)), 7: Mark(State.NONE)})
    view.set_marks({8: Mark(State.NONE)})
    view.set_current(6, move=True)
    assert said == ["Sentence 7 of 120, not judged", "Sentence 7 of 120, hedge"]


def test_it_has_a_name_and_a_description(view: ReadingView) -> None:
    assert view.accessibleName() == "Article"
    assert view.accessibleDescription() == "The ferry"


def test_without_an_article_it_says_what_to_do(view: ReadingView) -> None:
    view.set_current(4, move=False)
    view.show_nothing()
    assert view.current() is None
    assert view.toPlainText() == ""
    assert view.accessibleDescription().startswith("No articles yet.")
    assert len(colours(view, view.viewport().rect())) > 1
    click(view, QPoint(300, 300))
    view.set_marks({0: Mark(State.NONE)})
    assert (view.selected_span(), view.cursor_point(), view.scroll_state()) == (None, None, -1)


def test_another_article_replaces_the_one_before(view: ReadingView, qapp: QApplication) -> None:
    view.set_current(60, move=True)
    for _ in range(5):
        text = "Only one sentence."
        article = Article("0" * 64, "b.txt", "Another", text)
        sentence = Sentence(0, len(text), Kind.BODY, 0)
        view.show_article(article, [sentence], [Mark(None)], small_codebook(), False)
        qapp.processEvents()
    assert view.toPlainText() == text
    assert (view.current(), view.verticalScrollBar().value()) == (None, 0)


@pytest.mark.parametrize("turn", [lambda v: v.set_reading_size(24), lambda v: v.set_measure(460)])
def test_sizes_change_the_text(view: ReadingView, turn: Callable[[ReadingView], None]) -> None:
    before = view.document().size().height()
    turn(view)
    assert view.document().size().height() > before


def test_another_font_of_the_window_leaves_the_text_as_it_is(view: ReadingView, qapp: QApplication) -> None:
    before, font = layout_of(view), qapp.font()
    other = QFont(font)
    other.setPixelSize(9)
    qapp.setFont(other)
    qapp.processEvents()
    try:
        assert layout_of(view) == before
    finally:
        qapp.setFont(font)


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 40 for a, b in pairs)


def _count(view: ReadingView, area: QRect, colour: QColor) -> int:
    image = view.viewport().grab(area).toImage()
    return sum(image.pixelColor(x, 0) == colour for x in range(image.width()))


class _Painted(QObject):
    """Notes which parts of a widget are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False
