"""The Label menu: made from the codebook of the open project, so that keys and names are those of its labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions.action import Action, Menu, When
from desktop.words import marked
from labeling.domain.codebooks import Codebook, Label

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

FIXED = (
    Action(
        "label.none",
        marked("actions", "None applies, go on"),
        marked("actions", "Say that no label applies, and go to the next unjudged sentence"),
        Menu.LABEL,
        lambda window: window.pages.reader.none_and_go(),
        ("0",),
        When.SENTENCE,
        plain=True,
        section=2,
    ),
    Action(
        "label.exclude",
        marked("actions", "Exclude, go on"),
        marked("actions", "Say that this is not prose of the article (a byline, a caption, a link), and go on"),
        Menu.LABEL,
        lambda window: window.pages.reader.exclude_and_go(),
        ("X",),
        When.SENTENCE,
        plain=True,
        section=2,
    ),
    Action(
        "label.accept",
        marked("actions", "Accept, go on"),
        marked(
            "actions",
            "Accept the suggestion if one is shown, in Review the majority, and go to the next sentence",
        ),
        Menu.LABEL,
        lambda window: window.pages.reader.accept_and_go(),
        ("Enter", "Return"),
        When.SENTENCE,
        plain=True,
        section=2,
    ),
    Action(
        "label.unsure",
        marked("actions", "Unsure"),
        marked("actions", "Flag the sentence as one that you are not sure of, or take the flag away"),
        Menu.LABEL,
        lambda window: window.annotate.toggle_unsure(),
        ("U",),
        When.JUDGING,
        plain=True,
        section=3,
    ),
    Action(
        "label.comment",
        marked("actions", "Comment"),
        marked("actions", "Write a comment on the sentence, in Review why it was settled so; Esc returns to the text"),
        Menu.LABEL,
        lambda window: window.pages.reader.focus_comment(),
        ("C",),
        When.SENTENCE,
        plain=True,
        section=3,
    ),
    Action(
        "label.dismiss",
        marked("actions", "Dismiss note"),
        marked("actions", "Put the note on your judgment away; again, when none is left, brings them back"),
        Menu.LABEL,
        lambda window: window.annotate.dismiss_note(),
        ("M",),
        When.JUDGING,
        plain=True,
        section=3,
    ),
    Action(
        "label.split",
        marked("actions", "Split sentence at the cursor"),
        marked("actions", "Make two sentences of the current one, at the place in it that you clicked"),
        Menu.LABEL,
        lambda window: window.annotate.split_at_cursor(),
        ("Ctrl+Shift+S",),
        When.JUDGING,
        section=4,
    ),
    Action(
        "label.join",
        marked("actions", "Join with the next sentence"),
        marked("actions", "Make one sentence of the current one and the next of its paragraph"),
        Menu.LABEL,
        lambda window: window.annotate.join_with_next(),
        ("Ctrl+Shift+J",),
        When.JUDGING,
        section=4,
    ),
)


def label_actions(codebook: Codebook) -> tuple[Action, ...]:
    """Return the actions of the Label menu for the labels of a codebook."""
    toggles = tuple(_toggle(codebook, label) for label in codebook.labels)
    sets = tuple(_set_and_go(codebook, label) for label in codebook.labels)
    return (*toggles, *sets, *FIXED)


def _toggle(codebook: Codebook, label: Label) -> Action:
    return Action(
        f"label.toggle.{label.id}",
        label.name,
        translate(
            "actions", "Set the label “{label}”, or take it away; with words selected, mark them as evidence"
        ).format(label=label.name),
        Menu.LABEL,
        _toggling(label.id),
        (codebook.toggle_key(label),),
        When.SENTENCE,
        plain=True,
        section=0,
    )


def _set_and_go(codebook: Codebook, label: Label) -> Action:
    return Action(
        f"label.set.{label.id}",
        translate("actions", "{label}, go on").format(label=label.name),
        translate("actions", "Set just “{label}”, and go to the next unjudged sentence").format(label=label.name),
        Menu.LABEL,
        _setting(label.id),
        (codebook.set_key(label),),
        When.SENTENCE,
        plain=True,
        section=1,
    )


def _toggling(label_id: str) -> Callable[[Window], object]:
    return lambda window: window.pages.reader.toggle_label(label_id)


def _setting(label_id: str) -> Callable[[Window], object]:
    return lambda window: window.pages.reader.set_and_go(label_id)
