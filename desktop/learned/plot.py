"""A small plot with two axes, in the middle of which others draw. What it shows is also said in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import fonts
from desktop.theme.tokens import METRICS, Theme

_HEIGHT, _LEAST_WIDTH, _MOST_WIDTH = 184, 240, 440
_AFTER_NUMBER, _BELOW_NUMBER, _ABOVE = 12, 8, 8
_LINE, _CAP, _DOT = 1.5, 3.5, 3.5
_STEPS = (1, 2, 5)
_DOTS = (1, 5)
_ROUGH = 0.4  # a span of an axis from which on one decimal tells its numbers apart


class Axis(NamedTuple):
    """What an axis tells, from `least` to `most`; `of_shares` are told in percent."""

    name: str
    least: float = 0.0
    most: float = 1.0
    of_shares: bool = False

    def ticks(self) -> list[float]:
        """Return the values at which numbers stand: about five."""
        rough = (self.most - self.least) / 5
        power = 10.0 ** math.floor(math.log10(rough) + 1e-9)
        step = next((factor * power for factor in _STEPS if factor * power >= rough * (1 - 1e-9)), 10 * power)
        first, last = math.ceil(self.least / step - 1e-9), math.floor(self.most / step + 1e-9)
        return [round(place * step, 10) for place in range(first, last + 1)]

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies, from 0 to 1."""
        return min(1.0, max(0.0, (value - self.least) / (self.most - self.least)))

    def in_words(self, value: float) -> str:
        """Return a number of the axis."""
        if self.of_shares:
            return f"{100 * value:.0f} %"
        if self.most > 1:
            return f"{value:,.0f}"
        return f"{value:.1f}" if self.most - self.least >= _ROUGH else f"{value:.2f}"


class Plot(QWidget):
    """Axes and grid. Derived classes draw on them in `paint_data`, and say in `describe` what there is to see."""

    def __init__(self, theme: Theme, across: Axis, up: Axis) -> None:
        super().__init__()
        self.theme = theme
        self.across, self.up = across, up
        self.stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(_MOST_WIDTH)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_MOST_WIDTH, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        self.stale = stale
        self.update()

    def describe(self, name: str, words: str) -> None:
        """Say what is drawn: to screen readers, and to whoever rests the mouse on it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    @property
    def ink(self) -> QColor:
        """The colour of what is drawn."""
        return self.theme.muted if self.stale else self.theme.text

    def at(self, x: float, y: float, box: QRectF) -> QPointF:
        """Return where two values meet in a box; at its edge, those beyond it."""
        return QPointF(
            box.left() + box.width() * self.across.share(x),
            box.bottom() - box.height() * self.up.share(y),
        )

    def paint_data(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is to be seen between the axes."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = fonts.interface(METRICS.small_size)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        widest = max(metrics.horizontalAdvance(self.up.in_words(tick)) for tick in self.up.ticks())
        last = metrics.horizontalAdvance(self.across.in_words(self.across.ticks()[-1]))
        box = QRectF(self.rect()).adjusted(
            round(widest + _AFTER_NUMBER),
            round(metrics.height() + _ABOVE),
            -round(last / 2 + 1),
            -round(2 * metrics.height() + _BELOW_NUMBER),
        )
        self._paint_names(painter, box, metrics)
        self._paint_across(painter, box, metrics)
        self._paint_up(painter, box, metrics)
        self.paint_data(painter, box)

    def _paint_names(self, painter: QPainter, box: QRectF, metrics: QFontMetricsF) -> None:
        painter.drawText(QPointF(0, round(metrics.ascent())), self.up.name)
        x = box.right() - metrics.horizontalAdvance(self.across.name)
        painter.drawText(QPointF(max(0.0, x), round(self.height() - metrics.descent())), self.across.name)

    def _paint_across(self, painter: QPainter, box: QRectF, metrics: QFontMetricsF) -> None:
        y = round(box.bottom() + _BELOW_NUMBER + metrics.ascent() - 1)
        free_from = -math.inf
        for tick in self.across.ticks():
            text = self.across.in_words(tick)
            wide = metrics.horizontalAdvance(text)
            x = self.at(tick, 0, box).x() - wide / 2
            if x >= free_from:
                painter.drawText(QPointF(x, y), text)
                free_from = x + wide + _AFTER_NUMBER

    def _paint_up(self, painter: QPainter, box: QRectF, metrics: QFontMetricsF) -> None:
        for tick in self.up.ticks():
            y = round(self.at(0, tick, box).y())
            self._paint_grid_line(painter, box, y, at_foot=tick == self.up.least)
            painter.setPen(self.theme.muted)
            text = self.up.in_words(tick)
            x = box.left() - _AFTER_NUMBER - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, round(y + metrics.capHeight() / 2)), text)

    def _paint_grid_line(self, painter: QPainter, box: QRectF, y: float, *, at_foot: bool) -> None:
        """Draw a line that does not compete with what is to be seen, also where all lines are as bright as that."""
        pen = QPen(self.theme.control if at_foot else self.theme.border, 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.theme.strong > 1 and not at_foot:
            pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), y + 0.5), QPointF(box.right(), y + 0.5))


def paint_point(painter: QPainter, place: QPointF, ink: QColor, *, radius: float = _DOT) -> None:
    """Draw what was found."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(place, radius, radius)


def paint_promise(painter: QPainter, place: QPointF, ink: QColor, ground: QColor) -> None:
    """Draw what is only expected: hollow."""
    painter.setPen(QPen(ink, _LINE))
    painter.setBrush(ground)
    painter.drawEllipse(place, _DOT, _DOT)


def paint_upright(painter: QPainter, x: float, ends: Sequence[float], ink: QColor, *, dashed: bool = False) -> None:
    """Draw an interval that stands, with caps at its two ends, in pixels."""
    style = Qt.PenStyle.DotLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, _LINE, style, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
    painter.setPen(QPen(ink, _LINE))
    for y in ends:
        painter.drawLine(QPointF(x - _CAP, y), QPointF(x + _CAP, y))


def paint_line(painter: QPainter, places: Sequence[QPointF], ink: QColor, *, dashed: bool = False) -> None:
    """Draw a line from place to place."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, _LINE, style))
    painter.drawPolyline(places)
