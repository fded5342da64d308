"""Cells of figures of suggestions. They rest on first answers, not on sentences."""

from __future__ import annotations

from functools import partial

from desktop.review.agreement.cells import Cell
from desktop.words import translate
from labeling.agreement.behind import Behind
from labeling.agreement.figures import Measure
from labeling.reporting import words
from labeling.reporting.overview import Overview

_tr = partial(translate, "Suggestions")


def label_cell(overview: Overview, label: str) -> Cell:
    """Return the name of a label, with its chip."""
    name = overview.name_of(label)
    return Cell(name, copied=name, spoken=name, tip=name, label=overview.codebook.label(label))


def share_cell(name: str, measure: Measure, *, reasoned: bool = False) -> Cell:
    """Return a share with its interval; `reasoned`: no other cell of the row says why there is none."""
    return _cell(name, measure, words.percent(measure.value), words.percents(measure.interval), reasoned=reasoned)


def points_cell(name: str, measure: Measure) -> Cell:
    """Return a difference of shares, in percentage points."""
    return _cell(name, measure, words.points(measure.value), words.points_between(measure.interval))


def coefficient_cell(name: str, measure: Measure) -> Cell:
    """Return a coefficient."""
    return _cell(name, measure, words.coefficient(measure.value), words.between(measure.interval))


def seconds_cell(name: str, measure: Measure) -> Cell:
    """Return a median of seconds."""
    return _cell(name, measure, words.seconds(measure.value), words.seconds_between(measure.low, measure.high))


def more_seconds_cell(name: str, measure: Measure) -> Cell:
    """Return a difference of medians."""
    between = words.seconds_more_between(measure.interval)
    return _cell(name, measure, words.seconds_more(measure.value), between, reasoned=True)


def drawn_cell(figure: Cell, measure: Measure) -> Cell:
    """Return the drawing of a figure whose cell stands beside it, or why there is nothing to draw."""
    reason = words.in_short(measure.why) if measure.value is None else ""
    copied = f"{words.exact(measure.low)} to {words.exact(measure.high)}" if measure.interval else measure.why
    return Cell(reason, copied=copied, spoken=figure.spoken, tip=figure.tip, measure=measure)


def number_cell(name: str, number: int, behind: Behind | None = None) -> Cell:
    """Return a number of answers; it leads to their sentences where they can be listed."""
    return Cell(
        f"{number:,}",
        copied=str(number),
        spoken=f"{name}: {number}",
        behind=behind if number else None,
        link=behind is not None,
    )


def _cell(name: str, measure: Measure, shown: str, between: str, *, reasoned: bool = False) -> Cell:
    if measure.value is None:
        detail = words.in_short(measure.why) if reasoned else ""
        return Cell(shown, detail, copied="", spoken=f"{name}: {words.spoken(measure)}", tip=measure.why)
    rests = _tr("rests on {count:,}").format(count=measure.sentences)
    return Cell(
        shown,
        between or _tr("no interval"),
        copied=words.exact(measure.value),
        spoken=f"{name}: {shown}, {between or measure.why}",
        tip="; ".join(part for part in (measure.why, rests) if part),
    )
