"""How far two who both saw a suggestion agree, and two who both did not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.cells import coefficient_cell, drawn_cell, label_cell, points_cell, share_cell
from desktop.review.plots.scale import scale_of_points
from desktop.theme.tokens import Theme
from labeling.agreement.anchoring.figures import Together
from labeling.reporting.overview import Overview

_RIGHT = Qt.AlignmentFlag.AlignRight


class TogetherByLabel(Section):
    """A row a label."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        title = self.tr("Agreement with and without the suggestion")
        meaning = self.tr(
            "First answers of pairs who both saw it, and of pairs of whom neither did, to the sentences that have it "
            "now: α, and the share of same answers, whose difference is drawn; last, how many such pairs there are and "
            "mixed ones. Most of these sentences have the label, so α is low even where people agree."
        )
        super().__init__(title, meaning, FigureTable(self._model, theme, title), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        if overview.anchoring is None:
            return
        together = overview.anchoring.together
        columns = (
            Column(self.tr("Label")),
            Column(self.tr("α, both"), yields=True),
            Column(self.tr("α, neither"), yields=True),
            Column(self.tr("Same, both"), yields=True),
            Column(self.tr("Same, neither"), yields=True),
            Column(self.tr("95 % interval of the difference"), plotted=True),
            Column(self.tr("Pairs"), _RIGHT),
        )
        self.table.set_scale(scale_of_points(found.percent_agreement.difference for found in together.values()))
        self._model.show([self._row(overview, each, found) for each, found in together.items()], columns)

    def _row(self, overview: Overview, label: str, found: Together) -> FigureRow:
        name = overview.name_of(label)

        def of(words: str) -> str:
            return f"{name}, {words}"

        alpha, same = found.krippendorff_alpha, found.percent_agreement
        difference = points_cell(of(self.tr("difference in same answers")), same.difference)
        return FigureRow(
            (
                label_cell(overview, label),
                coefficient_cell(of(self.tr("α of pairs who both saw it")), alpha.shown),
                coefficient_cell(of(self.tr("α of pairs of whom neither did")), alpha.not_shown),
                share_cell(of(self.tr("same answer of pairs who both saw it")), same.shown),
                share_cell(of(self.tr("same answer of pairs of whom neither did")), same.not_shown),
                drawn_cell(difference, same.difference),
                self._pairs(name, found),
            ),
            label,
        )

    def _pairs(self, name: str, found: Together) -> Cell:
        numbers = found.pairs_shown, found.pairs_not_shown, found.pairs_mixed
        words = self.tr("{shown:,} pairs who both saw it, {not_shown:,} of whom neither did, {mixed:,} mixed").format(
            shown=numbers[0], not_shown=numbers[1], mixed=numbers[2]
        )
        shown = " · ".join(f"{number:,}" for number in numbers)
        return Cell(shown, copied=" ".join(map(str, numbers)), spoken=f"{name}: {words}", tip=words)
