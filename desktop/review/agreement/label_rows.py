"""The rows of the table of labels: how far annotators agree on each, on the whole set, and on what to exclude."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt

from desktop.review.agreement.cells import Cell, Column, FigureRow
from desktop.words import translate
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import LabelAgreement, Measure
from labeling.reporting import words
from labeling.reporting.overview import Overview

_RIGHT = Qt.AlignmentFlag.AlignRight
# What the rows of whole sets and of exclusion stand for; no label has such an id.
SETS, EXCLUSION = "*sets", "*exclusion"

_tr = partial(translate, "LabelTable")


def columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column(_tr("Label")),
        Column(_tr("Applied"), _RIGHT),
        Column(_tr("Krippendorff’s α")),
        Column(_tr("95 % interval of α"), plotted=True),
        Column(_tr("Gwet’s AC1"), yields=True),
        Column(_tr("Same answer"), _RIGHT),
        Column(_tr("Differ"), _RIGHT),
    )


def rows(overview: Overview) -> list[FigureRow]:
    """Return a row a label, then one of the set of them and one of exclusion."""
    return [*_label_rows(overview), _set_row(overview), _exclusion_row(overview)]


def plotted(overview: Overview) -> list[Measure]:
    """Return what is drawn on the scale."""
    by_label = [found.krippendorff_alpha for found in overview.agreement.labels.values()]
    return [
        *by_label,
        overview.agreement.sets.krippendorff_alpha_masi,
        overview.agreement.excluded.krippendorff_alpha,
    ]


def value_cell(name: str, measure: Measure, behind: Behind | None) -> Cell:
    """Return a coefficient with its interval in figures."""
    lacking = "" if measure.value is None or measure.interval else _tr("no interval")
    return Cell(
        words.coefficient(measure.value),
        words.between(measure.interval) or lacking,
        copied=words.exact(measure.value),
        spoken=f"{name}: {words.spoken(measure)}",
        tip=tip_of(measure),
        behind=behind if measure.sentences else None,
    )


def plot_cell(name: str, measure: Measure) -> Cell:
    """Return the drawing of an interval, or why there is no value to draw."""
    reason = words.in_short(measure.why) if measure.value is None else ""
    copied = f"{words.exact(measure.low)} to {words.exact(measure.high)}" if measure.interval else measure.why
    return Cell(reason, copied=copied, spoken=f"{name}: {words.spoken(measure)}", tip=tip_of(measure), measure=measure)


def percent_cell(name: str, measure: Measure, behind: Behind | None) -> Cell:
    """Return a share."""
    shown = words.percent(measure.value)
    return Cell(
        shown,
        copied=words.exact(measure.value),
        spoken=f"{name}: {shown if measure.value is not None else words.spoken(measure)}",
        tip=tip_of(measure),
        behind=behind if measure.sentences else None,
    )


def count_cell(name: str, number: int, behind: Behind) -> Cell:
    """Return a number of sentences that leads to them."""
    return Cell(
        f"{number:,}", copied=str(number), spoken=f"{name}: {number}", behind=behind if number else None, link=True
    )


def tip_of(measure: Measure) -> str:
    """Return what the mouse is told of a figure."""
    number = _tr("rests on {count:,} sentences").format(count=measure.sentences)
    how = {"bca": _tr("BCa interval"), "percentile": _tr("percentile interval")}.get(measure.interval_by, "")
    return "; ".join(part for part in (measure.why, how, number) if part)


def _label_rows(overview: Overview) -> Iterator[FigureRow]:
    for label, found in overview.agreement.labels.items():
        name = overview.name_of(label)
        first = Cell(name, copied=name, spoken=name, tip=name, label=overview.codebook.label(label))
        yield FigureRow((first, *_label_cells(overview, label, name, found)), label)


def _label_cells(overview: Overview, label: str, name: str, found: LabelAgreement) -> Iterator[Cell]:
    differ = Behind(Count.DIFFERENT, label)
    alpha = found.krippendorff_alpha
    yield percent_cell(_tr("{label}, applied").format(label=name), found.prevalence, Behind(Count.GIVEN, label))
    yield value_cell(_tr("{label}, Krippendorff’s α").format(label=name), alpha, differ)
    yield plot_cell(_tr("{label}, interval of α").format(label=name), alpha)
    yield value_cell(_tr("{label}, Gwet’s AC1").format(label=name), found.gwet_ac1, differ)
    same = Behind(Count.COMPARED, label)
    yield percent_cell(_tr("{label}, same answer").format(label=name), found.percent_agreement, same)
    number = overview.differences.labels.get(label, 0)
    yield count_cell(_tr("{label}, sentences that differ").format(label=name), number, differ)


def _set_row(overview: Overview) -> FigureRow:
    found, number, differ = overview.agreement.sets, overview.differences.sets, Behind(Count.SETS)
    alpha = found.krippendorff_alpha_masi
    name = _tr("All as a set")
    return FigureRow(
        (
            Cell(name, tip=_tr("How far the whole sets of labels agree, with the MASI distance")),
            Cell(""),
            value_cell(_tr("{label}, Krippendorff’s α").format(label=name), alpha, differ),
            plot_cell(_tr("{label}, interval of α").format(label=name), alpha),
            Cell("", _tr("MASI distance"), copied=_tr("MASI distance")),
            percent_cell(_tr("{label}, same answer").format(label=name), found.exact_match, differ),
            count_cell(_tr("{label}, sentences that differ").format(label=name), number, differ),
        ),
        SETS,
        set_apart=True,
    )


def _exclusion_row(overview: Overview) -> FigureRow:
    found, number, differ = overview.agreement.excluded, overview.differences.exclusions, Behind(Count.EXCLUSIONS)
    alpha, name = found.krippendorff_alpha, _tr("Excluded or not")
    return FigureRow(
        (
            Cell(name, tip=_tr("Whether the sentence is prose, as a decision of its own")),
            percent_cell(_tr("{label}, applied").format(label=name), found.prevalence, Behind(Count.EXCLUDED)),
            value_cell(_tr("{label}, Krippendorff’s α").format(label=name), alpha, differ),
            plot_cell(_tr("{label}, interval of α").format(label=name), alpha),
            Cell(""),
            percent_cell(_tr("{label}, same answer").format(label=name), found.percent_agreement, differ),
            count_cell(_tr("{label}, sentences that differ").format(label=name), number, differ),
        ),
        EXCLUSION,
    )
