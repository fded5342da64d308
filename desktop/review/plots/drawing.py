"""How figures are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.review.plots.scale import Scale, em
from desktop.theme.tokens import Theme
from labeling.agreement.figures import Interval

_LINE, _CAP, _DOT = 1.5, 0.35, 0.3  # the width of the line in pixels, then half the heights of cap and dot in em
_LIGHTEST, _DARKEST = 0.06, 0.46  # of the accent over paper: ink stays readable on it
_BAR = 0.45


def paint_grid(painter: QPainter, box: QRectF, scale: Scale, theme: Theme) -> None:
    """Draw the lines of a scale, sharp, through the height of a box."""
    for tick in scale.ticks(box.width()):
        x = round(scale.x(tick, box))
        painter.fillRect(QRectF(x, box.top(), 1, box.height()), theme.border)


def paint_interval(
    painter: QPainter, box: QRectF, value: float, interval: Interval | None, scale: Scale, ink: QColor
) -> None:
    """Draw a value as a dot, and its interval as a line with caps, in the middle of a box."""
    y, cap, dot = round(box.center().y()) + 0.5, em(_CAP), em(_DOT)
    painter.save()
    if interval is not None:
        painter.setPen(QPen(ink, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        low, high = scale.x(interval.low, box), scale.x(interval.high, box)
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for x in (low, high):
            painter.drawLine(QPointF(x, y - cap), QPointF(x, y + cap))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(scale.x(value, box), y), dot, dot)
    painter.restore()


def heat(theme: Theme, strength: float) -> QColor:
    """Return the ground of a cell: the accent over paper, stronger as `strength` goes from 0 to 1."""
    share = _LIGHTEST + (_DARKEST - _LIGHTEST) * min(1.0, max(0.0, strength))
    return QColor(
        *(round(share * a + (1 - share) * p) for a, p in zip(_rgb(theme.accent), _rgb(theme.paper), strict=True))
    )


def paint_bar(painter: QPainter, box: QRectF, share: float, theme: Theme, ink: QColor) -> None:
    """Draw a share of 1 as a bar in its groove, in the middle of a box."""
    thick = em(_BAR)
    groove = QRectF(box.left(), round(box.center().y() - thick / 2), box.width(), thick)
    painter.save()
    painter.setPen(QPen(theme.border, 1) if theme.strong > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(theme.hover)
    painter.drawRoundedRect(groove, thick / 2, thick / 2)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        filled = QRectF(groove.left(), groove.top(), max(thick, groove.width() * min(1.0, share)), thick)
        painter.drawRoundedRect(filled, thick / 2, thick / 2)
    painter.restore()


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
