"""A table without a grid: read by arrows and by screen readers, copied as text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.scrolled import Scrolled
from desktop.tables.headings import HEIGHT as HEADING
from desktop.tables.headings import Headings
from desktop.tables.row_delegate import OVERHANG, Look, RowDelegate
from desktop.tables.text_model import Role
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Table(QTableView):
    """As high as its rows: what scrolls is the page that it lies in. `chosen` carries what a row stands for.

    A row is chosen by Enter, a double-click, or a click into a column of links. `looks` are by column.
    """

    chosen = Signal(object)

    def __init__(
        self,
        model: QAbstractItemModel,
        theme: Theme,
        name: str,
        looks: Mapping[int, Look] | None = None,
        headings: Headings | None = None,
    ) -> None:
        super().__init__()
        self._looks = looks or {}
        self._delegate = RowDelegate(theme, self, self._looks)
        self._headings = headings or Headings(theme, self)
        self._headings.setParent(self)
        self.setHorizontalHeader(self._headings)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        for changed in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.fit)
        model.modelReset.connect(self._select_one)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        set_role(self, "rows")

    @property
    def delegate(self) -> RowDelegate:
        return self._delegate

    def use(self, delegate: RowDelegate) -> None:
        """Paint rows otherwise."""
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def set_widths(self, stretched: int) -> None:
        """Give one column what the others leave, and these what they need."""
        header = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self._headings.set_theme(theme)
        self.viewport().update()

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        if self._delegate.stale != stale:
            self._delegate.stale = stale
            self.viewport().update()

    @property
    def selected(self) -> list[object]:
        """What the selected rows stand for, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, 0).data(Role.WHAT) for row in rows]

    def copy(self) -> None:
        """Copy the selected rows, or all when there is none, with the headings of their columns."""
        model = self.model()
        columns = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows()) or range(model.rowCount())
        heads = [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        cells = [[str(model.index(r, c).data(Qt.ItemDataRole.EditRole) or "") for c in columns] for r in rows]
        lines = [heads, *cells] if any(heads) else cells
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def fit(self) -> None:
        """Take the height of the rows."""
        if Look.WRAPPED in self._looks.values():
            for row in range(self.model().rowCount()):
                self.setRowHeight(row, self.sizeHintForRow(row))
        elif self.verticalHeader().length() != self._delegate.height * self.model().rowCount():
            self.verticalHeader().setDefaultSectionSize(self._delegate.height)  # of all rows at once
        heading = 0 if self.horizontalHeader().isHidden() else HEADING
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.setFixedHeight(heading + self.verticalHeader().length() + below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_one()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        area = self._area()
        if area is not None and current.isValid() and self.hasFocus():
            rect = self.visualRect(current)
            area.show_rect(self, rect.translated(0, self.viewport().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._is_link(index):
            self._choose(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not self._is_link(index):
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = self._is_link(index)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self._light(index.row() if index.isValid() and self._leads_somewhere else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(None)

    def _select_one(self) -> None:
        """Show where the focus is, also when rows come only after it."""
        if self.hasFocus() and self.model().rowCount() and not self.selectionModel().hasSelection():
            row = max(0, self.currentIndex().row())
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags)

    def _light(self, row: int | None) -> None:
        if self._delegate.lit != row:
            self._delegate.lit = row
            self.viewport().update()

    @property
    def _leads_somewhere(self) -> bool:
        return Look.LINK in self._looks.values()

    def _is_link(self, index: QModelIndex) -> bool:
        return index.isValid() and self._looks.get(index.column()) is Look.LINK

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.siblingAtColumn(0).data(Role.WHAT))

    def _area(self) -> Scrolled | None:
        widget: QWidget | None = self.parentWidget()
        while widget is not None and not isinstance(widget, Scrolled):
            widget = widget.parentWidget()
        return widget


class ListTable(Table):
    """A table of many rows of one height, which scrolls by itself."""

    def __init__(
        self,
        model: QAbstractItemModel,
        theme: Theme,
        name: str,
        looks: Mapping[int, Look] | None = None,
        height: int = 36,
    ) -> None:
        super().__init__(model, theme, name, looks)
        self.delegate.height = height
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)

    def fit(self) -> None:
        """Leave the height to the page."""


def indented(*widgets: QWidget) -> None:
    """Let widgets begin and end where the lines of a table do."""
    for widget in widgets:
        widget.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
