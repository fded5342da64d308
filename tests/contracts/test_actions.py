"""Every command has what menus, palette and sheet need, keys of its own, and a test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions.action import Action, Menu, When
from desktop.actions.keys import clashes, is_plain
from desktop.actions.registry import all_actions
from labeling.domain.codebooks import TOGGLE_KEYS
from tests.factories import small_codebook

TESTS = Path(__file__).parents[1]
NINE = all_actions(small_codebook(*(f"label_{letter}" for letter in "abcdefghi"[: len(TOGGLE_KEYS)])))
STANDARD = all_actions(small_codebook())


def one(action: Action) -> str:
    return action.id


def test_ids_are_unique() -> None:
    assert len({action.id for action in NINE}) == len(NINE)


def test_no_key_has_two_meanings_even_with_nine_labels() -> None:
    assert len([action for action in NINE if action.id.startswith("label.toggle.")]) == 9
    assert {key: [action.id for action in having] for key, having in clashes(NINE, {}).items()} == {}


@pytest.mark.parametrize("action", STANDARD, ids=one)
def test_a_command_has_a_title_and_a_tip(action: Action) -> None:
    assert action.title
    assert action.title == action.title.strip()
    assert len(action.tip) > 10
    assert not action.tip.endswith("."), "a tip is no sentence"
    assert action.menu in Menu


@pytest.mark.parametrize("action", STANDARD, ids=one)
def test_keys_are_spelled_as_qt_reads_them(action: Action) -> None:
    for key in action.keys:
        assert QKeySequence(key).toString() == key


@pytest.mark.parametrize("action", STANDARD, ids=one)
def test_keys_that_a_text_field_needs_sleep_there(action: Action) -> None:
    assert action.plain == any(is_plain(key) for key in action.keys)


@pytest.mark.parametrize("action", STANDARD, ids=one)
def test_plain_keys_need_a_project(action: Action) -> None:
    assert not action.plain or action.when is not When.ALWAYS


def test_every_menu_has_commands_in_rising_sections() -> None:
    for menu in Menu:
        sections = [action.section for action in STANDARD if action.menu is menu]
        assert sections
        assert sections == sorted(sections)


@pytest.mark.parametrize("action", STANDARD, ids=one)
def test_a_command_is_mentioned_in_a_test(action: Action) -> None:
    """By its id, or, since labels are the codebook's, by the beginning of it."""
    wanted = ".".join(action.id.split(".")[:2])
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    if action.id.startswith("view.theme_"):
        wanted = "view.theme_"
    assert any(wanted in text for text in texts), f"no test mentions {wanted}"
