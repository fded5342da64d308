"""Agreement over time: batches of articles in the order in which they were judged."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import LOW_ROW, FigureTable
from desktop.review.agreement.label_rows import percent_cell, plot_cell, value_cell
from desktop.review.agreement.section import Section
from desktop.review.plots.scale import scale_of
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Batch
from labeling.reporting.overview import Overview

_RIGHT = Qt.AlignmentFlag.AlignRight
_FEWEST = 2


class Trend(Section):
    """A row a batch; nothing is shown of a single one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        table = FigureTable(self._model, theme, self.tr("Agreement over time"), height=LOW_ROW)
        meaning = self.tr(
            "Batches of articles as they were judged: where one lies outside the interval of another, "
            "the reading of the rule has changed, or the articles have."
        )
        super().__init__("", meaning, table, parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:
        batches, name = overview.batches, overview.name_of(label)
        self.setVisible(len(batches) >= _FEWEST)
        self.title.setText(self.tr("{label} over time").format(label=name))
        self.table.setAccessibleName(self.title.text())
        alphas = [batch.labels[label].krippendorff_alpha for batch in batches if label in batch.labels]
        self.table.set_scale(scale_of(alphas))
        columns = (
            Column(self.tr("Judged")),
            Column(self.tr("Articles"), _RIGHT),
            Column(self.tr("Applied"), _RIGHT),
            Column(self.tr("Krippendorff’s α")),
            Column(self.tr("95 % interval of α"), plotted=True),
            Column(self.tr("Same answer"), _RIGHT),
        )
        self._model.show([self._row(batch, label, name) for batch in batches if label in batch.labels], columns)

    def _row(self, batch: Batch, label: str, name: str) -> FigureRow:
        here, found = frozenset(batch.articles), batch.labels[label]
        when = _when(batch)
        differ = Behind(Count.DIFFERENT, label, articles=here)
        alpha = found.krippendorff_alpha
        spoken = f"{name}, {when}"
        return FigureRow(
            (
                Cell(when, tip=when),
                Cell(
                    f"{len(batch.articles):,}",
                    copied=str(len(batch.articles)),
                    behind=Behind(Count.SHARED, articles=here),
                ),
                percent_cell(spoken, found.prevalence, Behind(Count.GIVEN, label, articles=here)),
                value_cell(spoken, alpha, differ),
                plot_cell(spoken, alpha),
                percent_cell(spoken, found.percent_agreement, differ),
            ),
            batch.first.isoformat(),
        )


def _when(batch: Batch) -> str:
    first, last = (
        QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
        for day in (batch.first.astimezone().date(), batch.last.astimezone().date())
    )
    return first if first == last else f"{first} – {last}"
