"""One command of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import Window


class Menu(StrEnum):
    """The menus, in their order; also the headings of the shortcut sheet."""

    FILE = "File"
    EDIT = "Edit"
    LABEL = "Label"
    GO = "Go"
    VIEW = "View"
    HELP = "Help"


class When(StrEnum):
    """Where an action applies."""

    ALWAYS = "always"
    PROJECT = "project"  # a project is open
    READING = "reading"  # Annotate or Review is shown
    SENTENCE = "sentence"  # and there is a current sentence
    JUDGING = "judging"  # Annotate is shown, with a current sentence
    SETTLING = "settling"  # Review is shown, with a current sentence
    ANNOTATE = "annotate"  # the workspace of that name is shown; so with those below
    REVIEW = "review"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Action:
    """A command as data.

    `keys` are portable key sequences (`Ctrl+Shift+Z`, `PgDown`), the first shown in menus. An action with `plain` keys
    (no Ctrl or Alt) sleeps while a text field, a list or a menu has the focus. `section` numbers group a menu, with a
    separator between groups; `under` is the title of a menu within it. `checked`, for an action that is on or off, says
    which. `prevented` says why an action can't be used now although it applies; empty when it can.
    """

    id: str
    title: str
    tip: str
    menu: Menu
    run: Callable[[Window], object]
    keys: tuple[str, ...] = ()
    when: When = When.PROJECT
    plain: bool = False
    section: int = 0
    under: str = ""
    checked: Callable[[Window], bool] | None = None
    prevented: Callable[[Window], str] | None = None
