"""Tables of figures as a model: every cell knows what it says, how it is drawn, and which sentences it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.tables.text_model import Role
from labeling.agreement.behind import Behind
from labeling.agreement.figures import Measure
from labeling.domain.codebooks import Label

_ItemRole = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FigureRole(IntEnum):
    """What delegates and views ask for besides text."""

    CELL = _ItemRole.UserRole + 11
    COLUMN = _ItemRole.UserRole + 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `text`, then `detail` in small letters.

    `copied` is the figure as programs read it, `spoken` what a screen reader says; both are the text where empty.
    A `link` shows that it leads to the sentences `behind` it. `label` gives chip and underline, `measure` is drawn on
    the scale of the table, `share` (0 to 1) as a bar, `strength` (0 to 1) as the ground; below 0 that is an outline.
    `strong` says whether the text is bold; else a figure with a detail is.
    """

    text: str = ""
    detail: str = ""
    copied: str = ""
    spoken: str = ""
    tip: str = ""
    behind: Behind | None = None
    link: bool = False
    label: Label | None = None
    measure: Measure | None = None
    share: float | None = None
    strength: float | None = None
    strong: bool | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of cells. `what` is what it stands for; a `set_apart` one has a strong line above it."""

    cells: tuple[Cell, ...]
    what: str = ""
    set_apart: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name: at the left, at the right or in the middle.

    A `plotted` one has intervals, with their scale for a heading, a `barred` one has bars. `yields`: its details go
    below the figures where there is too little room. `label` gives the heading its chip.
    """

    title: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    plotted: bool = False
    barred: bool = False
    yields: bool = False
    label: Label | None = None

    @property
    def is_drawn(self) -> bool:
        return self.plotted or self.barred


class FigureModel(QAbstractTableModel):
    """A table of figures."""

    def __init__(self, columns: Sequence[Column] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[FigureRow, ...] = ()

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def show(self, rows: Sequence[FigureRow], columns: Sequence[Column] | None = None) -> None:
        """Show these rows. Where rows and columns stand for the same as before, so does what is current."""
        columns = self._columns if columns is None else tuple(columns)
        same = columns == self._columns and [row.what for row in rows] == [row.what for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows, self._columns = tuple(rows), columns
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ItemRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (_ItemRole.DisplayRole, _ItemRole.AccessibleTextRole):
            return column.title
        if role == _ItemRole.ToolTipRole:
            return column.title
        if role == _ItemRole.TextAlignmentRole:
            return column.align | _MIDDLE
        return column if role == FigureRole.COLUMN else None

    def data(self, index: _Index, role: int = _ItemRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        cell = row.cells[index.column()]
        if role == _ItemRole.TextAlignmentRole:
            return column.align | _MIDDLE
        if role == Role.WHAT:
            return row.what
        if role == Role.BOLD:
            return row.set_apart
        said: dict[int, object] = {
            _ItemRole.DisplayRole: cell.text,
            _ItemRole.EditRole: cell.copied or cell.text,
            _ItemRole.AccessibleTextRole: cell.spoken or f"{column.title}: {cell.text}",
            _ItemRole.ToolTipRole: cell.tip,
            FigureRole.CELL: cell,
        }
        return said.get(role)
