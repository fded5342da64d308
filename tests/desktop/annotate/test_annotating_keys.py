"""Labelling from the keyboard, in the real window: what a key writes, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.articles import SentenceId, Span
from labeling.domain.judgments import Evidence, State, Verdict
from labeling.store import judgments
from tests.desktop.annotate.conftest import Press, VerdictOf
from tests.factories import FERRY, MILL, sentence_id

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def select(workspace: AnnotateWorkspace, words: str) -> Span:
    """Select words of the article as the mouse would; return where they are in its text."""
    view, text = workspace.text.view, FERRY[0].text
    start = view.toPlainText().index(words)
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    return Span(text.index(words), text.index(words) + len(words))


def test_the_window_opens_on_the_first_sentence_with_the_keys_awake(workspace: AnnotateWorkspace) -> None:
    assert workspace.current == sentence_id(FERRY, 0)
    assert workspace.text.view.hasFocus()
    assert workspace.place == "Sentence 1 of 4"


def test_a_toggled_label_is_on_disk_and_one_stays(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_3)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",))
    assert workspace.current == sentence_id(FERRY, 0)
    press(Key.Key_1)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("anonymous_source", "hedge"))


def test_taking_the_only_label_away_leaves_the_sentence_not_judged(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_3, Key.Key_3)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED)
    assert workspace.tally.judged == 0
    assert workspace.inspector.state.text() == "Not judged yet"


def test_set_and_go_sets_just_that_label_and_goes_on(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_1, Key.Key_E)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",))
    assert workspace.current == sentence_id(FERRY, 1)


@pytest.mark.parametrize(("key", "state"), [(Key.Key_0, State.NONE), (Key.Key_X, State.EXCLUDED)])
def test_none_and_exclude_go_on(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf, key: Qt.Key, state: State
) -> None:
    press(key)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(state)
    assert workspace.current == sentence_id(FERRY, 1)


def test_going_on_leaps_over_what_is_judged_and_into_the_next_article(
    workspace: AnnotateWorkspace, press: Press
) -> None:
    press(Key.Key_J, Key.Key_0)
    assert workspace.current == sentence_id(FERRY, 2)
    press(Key.Key_K, Key.Key_K, Key.Key_0)
    assert workspace.current == sentence_id(FERRY, 2)
    press(Key.Key_0, Key.Key_0)
    assert workspace.current == sentence_id(MILL, 0)


def test_enter_goes_to_the_next_unjudged_sentence_and_judges_nothing(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_Return)
    assert workspace.current == sentence_id(FERRY, 1)
    assert verdict_of(sentence_id(FERRY, 0)) is None


@pytest.mark.parametrize(("down", "up"), [(Key.Key_Down, Key.Key_Up), (Key.Key_J, Key.Key_K)])
def test_moving_judges_nothing_and_stops_at_the_ends(
    window: Window, workspace: AnnotateWorkspace, press: Press, down: Qt.Key, up: Qt.Key
) -> None:
    said: list[str] = []
    workspace.message.connect(said.append)
    press(up)
    assert workspace.current == sentence_id(FERRY, 0)
    press(down, down, down, down)
    assert workspace.current == sentence_id(FERRY, 3)
    assert said == ["This is the first sentence of the article", "This is the last sentence of the article"]
    assert workspace.tally.judged == 0


def test_space_wraps_past_the_end_of_the_project(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_PageDown, Key.Key_0, Key.Key_0)
    assert workspace.current == sentence_id(FERRY, 0)
    press(Key.Key_PageDown, Key.Key_Space)
    assert workspace.current == sentence_id(FERRY, 0)


def test_page_keys_change_the_article(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_PageDown)
    assert workspace.article_id == MILL[0].id
    press(Key.Key_PageDown)
    assert workspace.article_id == MILL[0].id
    press(Key.Key_PageUp)
    assert workspace.article_id == FERRY[0].id


def test_an_article_opens_at_what_is_left_to_judge(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_0, Key.Key_PageDown, Key.Key_PageUp)
    assert workspace.current == sentence_id(FERRY, 1)


def test_unsure_is_a_flag_that_decides_nothing(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_U)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED, unsure=True)
    assert workspace.inspector.buttons.unsure.isChecked()
    assert workspace.current == sentence_id(FERRY, 0)
    press(Key.Key_U)
    assert not workspace.inspector.buttons.unsure.isChecked()


def test_undo_and_redo_lead_to_the_sentence_in_another_article(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    said: list[str] = []
    press(Key.Key_0, Key.Key_PageDown)
    workspace.message.connect(said.append)
    press(Key.Key_Z, modifier=CONTROL)
    assert workspace.current == sentence_id(FERRY, 0)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED)
    press(Key.Key_Z, modifier=CONTROL | SHIFT)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.NONE)
    assert said == ["Undone: sentence 1 is now: not judged", "Redone: sentence 1 is now: none applies"]


def test_nothing_to_undo_is_said(workspace: AnnotateWorkspace, press: Press) -> None:
    said: list[str] = []
    workspace.message.connect(said.append)
    press(Key.Key_Z, modifier=CONTROL)
    press(Key.Key_Z, modifier=CONTROL | SHIFT)
    assert said == ["There is nothing to undo", "There is nothing to redo"]


def test_selected_words_become_evidence_and_the_selection_goes(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    words = select(workspace, "may")
    press(Key.Key_3)
    evidence = (Evidence("hedge", *words),)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",), evidence=evidence)
    assert not workspace.text.view.textCursor().hasSelection()
    select(workspace, "may")
    press(Key.Key_3)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",))


@pytest.mark.parametrize("words", ["denied", "on Monday. An aide"])
def test_words_outside_of_the_current_sentence_are_no_evidence(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf, words: str
) -> None:
    select(workspace, words)
    press(Key.Key_3)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",))


def test_a_sentence_is_split_at_the_text_cursor_and_joined_again(workspace: AnnotateWorkspace, press: Press) -> None:
    view = workspace.text.view
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("may"))
    view.setTextCursor(cursor)
    press(Key.Key_S, modifier=CONTROL | SHIFT)
    assert workspace.place == "Sentence 1 of 5"
    assert workspace.current == SentenceId(FERRY[0].id, 0, len("The ferry"))
    press(Key.Key_J, modifier=CONTROL | SHIFT)
    assert workspace.place == "Sentence 1 of 4"
    press(Key.Key_Z, modifier=CONTROL)
    assert workspace.place == "Sentence 1 of 5"


def test_what_cannot_be_split_is_refused_in_words(window: Window, workspace: AnnotateWorkspace, press: Press) -> None:
    refused: list[str] = []
    window.session.refused.connect(refused.append)
    press(Key.Key_S, modifier=CONTROL | SHIFT)
    assert refused == ["Put the text cursor between two words of the current sentence, then split it there."]
    assert workspace.place == "Sentence 1 of 4"


def test_copying_takes_the_selection_else_the_sentence(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "The ferry may sail on Monday."
    select(workspace, "ferry")
    press(Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "ferry"
    press(Key.Key_C, modifier=CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "ferry"


def test_a_refused_write_moves_nothing_and_the_next_press_tries_again(
    window: Window, workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    refused: list[str] = []
    window.session.refused.connect(refused.append)
    window.session.project.connection.execute("PRAGMA query_only = ON")
    press(Key.Key_0)
    assert workspace.current == sentence_id(FERRY, 0)
    assert len(refused) == 1
    window.session.project.connection.execute("PRAGMA query_only = OFF")
    press(Key.Key_0)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.NONE)
    assert workspace.current == sentence_id(FERRY, 1)


def test_the_time_to_the_judgment_is_kept(window: Window, workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_0)
    found = judgments.current(window.session.project.connection, sentence_id(FERRY, 0), window.session.annotator.id)
    assert found is not None
    assert found.seconds is not None
    assert 0 <= found.seconds < 60


def test_all_judged_is_said_with_a_way_to_the_unsure_ones(workspace: AnnotateWorkspace, press: Press) -> None:
    said: list[str] = []
    workspace.message.connect(said.append)
    press(Key.Key_PageDown, Key.Key_U, Key.Key_PageUp)
    press(*[Key.Key_0] * 6)
    assert said[-1] == "Everything is judged: 6 of 6"
    assert workspace.text.notice.isVisible()
    workspace.text.notice.unsure_wanted.emit()
    assert workspace.current == sentence_id(MILL, 0)
    press(Key.Key_1)
    assert workspace.text.notice.isVisible()
    press(Key.Key_1)
    assert not workspace.text.notice.isVisible()
