"""The order of work, in a menu of its own within Go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.actions.action import Action, Menu, When
from desktop.annotate.ordering.words import LIKELY_FIRST, TITLES
from desktop.words import marked
from labeling.domain.codebooks import Codebook, Label
from labeling.domain.orders import Order

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate

_UNDER = marked("actions", "Order of work")
_SECTION, _LABELS_SECTION = 5, 6
_TIPS = {
    Order.ARTICLE: marked("actions", "Go on to the next unjudged sentence as the articles stand in the list"),
    Order.UNCERTAIN: marked(
        "actions", "Go on to the sentences that suggestions are least sure of, a few of an article together"
    ),
    Order.RARE: marked(
        "actions", "Go on to the sentences that are likely to have the label that was given least so far"
    ),
    Order.SAMPLE: marked("actions", "Go on through the articles that were drawn at random, to measure on them"),
}


def order_actions(codebook: Codebook | None) -> tuple[Action, ...]:
    """Return the four orders, and one for each label of a codebook whose likely sentences can come first."""
    return (
        *(_order(order) for order in Order),
        *(_likely_first(label) for label in (codebook.labels if codebook else ())),
    )


def _order(order: Order) -> Action:
    return Action(
        f"go.order_{order.value}",
        translate("ordering", TITLES[order]),
        _TIPS[order],
        Menu.GO,
        _choosing(order),
        when=When.ANNOTATE,
        section=_SECTION,
        under=_UNDER,
        checked=lambda window: window.annotate.order.order is order,
    )


def _likely_first(label: Label) -> Action:
    return Action(
        f"go.order_rare.{label.id}",
        translate("ordering", LIKELY_FIRST).format(label=label.name),
        translate("actions", "Go on to the sentences that are likely to have the label “{label}”").format(
            label=label.name
        ),
        Menu.GO,
        _choosing(Order.RARE, label.id),
        when=When.ANNOTATE,
        section=_LABELS_SECTION,
        under=_UNDER,
        checked=lambda window: window.annotate.order.label == label.id,
    )


def _choosing(order: Order, label: str = "") -> Callable[[Window], object]:
    return lambda window: window.annotate.order.choose(order, label)
