"""The workspaces that there are, and what the window asks of each. A new one needs a row here and one in `pages`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.theme.tokens import Theme
from desktop.words import marked


class Workspace(StrEnum):
    """What the window can show of a project, in the order of the header; each has the command `go.…` of its name."""

    ANNOTATE = "annotate"
    EXPORT = "export"


TITLES = {
    Workspace.ANNOTATE: marked("workspaces", "Annotate"),
    Workspace.EXPORT: marked("workspaces", "Export"),
}


class WorkspacePage(QWidget):
    """A workspace as the window knows it.

    `message` is for the status bar; `header_wanted` asks for the focus to go on; `facts_changed`: `facts` may be
    others; `sentence_wanted` carries the SentenceId that is to be shown in Annotate.
    """

    message = Signal(str)
    header_wanted = Signal()
    facts_changed = Signal()
    sentence_wanted = Signal(object)

    def facts(self, *, roomy: bool) -> dict[str, str]:  # noqa: ARG002  # for those that have some
        """Return what the status bar says of the project, in order; in a narrow window only what matters most.

        Those of Annotate follow each key press; `desktop.progress` shows them.
        """
        return {}

    def take_focus(self) -> None:
        """Put the focus where one works."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Leave what is open over the usual view, or the control that has the focus, for where one works."""
        self.take_focus()

    def cycle_panels(self) -> None:
        """Put the focus into the next panel; after the last one, ask for the header."""
        raise NotImplementedError

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys beside what they do, by the ids of the commands that they run."""
        raise NotImplementedError

    def set_narrow(self, window_width: int) -> None:
        """Fold what does not fit into a window of this width."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Show everything in a theme."""
        raise NotImplementedError

    def state(self) -> dict[str, Any]:
        """Return where one is, for `restore`."""
        raise NotImplementedError

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the project that was just opened, where it was left."""
        raise NotImplementedError
