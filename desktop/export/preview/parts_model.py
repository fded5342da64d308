"""The figures of each part of the dataset, and of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.tables.text_model import Role
from labeling.domain.codebooks import Codebook, Label
from labeling.operations.previewing import PartFigures, Preview

translate = QCoreApplication.translate

_ItemRole = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STRENGTHS = (1.0, 0.62, 0.36)
FIRST_LABEL = 3  # column: part, articles and sentences come before


class Figure(IntEnum):
    """What is asked of the model besides text."""

    STRENGTH = _ItemRole.UserRole + 10  # of the accent that stands for a part; None for the total
    SHARE = _ItemRole.UserRole + 11  # of the part’s sentences that have the label; None where that has no sense
    SHARE_OF_ALL = _ItemRole.UserRole + 12
    LABEL = _ItemRole.UserRole + 13  # of a column, in the header
    SHORT = _ItemRole.UserRole + 14  # the heading where there is little room


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    short: str = ""
    label: Label | None = None


class PartsModel(QAbstractTableModel):
    """One row a part and one for all; articles, sentences, each label, and what no label applies to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._figures: tuple[PartFigures, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._columns: tuple[_Column, ...] = ()

    def show(self, preview: Preview, codebook: Codebook) -> None:
        """Show what would be written. Selection and current row stay where the table keeps its shape."""
        names = (*preview.parts, translate("export", "Total"))
        columns = _columns(preview.labels, codebook)
        figures = (*preview.parts.values(), preview.total)
        if names == self._names and columns == self._columns:
            self._figures = figures
            self.dataChanged.emit(self.index(0, 0), self.index(len(names) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._names, self._columns, self._figures, self._labels = names, columns, figures, preview.labels
        self.endResetModel()

    @property
    def largest_share(self) -> float:
        """The largest share of any label in any part: what the longest bar shows."""
        shares = (self._share(row, column) for row in range(self.rowCount()) for column in range(self.columnCount()))
        return max((share for share in shares if share is not None), default=0.0)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ItemRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        content: dict[int, object] = {
            _ItemRole.DisplayRole: column.heading,
            _ItemRole.AccessibleTextRole: column.heading,
            _ItemRole.ToolTipRole: column.heading,
            _ItemRole.TextAlignmentRole: _AT_RIGHT if section else _AT_LEFT,
            Figure.LABEL: column.label,
            Figure.SHORT: column.short,
        }
        return content.get(role)

    def data(self, index: _Index, role: int = _ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        number = self._number(row, column)
        if role == _ItemRole.DisplayRole:
            return f"{number:,}" if column else self._names[row]
        if role == _ItemRole.EditRole:
            return str(number) if column else self._names[row]
        if role in (_ItemRole.ToolTipRole, _ItemRole.AccessibleTextRole):
            return self._in_words(row, column)
        if role == _ItemRole.TextAlignmentRole:
            return _AT_RIGHT if column else _AT_LEFT
        if role == Figure.STRENGTH:
            return None if column or self._is_total(row) else strength_of(row, len(self._names) - 1)
        if role == Figure.SHARE:
            return self._share(row, column)
        if role == Figure.SHARE_OF_ALL:
            return self._share(len(self._names) - 1, column)
        if role == Role.BOLD:
            return self._is_total(row)
        return None

    def _is_total(self, row: int) -> bool:
        return row == len(self._names) - 1

    def _number(self, row: int, column: int) -> int:
        figures = self._figures[row]
        if column < FIRST_LABEL:
            return (0, figures.articles, figures.sentences)[column]
        place = column - FIRST_LABEL
        return figures.labels[self._labels[place]] if place < len(self._labels) else figures.none

    def _share(self, row: int, column: int) -> float | None:
        sentences = self._figures[row].sentences
        return self._number(row, column) / sentences if column >= FIRST_LABEL and sentences else None

    def _in_words(self, row: int, column: int) -> str:
        if not column:
            return self._names[row]
        words, share = f"{self._number(row, column):,}", self._share(row, column)
        if share is None:
            return words
        if self._is_total(row):
            return translate("export", "{count}: {share} of all sentences").format(count=words, share=percent(share))
        every = self._share(len(self._names) - 1, column) or 0.0
        said = translate("export", "{count}: {share} of the sentences in {part}, {every} of all")
        return said.format(count=words, share=percent(share), part=self._names[row], every=percent(every))


def strength_of(place: int, parts: int) -> float:
    """Return how strong the accent is that stands for a part, from 1 down."""
    if parts <= len(_STRENGTHS):
        return _STRENGTHS[place]
    return 1.0 - (1.0 - _STRENGTHS[-1]) * place / (parts - 1)


def percent(share: float) -> str:
    """Return a share of 1 as people read it."""
    return f"{100 * share:.1f} %"


def _columns(labels: Sequence[str], codebook: Codebook) -> tuple[_Column, ...]:
    known = [(name, codebook.label(name)) for name in labels]
    return (
        _Column(translate("export", "Split")),
        _Column(translate("export", "Articles")),
        _Column(translate("export", "Sentences")),
        *(_Column(label.name if label else name, label=label) for name, label in known),
        _Column(translate("export", "None applies"), translate("export", "None")),
    )
