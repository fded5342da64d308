"""A section of the page: a title, one plain sentence on what its figures mean, and its table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.review.agreement.figure_table import FigureTable
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.reporting.overview import Overview


class Section(QWidget):
    """`behind_wanted` carries the Behind of a number."""

    behind_wanted = Signal(object)

    def __init__(self, title: str, meaning: str, table: FigureTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.title, self.meaning = QLabel(title), QLabel(meaning)
        set_role(self.title, "heading")
        set_role(self.meaning, "caption")
        for label in (self.title, self.meaning):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        indented(self.title, self.meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.title, self.meaning, table):
            column.addWidget(widget)
        table.behind_wanted.connect(self.behind_wanted)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.table]

    def show_overview(self, overview: Overview, label: str) -> None:
        """Show what the figures say of a label."""
        raise NotImplementedError

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        self.table.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
