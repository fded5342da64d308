"""Notes on what was judged, in the real window: quiet, put away with a key, gone once the judgment is another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.judgments import State, Verdict
from labeling.domain.showing import Showing
from labeling.operations import judging
from labeling.store.connection import Project
from labeling.suggestions.suggestion import Suggestion
from tests.desktop.annotate.conftest import PATIENCE, Press, VerdictOf, wish
from tests.desktop.reading.pointing import word
from tests.desktop.shell.person import words
from tests.factories import FERRY, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook

Key = Qt.Key
MAY = sentence_id(FERRY, 0)
REPORT = article_of(["The ferry may sail on Monday.", "The harbour was shut again."], name="report.txt")


Told = Callable[[str], set[str]]


def note(workspace: AnnotateWorkspace) -> str:
    """The note in the inspector; empty when there is none."""
    line = workspace.inspector.slot.note
    return line.words if line.isVisible() else ""


@pytest.fixture
def told(suggesting: AnnotateWorkspace, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What the signs beside the line with some words tell when one points at them."""
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", staticmethod(lambda _at, text, _widget: tips.append(text)))

    def point(words_of_line: str) -> set[str]:
        view = suggesting.text.view
        line = word(view, words_of_line)
        tips.clear()
        for x in range(line.right(), view.viewport().width(), 4):
            at = QPoint(x, line.center().y())
            event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
            QApplication.sendEvent(view.viewport(), event)
        return {tip.removeprefix("<qt>").removesuffix("</qt>") for tip in tips if tip}

    return point


WHY = "“may” speaks strongly for hedge, which you did not set."
SIGN = {f"Sentence 1: {WHY}"}
LINE = "Monday."


def test_a_judgment_against_a_strong_cue_has_a_note_and_a_sign(
    suggesting: AnnotateWorkspace, told: Told, press: Press
) -> None:
    assert note(suggesting) == ""
    press(Key.Key_0)
    assert told(LINE) == SIGN, "it is seen where one has been"
    assert note(suggesting) == "", "the next sentence has none"
    press(Key.Key_Up)
    assert note(suggesting) == "hedge? “may”"
    assert suggesting.inspector.slot.note.explained == WHY


def test_it_goes_by_itself_once_the_label_is_set(suggesting: AnnotateWorkspace, told: Told, press: Press) -> None:
    press(Key.Key_0, Key.Key_Up, Key.Key_3)
    assert note(suggesting) == ""
    assert told(LINE) == set()
    press(Key.Key_3)
    assert note(suggesting) == "", "a sentence that is not judged has no notes"


def test_a_key_puts_it_away_for_good_and_brings_it_back(
    window: Window, suggesting: AnnotateWorkspace, told: Told, press: Press, verdict_of: VerdictOf, qtbot: QtBot
) -> None:
    press(Key.Key_0, Key.Key_Up, Key.Key_M)
    assert note(suggesting) == ""
    assert told(LINE) == set()
    assert verdict_of(MAY) == Verdict(State.NONE)
    with qtbot.waitSignal(suggesting.suggestions.settled, timeout=PATIENCE):
        assert window.open_project(window.session.project.path)
    suggesting.go_to(MAY)
    assert note(suggesting) == ""
    press(Key.Key_M)
    assert note(suggesting) == "hedge? “may”"
    suggesting.inspector.slot.note.dismiss.click()
    assert note(suggesting) == ""
    window.run_action("label.dismiss")
    assert note(suggesting) == "hedge? “may”"
    assert suggesting.inspector.history.lines[0][1] == "None applies"
    assert len(suggesting.inspector.history.lines) == 1, "a dismissal is no judgment"


def test_without_a_note_the_key_says_so(window: Window, suggesting: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_M)
    assert "There is no note on this sentence" in words(window.statusBar())


def test_in_the_comment_the_key_is_a_letter(suggesting: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_0, Key.Key_Up, Key.Key_C)
    QTest.keyClicks(suggesting.inspector.slot.comment, "m")
    assert suggesting.inspector.slot.comment.toPlainText() == "m"
    assert note(suggesting) == "hedge? “may”"


def test_two_labels_of_speakers_need_two(suggesting: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_Down, Key.Key_1, Key.Key_2)
    assert note(suggesting) == "No second speaker was found"
    press(Key.Key_2)
    assert note(suggesting) == ""


def test_who_wants_no_suggestions_gets_no_notes_that_rest_on_them(
    suggesting: AnnotateWorkspace, told: Told, press: Press, qtbot: QtBot
) -> None:
    wish(suggesting, Showing.OFF, qtbot)
    press(Key.Key_0, Key.Key_Up)
    assert note(suggesting) == ""
    assert told(LINE) == set()


def test_after_ones_own_judgment_a_sign_says_where_to_look_again(
    suggesting: AnnotateWorkspace, told: Told, press: Press, qtbot: QtBot
) -> None:
    wish(suggesting, Showing.AFTER, qtbot)
    press(Key.Key_0)
    assert told(LINE) == SIGN


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles that share a sentence, which Tomás has judged in the second."""
    made = project_with(tmp_path, FERRY, REPORT, MILL)
    judging.set_only_label(made, TOMAS, sentence_id(REPORT, 0), "denial")
    return made


def test_the_same_words_judged_otherwise_elsewhere_are_noted_also_without_suggestions(
    window: Window, workspace: AnnotateWorkspace, press: Press, qtbot: QtBot
) -> None:
    workspace.go_to(sentence_id(REPORT, 0))
    press(Key.Key_0)
    workspace.go_to(MAY)
    wish(workspace, Showing.OFF, qtbot)
    press(Key.Key_3)
    assert note(workspace) == "The same words elsewhere: none applies"
    press(Key.Key_0)
    workspace.go_to(MAY)
    assert note(workspace) == "", "now both say the same"


def test_what_someone_else_judged_is_not_told(window: Window, workspace: AnnotateWorkspace, qtbot: QtBot) -> None:
    workspace.go_to(MAY)
    wish(workspace, Showing.OFF, qtbot)
    workspace.toggle_label("hedge")
    assert note(workspace) == "", "Tomás said something else"


def test_nine_suggestions_have_room_in_the_slot(suggesting: AnnotateWorkspace) -> None:
    labels = [f"label_{letter}" for letter in "abcdefghi"]
    codebook = small_codebook(*labels)
    proposals = suggesting.inspector.slot.card.proposals
    for count in range(1, 10):
        many = [Suggestion(label, 0.5, (), "cues@1") for label in labels[:count]]
        proposals.show_suggestions(many, codebook)
        boxes = proposals.boxes
        assert len(boxes) == count
        assert all(proposals.rect().contains(box) for box in boxes)
        assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_in_a_narrow_window_a_note_stands_where_no_comment_is(
    window: Window, suggesting: AnnotateWorkspace, press: Press
) -> None:
    window.resize(820, 600)
    slot = suggesting.inspector.slot
    press(Key.Key_0, Key.Key_Up)
    assert (note(suggesting), slot.comment.isVisible()) == ("hedge? “may”", False)
    press(Key.Key_C)
    assert slot.comment.hasFocus()
    assert note(suggesting) == ""
    QTest.keyClicks(slot.comment, "Who?")
    QTest.keyClick(slot.comment, Key.Key_Escape)
    assert slot.comment.isVisible(), "what was written stays in view"
    window.resize(1440, 900)
    assert slot.comment.isVisible()
    assert note(suggesting) == "hedge? “may”"
