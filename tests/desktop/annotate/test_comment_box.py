"""What is typed as a comment is saved when the focus leaves, and never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.judgments import State, Verdict
from tests.desktop.annotate.conftest import Press, VerdictOf
from tests.factories import FERRY, MILL, sentence_id

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_comment(workspace: AnnotateWorkspace, words: str) -> None:
    workspace.focus_comment()
    QTest.keyClicks(workspace.inspector.slot.comment, words)


def test_c_moves_into_the_field_where_label_keys_only_write(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_C)
    box = workspace.inspector.slot.comment
    assert box.hasFocus()
    QTest.keyClicks(box, "qwx 1j0 u")
    press(Key.Key_Down, Key.Key_PageDown, Key.Key_Return)
    assert box.toPlainText() == "qwx 1j0 u\n"
    assert workspace.current == sentence_id(FERRY, 0)
    assert verdict_of(sentence_id(FERRY, 0)) is None


def test_esc_returns_to_the_text_and_the_comment_is_on_disk(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    type_comment(workspace, " who says so? ")
    press(Key.Key_Escape)
    assert workspace.text.view.hasFocus()
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED, comment="who says so?")
    assert workspace.inspector.buttons.comment.isChecked()
    press(Key.Key_3)
    found = verdict_of(sentence_id(FERRY, 0))
    assert found == Verdict(State.LABELLED, ("hedge",), comment="who says so?")


def test_ctrl_enter_returns_to_the_text(workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf) -> None:
    type_comment(workspace, "why?")
    press(Key.Key_Return, modifier=CONTROL)
    assert workspace.text.view.hasFocus()
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED, comment="why?")


def test_an_emptied_field_takes_the_comment_away(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    type_comment(workspace, "why?")
    press(Key.Key_Escape, Key.Key_C)
    workspace.inspector.slot.comment.selectAll()
    press(Key.Key_Delete, Key.Key_Escape)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict()


def test_nothing_typed_writes_nothing(workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf) -> None:
    press(Key.Key_C, Key.Key_Escape)
    assert verdict_of(sentence_id(FERRY, 0)) is None
    assert workspace.inspector.slot.currentIndex() == 0


def test_going_to_another_sentence_saves_on_the_one_it_was_typed_for(
    workspace: AnnotateWorkspace, verdict_of: VerdictOf
) -> None:
    type_comment(workspace, "first")
    workspace.next_sentence()
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED, comment="first")
    assert workspace.inspector.slot.comment.toPlainText() == ""
    QTest.keyClicks(workspace.inspector.slot.comment, "second")
    workspace.next_article()
    assert verdict_of(sentence_id(FERRY, 1)) == Verdict(State.CLEARED, comment="second")
    assert verdict_of(sentence_id(MILL, 0)) is None


def test_a_judgment_by_mouse_keeps_what_is_being_typed(workspace: AnnotateWorkspace, verdict_of: VerdictOf) -> None:
    type_comment(workspace, "half a th")
    QTest.mouseClick(workspace.inspector.rows.row("hedge").toggle, Qt.MouseButton.LeftButton)
    assert workspace.inspector.slot.comment.hasFocus()
    QTest.keyClicks(workspace.inspector.slot.comment, "ought")
    workspace.focus_text()
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("hedge",), comment="half a thought")


def test_closing_the_project_saves_what_is_being_typed(window: Window) -> None:
    path = window.session.project.path
    type_comment(window.annotate, "last words")
    window.close_project()
    assert window.open_project(path)
    assert window.annotate.inspector.slot.comment.toPlainText() == "last words"


def test_a_comment_that_could_not_be_saved_comes_back_and_is_tried_again(
    window: Window, workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    refused: list[str] = []
    window.session.refused.connect(refused.append)
    connection = window.session.project.connection
    connection.execute("PRAGMA query_only = ON")
    type_comment(workspace, "kept")
    press(Key.Key_Escape, Key.Key_J)
    assert refused
    assert workspace.inspector.slot.comment.toPlainText() == ""
    press(Key.Key_K)
    assert workspace.inspector.slot.comment.toPlainText() == "kept"
    connection.execute("PRAGMA query_only = OFF")
    press(Key.Key_J)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.CLEARED, comment="kept")


def test_undo_in_the_text_takes_the_comment_back(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    type_comment(workspace, "why?")
    press(Key.Key_Escape)
    press(Key.Key_Z, modifier=CONTROL)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict()
    assert workspace.inspector.slot.comment.toPlainText() == ""
