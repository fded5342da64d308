"""The two lines above the list of articles that say in which order one goes on, when it is not the list’s."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.style import set_role


class OrderStrip(QWidget):
    """`articles_wanted`: the person wants to go on in the order of the articles again."""

    articles_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = ""
        self._name, self._state = QLabel(), QLabel(self.tr("Not ready yet"))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self._name, "heading")
        set_role(self._state, "caption")
        self.button = QPushButton(self.tr("Back to article order"))
        self.button.setAutoDefault(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.articles_wanted)
        set_role(self.button, "link")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.button)
        below.addStretch(1)
        below.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addLayout(below)
        self.show_order("", ready=False)

    @property
    def words(self) -> str:
        """What is said of the order."""
        return f"{self._order}. {self._state.text()}" if self._state.isVisibleTo(self) else self._order

    def show_order(self, words: str, *, ready: bool) -> None:
        """Say which order is on, and whether it leads already; for the list’s own, words are empty."""
        self._order = words
        self._name.setToolTip(words)
        self._state.setVisible(not ready)
        self.setVisible(bool(words))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        name = self._name.fontMetrics().elidedText(self._order, Qt.TextElideMode.ElideRight, self.width())
        self._name.setText(name)
        self._name.setAccessibleName(self._order)
