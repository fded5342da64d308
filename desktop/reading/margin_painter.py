"""Draws the signs in the margins."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.reading.column import Column
from desktop.reading.margins import Row, Sign, SignKind
from desktop.theme import fonts
from desktop.theme.icons import paint_icon
from desktop.theme.signs import paint_chip
from desktop.theme.tokens import METRICS, Theme

_MARKS = {SignKind.NONE: "–", SignKind.EXCLUDED: "×"}
_RING = 1.5
_CIRCLE, _DOUBT = 9.0, 16.0
_WORDS_AWAY, _WORDS_EDGE = 8.0, 12.0
_WORDS_LINE = 16


class MarginPainter:
    """Draws rows of signs in a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, row: Row, column: Column) -> None:
        """Draw a row of signs; with room for it, the words of its comments too."""
        for sign in row.signs:
            self._paint_sign(painter, sign, QRectF(sign.left, row.middle - 9, sign.right - sign.left, 18))
        if column.words:
            self._paint_words(painter, row, column)

    def _paint_sign(self, painter: QPainter, sign: Sign, rect: QRectF) -> None:
        if sign.label is not None:
            paint_chip(painter, _square(rect), sign.label, self._theme, filled=sign.filled)
        elif sign.kind is SignKind.UNSEEN:
            self._paint_circle(painter, rect.center(), _CIRCLE, self._theme.control)
        elif sign.kind is SignKind.UNSURE:
            self._paint_circle(painter, rect.center(), _DOUBT, self._theme.text)
            self._paint_text(painter, "?", rect, fonts.chip(), self._theme.text)
        elif sign.kind is SignKind.COMMENT:
            paint_icon(painter, "comment", _square(rect), self._theme.text)
        elif sign.kind is SignKind.NOTE:
            self._paint_diamond(painter, rect.center(), sign.right - sign.left)
        elif sign.kind is SignKind.MORE:
            self._paint_text(painter, sign.words, rect, fonts.chip(), self._theme.muted)
        else:
            font = fonts.interface(14, QFont.Weight.DemiBold)
            self._paint_text(painter, _MARKS[sign.kind], rect, font, self._theme.muted)

    def _paint_words(self, painter: QPainter, row: Row, column: Column) -> None:
        words = " · ".join(sign.words for sign in row.signs if sign.kind is SignKind.COMMENT)
        if not words:
            return
        left = row.signs[-1].right + _WORDS_AWAY
        width = column.right + METRICS.right_margin_wide - _WORDS_EDGE - left
        lines = max(1, int(row.free * row.line // _WORDS_LINE))
        rect = QRectF(left, row.middle - _WORDS_LINE / 2, width, lines * _WORDS_LINE)
        painter.setFont(fonts.interface(METRICS.small_size))
        painter.setPen(self._theme.muted)
        painter.drawText(rect, Qt.TextFlag.TextWordWrap, words)

    @staticmethod
    def _paint_circle(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
        painter.setPen(QPen(colour, _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = (size - _RING) / 2
        painter.drawEllipse(centre, radius, radius)

    def _paint_diamond(self, painter: QPainter, centre: QPointF, size: float) -> None:
        painter.setPen(QPen(self._theme.muted, _RING, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = size / 2 - _RING
        corners = ((-reach, 0), (0, -reach), (reach, 0), (0, reach))
        painter.drawPolygon([centre + QPointF(x, y) for x, y in corners])

    @staticmethod
    def _paint_text(painter: QPainter, text: str, rect: QRectF, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _square(rect: QRectF) -> QRectF:
    """Return the square as wide as a sign at its middle, on whole pixels."""
    side = rect.width()
    return QRectF(round(rect.left()), round(rect.center().y() - side / 2), side, side)
