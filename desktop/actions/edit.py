"""The Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions import imports
from desktop.actions.action import Action, Menu, When
from desktop.words import marked
from desktop.workspaces import Workspace

if TYPE_CHECKING:
    from desktop.window import Window


def _search(window: Window) -> None:
    if window.pages.shown is not Workspace.ANNOTATE:
        window.show_workspace()
    window.annotate.focus_search()


ACTIONS = (
    Action(
        "edit.undo",
        marked("actions", "Undo"),
        marked("actions", "Take back the last thing you did, in whatever article it was, also after a restart"),
        Menu.EDIT,
        lambda window: window.pages.reader.undo(),
        ("Ctrl+Z",),
        When.READING,
    ),
    Action(
        "edit.redo",
        marked("actions", "Redo"),
        marked("actions", "Do again what was undone last"),
        Menu.EDIT,
        lambda window: window.pages.reader.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        When.READING,
    ),
    Action(
        "edit.copy_sentence",
        marked("actions", "Copy sentence"),
        marked("actions", "Copy the words of the current sentence to the clipboard"),
        Menu.EDIT,
        lambda window: window.pages.reader.copy_sentence(),
        ("Ctrl+Shift+C",),
        When.SENTENCE,
        section=1,
    ),
    Action(
        "edit.paste_article",
        marked("actions", "Paste article…"),
        marked("actions", "Make an article of the text on the clipboard"),
        Menu.EDIT,
        imports.paste_article,
        ("Ctrl+Shift+V",),
        When.ALWAYS,
        section=1,
    ),
    Action(
        "edit.search",
        marked("actions", "Search"),
        marked("actions", "Find articles and sentences by the words in them"),
        Menu.EDIT,
        _search,
        ("Ctrl+F",),
        section=2,
    ),
)
