"""A table whose cells have grounds: names at the left, then columns of one width."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from desktop.review.agreement.cells import FigureModel
from desktop.review.agreement.figure_delegate import FigureDelegate, cell_of
from desktop.review.agreement.figure_table import FigureTable, HeadsAs
from desktop.review.plots.scale import em
from desktop.tables.row_delegate import OVERHANG, PADDING
from desktop.theme import fonts
from desktop.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex

ROW = round(em(3.0))
_LEAST, _MOST = em(4.2), em(13)  # the widths of columns
_SIDES = 6  # round a heading


class _HeatDelegate(FigureDelegate):
    """Names have no lines and no ground: they only say what the cells beside them are of."""

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if cell_of(index).strength is not None:
            super().paint_ground(painter, option, index)


class HeatTable(FigureTable):
    """`cell_current` carries the Behind of the cell that keys act on; names at the left are never that cell."""

    cell_current = Signal(object)

    def __init__(self, model: FigureModel, theme: Theme, name: str, *, most_rows: int | None = None) -> None:
        super().__init__(model, theme, name, height=ROW, most_rows=most_rows, delegate=_HeatDelegate)
        self.delegate.keeps_selection = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def spread(self) -> None:
        """Give all columns but that of names one width: that of their headings, as far as there is room."""
        columns = self.figures.columns
        if not columns:
            return
        metrics = QFontMetricsF(fonts.interface())
        names = [cell_of(self.figures.index(row, 0)).text for row in range(self.figures.rowCount())]
        first = math.ceil(max((metrics.horizontalAdvance(name) for name in names), default=0)) + OVERHANG + PADDING
        room = (self.viewport().width() - first) / max(1, len(columns) - 1)
        for self.heads.heads_as in HeadsAs:
            wanted = max((self.heads.wanted(column) + _SIDES for column in columns[1:]), default=0.0)
            if wanted <= room:
                break
        width = int(max(_LEAST, min(room, _MOST)))
        self.setColumnWidth(0, first)
        for place in range(1, len(columns)):
            self.setColumnWidth(place, width)
        self.fit()

    @property
    def least_width(self) -> int:
        """How many pixels it takes with the least of every column."""
        names = self.columnWidth(0)
        return names + math.ceil(_LEAST) * max(0, len(self.figures.columns) - 1)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the one that keys act on."""
        self.setCurrentIndex(self.figures.index(row, max(1, column)))

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        there = super().moveCursor(action, modifiers)
        return there if there.column() else there.siblingAtColumn(1)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid() and current.column():
            self.cell_current.emit(cell_of(current).behind)
