"""How the cells of tables of figures look."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from desktop.review.agreement.cells import Cell, Column, FigureRole
from desktop.review.plots.drawing import heat, paint_bar, paint_grid, paint_interval
from desktop.review.plots.scale import Scale
from desktop.tables.row_delegate import RowDelegate, lines_of
from desktop.theme import fonts
from desktop.theme.signs import paint_chip, paint_underline
from desktop.theme.tokens import METRICS, Theme

_Index = QModelIndex | QPersistentModelIndex

_AFTER_CHIP, _AFTER_TEXT = 9, 5
_UNDER = 7  # from the baseline to the line of a label
_REASON_LINES = 3
_GROUND_RADIUS = 2
_GAP = 1  # round a cell with a ground
_PLOT_EDGE = 6  # a dot at the end of the scale is whole


class FigureDelegate(RowDelegate):
    """Paints figures, and what they are drawn as on `scale`. `is_tight`: in columns that yield, details stand below."""

    def __init__(self, theme: Theme, view: QAbstractItemView, height: int) -> None:
        super().__init__(theme, view, height=height)
        self.scale = Scale()
        self.is_tight = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        cell = cell_of(index)
        if self._is_ringed(cell, index):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.focus, METRICS.ring_width))
            inset = 2 if cell.strength is None else 1 + _GAP
            ring = QRectF(option.rect).adjusted(inset, inset + 1, -inset, -inset)
            painter.drawRoundedRect(ring, METRICS.chip_radius, METRICS.chip_radius)
            painter.restore()

    def _is_ringed(self, cell: Cell, index: _Index) -> bool:
        """Return whether it is the cell that keys act on; one with a ground is shown without focus, too."""
        seen = self._view.hasFocus() or (self.keeps_selection and cell.strength is not None)
        return seen and index == self._view.currentIndex() and cell.behind is not None

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = cell_of(index)
        if cell.strength is None:
            super().paint_ground(painter, option, index)
            return
        box = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        outlined = cell.strength < 0 or self.theme.strong > 1
        painter.setPen(QPen(self.theme.border, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.paper if outlined else heat(self.theme, cell.strength))
        inset = 0.5 if outlined else 0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), _GROUND_RADIUS, _GROUND_RADIUS)

    def paint_words(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        cell, column = cell_of(index), column_of(index)
        if column.is_drawn:
            self._paint_drawing(painter, box, cell)
        elif cell.label is not None:
            self._paint_label(painter, box, cell, index)
        else:
            self._paint_figure(painter, box, cell, index)

    def wanted(self, cell: Cell, *, beside: bool = True) -> float:
        """Return how many pixels the words of a cell take, with the details beside the figure or below it."""
        chip = METRICS.chip + _AFTER_CHIP if cell.label else 0
        wide = QFontMetricsF(self._font(cell)).horizontalAdvance(cell.text)
        detail = QFontMetricsF(_small()).horizontalAdvance(cell.detail)
        if beside:
            return chip + wide + (_AFTER_TEXT + detail if cell.detail else 0)
        return chip + max(wide, detail)

    def ink(self, cell: Cell) -> QColor:
        """Return the colour of a cell’s figure."""
        if self.stale:
            return self.theme.muted
        return self.theme.accent if cell.link and cell.behind else self.theme.text

    def _font(self, cell: Cell) -> QFont:
        bold = cell.strong if cell.strong is not None else bool(cell.detail) and cell.label is None
        font = fonts.interface(weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setUnderline(cell.link and cell.behind is not None)
        return font

    def _paint_figure(self, painter: QPainter, box: QRectF, cell: Cell, index: _Index) -> None:
        column, font, detail = column_of(index), self._font(cell), cell.detail
        if cell.strength is not None and self._is_ringed(cell, index):
            font.setWeight(QFont.Weight.DemiBold)
        metrics, small = QFontMetricsF(font), QFontMetricsF(_small())
        wide, wide_detail = metrics.horizontalAdvance(cell.text), small.horizontalAdvance(detail)
        baseline = self.baseline(box, metrics)
        below = bool(detail) and self.is_tight and column.yields
        beside = bool(detail) and not below
        gap = _AFTER_TEXT if cell.text else 0
        x = _begin(box, wide + (gap + wide_detail if beside else 0), column.align)
        if below and cell.text:
            baseline = round(baseline - small.height() / 2)
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, math.ceil(box.width()) + 1)
        painter.setFont(font)
        painter.setPen(self.ink(cell))
        painter.drawText(QPointF(x, baseline), text)
        painter.setFont(_small())
        painter.setPen(self.theme.muted)
        if beside:
            painter.drawText(QPointF(x + wide + gap, baseline), detail)
        elif below:
            drop = small.height() if cell.text else 0
            painter.drawText(QPointF(_begin(box, wide_detail, column.align), round(baseline + drop)), detail)

    def _paint_label(self, painter: QPainter, box: QRectF, cell: Cell, index: _Index) -> None:
        label = cell.label
        if label is None:
            return
        metrics = QFontMetricsF(fonts.interface())
        baseline = self.baseline(box, metrics)
        top = round(baseline - metrics.capHeight() / 2 - METRICS.chip / 2)
        paint_chip(painter, QRectF(box.left(), top, METRICS.chip, METRICS.chip), label, self.theme, filled=True)
        x = box.left() + METRICS.chip + _AFTER_CHIP
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, math.ceil(box.right() - x) + 1)
        painter.setFont(fonts.interface())
        painter.setPen(self.ink_of(index))
        painter.drawText(QPointF(x, baseline), text)
        width = METRICS.underline_width * self.theme.strong
        solid = self.theme.of(label).solid
        paint_underline(
            painter, label.underline, x, x + metrics.horizontalAdvance(text), baseline + _UNDER, solid, width
        )

    def _paint_drawing(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        if cell.share is not None:
            paint_bar(painter, box, cell.share, self.theme, self.theme.control if self.stale else self.theme.muted)
            return
        if cell.measure is None:
            return
        if cell.measure.value is None:
            self._paint_reason(painter, box, cell.text)
            return
        inner = plot_box(box)
        paint_grid(painter, inner, self.scale, self.theme)
        ink = self.theme.muted if self.stale else self.theme.text
        paint_interval(painter, inner, cell.measure.value, cell.measure.interval, self.scale, ink)

    def _paint_reason(self, painter: QPainter, box: QRectF, words: str) -> None:
        font = _small()
        metrics = QFontMetricsF(font)
        most = max(1, min(_REASON_LINES, int(box.height() // metrics.height())))
        lines = lines_of(words, font, box.width(), most)
        first = self.baseline(box, metrics) - (len(lines) - 1) * metrics.height() / 2
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        for place, line in enumerate(lines):
            painter.drawText(QPointF(box.left(), round(first + place * metrics.height())), line)


def plot_box(box: QRectF) -> QRectF:
    """Return where the scale lies in the box of a cell, or of its heading."""
    return box.adjusted(_PLOT_EDGE, 0, -_PLOT_EDGE, 0)


def cell_of(index: _Index) -> Cell:
    """Return what stands at a place of a FigureModel."""
    cell = index.data(FigureRole.CELL)
    return cell if isinstance(cell, Cell) else Cell()


def column_of(index: _Index) -> Column:
    """Return the column of a place of a FigureModel."""
    column = index.model().headerData(index.column(), Qt.Orientation.Horizontal, FigureRole.COLUMN)
    return column if isinstance(column, Column) else Column("")


def _begin(box: QRectF, wide: float, align: Qt.AlignmentFlag) -> float:
    if align & Qt.AlignmentFlag.AlignRight:
        return max(box.left(), box.right() - wide)
    if align & Qt.AlignmentFlag.AlignHCenter:
        return max(box.left(), box.center().x() - wide / 2)
    return box.left()


def _small() -> QFont:
    return fonts.interface(METRICS.small_size)
