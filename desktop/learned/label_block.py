"""What is said of one label besides its figures: whether more labels would help, and whether its scores are shares."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.learned.calibration_plot import CalibrationPlot
from desktop.learned.curve_plot import CurvePlot
from desktop.learned.label_heading import LabelHeading
from desktop.tables.row_delegate import OVERHANG
from desktop.theme.tokens import Theme
from labeling.domain.codebooks import Codebook
from labeling.reporting.training import calibrated
from labeling.suggestions.learned import CHOSEN, LabelReport

_BETWEEN = 32


class LabelBlock(QWidget):
    """Two plots, each with what it says in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = LabelHeading(theme)
        self.curve, self.calibration = CurvePlot(theme), CalibrationPlot(theme)
        self._answer, self._calibrated = caption_label(role=""), caption_label(role="")
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        for plot, words in ((self.curve, self._answer), (self.calibration, self._calibrated)):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(plot)
            column.addWidget(words)
            column.addStretch(1)
            row.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(OVERHANG, 20, OVERHANG, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(row)

    def show_label(self, found: LabelReport, codebook: Codebook, least: float) -> None:
        """Show what was found of a label; F1 is drawn from `least` on, for all labels alike."""
        calibration, label = found.figures[CHOSEN].calibration, codebook.label(found.label)
        name = label.name if label else found.label
        self._heading.show_label(label, name)
        self.curve.show_curve(found.curve, found.sentences, name, least)
        self.calibration.show_calibration(calibration, name)
        self._answer.setText(found.curve.sentence())
        self._calibrated.setText(calibrated(calibration))

    def set_theme(self, theme: Theme) -> None:
        for part in (self._heading, self.curve, self.calibration):
            part.set_theme(theme)

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        for plot in (self.curve, self.calibration):
            plot.set_stale(stale)
