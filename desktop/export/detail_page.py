"""A list in the place of the preview, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.key_button import KeyButton
from desktop.tables.table import Table, indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme

_EDGE, _TOP = 24, 24


class DetailPage(QWidget):
    """A title, a line of words and a table. `back_wanted`: the person has seen enough."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "paper")
        self.table = table
        self.back = KeyButton(self.tr("Back"), theme)
        self.back.setAutoDefault(True)  # Enter presses it, too
        self.back.clicked.connect(self.back_wanted)
        self._title, self._words = QLabel(), caption_label(role="muted")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        set_role(self._title, "title")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(16)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        indented(self._title, self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _TOP, _EDGE, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addSpacing(12)
        column.addWidget(table, 1)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.table, self.back]

    def say(self, title: str, words: str) -> None:
        """Say what is listed."""
        self._title.setText(title)
        self._words.setText(words)

    def set_key(self, key: str) -> None:
        self.back.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.back.set_theme(theme)
