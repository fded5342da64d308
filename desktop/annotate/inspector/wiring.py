"""What the controls of the inspector do: the same as the keys that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotate.inspector.inspector import Inspector

if TYPE_CHECKING:
    from desktop.annotate.workspace import AnnotateWorkspace


def connect(inspector: Inspector, workspace: AnnotateWorkspace) -> None:
    """Let the controls judge the current sentence of a workspace."""
    rows, buttons, slot = inspector.rows, inspector.buttons, inspector.slot
    rows.toggled.connect(workspace.toggle_label)
    rows.chosen.connect(workspace.set_and_go)
    buttons.none_chosen.connect(workspace.none_and_go)
    buttons.exclude_chosen.connect(workspace.exclude_and_go)
    buttons.unsure_toggled.connect(workspace.toggle_unsure)
    buttons.comment_wanted.connect(workspace.focus_comment)
    slot.left.connect(workspace.focus_text)
    slot.accepted.connect(workspace.accept_and_go)
    slot.dismissed.connect(workspace.dismiss_note)
