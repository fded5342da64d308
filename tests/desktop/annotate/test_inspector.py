"""The inspector shows what is said of the current sentence, and its controls say it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from desktop.annotate.hints import Hint
from desktop.annotate.inspector.inspector import Inspector
from desktop.annotate.workspace import AnnotateWorkspace
from desktop.theme.tokens import METRICS, ThemeName, load_theme
from desktop.window import Window
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook, Example, Label
from labeling.domain.judgments import State, Verdict
from labeling.operations import judging
from labeling.store import codebooks
from tests.desktop.annotate.conftest import Press, VerdictOf
from tests.factories import FERRY, sentence_id, small_codebook

Key = Qt.Key


def click(widget: QWidget, point: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point or widget.rect().center())


def test_a_row_toggles_its_label_and_shows_that_it_is_set(workspace: AnnotateWorkspace, verdict_of: VerdictOf) -> None:
    row = workspace.inspector.rows.row("denial")
    click(row.toggle)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("denial",))
    assert row.toggle.isChecked()
    assert workspace.text.view.hasFocus()
    click(row.toggle)
    assert not row.toggle.isChecked()


def test_the_key_at_the_right_sets_just_its_label_and_goes_on(
    workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    press(Key.Key_1)
    click(workspace.inspector.rows.row("denial").choose)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("denial",))
    assert workspace.current == sentence_id(FERRY, 1)
    assert not workspace.inspector.rows.row("denial").toggle.isChecked()


def test_a_click_on_a_button_that_changes_nothing_leaves_it_as_it_is(workspace: AnnotateWorkspace) -> None:
    none = workspace.inspector.buttons.none
    click(none)
    workspace.previous_sentence()
    assert none.isChecked()
    workspace.inspector.buttons.none.click()
    workspace.previous_sentence()
    assert none.isChecked()


@pytest.mark.parametrize(
    ("press_button", "expected"),
    [
        (lambda inspector: inspector.buttons.none, Verdict(State.NONE)),
        (lambda inspector: inspector.buttons.exclude, Verdict(State.EXCLUDED)),
        (lambda inspector: inspector.buttons.unsure, Verdict(unsure=True)),
    ],
)
def test_the_buttons_do_what_their_keys_do(
    workspace: AnnotateWorkspace,
    verdict_of: VerdictOf,
    press_button: Callable[[Inspector], QPushButton],
    expected: Verdict,
) -> None:
    click(press_button(workspace.inspector))
    assert verdict_of(sentence_id(FERRY, 0)) == expected


def test_place_state_and_history_follow(workspace: AnnotateWorkspace, press: Press) -> None:
    inspector = workspace.inspector
    assert inspector.place.text() == "Sentence 1 of 4"
    assert inspector.state.text() == "Not judged yet"
    assert [words for _, words in inspector.history.lines] == ["Nothing yet. Every change will be kept here."]
    press(Key.Key_1, Key.Key_3, Key.Key_U)
    assert inspector.state.text().startswith("Labelled ")
    assert inspector.state.text().endswith(" · by hand")
    assert [words for _, words in inspector.history.lines] == [
        "Anonymous_source, hedge; unsure",
        "Anonymous_source, hedge",
        "Anonymous_source",
    ]
    press(Key.Key_J)
    assert inspector.place.text() == "Sentence 2 of 4"
    assert inspector.state.text() == "Not judged yet"


def test_what_was_said_before_a_join_stays_in_the_history(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_0, Key.Key_K)
    workspace.join_with_next()
    assert workspace.inspector.state.text() == "Not judged yet"
    said = [words for _, words in workspace.inspector.history.lines]
    assert said == ["None applies (before it was split or joined)"]


def test_a_long_history_is_shown_whole_on_demand(workspace: AnnotateWorkspace, press: Press) -> None:
    press(*[Key.Key_U] * 15)
    history = workspace.inspector.history
    assert history.all.isVisibleTo(history)
    assert len(history.lines) < 15
    history.all.click()
    assert len(history.lines) == 15


def test_the_slot_keeps_its_height_whatever_it_holds(workspace: AnnotateWorkspace, press: Press) -> None:
    slot = workspace.inspector.slot
    assert slot.currentIndex() == 0
    before = slot.height()
    press(Key.Key_3)
    assert slot.currentIndex() == 1
    assert slot.height() == before
    assert before + 2 * 12 == METRICS.slot


def test_the_entry_is_that_of_the_label_set_last_or_focused(workspace: AnnotateWorkspace, press: Press) -> None:
    inspector = workspace.inspector
    assert inspector.entry.label_id == "anonymous_source"
    press(Key.Key_3)
    assert inspector.entry.label_id == "hedge"
    inspector.rows.row("denial").toggle.setFocus()
    assert inspector.entry.label_id == "denial"


def test_the_whole_entry_has_all_rules_and_examples(window: Window) -> None:
    rules = ("First <rule>.", "Second rule.", "Third rule.")
    examples = (Example("It may rain.", applies=True, why="A doubt."), Example("In May.", applies=False))
    label = Label("hedge", "Hedge", "H", "amber", "wavy", "Uncertain.", rules, examples)
    entry = window.annotate.inspector.entry
    entry.set_codebook(Codebook("Small", "", (label,)))

    def shown() -> str:
        return " ".join(each.text() for each in entry.findChildren(QLabel) if each.isVisibleTo(entry))

    assert "Codebook: Hedge" in shown()
    assert "First &lt;rule&gt;." in shown()
    assert "Third rule." not in shown()
    entry.buttons[1].setFocus()
    QTest.keyClick(entry.buttons[1], Key.Key_Space)
    assert all(words in shown() for words in ("Third rule.", "It may rain.", "A doubt.", "In May."))


def test_another_codebook_brings_its_labels_keys_and_filters(
    window: Window, workspace: AnnotateWorkspace, press: Press, verdict_of: VerdictOf
) -> None:
    with window.session.project.write() as db:
        codebooks.choose(db, small_codebook("hedge", "opinion", "a", "b", "c", "d", "e", "f", "g"))
    window.session.tell(ChangeSet(Act.CODEBOOK, codebook=True))
    assert len(workspace.inspector.rows.buttons) == 18
    press(Key.Key_9)
    assert verdict_of(sentence_id(FERRY, 0)) == Verdict(State.LABELLED, ("g",))
    assert workspace.inspector.rows.row("g").toggle.isChecked()


def test_changed_keys_are_shown_also_after_the_labels_are_made_anew(window: Window) -> None:
    inspector = window.annotate.inspector
    inspector.set_keys({"label.toggle.hedge": "F5", "label.unsure": "F6"})
    inspector.set_codebook(small_codebook())
    assert inspector.rows.row("hedge").toggle.toolTip().endswith("(F5)")
    assert inspector.buttons.unsure.toolTip().endswith("(F6)")


def test_without_an_article_nothing_can_be_judged(closed_window: Window) -> None:
    inspector = closed_window.annotate.inspector
    inspector.show_sentence("", None, None, (), Hint())
    assert not inspector.rows.isEnabled()
    assert not inspector.buttons.isEnabled()
    assert inspector.state.text() == ""


def test_every_control_has_a_name_a_role_and_says_what_it_does(workspace: AnnotateWorkspace) -> None:
    for widget in workspace.inspector.stops:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
        assert interface.role() in {QAccessible.Role.CheckBox, QAccessible.Role.Button, QAccessible.Role.EditableText}
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            assert interface.text(QAccessible.Text.Description), widget


def test_a_set_label_is_said_to_be_checked(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_3)
    interface = QAccessible.queryAccessibleInterface(workspace.inspector.rows.row("hedge").toggle)
    assert interface.text(QAccessible.Text.Name) == "hedge"
    assert interface.state().checked


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_set_row_looks_otherwise_than_one_that_is_not(
    workspace: AnnotateWorkspace, press: Press, name: ThemeName
) -> None:
    workspace.apply_theme(load_theme(name))
    toggle = workspace.inspector.rows.row("hedge").toggle
    before = toggle.grab().toImage()
    press(Key.Key_3)
    assert toggle.grab().toImage() != before
    press(Key.Key_3)
    assert toggle.grab().toImage() == before


def test_undo_shows_the_sentence_as_it_was(window: Window, workspace: AnnotateWorkspace) -> None:
    window.session.run(judging.toggle_label, sentence_id(FERRY, 0), "hedge")
    workspace.undo()
    assert not workspace.inspector.rows.row("hedge").toggle.isChecked()
    assert workspace.inspector.history.lines[0][1] == "Not judged (by undo or redo)"
