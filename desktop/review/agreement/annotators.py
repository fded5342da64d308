"""What is said of each annotator on one label."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import ROW, FigureTable
from desktop.review.agreement.label_rows import plot_cell, tip_of, value_cell
from desktop.review.agreement.section import Section
from desktop.review.plots.scale import scale_of_shares
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Comparison, Measure
from labeling.reporting import words
from labeling.reporting.overview import Overview


class Annotators(Section):
    """A row an annotator: how often they give the label, how far they agree with others, and others without them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        table = FigureTable(self._model, theme, self.tr("Annotators"), height=ROW)
        meaning = self.tr(
            "Where rates differ, people read the rule differently; where α rises without someone, that person reads it "
            "unlike the others, rightly or not."
        )
        super().__init__("", meaning, table, parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:
        name, figures = overview.name_of(label), overview.annotators
        self.title.setText(self.tr("Annotators on {label}").format(label=name))
        self.table.setAccessibleName(self.title.text())
        rest, gold = _by_name(figures.against_rest, label), _by_name(figures.against_gold, label)
        without = {each.annotator: each.labels[label] for each in figures.without if label in each.labels}
        rates = {each.annotator: each.labels[label] for each in figures.rates if label in each.labels}
        self.table.set_scale(scale_of_shares(rates.values()))
        columns = (
            Column(self.tr("Annotator")),
            Column(self.tr("Gives it"), yields=True),
            Column(self.tr("95 % interval of the rate"), plotted=True),
            Column(self.tr("κ with the rest"), yields=True),
            Column(self.tr("κ with gold"), yields=True),
            Column(self.tr("α without"), yields=True),
        )
        rows = [
            self._row(who, label, rate, rest[who].cohen_kappa, gold[who].cohen_kappa, without[who])
            for who, rate in rates.items()
        ]
        self._model.show(rows, columns)

    def _row(self, who: str, label: str, rate: Measure, rest: Measure, gold: Measure, without: Measure) -> FigureRow:
        given = Behind(Count.GIVEN, label, who)
        return FigureRow(
            (
                Cell(who, tip=who),
                _rate_cell(self.tr("{name}, gives it").format(name=who), rate, given),
                plot_cell(self.tr("{name}, rate").format(name=who), rate),
                value_cell(self.tr("{name}, with the rest").format(name=who), rest, Behind(Count.REST, label, who)),
                value_cell(self.tr("{name}, with gold").format(name=who), gold, Behind(Count.GOLD, label, who)),
                value_cell(self.tr("α without {name}").format(name=who), without, Behind(Count.WITHOUT, label, who)),
            ),
            who,
        )


def _rate_cell(name: str, rate: Measure, behind: Behind) -> Cell:
    low_high = f"{100 * rate.interval.low:.1f}–{100 * rate.interval.high:.1f}" if rate.interval else ""
    shown = words.percent(rate.value)
    return Cell(
        shown,
        low_high,
        copied=words.exact(rate.value),
        spoken=f"{name}: {shown} {low_high}",
        tip=tip_of(rate),
        behind=behind if rate.value else None,
    )


def _by_name(found: Iterable[Comparison], label: str) -> dict[str, Comparison]:
    return {each.annotator: each for each in found if each.label == label}
