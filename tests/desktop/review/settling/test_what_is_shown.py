"""What Review shows of a disagreement: list, votes, marks in the article, words; and why there is nothing to settle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.reading.marks import Mark
from desktop.review.listing.model import Entry, Role
from desktop.review.review import Review
from desktop.theme.tokens import METRICS
from desktop.window import Window
from labeling.domain.judgments import State
from labeling.operations import judging
from labeling.operations.disagreeing import Order, Wanted
from labeling.store.connection import Project
from tests.desktop.review.settling.conftest import (
    ANA,
    BEN,
    CLEO,
    FIRST,
    IN_MILL,
    LAST,
    SECOND,
    THIRD,
    Press,
)

Key = Qt.Key


def entries(review: Review) -> list[Entry]:
    model = review.list.model
    return [model.index(row).data(Role.ENTRY) for row in range(model.rowCount())]


def listed(review: Review) -> list[str]:
    return [entry.words if entry.sentence is None else f"{entry.words} / {entry.labels}" for entry in entries(review)]


def choose(review: Review, button: str, words: str) -> None:
    """Take an entry of one of the menus over the list."""
    chosen = getattr(review.list.filters, button)
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    (menu,) = [menu for menu in chosen.findChildren(QMenu) if menu.isVisible()]
    (action,) = [action for action in menu.actions() if action.text().startswith(words)]
    action.trigger()
    menu.close()
    QApplication.processEvents()


# The list


def test_the_list_shows_articles_their_sentences_and_what_people_differ_on(review: Review) -> None:
    assert listed(review) == [
        "ferry.txt",
        "The ferry may sail on Monday. / denial",
        "The port denied it. / Excluded",
        "Nobody was on board. / on_record",
        "mill.txt",
        "A miller said it had not. / denial",
    ]
    view = review.list.view
    assert [view.rowHeight(row) < METRICS.row + 8 for row in range(6)] == [True, False, False, False, True, False]
    assert view.selectionModel().currentIndex().row() == 1


def test_a_settled_row_says_so_and_stays_until_the_list_is_made_anew(review: Review, press: Press) -> None:
    press(Key.Key_Return)
    assert [entry.settled for entry in entries(review) if entry.sentence] == [True, False, False, False]
    buttons = {button.text(): button for button in review.list.filters.findChildren(type(review.list.filters.label))}
    assert {"Open 3", "All 4", "Settled 1"} <= set(buttons)
    buttons["Settled 1"].click()
    assert review.docket.rows == [FIRST]
    buttons["Open 3"].click()
    assert FIRST not in review.docket.rows
    assert review.current == THIRD


def test_menus_narrow_the_list(review: Review) -> None:
    choose(review, "label", "denial")
    assert review.docket.rows == [FIRST, IN_MILL]
    choose(review, "pair", "Ana and Ben")
    assert review.docket.rows == [FIRST, IN_MILL]
    choose(review, "pair", "Cleo and anybody")
    choose(review, "label", "Any label")
    assert review.docket.rows == [FIRST, THIRD, IN_MILL]
    choose(review, "pair", "Anybody")
    choose(review, "more", "Somebody was unsure")
    assert review.docket.rows == [IN_MILL]
    choose(review, "more", "Somebody commented")
    assert review.list.notice == "No disagreement matches."
    review.docket.want(Wanted())
    choose(review, "more", "This article only")
    assert review.docket.rows == [FIRST, THIRD, LAST]


def test_by_stake_the_list_has_no_titles(review: Review) -> None:
    choose(review, "more", "What costs most agreement first")
    assert review.docket.order is Order.STAKE
    assert all(entry.sentence for entry in entries(review))
    assert review.docket.rows[-1] == THIRD
    assert review.current == FIRST
    view = review.list.view
    assert {view.rowHeight(row) for row in range(4)} == {view.rowHeight(1)}
    choose(review, "more", "As in the articles")
    assert [view.rowHeight(row) < view.rowHeight(1) for row in range(6)] == [True, False, False, False, True, False]


def test_a_click_on_a_row_shows_its_sentence(review: Review) -> None:
    view = review.list.view
    rect = view.visualRect(review.list.model.index(5))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert review.current == IN_MILL
    assert review.text.view.hasFocus()


# The article


def marks(review: Review) -> list[Mark]:
    page = review.text.view._page
    assert page is not None
    return page.marks


def test_the_article_shows_what_is_agreed_and_what_is_open(review: Review) -> None:
    first, second, third, last = marks(review)
    assert (first.unsettled, first.labels, first.differing) == (True, ("hedge",), ("denial",))
    assert first.comment == "Ben: Does it deny?"
    assert [words.label for words in first.evidence] == ["hedge"]
    assert (second.unsettled, second.state, second.labels) == (False, State.LABELLED, ("anonymous_source",))
    assert (third.unsettled, third.labels, third.differing) == (True, (), ("denial",))
    assert (last.unsettled, last.labels, last.differing) == (True, (), ("on_record",))


def test_a_settled_sentence_shows_what_it_is_settled_on(review: Review, press: Press) -> None:
    press(Key.Key_4)
    assert (marks(review)[0].unsettled, marks(review)[0].labels) == (False, ("hedge", "denial"))
    press(Key.Key_X)
    assert marks(review)[0].state is State.EXCLUDED


def test_nothing_scrolls_while_one_toggles(review: Review, press: Press) -> None:
    before = review.text.view.scroll_state()
    tops = [widget.mapTo(review, QPoint(0, 0)) for widget in (review.inspector.decisions, review.inspector.note)]
    press(Key.Key_4, Key.Key_4, Key.Key_3)
    assert review.text.view.scroll_state() == before
    after = [widget.mapTo(review, QPoint(0, 0)) for widget in (review.inspector.decisions, review.inspector.note)]
    assert after == tops


# The inspector


def test_the_votes_stand_in_columns_by_person(review: Review) -> None:
    inspector = review.inspector
    assert inspector.place.text() == "Sentence 1 of 4"
    assert inspector.state.text() == "Three people judged it; they differ on denial. Not settled yet."
    assert [vote.short for vote in inspector.votes.shown.votes] == ["Ana", "Ben", "Cleo"]
    row = inspector.votes.row("denial")
    assert row.differs
    assert row.accessibleDescription() == "Ana: no; Ben: yes; Cleo: no; they differ; the majority: no"
    assert not inspector.votes.row("hedge").differs
    assert inspector.hint.text().startswith("Hollow: what the majority would give.")
    assert inspector.entry.label_id == "denial"
    assert "may sail" in inspector.remarks.words
    assert "Does it deny?" in inspector.remarks.words


def test_it_says_who_settled_it(review: Review, press: Press) -> None:
    press(Key.Key_4)
    assert review.inspector.hint.text().startswith("Settled by Ines, ")
    assert review.inspector.state.text().endswith("Settled.")
    assert review.inspector.votes.row("denial").accessibleDescription().endswith("gold: yes")


def test_even_votes_have_no_majority(review: Review) -> None:
    review.go_to(LAST)
    assert review.inspector.votes.shown.even == {"on_record"}
    assert "no majority" in review.inspector.hint.text()


def test_rows_and_buttons_settle_as_keys_do(review: Review) -> None:
    review.inspector.votes.row("denial").click()
    assert review.docket.survey is not None
    assert review.docket.survey.is_settled(FIRST)
    assert review.current == FIRST
    decisions = review.inspector.decisions
    decisions.people[1].click()
    assert review.current == THIRD
    decisions.majority.click()
    assert review.current == LAST
    decisions.none.click()
    decisions.exclude.click()
    assert review.docket.counts.open == 0


def test_the_status_bar_says_how_far_it_is(review: Review, press: Press, window: Window) -> None:
    press(Key.Key_Return)
    assert window.status.said == "Sentence 1 settled: hedge · Ctrl+Z undoes"
    assert list(review.facts(roomy=True).values())[:3] == [
        "In this article 1 of 3 settled",
        "In all 1 of 4",
        "Adjudicator Ines",
    ]
    assert list(review.facts(roomy=False).values()) == ["1 of 4 settled", "Ines"]


# Names


def test_pseudonyms_are_used_everywhere_and_remembered(review: Review, window: Window) -> None:
    window.run_action("view.pseudonyms")
    assert window.settings.pseudonyms
    assert window.actions_by_id["view.pseudonyms"].isChecked()
    assert [vote.short for vote in review.inspector.votes.shown.votes] == ["No. 1", "No. 2", "No. 3"]
    shown = review.inspector.remarks.words + marks(review)[0].comment
    shown += "".join(button.text() for button in review.inspector.decisions.people)
    assert "Annotator" in shown
    assert not any(person.name in shown for person in (ANA, BEN, CLEO))
    before = [vote.verdict for vote in review.inspector.votes.shown.votes]
    window.run_action("view.pseudonyms")
    window.run_action("view.pseudonyms")
    assert [vote.verdict for vote in review.inspector.votes.shown.votes] == before


def test_another_window_that_judges_is_followed(qtbot: QtBot, review: Review, project: Project) -> None:
    judging.set_only_label(project, CLEO, SECOND, "denial")
    qtbot.waitUntil(lambda: SECOND in review.docket.rows)
    assert marks(review)[1].unsettled
    assert review.current == FIRST
