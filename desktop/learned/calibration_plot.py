"""Whether scores are shares of what is right, drawn: on the diagonal they are."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.learned.plot import Axis, Plot, paint_line, paint_point
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.suggestions.learned import Calibration

_SMALLEST, _LARGEST = 2.5, 8.0


class CalibrationPlot(Plot):
    """A dot a tenth of the scores; the more sentences have such a score, the larger it is.

    No line joins the dots: small ones are a few sentences, and lie anywhere.
    """

    def __init__(self, theme: Theme) -> None:
        across = Axis(self.tr("Score"), of_shares=True)
        super().__init__(theme, across, Axis(self.tr("Have the label"), of_shares=True))
        self._calibration: Calibration | None = None

    def show_calibration(self, calibration: Calibration, label: str) -> None:
        """Show how far scores of a label are shares."""
        self._calibration = calibration
        told = [
            self.tr("of {sentences} scored {mean} on average, {share} have it").format(
                sentences=counted(each.sentences, self.tr("sentence"), self.tr("sentences")),
                mean=f"{100 * each.mean:.0f} %",
                share=f"{100 * each.share:.0f} %",
            )
            for each in calibration.bins
        ]
        self.describe(self.tr("{label}, calibration").format(label=label), "; ".join(told))
        self.update()

    def paint_data(self, painter: QPainter, box: QRectF) -> None:
        if self._calibration is None:
            return
        paint_line(painter, [self.at(0, 0, box), self.at(1, 1, box)], self.theme.control, dashed=True)
        bins = self._calibration.bins
        most = max((math.sqrt(each.sentences) for each in bins), default=1.0)
        for each in bins:
            radius = max(_SMALLEST, _LARGEST * math.sqrt(each.sentences) / most)
            paint_point(painter, self.at(each.mean, each.share, box), self.ink, radius=radius)
