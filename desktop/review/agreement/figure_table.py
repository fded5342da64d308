"""A table of figures: gone through by arrows, cell by cell; Enter or a click lists what a figure counts."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.review.agreement.cells import Column, FigureModel, FigureRole
from desktop.review.agreement.figure_delegate import FigureDelegate, cell_of, plot_box
from desktop.review.plots.scale import Scale, em
from desktop.tables.headings import Headings, heading_font
from desktop.tables.row_delegate import OVERHANG, PADDING
from desktop.tables.table import Table
from desktop.theme import fonts
from desktop.theme.signs import paint_chip
from desktop.theme.tokens import METRICS, Theme

_Index = QModelIndex | QPersistentModelIndex

ROW = round(em(3.5))
LOW_ROW = round(em(2.4))
_LEAST_PLOT, _MOST_PLOT = em(9), em(26)
_PLOT_SHARE = 0.5  # of what is left over
_CHIP_GAP = 6
_CLOSE = 1


class FigureTable(Table):
    """`behind_wanted` carries the Behind of a figure, `row_current` what the current row stands for.

    As high as its rows, up to `most_rows`; then it scrolls. Drawn columns share a scale.
    """

    behind_wanted = Signal(object)
    row_current = Signal(str)

    def __init__(
        self,
        model: FigureModel,
        theme: Theme,
        name: str,
        *,
        height: int = ROW,
        most_rows: int | None = None,
        delegate: type[FigureDelegate] = FigureDelegate,
    ) -> None:
        self.heads = FigureHeadings(theme)
        self._most_rows = most_rows
        super().__init__(model, theme, name, headings=self.heads)
        self.figures = model
        self._figure_delegate = delegate(theme, self, height)
        self.use(self._figure_delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if most_rows is not None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self.spread)
        model.dataChanged.connect(self.spread)

    def set_scale(self, scale: Scale) -> None:
        """Draw on another scale."""
        self._figure_delegate.scale = self.heads.scale = scale
        self.viewport().update()
        self.heads.viewport().update()

    @property
    def is_tight(self) -> bool:
        """Whether details stand below their figures, in columns that yield."""
        return self._figure_delegate.is_tight

    def copy(self) -> None:
        """Copy the whole table, with its headings, as programs read it."""
        model, role = self.figures, Qt.ItemDataRole.EditRole
        columns = range(model.columnCount())
        rows = [[str(model.index(row, c).data(role) or "") for c in columns] for row in range(model.rowCount())]
        lines = [[column.title for column in model.columns], *rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def fit(self) -> None:
        super().fit()
        rows, most = self.model().rowCount(), self._most_rows
        if most is not None and rows > most:
            self.setFixedHeight(self.maximumHeight() - (rows - most) * self.delegate.height)

    def spread(self) -> None:
        """Give the columns their widths: what they need, and of what is left over the first and the drawn ones most."""
        columns = self.figures.columns
        if not columns:
            return
        room = self.viewport().width()
        full = [self._wanted(place, roomy=True) for place in range(len(columns))]
        self._figure_delegate.is_tight = sum(full) > room
        widths = [self._wanted(place, roomy=False) for place in range(len(columns))] if self.is_tight else full
        spare = room - sum(widths)
        if spare < 0:
            widths[0] = max(math.ceil(em(7)), widths[0] + spare)
        else:
            self._share_out(spare, widths)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.spread()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.row_current.emit(self.figures.rows[current.row()].what)

    def _share_out(self, spare: int, widths: list[int]) -> None:
        plots = [place for place, column in enumerate(self.figures.columns) if column.is_drawn]
        for place in plots:
            more = min(int(spare * _PLOT_SHARE / len(plots)), math.ceil(_MOST_PLOT) - widths[place])
            widths[place] += max(0, more)
        widths[0] += self.viewport().width() - sum(widths)

    def _wanted(self, place: int, *, roomy: bool) -> int:
        column, rows = self.figures.columns[place], range(self.figures.rowCount())
        beside = roomy or not column.yields
        cells = [cell_of(self.figures.index(row, place)) for row in rows]
        words = max((self._figure_delegate.wanted(cell, beside=beside) for cell in cells), default=0.0)
        if column.is_drawn:
            words = _LEAST_PLOT
        sides = (OVERHANG if not place else PADDING) + (OVERHANG if place == len(self.figures.columns) - 1 else PADDING)
        return math.ceil(max(words, self.heads.wanted(column))) + sides + 1

    def _is_link(self, index: QModelIndex) -> bool:
        return index.isValid() and cell_of(index).behind is not None

    def _choose(self, index: QModelIndex) -> None:
        if self._is_link(index):
            self.behind_wanted.emit(cell_of(index).behind)


class HeadsAs(Enum):
    """How much of the heading of a label there is room for."""

    WHOLE = auto()
    NAMES = auto()
    CHIPS = auto()


class FigureHeadings(Headings):
    """A drawn column has the numbers of its scale for a heading; those of labels have their letters before them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scale = Scale()
        self.heads_as = HeadsAs.WHOLE

    def wanted(self, column: Column) -> float:
        """Return how many pixels a heading takes."""
        if column.is_drawn:
            return 0.0
        if column.label and self.heads_as is HeadsAs.CHIPS:
            return METRICS.chip
        chip = METRICS.chip + _CHIP_GAP if column.label and self.heads_as is HeadsAs.WHOLE else 0
        return QFontMetricsF(heading_font()).horizontalAdvance(column.title) + chip

    def paint_words(self, painter: QPainter, box: QRectF, column: int) -> None:
        which = self.model().headerData(column, Qt.Orientation.Horizontal, FigureRole.COLUMN)
        if not isinstance(which, Column):
            return
        if which.is_drawn:
            if which.plotted:
                self._paint_numbers(painter, plot_box(box))
            return
        words, inner = which.title, box
        if which.align & Qt.AlignmentFlag.AlignHCenter:
            box = box.adjusted(_CLOSE - PADDING, 0, PADDING - _CLOSE, 0)  # nothing stands beside it that it could touch
            spare = max(0.0, box.width() - self.wanted(which))
            inner = box.adjusted(spare / 2, 0, 0, 0)
        if which.label is not None and self.heads_as is not HeadsAs.NAMES:
            top = round(box.center().y() - METRICS.chip / 2)
            paint_chip(
                painter, QRectF(inner.left(), top, METRICS.chip, METRICS.chip), which.label, self.theme, filled=True
            )
            inner = inner.adjusted(METRICS.chip + _CHIP_GAP, 0, 0, 0)
            words = "" if self.heads_as is HeadsAs.CHIPS else words
        self.write(painter, inner, words, at_right=bool(which.align & Qt.AlignmentFlag.AlignRight))

    def _paint_numbers(self, painter: QPainter, box: QRectF) -> None:
        font = fonts.interface(METRICS.small_size)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        for tick in self.scale.ticks(box.width()):
            text = self.scale.in_words(tick)
            x = self.scale.x(tick, box) - metrics.horizontalAdvance(text) / 2
            y = round(box.center().y() + (metrics.ascent() - metrics.descent()) / 2)
            painter.drawText(
                QRectF(x, y - metrics.ascent(), metrics.horizontalAdvance(text) + 1, metrics.height()), text
            )
