"""How far two who both saw a suggestion agree, and two who both did not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.cells import coefficient_cell, label_cell, number_cell, share_cell
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
            "Of first answers to the sentences that have the suggestion now, between two who both saw it, and two who "
            "both did not; mixed pairs are only counted. Most of these sentences have the label, so that α is low even "
            "where people mostly agree."
        )
        super().__init__(title, meaning, FigureTable(self._model, theme, title), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        if overview.anchoring is None:
            return
        columns = (
            Column(self.tr("Label")),
            Column(self.tr("α, both saw it"), yields=True),
            Column(self.tr("α, neither did"), yields=True),
            Column(self.tr("Same answer, both"), yields=True),
            Column(self.tr("Same answer, neither"), yields=True),
            Column(self.tr("Pairs, both"), _RIGHT),
            Column(self.tr("neither"), _RIGHT),
            Column(self.tr("mixed"), _RIGHT),
        )
        rows = [self._row(overview, each, found) for each, found in overview.anchoring.together.items()]
        self._model.show(rows, columns)

    def _row(self, overview: Overview, label: str, found: Together) -> FigureRow:
        name = overview.name_of(label)

        def of(words: str) -> str:
            return f"{name}, {words}"

        alpha, same = found.krippendorff_alpha, found.percent_agreement
        return FigureRow(
            (
                label_cell(overview, label),
                coefficient_cell(of(self.tr("α of pairs who both saw it")), alpha.shown),
                coefficient_cell(of(self.tr("α of pairs who both did not")), alpha.not_shown),
                share_cell(of(self.tr("same answer of pairs who both saw it")), same.shown, reasoned=True),
                share_cell(of(self.tr("same answer of pairs who both did not")), same.not_shown, reasoned=True),
                number_cell(of(self.tr("pairs who both saw it")), found.pairs_shown),
                number_cell(of(self.tr("pairs who both did not")), found.pairs_not_shown),
                number_cell(of(self.tr("pairs of whom one saw it")), found.pairs_mixed),
            ),
            label,
        )
