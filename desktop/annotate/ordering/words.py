"""What the orders of work are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.words import marked
from labeling.domain.orders import Order

translate = QCoreApplication.translate

TITLES = {
    Order.ARTICLE: marked("ordering", "In the order of the articles"),
    Order.UNCERTAIN: marked("ordering", "Most uncertain first"),
    Order.RARE: marked("ordering", "A rare label first"),
    Order.SAMPLE: marked("ordering", "Through the sample"),
}
LIKELY_FIRST = marked("ordering", "Likely “{label}” first")

_NOTHING_LEFT = {
    Order.UNCERTAIN: marked("ordering", "Nothing is left to judge that the suggestions are uncertain of."),
    Order.RARE: marked("ordering", "Nothing is left to judge that “{label}” is suggested for."),
    Order.SAMPLE: marked("ordering", "Nothing is left for you to judge in the random sample."),
}


def order_in_words(order: Order, label: str) -> str:
    """Return what an order is called; `label` is the name of the label that it goes by, if it is known by now."""
    if label:
        return translate("ordering", LIKELY_FIRST).format(label=label)
    return translate("ordering", TITLES[order])


def nothing_left_in_words(order: Order, label: str) -> str:
    """Return that everything is judged that an order leads to, as one sentence."""
    return translate("ordering", _NOTHING_LEFT[order]).format(label=label)
