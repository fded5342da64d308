"""Suggestions in the real window: when they are shown, what accepts them, and what a judgment keeps of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.settings import Settings
from desktop.window import Window
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Judgment, Origin, State, Verdict
from labeling.domain.showing import Showing
from labeling.operations import assigning
from labeling.operations.showing import fix_showing
from labeling.store import judgments
from labeling.store.connection import Project
from tests.desktop.annotate.conftest import PATIENCE, Press, VerdictOf, wish
from tests.desktop.shell.person import press as press_keys
from tests.desktop.shell.person import words
from tests.factories import FERRY, MILL, sentence_id

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MAY, AIDE, PORT, BOARD = (sentence_id(FERRY, index) for index in range(4))


def latest(window: Window, sentence: SentenceId) -> Judgment:
    found = judgments.current(window.session.project.connection, sentence, window.session.annotator.id)
    assert found is not None
    return found


def suggested(workspace: AnnotateWorkspace) -> list[str]:
    """The labels whose rows say that they are suggested."""
    labels = ("anonymous_source", "on_record", "hedge", "denial")
    return [label for label in labels if workspace.inspector.rows.row(label).toggle.said == "Suggested"]


def card(workspace: AnnotateWorkspace) -> str:
    """What the box with the suggestion says; empty when it isn’t there."""
    shown = workspace.inspector.slot.card
    return shown.proposals.accessibleName() if shown.isVisible() else ""


def test_a_suggestion_is_shown_in_the_rows_the_slot_the_text_and_the_entry(suggesting: AnnotateWorkspace) -> None:
    assert suggested(suggesting) == ["hedge"]
    assert card(suggesting).startswith("hedge, score 0.9")
    assert "because of “may”" in card(suggesting)
    assert "of 100 such findings were right" in suggesting.inspector.slot.card.proposals.toolTip()
    assert suggesting.inspector.entry.label_id == "hedge"
    before = suggesting.text.view.grab().toImage()
    suggesting.next_sentence()
    assert suggested(suggesting) == ["anonymous_source"]
    suggesting.previous_sentence()
    assert suggesting.text.view.grab().toImage() == before


def test_a_sentence_without_any_says_so_in_the_same_place(suggesting: AnnotateWorkspace, press: Press) -> None:
    slot = suggesting.inspector.slot
    top = suggesting.inspector.entry.mapTo(suggesting, suggesting.inspector.entry.rect().topLeft())
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert suggesting.current == BOARD
    assert (suggested(suggesting), card(suggesting)) == ([], "")
    assert slot.empty_words == "No suggestion"
    assert suggesting.inspector.entry.mapTo(suggesting, suggesting.inspector.entry.rect().topLeft()) == top


def test_enter_accepts_what_is_shown_and_goes_on(
    window: Window, suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_Return)
    assert suggesting.current == AIDE
    judgment = latest(window, MAY)
    assert judgment.verdict == Verdict(State.LABELLED, ("hedge",))
    assert judgment.origin is Origin.SUGGESTION
    [on_screen] = judgment.shown
    assert (on_screen["label"], on_screen["score"]) == ("hedge", pytest.approx(0.92, abs=0.05))
    assert str(on_screen["by"]).startswith("cues@")
    assert "Sentence 1: hedge (suggestion accepted)" in words(window.statusBar())
    press(Key.Key_Up)
    assert suggesting.inspector.state.text().endswith("· suggestion accepted")


def test_enter_goes_on_from_a_sentence_without_any_and_writes_nothing(
    suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert verdict_of(BOARD) is None
    assert suggesting.current == sentence_id(MILL, 0)


def test_enter_never_changes_what_was_judged(
    window: Window, suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_4, Key.Key_1, Key.Key_Return)
    assert verdict_of(MAY) == Verdict(State.LABELLED, ("anonymous_source", "denial"))
    assert latest(window, MAY).origin is Origin.HAND
    assert suggesting.current == AIDE


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        (Key.Key_R, Verdict(State.LABELLED, ("denial",))),
        (Key.Key_4, Verdict(State.LABELLED, ("denial",))),
        (Key.Key_0, Verdict(State.NONE)),
        (Key.Key_X, Verdict(State.EXCLUDED)),
    ],
)
def test_any_label_key_overrides_and_tells_what_was_on_screen(
    window: Window, suggesting: AnnotateWorkspace, press: Press, key: Key, verdict: Verdict
) -> None:
    press(key)
    judgment = latest(window, MAY)
    assert (judgment.verdict, judgment.origin) == (verdict, Origin.HAND)
    assert [each["label"] for each in judgment.shown] == ["hedge"]


def test_the_button_accepts_as_enter_does_and_shows_its_key(
    window: Window, suggesting: AnnotateWorkspace, verdict_of: VerdictOf
) -> None:
    accept = suggesting.inspector.slot.card.accept
    assert (accept.text(), accept.accessibleDescription()) == ("Accept and go on", "Enter")
    accept.setFocus()
    press_keys("Return")
    assert verdict_of(MAY) == Verdict(State.LABELLED, ("hedge",))
    assert suggesting.current == AIDE


@pytest.mark.parametrize("key", ["Return", "0"])
def test_once_the_button_is_gone_the_text_has_the_focus(suggesting: AnnotateWorkspace, key: str) -> None:
    suggesting.inspector.slot.card.accept.setFocus()
    press_keys(key)
    assert suggesting.text.view.hasFocus(), "not the comment, where keys would write"


def test_undo_and_redo_bring_an_accepted_suggestion_back_and_forth(
    window: Window, suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_Return)
    press(Key.Key_Z, modifier=CONTROL)
    assert (suggesting.current, verdict_of(MAY)) == (MAY, Verdict())
    assert suggested(suggesting) == ["hedge"], "it can be accepted again"
    press(Key.Key_Z, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert verdict_of(MAY) == Verdict(State.LABELLED, ("hedge",))


def test_what_was_suggested_stays_in_view_beside_the_judgment(suggesting: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_4)
    slot = suggesting.inspector.slot
    assert not slot.card.isVisible()
    assert slot.comment.isVisible()
    assert slot.suggested_words.startswith("Suggested: hedge 0.9")
    assert suggested(suggesting) == ["hedge"]
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_4)
    assert slot.suggested_words == "No suggestion"


def test_after_ones_own_judgment_nothing_is_seen_before_and_enter_accepts_nothing(
    window: Window, suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf, qtbot: QtBot
) -> None:
    wish(suggesting, Showing.AFTER, qtbot)
    assert (suggested(suggesting), card(suggesting)) == ([], "")
    assert suggesting.inspector.slot.empty_words == "Shown after your own judgment"
    press(Key.Key_Return)
    assert (verdict_of(MAY), suggesting.current) == (None, AIDE)
    press(Key.Key_Up, Key.Key_R, Key.Key_Up)
    assert latest(window, MAY).shown == ()
    assert suggested(suggesting) == ["hedge"]
    assert suggesting.inspector.slot.suggested_words.startswith("Suggested: hedge")
    press(Key.Key_3)
    assert [each["label"] for each in latest(window, MAY).shown] == ["hedge"]


def test_a_second_label_is_decided_before_anything_is_seen_too(
    window: Window, suggesting: AnnotateWorkspace, press: Press, qtbot: QtBot
) -> None:
    wish(suggesting, Showing.AFTER, qtbot)
    press(Key.Key_1)
    assert (suggested(suggesting), suggesting.inspector.slot.suggested_words) == ([], "")
    press(Key.Key_4)
    assert latest(window, MAY).shown == ()
    press(Key.Key_Down)
    assert suggested(suggesting) == []
    press(Key.Key_Up)
    assert suggested(suggesting) == ["hedge"]
    press(Key.Key_4)
    assert [each["label"] for each in latest(window, MAY).shown] == ["hedge"]
    press(Key.Key_1, Key.Key_Down, Key.Key_Up)
    assert suggested(suggesting) == [], "it is not judged any more"


def test_who_wants_none_sees_none(
    window: Window, suggesting: AnnotateWorkspace, press: Press, verdict_of: VerdictOf, qtbot: QtBot
) -> None:
    wish(suggesting, Showing.OFF, qtbot)
    assert (suggested(suggesting), card(suggesting)) == ([], "")
    assert suggesting.inspector.slot.empty_words == "Suggestions are off"
    press(Key.Key_0, Key.Key_Up)
    assert (latest(window, MAY).shown, suggested(suggesting)) == ((), [])


def test_an_article_that_two_judge_is_judged_before_anything_is_seen(
    window: Window, workspace: AnnotateWorkspace, project: Project, qtbot: QtBot
) -> None:
    assigning.assign(project, ["Ines", "Ben"], overlap=1)
    window.session.look_elsewhere()
    wish(workspace, None, qtbot)
    assert suggested(workspace) == []
    assert workspace.inspector.slot.empty_words == "Shown after your own judgment"


def test_the_view_menu_has_the_wish_and_keeps_it(
    window: Window, suggesting: AnnotateWorkspace, settings: Settings, qtbot: QtBot
) -> None:
    ways = {
        "view.suggestions_always": Showing.ALWAYS,
        "view.suggestions_after": Showing.AFTER,
        "view.suggestions_off": Showing.OFF,
        "view.suggestions_as_asked": None,
    }
    for way, showing in ways.items():
        with qtbot.waitSignal(suggesting.suggestions.settled, timeout=PATIENCE):
            window.run_action(way)
        assert settings.suggestions is showing
        ticked = [each for each in ways if window.actions_by_id[each].isChecked()]
        assert ticked == [way]


def test_what_a_lead_has_fixed_can_only_be_seen(
    window: Window, suggesting: AnnotateWorkspace, project: Project, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(suggesting.suggestions.settled, timeout=PATIENCE):
        window.session.tell(fix_showing(window.session.project, Showing.OFF))
    assert suggested(suggesting) == []
    entries = {way: window.actions_by_id[f"view.suggestions_{way}"] for way in ("always", "after", "off", "as_asked")}
    assert not any(entry.isEnabled() for entry in entries.values())
    assert [way for way, entry in entries.items() if entry.isChecked()] == ["off"]
    assert entries["always"].toolTip() == "Fixed for this file: never"
    action = next(each for each in window.registry.actions if each.id == "view.suggestions_always")
    assert window.registry.why_not(action) == "Fixed for this file: never", "so the palette says it"
    assert settings.suggestions is None, "the wish is kept for other files"


def test_what_comes_too_late_is_shown_nowhere(suggesting: AnnotateWorkspace, press: Press, qtbot: QtBot) -> None:
    press(Key.Key_PageDown)
    assert suggested(suggesting) == [], "those of the mill are not read yet"
    assert suggesting.inspector.slot.empty_words == ""
    with qtbot.waitSignal(suggesting.suggestions.settled, timeout=PATIENCE):
        press(Key.Key_PageUp)
    assert suggesting.current == MAY
    assert suggested(suggesting) == ["hedge"]


def test_a_split_sentence_has_suggestions_of_its_own(suggesting: AnnotateWorkspace, qtbot: QtBot) -> None:
    cursor = suggesting.text.view.textCursor()
    cursor.setPosition(suggesting.text.view.toPlainText().index("sail"))
    suggesting.text.view.setTextCursor(cursor)
    with qtbot.waitSignal(suggesting.suggestions.settled, timeout=PATIENCE):
        suggesting.split_at_cursor()
    assert suggested(suggesting) == ["hedge"]
    suggesting.next_sentence()
    assert suggested(suggesting) == []


def test_a_screen_reader_is_told_when_a_suggestion_arrives(
    workspace: AnnotateWorkspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr("desktop.reading.reading_view.QAccessible.isActive", lambda: True)
    monkeypatch.setattr(
        "desktop.reading.reading_view.QAccessible.updateAccessibility", lambda event: said.append(event.message())
    )
    wish(workspace, None, qtbot)
    assert said == ["Sentence 1 of 4, not judged, suggestion: hedge"]


@pytest.mark.parametrize("width", [1440, 820])
def test_everything_has_room_also_in_a_narrow_window(
    window: Window, suggesting: AnnotateWorkspace, press: Press, width: int
) -> None:
    window.resize(width, 600)
    inspector = suggesting.inspector
    for _ in range(3):
        accept, none = inspector.slot.card.accept, inspector.buttons.none
        assert not card(suggesting) or accept.width() >= accept.sizeHint().width() - 1 or width == 1440
        assert none.width() >= none.minimumSizeHint().width()
        assert inspector.slot.card.proposals.width() >= 18 or not card(suggesting)
        press(Key.Key_Down)
