"""The learning curve drawn: F1 over the number of sentences that were learned from, and what twice of them promise."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.learned.plot import Axis, Plot, paint_line, paint_point, paint_promise, paint_upright
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.reporting import words
from labeling.reporting.training import interval_of
from labeling.suggestions.learned import Curve, Figure


class CurvePlot(Plot):
    """Dots with intervals are what was reached. The hollow one is what the curve promises for twice the sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Axis(self.tr("Settled sentences that were learned from")), Axis(self.tr("F1")))
        self._curve: Curve | None = None
        self._twice = 0

    def show_curve(self, curve: Curve, sentences: int, label: str, least: float) -> None:
        """Show the curve of a label that so many sentences are settled for, on a scale of F1 from `least` to 1."""
        self._curve, self._twice = curve, 2 * sentences
        most = max([point.sentences for point in curve.points] + [self._twice] * _promises(curve), default=1)
        self.across = self.across._replace(most=max(10.0, float(most)))
        self.up = self.up._replace(least=least)
        told = [self._reached(point.sentences, point.f1) for point in curve.points]
        if _promises(curve):
            told.append(self._expected(curve))
        self.describe(self.tr("{label}, learning curve").format(label=label), "; ".join(told))
        self.update()

    def _reached(self, sentences: int, figure: Figure) -> str:
        learned = counted(sentences, self.tr("sentence"), self.tr("sentences"))
        interval = words.between(interval_of(figure))
        value = words.coefficient(figure.value)
        return self.tr("{sentences}: F1 {value}").format(
            sentences=learned, value=f"{value} ({interval})" if interval else value
        )

    def _expected(self, curve: Curve) -> str:
        return self.tr("{sentences} are expected to change it by {gain} ({interval})").format(
            sentences=counted(self._twice, self.tr("sentence"), self.tr("sentences")),
            gain=words.coefficient(curve.gain.value),
            interval=words.between(interval_of(curve.gain)),
        )

    def paint_data(self, painter: QPainter, box: QRectF) -> None:
        curve = self._curve
        if curve is None:
            return
        places = list[QPointF]()
        for point in curve.points:
            if point.f1.value is None:
                continue
            place = self.at(point.sentences, point.f1.value, box)
            places.append(place)
            if point.f1.low is not None and point.f1.high is not None:
                ends = [self.at(0, value, box).y() for value in (point.f1.low, point.f1.high)]
                paint_upright(painter, place.x(), ends, self.ink)
        paint_line(painter, places, self.ink)
        if places and _promises(curve):
            self._paint_promise(painter, box, curve, places[-1])
        for place in places:
            paint_point(painter, place, self.ink)

    def _paint_promise(self, painter: QPainter, box: QRectF, curve: Curve, last: QPointF) -> None:
        point, gain = curve.points[-1], curve.gain
        now = point.f1.value or 0.0
        place = self.at(self._twice, now + (gain.value or 0.0), box)
        paint_line(painter, [last, place], self.ink, dashed=True)
        if gain.low is not None and gain.high is not None:
            ends = [self.at(0, now + value, box).y() for value in (gain.low, gain.high)]
            paint_upright(painter, place.x(), ends, self.ink, dashed=True)
        paint_promise(painter, place, self.ink, self.theme.paper)


def _promises(curve: Curve) -> bool:
    return curve.gain.value is not None and bool(curve.points) and curve.points[-1].f1.value is not None
