"""A list whose rows are painted, and of which one row is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.theme.style import set_role


class RowList(QTableView):
    """The open row is the selected one. Arrow keys only move; `entered_row`: Enter was pressed, which opens.

    A table of one column, since a QListView measures each of 25,000 rows whenever one of them changes.
    """

    entered_row = Signal(QModelIndex)

    def __init__(self, name: str, description: str, height: int) -> None:
        super().__init__()
        self._unusual: list[int] = []  # rows of another height
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)
        set_role(self, "panel")

    def show_open(self, row: int | None) -> None:
        """Show which row is open, without a jump when it is in view already."""
        index = QModelIndex() if row is None else self.model().index(row, 0)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def set_heights(self, rows: Iterable[int], height: int) -> None:
        """Give some rows another height, and those that had another one before the usual one."""
        header, wanted = self.verticalHeader(), list(rows)
        for row in set(self._unusual).difference(wanted):
            header.resizeSection(row, header.defaultSectionSize())  # a reset of the model leaves heights as they are
        for row in wanted:
            header.resizeSection(row, height)
        self._unusual = wanted

    def selectionCommand(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
        event: QEvent | None = None,  # noqa: ARG002 - Qt's signature
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
