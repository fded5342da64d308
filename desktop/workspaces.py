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
    REVIEW = "review"
    EXPORT = "export"


TITLES = {
    Workspace.ANNOTATE: marked("workspaces", "Annotate"),
    Workspace.REVIEW: marked("workspaces", "Review"),
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


class ReadingPage(WorkspacePage):
    """A workspace in which sentences are read and decided on, with the same keys wherever that is.

    What a key says of the current sentence is a judgment in one and settles it for the team in the other; to go on is
    to go to the next sentence that is not judged, or not settled. `moved`: another sentence is current.
    """

    moved = Signal()

    @property
    def has_sentence(self) -> bool:
        """Whether there is a current sentence that keys can decide on."""
        raise NotImplementedError

    def toggle_label(self, label_id: str) -> None:
        """Set a label or take it away."""
        raise NotImplementedError

    def set_and_go(self, label_id: str) -> None:
        """Set just this label and go on."""
        raise NotImplementedError

    def none_and_go(self) -> None:
        """Say that no label applies, and go on."""
        raise NotImplementedError

    def exclude_and_go(self) -> None:
        """Say that this is not prose, and go on."""
        raise NotImplementedError

    def accept_and_go(self) -> None:
        """Accept what is proposed, and go on."""
        raise NotImplementedError

    def focus_comment(self) -> None:
        """Put the focus where words are written about the current sentence."""
        raise NotImplementedError

    def undo(self) -> None:
        raise NotImplementedError

    def redo(self) -> None:
        raise NotImplementedError

    def next_sentence(self) -> None:
        raise NotImplementedError

    def previous_sentence(self) -> None:
        raise NotImplementedError

    def next_unjudged(self) -> None:
        """Go on, deciding nothing."""
        raise NotImplementedError

    def next_article(self) -> None:
        raise NotImplementedError

    def previous_article(self) -> None:
        raise NotImplementedError

    def show_list(self) -> None:
        """Put the focus into the list at the left; a folded one opens over the text."""
        raise NotImplementedError

    def copy_sentence(self) -> None:
        """Copy the selected words, else the current sentence."""
        raise NotImplementedError

    def zoom(self, step: int) -> None:
        """Make the letters of the article larger (1) or smaller (-1), or give them their usual size (0)."""
        raise NotImplementedError

    def set_measure(self, pixels: int) -> None:
        """Give the lines of the article another width."""
        raise NotImplementedError

    def set_keys_asleep(self, asleep: bool) -> None:
        """Show whether label keys go to a text field at this moment."""
        raise NotImplementedError

    def settle(self) -> None:
        """Save words that are being typed."""
        raise NotImplementedError
