"""The section of pairs: a heat map of all, and the table of the two who are chosen in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.review.agreement import pair_rows
from desktop.review.agreement.cells import FigureModel
from desktop.review.agreement.heat_table import HeatTable
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.agreement.behind import Behind
from labeling.reporting import words
from labeling.reporting.overview import Overview

_MOST_ROWS = 12
_SIDE_BY_SIDE_FROM = 720
_BETWEEN = 24
_SHARES = (60, 40)


class Pairs(QWidget):
    """`behind_wanted` carries the Behind of a number, `label_wanted` the label of the cell that was chosen."""

    behind_wanted = Signal(object)
    label_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._chosen: Behind | None = None
        self._cells, self._crossed = FigureModel(parent=self), FigureModel(parent=self)
        self.heat_map = HeatTable(self._cells, theme, self.tr("Cohen’s κ of pairs"), most_rows=_MOST_ROWS)
        self.crossed = HeatTable(self._crossed, theme, self.tr("The pair that is chosen"))
        self.crossed.delegate.keeps_selection = False
        self._title, self._words = QLabel(), QLabel()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        heading, caption = (
            QLabel(self.tr("Pairs")),
            QLabel(self.tr("Cohen’s κ; a cell opens its table and its sentences")),
        )
        for share, labels, table in (
            (_SHARES[0], (heading, caption), self.heat_map),
            (_SHARES[1], (self._title, self._words), self.crossed),
        ):
            self._row.addLayout(_titled(*labels, table), share)
        self.heat_map.cell_current.connect(self._show_pair)
        for table in (self.heat_map, self.crossed):
            table.behind_wanted.connect(self.behind_wanted)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.heat_map, self.crossed]

    def show_overview(self, overview: Overview, label: str) -> None:
        """Show the pairs; the one that was chosen stays, else it is the one that agrees least on a label."""
        self._overview = overview
        self._cells.show(pair_rows.rows(overview), pair_rows.columns(overview))
        self._fit()
        before = pair_rows.pair_of(overview, self._chosen) if self._chosen else None
        pair = before or pair_rows.lowest(overview, label)
        self.setVisible(pair is not None)
        if pair is not None:
            self._chosen = None
            self._go_to(pair.a, pair.b, pair.label)

    def choose_label(self, label: str) -> None:
        """Show the pair that is chosen on another label."""
        if self._chosen is not None and self._chosen.label != label:
            self._go_to(self._chosen.a, self._chosen.b, label)

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        for table in (self.heat_map, self.crossed):
            table.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        for table in (self.heat_map, self.crossed):
            table.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lay map and table side by side where both have room."""
        room = self.width() * _SHARES[0] // sum(_SHARES) - _BETWEEN
        wide = self.width() >= _SIDE_BY_SIDE_FROM and self.heat_map.least_width <= room
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)

    def _go_to(self, a: str, b: str, label: str) -> None:
        labels = list(self._overview.agreement.labels) if self._overview else []
        row = next((place for place, row in enumerate(self._cells.rows) if row.what == f"{a}\n{b}"), None)
        if row is None or label not in labels:
            return
        self.heat_map.go_to(row, 1 + labels.index(label))
        if self._chosen is None:  # it was current already
            self._show_pair(self._cells.rows[row].cells[1 + labels.index(label)].behind)

    def _show_pair(self, behind: Behind | None) -> None:
        pair = pair_rows.pair_of(self._overview, behind) if self._overview and behind else None
        if pair is None or self._overview is None or behind is None:
            return
        changed = self._chosen is None or self._chosen.label != behind.label
        self._chosen = behind
        name, kappa = self._overview.name_of(pair.label), pair.cohen_kappa
        self._title.setText(f"{name}: {pair_rows.who(pair.a, pair.b)}")
        sentences = counted(pair.sentences, self.tr("sentence"), self.tr("sentences"))
        said = self.tr("κ {kappa}; {sentences}, shaded where they differ")
        self._words.setText(said.format(kappa=words.spoken(kappa), sentences=sentences))
        self._crossed.show(
            pair_rows.crossed_rows(self._overview, pair), pair_rows.crossed_columns(self._overview, pair)
        )
        if changed:
            self.label_wanted.emit(pair.label)


def _titled(title: QLabel, caption: QLabel, table: QWidget) -> QVBoxLayout:
    set_role(title, "heading")
    set_role(caption, "caption")
    for label in (title, caption):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
    indented(title, caption)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(title)
    column.addWidget(caption)
    column.addSpacing(4)
    column.addWidget(table)
    column.addStretch(1)
    return column
