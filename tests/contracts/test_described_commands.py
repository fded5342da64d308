"""Keys and commands in the documents are those of the program, neither more nor fewer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.core
import typer.main
from PySide6.QtGui import QKeySequence

from desktop.actions.action import Action, Menu
from desktop.actions.registry import all_actions
from desktop.console import COMMANDS
from desktop.tour.command import add_tour
from labeling.cli.app import app
from labeling.operations.projects import standard_codebook
from labeling.resources import RESOURCES
from tests.contracts.markdown import blocks, code, rows, section

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEYS_PAGE = (RESOURCES / "help" / "keys.md").read_text(encoding="utf-8")
PAGES = sorted((RESOURCES / "help").glob("*.md"))
IN_FIELDS_AND_TABLES = {"Ctrl+C"}
COMMANDS_PAGE = (RESOURCES / "help" / "command-line.md").read_text(encoding="utf-8")
# The keys that other people's habits depend on. `Return` is the large Enter key.
CONTRACT = {
    "1": "label.toggle.anonymous_source",
    "2": "label.toggle.on_record",
    "3": "label.toggle.hedge",
    "4": "label.toggle.denial",
    "Q": "label.set.anonymous_source",
    "W": "label.set.on_record",
    "E": "label.set.hedge",
    "R": "label.set.denial",
    "0": "label.none",
    "X": "label.exclude",
    "Enter": "label.accept",
    "Down": "go.next_sentence",
    "J": "go.next_sentence",
    "Up": "go.previous_sentence",
    "K": "go.previous_sentence",
    "Space": "go.next_unjudged",
    "PageDown": "go.next_article",
    "PageUp": "go.previous_article",
    "U": "label.unsure",
    "C": "label.comment",
    "Ctrl+Z": "edit.undo",
    "Ctrl+Shift+Z": "edit.redo",
    "Ctrl+1": "go.annotate",
    "Ctrl+2": "go.review",
    "Ctrl+3": "go.export",
    "Ctrl+F": "edit.search",
    "Ctrl+K": "view.commands",
    "F1": "help.keys",
}


def actions() -> tuple[Action, ...]:
    return all_actions(standard_codebook())


def commands() -> dict[str, set[str]]:
    """Return the options of each command."""
    program = typer.Typer()
    program.registered_commands += app.registered_commands
    add_tour(program)
    group = typer.main.get_command(program)
    assert isinstance(group, typer.core.TyperGroup)
    return {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        for name, command in group.commands.items()
    }


def portable(key: str) -> str:
    """Return a key as Qt spells it: PageDown is PgDown there."""
    return QKeySequence(key.replace("Page", "Pg")).toString()


def test_the_keys_of_the_contract_run_their_actions() -> None:
    owners = {portable(key): action.id for action in actions() for key in action.keys}
    assert {key: owners[portable(key)] for key in CONTRACT} == CONTRACT


def test_the_readme_lists_the_keys_of_the_contract() -> None:
    listed = [key for row in rows(section(README, "Keys")) for key in code(row[0])]
    assert sorted(listed) == sorted(CONTRACT)


@pytest.mark.parametrize("menu", Menu)
def test_the_help_lists_every_key_under_its_menu(menu: Menu) -> None:
    listed = {row[1]: [portable(key) for key in code(row[0])] for row in rows(section(KEYS_PAGE, menu.value))}
    assert listed == {
        action.title: [portable(key) for key in action.keys]
        for action in actions()
        if action.menu is menu and action.keys
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_help_pages_name_keys_that_exist(page: Path) -> None:
    keys = {portable(key) for action in actions() for key in action.keys}
    named = [key for key in code(page.read_text(encoding="utf-8")) if key.startswith(("Ctrl+", "Shift+", "F1", "Page"))]
    assert not [key for key in named if portable(key) not in keys and key not in IN_FIELDS_AND_TABLES]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda path: path.stem)
def test_documents_name_menus_that_exist(page: Path) -> None:
    commands = {f"{action.menu.value} > {action.title}" for action in actions()}
    text = " ".join(page.read_text(encoding="utf-8").split())
    assert set(re.findall(r"\*((?:File|Edit|Label|Go|View|Help) > [^*]+)\*", text)) <= commands


def test_the_help_lists_every_command_of_the_command_line() -> None:
    usages = [code(row[0])[0] for row in rows(COMMANDS_PAGE) if row[0].startswith("`hedgerow ")]
    listed = [usage.split()[1] for usage in usages]
    assert sorted(listed) == sorted(["[PROJECT]", *commands()])
    assert set(commands()) == COMMANDS


def test_the_readme_lists_every_command_of_the_command_line() -> None:
    (block,) = blocks(section(README, "Command line"))
    assert sorted(line.split()[1] for line in block.splitlines()) == sorted(["[PROJECT]", *commands()])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_lists_every_option_of_a_command(name: str) -> None:
    usage = next(row[0] for row in rows(COMMANDS_PAGE) if row[0].startswith(f"`hedgerow {name} "))
    described = set(re.findall(r"--[a-z][a-z-]*", usage + section(COMMANDS_PAGE, name)))
    assert described == commands()[name]
