"""What can be done in Review only; what else can be done there is what can be done in Annotate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.actions.action import Action, Menu, When
from desktop.words import marked
from desktop.workspaces import Workspace

if TYPE_CHECKING:
    from desktop.window import Window

# The keys of the middle row of letters, from the left, for the columns of votes from the left.
_KEYS = ("A", "S", "D", "F", "G", "H")
_TITLES = (
    marked("actions", "As the first annotator, go on"),
    marked("actions", "As the second annotator, go on"),
    marked("actions", "As the third annotator, go on"),
    marked("actions", "As the fourth annotator, go on"),
    marked("actions", "As the fifth annotator, go on"),
    marked("actions", "As the sixth annotator, go on"),
)


def _settling_as(place: int) -> Callable[[Window], object]:
    return lambda window: window.pages.review.settle_as_and_go(place)


_LISTS = (
    (
        "corrections",
        marked("actions", "Where I was corrected"),
        marked("actions", "List the sentences that your team settled otherwise than you judged them"),
    ),
    (
        "comments",
        marked("actions", "Comments of all"),
        marked("actions", "List what annotators wrote about sentences, to sharpen the rules of the codebook"),
    ),
    (
        "rules",
        marked("actions", "Judged by changed rules"),
        marked("actions", "List the sentences whose judgment a change of the codebook may touch"),
    ),
)


def _listing(which: str) -> Callable[[Window], object]:
    def show(window: Window) -> None:
        from desktop.review.lessons import Listing

        window.show_workspace(Workspace.REVIEW)
        window.pages.review.show_listing(Listing(which))

    return show


LISTS = tuple(
    Action(f"review.{which}", title, tip, Menu.GO, _listing(which), section=4) for which, title, tip in _LISTS
)
ACTIONS = tuple(
    Action(
        f"review.as.{place + 1}",
        title,
        marked("actions", "Settle the sentence as the annotator in this column has it, and go to the next open one"),
        Menu.LABEL,
        _settling_as(place),
        (key,),
        When.SETTLING,
        plain=True,
        section=5,
    )
    for place, (title, key) in enumerate(zip(_TITLES, _KEYS, strict=True))
)
