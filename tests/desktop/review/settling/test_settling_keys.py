"""Settling from the keyboard, in the real window: what a key writes, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.review.review import Review
from desktop.window import Window
from labeling.operations import judging
from labeling.store import judgments
from tests.desktop.review.settling.conftest import ANA, FIRST, IN_MILL, LAST, SECOND, THIRD, GoldOf, Press

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_review_opens_on_the_first_disagreement_with_the_keys_awake(review: Review) -> None:
    assert review.current == FIRST
    assert review.text.view.hasFocus()
    assert list(review.docket.rows) == [FIRST, THIRD, LAST, IN_MILL]


SETTLING = [
    (Key.Key_Return, ("labelled", ("hedge",), "")),
    (Key.Key_Q, ("labelled", ("anonymous_source",), "")),
    (Key.Key_W, ("labelled", ("on_record",), "")),
    (Key.Key_R, ("labelled", ("denial",), "")),
    (Key.Key_0, ("none", (), "")),
    (Key.Key_X, ("excluded", (), "")),
    (Key.Key_A, ("labelled", ("hedge",), "")),
    (Key.Key_S, ("labelled", ("hedge", "denial"), "")),
    (Key.Key_D, ("labelled", ("hedge",), "")),
]


@pytest.mark.parametrize(("key", "expected"), SETTLING)
def test_a_key_settles_and_the_next_open_one_follows(
    review: Review, press: Press, gold_of: GoldOf, key: Key, expected: tuple[str, tuple[str, ...], str]
) -> None:
    press(key)
    assert gold_of(FIRST) == expected
    assert review.current == THIRD


def test_a_toggled_label_is_settled_with_what_all_agree_on_and_one_stays(
    review: Review, press: Press, gold_of: GoldOf
) -> None:
    press(Key.Key_4)
    assert (gold_of(FIRST), review.current) == (("labelled", ("hedge", "denial"), ""), FIRST)
    press(Key.Key_3)
    assert gold_of(FIRST) == ("labelled", ("denial",), "")
    press(Key.Key_4)
    assert gold_of(FIRST) is None


def test_the_key_of_a_label_that_all_agree_on_settles_it(review: Review, press: Press, gold_of: GoldOf) -> None:
    press(Key.Key_3)
    assert gold_of(FIRST) == ("labelled", ("hedge",), "")
    press(Key.Key_3)
    assert gold_of(FIRST) is None


def test_no_key_changes_what_people_said(review: Review, press: Press, window: Window) -> None:
    press(Key.Key_0, Key.Key_X, Key.Key_Q, Key.Key_S)
    said = judgments.current(window.session.project.connection, FIRST, ANA.id)
    assert said is not None
    assert said.verdict.labels == ("hedge",)
    assert judgments.current(window.session.project.connection, FIRST, window.session.annotator.id) is None


def test_without_a_majority_enter_settles_nothing(
    review: Review, press: Press, window: Window, gold_of: GoldOf
) -> None:
    review.go_to(LAST)
    assert not review.inspector.decisions.majority.isEnabled()
    press(Key.Key_Return)
    assert (gold_of(LAST), review.current) == (None, LAST)
    assert window.status.said == "There is no majority: settle it with the keys of the labels"
    press(Key.Key_D)
    assert gold_of(LAST) is None
    assert window.status.said == "Nobody has judged this sentence in that column"


def test_the_next_open_one_follows_across_articles_and_begins_anew_at_the_end(
    review: Review, press: Press, gold_of: GoldOf
) -> None:
    review.go_to(LAST)
    press(Key.Key_0)
    assert review.current == IN_MILL
    assert review.place == "Sentence 2 of 2"
    press(Key.Key_Return)
    assert gold_of(IN_MILL) == ("labelled", ("denial",), "")
    assert review.current == FIRST
    press(Key.Key_Return, Key.Key_Return)
    assert review.current == THIRD  # the last open one stays
    assert review.docket.counts.open == 0


def test_moving_settles_nothing(review: Review, press: Press, window: Window) -> None:
    seen = []
    for key in (
        Key.Key_Down,
        Key.Key_J,
        Key.Key_Down,
        Key.Key_Down,
        Key.Key_Up,
        Key.Key_K,
        Key.Key_PageDown,
        Key.Key_PageUp,
    ):
        press(key)
        seen.append(review.current)
    assert seen == [THIRD, LAST, IN_MILL, IN_MILL, LAST, THIRD, IN_MILL, FIRST]
    assert review.docket.counts.settled == 0
    press(Key.Key_Up)
    assert window.status.said == "This is the first sentence of the list"


def test_space_passes_over_what_is_settled(review: Review, press: Press, window: Window) -> None:
    press(Key.Key_Down, Key.Key_0, Key.Key_Up, Key.Key_Up)
    assert review.current == FIRST
    press(Key.Key_Space)
    assert review.current == LAST
    press(Key.Key_Up)
    assert review.current == THIRD


def test_from_a_sentence_that_is_not_listed_one_goes_on_where_it_stands(review: Review, press: Press) -> None:
    review.go_to(SECOND)
    press(Key.Key_Down)
    assert review.current == THIRD
    review.go_to(SECOND)
    press(Key.Key_Up)
    assert review.current == FIRST


def test_a_sentence_on_which_all_agree_can_be_settled_too(review: Review, press: Press, gold_of: GoldOf) -> None:
    review.go_to(SECOND)
    press(Key.Key_3)
    assert gold_of(SECOND) == ("labelled", ("anonymous_source", "hedge"), "")


def test_undo_and_redo_show_what_they_bring_back(review: Review, press: Press, window: Window, gold_of: GoldOf) -> None:
    press(Key.Key_X, Key.Key_0)
    press(Key.Key_Z, modifier=CONTROL)
    assert (gold_of(THIRD), review.current) == (None, THIRD)
    assert window.status.said.startswith("Undone: sentence 3 is not settled any more")
    press(Key.Key_Z, modifier=CONTROL)
    assert (gold_of(FIRST), review.current) == (None, FIRST)
    press(Key.Key_Z, modifier=CONTROL | SHIFT)
    assert gold_of(FIRST) == ("excluded", (), "")
    assert review.docket.counts.settled == 1


def test_undo_leads_to_the_workspace_in_which_it_was_done(
    review: Review, press: Press, window: Window, gold_of: GoldOf
) -> None:
    press(Key.Key_X)
    window.run_action("go.annotate")
    press(Key.Key_Z, modifier=CONTROL)
    assert gold_of(FIRST) is None
    assert window.pages.currentWidget() is review
    assert review.current == FIRST
    window.run_action("go.annotate")
    press(Key.Key_1)
    window.run_action("go.review")
    press(Key.Key_Z, modifier=CONTROL)
    assert window.pages.currentWidget() is window.annotate


def test_keys_of_annotate_alone_do_nothing_here(review: Review, press: Press, window: Window) -> None:
    press(Key.Key_U)
    press(Key.Key_J, modifier=CONTROL | SHIFT)
    assert window.session.project.connection.total_changes == 0
    assert not window.actions_by_id["label.unsure"].isEnabled()
    assert window.actions_by_id["review.as.1"].isEnabled()
    window.run_action("go.annotate")
    assert not window.actions_by_id["review.as.1"].isEnabled()


# The reason


def test_a_reason_is_kept_with_the_decision_and_no_key_acts_in_its_field(
    review: Review, press: Press, window: Window, gold_of: GoldOf
) -> None:
    press(Key.Key_4, Key.Key_C)
    field = review.inspector.note.field
    assert field.hasFocus()
    QTest.keyClicks(field, "0 as 1 has it, xqj")
    press(Key.Key_Escape)
    assert gold_of(FIRST) == ("labelled", ("hedge", "denial"), "0 as 1 has it, xqj")
    assert review.text.view.hasFocus()
    assert review.current == FIRST


def test_a_reason_given_first_waits_for_the_decision(review: Review, press: Press, gold_of: GoldOf) -> None:
    press(Key.Key_C)
    QTest.keyClicks(review.inspector.note.field, "See rule 2.")
    press(Key.Key_Escape, Key.Key_Down)
    assert review.inspector.note.field.toPlainText() == ""
    press(Key.Key_Up)
    assert review.inspector.note.field.toPlainText() == "See rule 2."
    press(Key.Key_Return)
    assert gold_of(FIRST) == ("labelled", ("hedge",), "See rule 2.")


# Everything else that the window offers


def test_the_sentence_is_copied_and_the_text_is_zoomed_for_both_workspaces(
    review: Review, press: Press, window: Window
) -> None:
    press(Key.Key_C, modifier=CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "The ferry may sail on Monday."
    before = window.settings.reading_size
    press(Key.Key_Plus, modifier=CONTROL)
    assert window.settings.reading_size == before + 1
    window.run_action("go.annotate")
    window.run_action("view.usual_text")
    window.run_action("go.review")
    assert window.settings.reading_size == before


def test_a_judgment_made_in_annotate_is_seen_on_return(
    qtbot: QtBot, review: Review, press: Press, window: Window
) -> None:
    window.run_action("go.annotate")
    window.session.run(judging.set_only_label, SECOND, "denial")
    window.run_action("go.review")
    qtbot.waitUntil(lambda: SECOND in review.docket.rows)
    assert review.current == FIRST


def test_keys_of_annotate_do_not_wait_for_review(
    review: Review, window: Window, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.run_action("go.annotate")
    read: list[str] = []
    monkeypatch.setattr(review.docket, "load", lambda: read.append("survey"))
    monkeypatch.setattr(review._place, "_read", lambda: read.append("article"))
    press(Key.Key_1, Key.Key_0, Key.Key_Q)
    assert read == []
    monkeypatch.undo()


def test_where_one_was_is_remembered(qtbot: QtBot, review: Review, press: Press, window: Window) -> None:
    press(Key.Key_Down, Key.Key_Down)
    assert review.current == LAST
    path = window.session.project.path
    window.close_project()
    assert window.open_project(path)
    window.run_action("go.review")
    qtbot.waitUntil(lambda: review.current is not None)
    assert review.current == LAST
