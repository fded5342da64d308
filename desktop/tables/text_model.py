"""Rows of words and figures for the tables of the workspace."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_ItemRole = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What delegates and views ask for besides text."""

    WHAT = _ItemRole.UserRole + 1  # what a row stands for
    SIGN = _ItemRole.UserRole + 2  # the name of the icon before its first cell
    BOLD = _ItemRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a row. `sign` is the name of an icon before them, and `spoken` says what that means.

    `what` is what the row stands for.
    """

    cells: tuple[str, ...]
    what: object = None
    sign: str = ""
    spoken: str = ""
    bold: bool = False


class TextModel(QAbstractTableModel):
    """A table of a few rows. Columns in `figures` stand at the right; with `tips`, the mouse is told what is elided."""

    def __init__(
        self,
        headings: Sequence[str],
        figures: Collection[int] = (),
        parent: QObject | None = None,
        *,
        tips: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tips = tips
        self._headings = tuple(headings)
        self._figures = figures
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_headings(self, headings: Sequence[str]) -> None:
        """Call the columns otherwise."""
        self._headings = tuple(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows. Where their number stays, so do selection and current row."""
        if len(rows) == len(self._rows):
            changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
            self._rows = list(rows)
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ItemRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role in (_ItemRole.DisplayRole, _ItemRole.AccessibleTextRole):
            return self._headings[section]
        if role == _ItemRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: _Index, role: int = _ItemRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        cell = row.cells[column]
        if role == _ItemRole.DisplayRole:
            return cell
        if role == _ItemRole.EditRole:  # what is copied: figures as programs read them
            return cell.replace(",", "") if column in self._figures else cell
        if role == _ItemRole.AccessibleTextRole:
            return f"{row.spoken}: {cell}" if row.spoken and not column else cell
        if role == _ItemRole.ToolTipRole:
            return cell if self._tips else None
        if role == _ItemRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Role.WHAT:
            return row.what
        if role == Role.SIGN:
            return "" if column else row.sign
        if role == Role.BOLD:
            return row.bold
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _AT_RIGHT if column in self._figures else _AT_LEFT
