"""The line above the list of articles that says in which order one goes on, when it is not the list’s."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.theme.style import set_role


class OrderStrip(QWidget):
    """`articles_wanted`: the person wants to go on in the order of the articles again."""

    articles_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._words, "heading")
        self.button = QPushButton(self.tr("Article order"))
        self.button.setAutoDefault(True)
        set_role(self.button, "link")
        self.button.setToolTip(self.tr("Go on in the order of the articles again"))
        self.button.clicked.connect(self.articles_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_order("")

    @property
    def words(self) -> str:
        return self._words.text()

    def show_order(self, words: str) -> None:
        """Say which order is on; for the list’s own, with empty words, the line is away."""
        self._words.setText(words)
        self.setVisible(bool(words))
