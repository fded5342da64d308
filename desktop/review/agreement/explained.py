"""The table of labels with what its figures mean, and the way to all measures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.key_button import KeyButton
from desktop.review.agreement.figure_table import FigureTable
from desktop.tables.row_delegate import OVERHANG
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme


class Explained(QWidget):
    """`measures_wanted`: the person wants to see all figures."""

    measures_wanted = Signal()

    def __init__(self, table: FigureTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = KeyButton(self.tr("All measures"), theme)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.measures_wanted)
        caption = QLabel(
            self.tr(
                "α and AC1 are 1 where all say the same, and 0 where they agree no more than by chance. A low α beside "
                "a high AC1 is usual for a rare label: there is little of it to agree on. No value is good or bad by "
                "itself."
            )
        )
        caption.setWordWrap(True)
        set_role(caption, "caption")
        indented(caption)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, OVERHANG, 0)
        foot.setSpacing(16)
        foot.addWidget(caption, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table)
        column.addLayout(foot)
