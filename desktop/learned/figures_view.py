"""How right the suggestions are: label by label, by the rules, by what was learned, and by both together."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.learned import figure_rows
from desktop.learned.all_figures import AllFigures
from desktop.learned.label_block import LabelBlock
from desktop.review.agreement.cells import FigureModel
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.plots.scale import em, scale_of
from desktop.tables.table import indented
from desktop.team.page import Section
from desktop.theme.tokens import Theme
from labeling.domain.codebooks import Codebook
from labeling.reporting import training as words
from labeling.reporting.training import Training

_ROW = round(em(3))
_LEAST_SHOWN = 0.6  # of F1, unless something lies below


class FiguresView(QWidget):
    """Hidden until there are figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows, self._sampled = FigureModel(parent=self), FigureModel(parent=self)
        self.table = FigureTable(self._rows, theme, self.tr("How right the suggestions are"), height=_ROW)
        self.sample_table = FigureTable(self._sampled, theme, self.tr("On the random sample"), height=_ROW)
        self._method, self._limits = caption_label(), caption_label(" ".join((words.SURE, words.CHOICE, words.LIMITS)))
        about_sample, about_plots = caption_label(words.SAMPLE), caption_label(self._about_plots())
        indented(self._method, self._limits, about_sample, about_plots)
        self.all_figures = AllFigures(theme)
        figures = Section(self._method, self.table, self._limits)
        figures.set_heading(self.tr("How right the suggestions are"))
        self._sample = Section(about_sample, self.sample_table)
        self._sample.set_heading(self.tr("On the random sample"))
        plots = Section(about_plots)
        plots.set_heading(self.tr("Would more labels help, and are scores to be trusted?"))
        self._blocks: list[LabelBlock] = []
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (figures, self._sample, plots):
            column.addWidget(widget)
        column.addLayout(self._below)
        column.addWidget(self.all_figures)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.table, self.sample_table, *self.all_figures.stops]

    def show_training(self, training: Training, before: Training | None, codebook: Codebook) -> None:
        """Show the figures of a training, beside those of the one before."""
        scale = scale_of(figure_rows.plotted(training), _LEAST_SHOWN)
        for table in (self.table, self.sample_table):
            table.set_scale(scale)
        self._rows.show(figure_rows.rows(training, before, codebook), figure_rows.columns(before=before is not None))
        self._sampled.show(figure_rows.sample_rows(training, codebook), figure_rows.columns(before=False))
        self._sample.setVisible(bool(training.sample))
        self._method.setText(words.method(training.report))
        self._show_blocks(training, codebook)
        self.all_figures.show_training(training)

    def _show_blocks(self, training: Training, codebook: Codebook) -> None:
        least = scale_of(figure_rows.reached(training), _LEAST_SHOWN).low
        while len(self._blocks) < len(training.report.labels):
            self._blocks.append(LabelBlock(self._theme))
            self._below.addWidget(self._blocks[-1])
        for block in self._blocks[len(training.report.labels) :]:
            block.hide()
        for block, found in zip(self._blocks, training.report.labels, strict=False):
            block.show_label(found, codebook, least)
            block.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for block in self._blocks:
            block.set_theme(theme)
        self.all_figures.set_theme(theme)

    def set_stale(self, stale: bool) -> None:
        """Grey what may no longer hold."""
        for table in (self.table, self.sample_table):
            table.set_stale(stale)
        for block in self._blocks:
            block.set_stale(stale)

    def _about_plots(self) -> str:
        return self.tr(
            "At the left, F1 by the number of settled sentences that were learned from, with 95 % intervals; the "
            "hollow dot is what the curve promises for twice as many. At the right, how many of the sentences with "
            "such a score have the label, as chosen: on the dashed line, scores are the shares that are right."
        )
