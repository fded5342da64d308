"""How the rows of tables look: words on a thin line, without a grid."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.tables.text_model import Role
from desktop.theme import fonts
from desktop.theme.icons import paint_icon
from desktop.theme.tokens import METRICS, Theme

_Index = QModelIndex | QPersistentModelIndex

OVERHANG = 8  # what a row has beyond its line at both ends, so that the ground of a chosen one has room
PADDING = 10
_BAR = 3  # at the left of a chosen row
_SIGN, _AFTER_SIGN = 14, 8
_ABOVE = 8  # and below words that wrap


class Look(Enum):
    """How the words of a column are written."""

    WORDS = auto()
    WRAPPED = auto()
    LINK = auto()
    CODE = auto()


class RowDelegate(QStyledItemDelegate):
    """Paints cells. `stale` ones, which no longer hold, are muted; `looks` are by column."""

    def __init__(
        self, theme: Theme, view: QAbstractItemView, looks: Mapping[int, Look] | None = None, height: int = 36
    ) -> None:
        super().__init__(view)
        self.theme = theme
        self.stale = False
        self.keeps_selection = False  # shown also while something else has the focus
        self.lit: int | None = None  # the row under the mouse, where a click does something
        self.height = height
        self._view = view
        self._looks = looks or {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        left, right = self.paddings(index)
        font, text = self.font_of(index), str(index.data() or "")
        if self._looks.get(index.column()) is Look.WRAPPED:
            lines = lines_of(text, font, max(1.0, option.rect.width() - left - right))
            return QSize(0, max(self.height, math.ceil(len(lines) * QFontMetricsF(font).height()) + 2 * _ABOVE))
        return QSize(math.ceil(QFontMetricsF(font).horizontalAdvance(text)) + left + right + 1, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        left, right = self.paddings(index)
        box = QRectF(option.rect).adjusted(left, 0, -right, 0)
        sign = index.data(Role.SIGN)
        if sign:
            self._paint_sign(painter, box, str(sign))
        self.paint_words(painter, box, index)
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint what lies under the words: the ground of a chosen row, and the line above it."""
        rect, first, last = option.rect, self._is_first(index), self._is_last(index)
        if option.state & QStyle.StateFlag.State_Selected and (self.keeps_selection or self._view.hasFocus()):
            painter.fillRect(rect, self.theme.selected)
            if first:
                painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), self.theme.accent)
        elif index.row() == self.lit:
            painter.fillRect(rect, self.theme.hover)
        line = rect.adjusted(OVERHANG if first else 0, 0, -OVERHANG if last else 0, 0)
        colour = self.theme.control if index.data(Role.BOLD) else self.theme.border
        painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), colour)

    def paint_words(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        """Write the words of a cell."""
        text, look, font = str(index.data() or ""), self._looks.get(index.column()), self.font_of(index)
        painter.setFont(font)
        painter.setPen(self.ink_of(index))
        metrics = QFontMetricsF(font)
        if look is Look.WRAPPED:
            lines = lines_of(text, font, box.width(), max(1, int(box.height() // metrics.height())))
            first = self.baseline(box, metrics) - (len(lines) - 1) * metrics.height() / 2
            for place, line in enumerate(lines):
                painter.drawText(QPointF(box.left(), round(first + place * metrics.height())), line)
            return
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, math.ceil(box.width()) + 1)
        at_right = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
        x = box.right() - metrics.horizontalAdvance(text) if at_right else box.left()
        painter.drawText(QPointF(x, self.baseline(box, metrics)), text)

    def baseline(self, box: QRectF, metrics: QFontMetricsF) -> float:
        """Return where the words of a row stand."""
        return round(box.center().y() + (metrics.ascent() - metrics.descent()) / 2)

    def paddings(self, index: _Index) -> tuple[int, int]:
        """Return what stays free at the left and right of a cell."""
        left = OVERHANG if self._is_first(index) else PADDING
        if index.data(Role.SIGN):
            left += _SIGN + _AFTER_SIGN
        return left, OVERHANG if self._is_last(index) else PADDING

    def font_of(self, index: _Index) -> QFont:
        """Return the font of a cell."""
        look = self._looks.get(index.column())
        if look is Look.CODE:
            return fonts.code(METRICS.small_size)
        font = fonts.interface(weight=QFont.Weight.DemiBold if index.data(Role.BOLD) else QFont.Weight.Normal)
        font.setUnderline(look is Look.LINK)
        return font

    def ink_of(self, index: _Index) -> QColor:
        """Return the colour of a cell’s words."""
        if self.stale:
            return self.theme.muted
        return self.theme.accent if self._looks.get(index.column()) is Look.LINK else self.theme.text

    def _paint_sign(self, painter: QPainter, box: QRectF, name: str) -> None:
        metrics = QFontMetricsF(fonts.interface())
        middle = self.baseline(box, metrics) - metrics.capHeight() / 2
        square = QRectF(box.left() - _SIGN - _AFTER_SIGN, round(middle - _SIGN / 2), _SIGN, _SIGN)
        paint_icon(painter, name, square, self.theme.muted if self.stale else self.theme.text)

    @staticmethod
    def _is_first(index: _Index) -> bool:
        return index.column() == 0

    def _is_last(self, index: _Index) -> bool:
        columns = range(index.column() + 1, index.model().columnCount())
        return all(self._hides(column) for column in columns)

    def _hides(self, column: int) -> bool:
        return bool(getattr(self._view, "isColumnHidden", lambda _: False)(column))


def lines_of(text: str, font: QFont, width: float, most: int = 100) -> list[str]:
    """Break text into lines of `width` pixels; where there are more than `most`, the last one is elided."""
    layout = QTextLayout(text, font)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le")  # in which Qt counts
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le").rstrip()
        for start, end in zip(starts, [*starts[1:], len(units) // 2], strict=True)
    ]
    if len(pieces) > most:
        rest = units[2 * starts[most - 1] :].decode("utf-16-le")
        pieces[most - 1 :] = [QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return pieces
