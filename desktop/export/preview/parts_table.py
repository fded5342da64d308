"""The table of parts: figures, with a bar under each that shows whether the balance holds."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent

from desktop.export.preview.parts_model import FIRST_LABEL, Figure, PartsModel
from desktop.tables.headings import Headings, heading_font
from desktop.tables.row_delegate import OVERHANG, PADDING, RowDelegate
from desktop.tables.table import Table
from desktop.theme import fonts
from desktop.theme.signs import paint_chip
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Label

_Index = QModelIndex | QPersistentModelIndex

_ROW = 40
_FIGURE = 30  # of the row’s height; the rest is the bar’s
_SWATCH, _AFTER_SWATCH = 10, 8
_BAR, _LONGEST = 3, 72
_LEAST_STRONG = 0.45  # of the accent, where contrast must be high
_MARK, _MARK_REACH = 1.5, 2.5
_CHIP_GAP = 6
_TIGHT = 6


class PartsTable(Table):
    """Every column is as wide as it needs, and what is left over is spread.

    Where there is too little room for the names of labels, all have their letters alone.
    """

    def __init__(self, model: PartsModel, theme: Theme, name: str) -> None:
        self._heads = _PartsHeadings(theme)
        super().__init__(model, theme, name, headings=self._heads)
        self._parts = model
        self.use(_PartsDelegate(theme, self, model))
        model.modelReset.connect(self.spread)
        model.dataChanged.connect(self.spread)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()

    def spread(self) -> None:
        """Give the columns their widths."""
        columns = range(self._parts.columnCount())
        wanted = [self._heads.wanted(column, self._figures_of(column)) for column in columns]
        room = self.viewport().width()
        short = sum(full for full, _ in wanted) > room
        self._heads.set_short(short=short)
        widths = [least if short else full for full, least in wanted]
        spare = max(0, room - sum(widths))
        for column in columns:
            share = spare * (column + 1) // len(wanted) - spare * column // len(wanted)
            self.setColumnWidth(column, widths[column] + share)
        self.fit()

    def _figures_of(self, column: int) -> float:
        metrics = QFontMetricsF(fonts.interface(weight=QFont.Weight.DemiBold))
        texts = (str(self._parts.index(row, column).data()) for row in range(self._parts.rowCount()))
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0)


class _PartsHeadings(Headings):
    """The names of labels have their letters before them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._is_short = False

    def set_short(self, *, short: bool) -> None:
        """Show letters without names, or with them."""
        self._is_short = short
        self.viewport().update()

    def wanted(self, column: int, figures: float) -> tuple[int, int]:
        """Return how many pixels a column takes with its whole name, and with the least of it."""
        metrics = QFontMetricsF(heading_font())
        words, label = self.words_of(column), self._label(column)
        swatch = 0 if column else _SWATCH + _AFTER_SWATCH
        full = metrics.horizontalAdvance(words) + (METRICS.chip + _CHIP_GAP if label else 0)
        least = METRICS.chip if label else metrics.horizontalAdvance(self._short(column))
        right = PADDING if column else OVERHANG
        wide, narrow = max(full, figures + swatch), max(least, figures + swatch)
        return math.ceil(wide) + PADDING + right + 1, math.ceil(narrow) + _TIGHT + right + 1

    def paint_words(self, painter: QPainter, box: QRectF, column: int) -> None:
        label = self._label(column)
        words = self._short(column) if self._is_short else self.words_of(column)
        x = self.write(painter, box.adjusted(_TIGHT - PADDING if column else 0, 0, 0, 0), words, at_right=column > 0)
        if label:
            left = x - METRICS.chip - (_CHIP_GAP if words else 0)
            top = box.center().y() - METRICS.chip / 2
            chip = QRectF(round(left), round(top), METRICS.chip, METRICS.chip)
            paint_chip(painter, chip, label, self.theme, filled=True)

    def _label(self, column: int) -> Label | None:
        label = self.model().headerData(column, Qt.Orientation.Horizontal, Figure.LABEL)
        return label if isinstance(label, Label) else None

    def _short(self, column: int) -> str:
        if self._label(column):
            return ""
        return str(self.model().headerData(column, Qt.Orientation.Horizontal, Figure.SHORT) or self.words_of(column))


class _PartsDelegate(RowDelegate):
    """Figures at the right; under those of a label, its share of the part’s sentences, and a mark at that of all."""

    def __init__(self, theme: Theme, view: PartsTable, model: PartsModel) -> None:
        super().__init__(theme, view, height=_ROW)
        self._model = model

    def paint_words(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        if not index.column():
            self._paint_part(painter, box, index)
            return
        super().paint_words(painter, box, index)
        share = index.data(Figure.SHARE)
        if index.column() >= FIRST_LABEL and isinstance(share, float):
            self._paint_bar(painter, box, index, share)

    def paddings(self, index: _Index) -> tuple[int, int]:
        left, right = super().paddings(index)
        return (left, right) if not index.column() else (_TIGHT, right)

    def baseline(self, box: QRectF, metrics: QFontMetricsF) -> float:
        return round(box.top() + (_FIGURE + metrics.ascent() - metrics.descent()) / 2)

    def _paint_part(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        strength = index.data(Figure.STRENGTH)
        if isinstance(strength, float):
            metrics = QFontMetricsF(self.font_of(index))
            middle = self.baseline(box, metrics) - metrics.capHeight() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent_of(self.theme, strength))
            painter.drawRoundedRect(QRectF(box.left(), round(middle - _SWATCH / 2), _SWATCH, _SWATCH), 3, 3)
            box = box.adjusted(_SWATCH + _AFTER_SWATCH, 0, 0, 0)
        super().paint_words(painter, box, index)

    def _paint_bar(self, painter: QPainter, box: QRectF, index: _Index, share: float) -> None:
        largest = self._model.largest_share
        if not largest:
            return
        width = min(box.width(), float(_LONGEST))
        left, top = box.right() - width, box.top() + _FIGURE - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.hover)
        painter.drawRoundedRect(QRectF(left, top, width, _BAR), 1.5, 1.5)
        painter.setBrush(self._bar_colour(index.column()))
        if share:
            painter.drawRoundedRect(QRectF(left, top, max(2.0, width * share / largest), _BAR), 1.5, 1.5)
        every = index.data(Figure.SHARE_OF_ALL)
        if isinstance(every, float) and not self._is_total(index):
            painter.setBrush(self.ink_of(index))
            x = left + width * every / largest - _MARK / 2
            painter.drawRect(QRectF(round(x * 2) / 2, top - _MARK_REACH, _MARK, _BAR + 2 * _MARK_REACH))

    def _bar_colour(self, column: int) -> QColor:
        label = self._model.headerData(column, Qt.Orientation.Horizontal, Figure.LABEL)
        if self.stale or not isinstance(label, Label):
            return self.theme.control
        return self.theme.of(label).solid

    def _is_total(self, index: _Index) -> bool:
        return index.row() == self._model.rowCount() - 1


def accent_of(theme: Theme, strength: float) -> QColor:
    """Return the colour that stands for a part."""
    colour = QColor(theme.accent)
    colour.setAlphaF(strength if theme.strong == 1 else max(strength, _LEAST_STRONG))
    return colour
