"""Cells of the tables of a report: a figure, its interval, or why there is none."""

from __future__ import annotations

from labeling.agreement.figures import Measure
from labeling.reporting import html, words
from labeling.reporting.html import Cell, Markup


def valued(measure: Measure) -> Markup:
    """Return a coefficient with its interval."""
    return figure(words.coefficient(measure.value), words.between(measure.interval))


def reasoned(measure: Measure) -> Cell:
    """Return a coefficient with its interval, or why it is undefined."""
    return valued(measure) if measure.value is not None else missing(measure)


def rate(measure: Measure) -> Markup:
    """Return a share with its interval."""
    return figure(words.percent(measure.value), words.percents(measure.interval))


def figure(shown: str, between: str) -> Markup:
    """Return what is shown of a figure, and its interval in small letters."""
    small = f' <span class="small">{html.text(between)}</span>' if between else ""
    return Markup(f'<span class="whole"><b>{html.text(shown)}</b>{small}</span>')


def missing(measure: Measure) -> Cell:
    """Return why a figure is undefined."""
    return f"{words.NONE} ({words.in_short(measure.why)})"
