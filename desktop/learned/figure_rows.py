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
from labeling.reporting.training import LabelInSample, Training, measures, of_ways, way_name
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
        Column(_tr("Average precision"), yields=True),
    )


def rows(training: Training, before: Training | None, codebook: Codebook) -> list[FigureRow]:
    """Return a row for each way of each label that was learned, and one for the choice among them."""
    return [
        row
        for found in training.report.labels
        for row in _label_rows(found, before, codebook)
    ]


def sample_rows(training: Training, codebook: Codebook) -> list[FigureRow]:
    """Return for each label how right the rules and what is used are in the random sample."""
    found = []
    for each in training.sample:
        report = training.of_label(each.label)
        if report is not None:
            found += _sample_rows(each, report.chosen, codebook)
    return found


def plotted(training: Training) -> list[Measure]:
    """Return what is drawn on the scale."""
    found = [measures(figures, 0)["f1"] for each in training.report.labels for figures in each.figures.values()]
    sampled = [each for label in training.sample for each in (label.rules, label.used) if each is not None]
    return [*found, *(measures(figures, 0)["f1"] for figures in sampled)]


def _label_rows(found: LabelReport, before: Training | None, codebook: Codebook) -> Iterator[FigureRow]:
    earlier = before.of_label(found.label) if before else None
    for place, (way, figures) in enumerate(of_ways(found)):
        is_used, choice = way == found.chosen, way == CHOSEN
        was = measures(earlier.figures[CHOSEN], earlier.sentences)["f1"] if earlier and choice else None
        name = _name(found.label, codebook)
        yield FigureRow(
            (
                _label_cell(found.label, codebook) if not place else Cell(spoken=name),
                Cell(way_name(way), _tr("used") if is_used else "", strong=is_used),
                *_figures(
                    f"{name}, {way_name(way)}", figures, found.sentences, strong=is_used, earlier=(was, before is not None)
                ),
            ),
            f"{found.label} {way}",
            set_apart=not place,
        )


def _sample_rows(found: LabelInSample, chosen: Way, codebook: Codebook) -> Iterator[FigureRow]:
    ways = [(Way.RULES, found.rules)] if found.rules is not None and chosen is not Way.RULES else []
    for place, (way, figures) in enumerate([*ways, (chosen, found.used)]):
        is_used, name = way is chosen, _name(found.label, codebook)
        if figures is None:
            continue
        yield FigureRow(
            (
                _label_cell(found.label, codebook) if not place else Cell(spoken=name),
                Cell(way_name(way), _tr("used") if is_used else "", strong=is_used),
                *_figures(f"{name}, {way_name(way)}", figures, found.sentences, strong=is_used),
            ),
            f"{found.label} {way}",
            set_apart=not place,
        )


def _figures(
    name: str, figures: WayFigures, sentences: int, *, strong: bool, earlier: tuple[Measure | None, bool] = (None, False)
) -> Iterator[Cell]:
    found = measures(figures, sentences)
    yield _value(_tr("{what}, precision").format(what=name), found["precision"], strong=strong)
    yield _value(_tr("{what}, recall").format(what=name), found["recall"], strong=strong)
    yield _value(_tr("{what}, F1").format(what=name), found["f1"], strong=strong)
    yield plot_cell(_tr("{what}, interval of F1").format(what=name), found["f1"])
    was, shown = earlier
    if shown:
        yield _value(_tr("{what}, F1 before").format(what=name), was, strong=False) if was else Cell()
    yield _value(_tr("{what}, average precision").format(what=name), found["average_precision"], strong=strong)


def _value(name: str, measure: Measure, *, strong: bool) -> Cell:
    return replace(value_cell(name, measure, None), strong=strong)


def _label_cell(label: str, codebook: Codebook) -> Cell:
    name = _name(label, codebook)
    return Cell(name, copied=name, spoken=name, tip=name, label=codebook.label(label))


def _name(label: str, codebook: Codebook) -> str:
    found = codebook.label(label)
    return found.name if found else label
