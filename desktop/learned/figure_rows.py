"""The rows of the tables of figures: how right each way is for each label, and which one is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from desktop.review.agreement.cells import Cell, Column, FigureRow
from desktop.review.agreement.label_rows import plot_cell, value_cell
from desktop.words import translate
from labeling.agreement.figures import Measure
from labeling.domain.codebooks import Codebook
from labeling.reporting.training import LabelInSample, Training, measure, measures, of_ways, way_name
from labeling.suggestions.learned import CHOSEN, LabelReport, Way, WayFigures

_tr = partial(translate, "TrainingFigures")


def columns(*, before: bool) -> tuple[Column, ...]:
    """Return the columns; with one for the F1 of the training before."""
    earlier = (Column(_tr("F1 before"), yields=True),) if before else ()
    return (
        Column(_tr("Label")),
        Column(_tr("Way")),
        Column(_tr("Precision"), yields=True),
        Column(_tr("Recall"), yields=True),
        Column(_tr("F1"), yields=True),
        Column(_tr("95 % interval of F1"), plotted=True),
        *earlier,
        Column(_tr("Avg. precision"), yields=True),
    )


def rows(training: Training, before: Training | None, codebook: Codebook) -> list[FigureRow]:
    """Return a row for each way of each label that was learned, and one for the choice among them."""
    return [row for found in training.report.labels for row in _label_rows(found, before, codebook)]


def sample_rows(training: Training, codebook: Codebook) -> list[FigureRow]:
    """Return for each label how right the rules and what is used are in the random sample."""
    found: list[FigureRow] = []
    for sampled in training.sample:
        report = training.of_label(sampled.label)
        if report is not None:
            found += _sample_rows(sampled, report.chosen, codebook)
    return found


def plotted(training: Training) -> list[Measure]:
    """Return what is drawn on the scale."""
    found = [measures(figures, 0)["f1"] for each in training.report.labels for figures in each.figures.values()]
    sampled = [each for label in training.sample for each in (label.rules, label.used) if each is not None]
    return [*found, *(measures(figures, 0)["f1"] for figures in sampled)]


def reached(training: Training) -> list[Measure]:
    """Return what the learning curves go through."""
    return [measure(point.f1, 0) for found in training.report.labels for point in found.curve.points]


def _label_rows(found: LabelReport, before: Training | None, codebook: Codebook) -> Iterator[FigureRow]:
    for place, (way, figures) in enumerate(of_ways(found)):
        earlier = (_before(found.label, way, before, codebook),) if before else ()
        yield _row(found.label, way, figures, found.sentences, found.chosen, codebook, earlier, first=not place)


def _sample_rows(found: LabelInSample, chosen: Way, codebook: Codebook) -> Iterator[FigureRow]:
    beside = found.rules if chosen is not Way.RULES else None
    if beside is not None:
        yield _row(found.label, Way.RULES, beside, found.sentences, chosen, codebook, first=True)
    yield _row(found.label, chosen, found.used, found.sentences, chosen, codebook, first=beside is None)


def _before(label: str, way: str, before: Training, codebook: Codebook) -> Cell:
    """Return the F1 that the choice had in the training before."""
    earlier = before.of_label(label)
    if earlier is None or way != CHOSEN:
        return Cell()
    name = _tr("{label}, F1 before").format(label=_name(label, codebook))
    return _value(name, measures(earlier.figures[CHOSEN], earlier.sentences)["f1"], strong=False)


def _row(
    label: str,
    way: str,
    figures: WayFigures,
    sentences: int,
    chosen: Way,
    codebook: Codebook,
    earlier: tuple[Cell, ...] = (),
    *,
    first: bool,
) -> FigureRow:
    name, found, strong = _name(label, codebook), measures(figures, sentences), way == chosen
    what = f"{name}, {way_name(way)}"
    head = Cell(name, copied=name, spoken=name, tip=name, label=codebook.label(label))
    cells = (
        head if first else Cell(copied=name, spoken=name),
        Cell(way_name(way), _tr("used") if strong else "", strong=strong),
        _value(_tr("{what}, precision").format(what=what), found["precision"], strong=strong),
        _value(_tr("{what}, recall").format(what=what), found["recall"], strong=strong),
        _value(_tr("{what}, F1").format(what=what), found["f1"], strong=strong),
        plot_cell(_tr("{what}, interval of F1").format(what=what), found["f1"]),
        *earlier,
        _value(_tr("{what}, average precision").format(what=what), found["average_precision"], strong=strong),
    )
    return FigureRow(cells, f"{label} {way}", set_apart=first)


def _value(name: str, measure: Measure, *, strong: bool) -> Cell:
    return replace(value_cell(name, measure, None), strong=strong)


def _name(label: str, codebook: Codebook) -> str:
    found = codebook.label(label)
    return found.name if found else label
