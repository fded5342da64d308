"""Where one was in Review, as plain values that the settings keep until the project is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.panels import Panels
from desktop.review.docket import Docket
from desktop.review.place import ReviewPlace
from labeling.domain.articles import SentenceId
from labeling.operations.disagreeing import Order, Show, Wanted


def remembered(place: ReviewPlace, docket: Docket, panels: Panels) -> dict[str, Any]:
    """Return the filter and order of the list, the current sentence, and the widths of the panels by screen."""
    state: dict[str, Any] = {"filter": asdict(docket.wanted), "order": docket.order, "widths": panels.widths}
    return state | ({"sentence": str(place.current)} if place.current else {})


def wanted_in(state: Mapping[str, Any]) -> tuple[Wanted, Order]:
    """Return filter and order; the usual ones when they make no sense."""
    try:
        kept = dict(state.get("filter", {}))
        wanted = Wanted(
            label=str(kept.get("label", "")),
            a=str(kept.get("a", "")),
            b=str(kept.get("b", "")),
            article=str(kept.get("article", "")),
            unsure=bool(kept.get("unsure")),
            commented=bool(kept.get("commented")),
            show=Show(kept.get("show", Show.OPEN)),
        )
        return wanted, Order(state.get("order", Order.ARTICLES))
    except (TypeError, ValueError, AttributeError):
        return Wanted(), Order.ARTICLES


def sentence_in(state: Mapping[str, Any]) -> SentenceId | None:
    """Return the sentence that was the current one."""
    try:
        return SentenceId.parse(str(state["sentence"]))
    except (KeyError, ValueError):
        return None


def widths_in(state: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return the widths of the panels by screen."""
    value = state.get("widths")
    if not isinstance(value, Mapping):
        return {}
    return {
        str(screen): {str(name): int(width) for name, width in widths.items() if isinstance(width, int)}
        for screen, widths in value.items()
        if isinstance(widths, Mapping)
    }
