"""What can be done in Review only; what else can be done there is what can be done in Annotate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.actions.action import Action, Menu, When
from desktop.words import marked

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
