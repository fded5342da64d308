"""What every dialog of the program has in common: margins, a place for what was refused, buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.style import set_role

D = TypeVar("D", bound="Dialog")


class Dialog(QDialog):
    """A window of its own. Add widgets to `body` and buttons with `add_button`."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 480, height: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._first_size = QSize(width, height)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        set_role(self._problem, "error")
        self._left_buttons, self._right_buttons = QHBoxLayout(), QHBoxLayout()
        buttons = QHBoxLayout()
        buttons.addLayout(self._left_buttons)
        buttons.addStretch(1)
        buttons.addLayout(self._right_buttons)
        self._layout = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(self.body, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        if self._first_size.isValid():  # only now is it known how high words are that wrap
            height = self._layout.totalHeightForWidth(self._first_size.width())
            self.resize(self._first_size.expandedTo(QSize(0, height)))
            self._first_size = QSize()
        super().showEvent(event)

    def add_words(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            set_role(label, role)
        self.body.addWidget(label)
        return label

    def add_field(self, words: str, field: QWidget) -> None:
        """Add a field under its name, which a screen reader reads too."""
        label = self.add_words(words, "heading")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.body.addWidget(field)

    def add_button(
        self, words: str, pressed: Callable[[], object], *, primary: bool = False, at_left: bool = False
    ) -> QPushButton:
        """Add a button at the foot; the primary one answers to Enter."""
        button = QPushButton(words)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        button.clicked.connect(lambda: pressed())  # noqa: PLW0108  # the signal carries a bool
        if primary:
            set_role(button, "primary")
        row = self._left_buttons if at_left else self._right_buttons
        row.addWidget(button)
        return button

    def refuse(self, sentence: str) -> None:
        """Say in place what was refused; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


def show_one(kind: type[D], make: Callable[[], D], parent: QWidget) -> D:
    """Show a dialog that does not stand in the way of work; one that is there already comes to the front."""
    found: D | None = parent.findChild(kind)
    dialog = found if found is not None else make()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
