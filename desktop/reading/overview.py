"""The scroll bar of the reading column: one tick a sentence in its groove, the handle behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.reading.marks import Mark
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Codebook

_SIDE = 4  # free beside, above and below the strip
_INSET = 8.0  # from the strip's ends to where an article begins and ends
_NEAREST = 2.0  # ticks that are closer become one
_TICK = 4.0
_CURRENT = 8.0


@dataclass(frozen=True, slots=True)
class Tick:
    """What one tick stands for: something unseen, or labels, or neither."""

    unseen: bool = False
    labels: tuple[str, ...] = ()


def merge(marks: Sequence[Mark]) -> Tick:
    """Return the tick of one sentence, or of several that are too close to have ticks of their own.

    Of several, an unseen one wins, then the label that most of them have.
    """
    if any(mark.state is None for mark in marks):
        return Tick(unseen=True)
    if len(marks) == 1:
        return Tick(labels=marks[0].labels)
    counts = Counter(label for mark in marks for label in mark.labels)
    return Tick(labels=tuple(label for label, _ in counts.most_common(1)))


@dataclass(frozen=True, slots=True)
class Cell:
    """Sentences that share a tick, at height `y` of the strip; the tick may be `height` high."""

    y: float
    height: float
    indices: tuple[int, ...]

    @property
    def rect(self) -> QRectF:
        return QRectF(_SIDE, round(self.y - self.height / 2), METRICS.overview, self.height)


class Overview(QScrollBar):
    """Shows an article's progress at a glance. A click goes there and judges nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._codebook: Codebook | None = None
        self._marks: Sequence[Mark] = ()
        self._places: Sequence[float] = ()
        self._current: int | None = None
        self._cells: tuple[Cell, ...] = ()
        self._cell_of: dict[int, Cell] = {}
        self._ticks: QPixmap | None = None  # drawn once: with many sentences they take longer than a frame
        self._grip: float | None = None
        self.setAccessibleName(QCoreApplication.translate("reading", "Place in the article"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.rangeChanged.connect(self._arrange)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._ticks = None
        self.update()

    def set_article(self, marks: Sequence[Mark], codebook: Codebook | None) -> None:
        """Follow a list of marks, which the caller changes in place. Ticks come with `set_places`."""
        self._marks, self._codebook, self._current = marks, codebook, None
        self.set_places(())

    def set_places(self, places: Sequence[float]) -> None:
        """Give every sentence its height in the article, in the units of the scroll bar."""
        self._places = places
        self._arrange()

    def set_current(self, index: int | None) -> None:
        self._current = index
        self.update()

    def marks_changed(self, indices: Iterable[int]) -> None:
        """Draw the ticks of sentences anew."""
        if self._ticks is not None:
            painter = QPainter(self._ticks)
            for cell in {self._cell_of[index] for index in indices if index in self._cell_of}:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.fillRect(cell.rect, Qt.GlobalColor.transparent)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                self._paint_tick(painter, cell)
            painter.end()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(METRICS.overview + 2 * _SIDE, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.paper)
        if self.maximum() > 0:
            self._paint_handle(painter)
        if self._ticks is None or self._ticks.devicePixelRatio() != self.devicePixelRatio():
            self._ticks = self._drawn_ticks()
        painter.drawPixmap(0, 0, self._ticks)
        cell = self._cell_of.get(self._current) if self._current is not None else None
        if cell is not None:
            middle = round(cell.y - _CURRENT / 2)
            painter.fillRect(QRectF(_SIDE, middle, METRICS.overview, _CURRENT), self._theme.accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y, handle = event.position().y(), self._handle()
        held = handle.contains(QPointF(handle.center().x(), y))
        self._grip = y - handle.top() if held else handle.height() / 2
        self._follow(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._follow(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._grip = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def _follow(self, y: float) -> None:
        self.setValue(round((y - (self._grip or 0.0) - _SIDE - _INSET) / self._scale()))

    def _scale(self) -> float:
        """Return how many pixels of the strip stand for one of the article."""
        total = self.maximum() - self.minimum() + self.pageStep()
        return (self.height() - 2 * _SIDE - 2 * _INSET) / max(total, 1)

    def _y(self, place: float) -> float:
        return _SIDE + _INSET + place * self._scale()

    def _handle(self) -> QRectF:
        height = max(self.pageStep() * self._scale(), 3 * _CURRENT)
        return QRectF(_SIDE, self._y(self.value()), METRICS.overview, height)

    def _arrange(self) -> None:
        """Put sentences whose ticks would be too close into one cell, and find how high the ticks can be."""
        heights = [(self._y(place), index) for index, place in enumerate(self._places)]
        groups = [list(group) for _, group in groupby(heights, key=lambda item: item[0] // _NEAREST)]
        edges = [-_TICK * 2, *(group[0][0] for group in groups), self.height() + _TICK * 2]
        cells = []
        for place, group in enumerate(groups):
            y = group[0][0]
            room = min(y - edges[place], edges[place + 2] - y) - 1
            cells.append(Cell(y, max(_NEAREST, min(_TICK, room)), tuple(index for _, index in group)))
        self._cells = tuple(cells)
        self._cell_of = {index: cell for cell in cells for index in cell.indices}
        self._ticks = None
        self.update()

    def _drawn_ticks(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        ticks = QPixmap(self.size() * ratio)
        ticks.setDevicePixelRatio(ratio)
        ticks.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ticks)
        for cell in self._cells:
            self._paint_tick(painter, cell)
        painter.end()
        return ticks

    def _paint_handle(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lit = self.underMouse() or self._grip is not None
        painter.setBrush(self._theme.cap if lit else self._theme.hover)
        painter.drawRoundedRect(self._handle(), 3, 3)
        painter.restore()

    def _paint_tick(self, painter: QPainter, cell: Cell) -> None:
        tick, rect = merge([self._marks[index] for index in cell.indices]), cell.rect.adjusted(1, 0, -1, 0)
        labels = [label for name in tick.labels if self._codebook and (label := self._codebook.label(name))]
        share = rect.width() / max(len(labels), 1)
        for place, label in enumerate(labels):
            colour = self._theme.of(label).solid
            painter.fillRect(QRectF(rect.left() + place * share, rect.top(), share, rect.height()), colour)
        if labels:
            return
        middle = QRectF(rect.left(), rect.top() + int((rect.height() - 1) / 2), rect.width(), 1)
        if not tick.unseen:
            painter.fillRect(middle, self._theme.control)
        elif rect.height() >= _TICK:
            painter.setPen(QPen(self._theme.control, 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:  # too low to be hollow: its two ends
            for left in (middle.left(), middle.right() - 2):
                painter.fillRect(QRectF(left, middle.top(), 2, 1), self._theme.control)
