from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.actions.action import Action
from desktop.actions.keys import clashes, is_plain, is_plain_press, key_text, keys_of, usable, with_key, without_change
from desktop.actions.registry import all_actions
from labeling.domain.errors import Refused
from tests.factories import small_codebook

ACTIONS = all_actions(small_codebook())


def action(identifier: str) -> Action:
    return next(action for action in ACTIONS if action.id == identifier)


@pytest.mark.parametrize("key", ["J", "1", "Space", "Return", "PgDown", "Shift+A", "Down"])
def test_keys_that_a_text_field_or_a_list_needs_are_plain(key: str) -> None:
    assert is_plain(key)


@pytest.mark.parametrize("key", ["Ctrl+J", "Alt+1", "Meta+Space", "F1", "Shift+F1", "Esc", "Ctrl++"])
def test_other_keys_are_not(key: str) -> None:
    assert not is_plain(key)


def test_a_press_is_judged_like_a_key() -> None:
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert is_plain_press(Qt.Key.Key_J, none)
    assert is_plain_press(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert not is_plain_press(Qt.Key.Key_J, control)
    assert not is_plain_press(Qt.Key.Key_F6, none)
    assert not is_plain_press(Qt.Key.Key_Escape, none)


def test_a_changed_key_takes_the_place_of_all_usual_ones() -> None:
    changed = with_key(ACTIONS, {}, action("go.next_sentence"), "N")
    assert keys_of(action("go.next_sentence"), changed) == ("N",)
    assert keys_of(action("go.previous_sentence"), changed) == ("Up", "K")
    assert not clashes(ACTIONS, changed)


def test_the_usual_key_again_is_no_change() -> None:
    changed = with_key(ACTIONS, {}, action("label.unsure"), "Y")
    assert with_key(ACTIONS, changed, action("label.unsure"), "U") == {}
    assert without_change(changed, action("label.unsure")) == {}


@pytest.mark.parametrize(
    ("identifier", "key", "problem"),
    [
        ("go.next_sentence", "K", "Previous sentence"),
        ("file.export", "Ctrl+N", "New project…"),
        ("label.toggle.hedge", "1", "anonymous_source"),
        ("file.export", "E", "text fields"),
        ("go.next_sentence", "Tab", "must stay free"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_the_reason(identifier: str, key: str, problem: str) -> None:
    with pytest.raises(Refused, match=problem):
        with_key(ACTIONS, {}, action(identifier), key)


def test_a_key_that_was_given_up_is_free() -> None:
    changed = with_key(ACTIONS, {}, action("go.previous_sentence"), "B")
    assert with_key(ACTIONS, changed, action("go.next_sentence"), "K")["go.next_sentence"] == ("K",)


def test_changes_that_clash_with_another_codebook_are_left_out() -> None:
    changed = with_key(ACTIONS, {}, action("label.unsure"), "5") | {"label.comment": ("N",)}
    five = all_actions(small_codebook("a", "b", "c", "d", "e"))
    assert usable(five, changed) == {"label.comment": ("N",)}


def test_keys_are_named_as_the_system_names_them() -> None:
    assert key_text(("Ctrl+Shift+Z", "Ctrl+Y")) == "Ctrl+Shift+Z, Ctrl+Y"
    assert key_text(()) == ""
