"""What the workspace is built of: controls under their names, with a line below that says what a choice does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop.scrolled import Block
from desktop.theme.style import set_role

_BESIDE_BOX = 24  # words under a check box begin where its own do
_FEWEST_LETTERS = 8
_BESIDE_EDGE = 7


class Field(Block):
    """A control with its name above and a caption below, which a screen reader reads too."""

    def __init__(self, words: str, control: QWidget, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        heading = QLabel(words)
        set_role(heading, "heading")
        heading.setBuddy(control)
        for named in (control, *control.findChildren(QLineEdit)):  # a number has a line to type into
            named.setAccessibleName(words)
        self._caption = caption_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(heading)
        column.addWidget(control)
        column.addWidget(self._caption)
        self.set_caption(caption)

    def set_caption(self, words: str) -> None:
        """Say what the choice does; empty takes the line away."""
        self._say(words, "caption")

    def set_problem(self, sentence: str) -> None:
        """Say in the caption's place what is wrong with the choice."""
        self._say(sentence, "problem")

    def _say(self, words: str, role: str) -> None:
        set_role(self._caption, role)
        self._caption.setText(words)
        self._caption.setVisible(bool(words))
        self._control.setAccessibleDescription(words)


class Tick(Block):
    """A check box with a caption below that says what it does."""

    def __init__(self, words: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.setAccessibleDescription(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        if caption:
            below = caption_label(caption)
            below.setContentsMargins(_BESIDE_BOX, 0, 0, 0)
            column.addWidget(below)


class Choice(QComboBox):
    """One of a few values, each with its words. The wheel scrolls the form and changes nothing."""

    def __init__(self, names: Mapping[str, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.set_names(names or {})

    def set_names(self, names: Mapping[str, str]) -> None:
        """Offer other values; the chosen one stays if it is among them, else the first is chosen."""
        before = self.value
        self.blockSignals(True)
        self.clear()
        for value, words in names.items():
            self.addItem(words, value)
        self.choose(before)
        self.blockSignals(False)

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose a value; the first one when it isn't offered."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Number(QSpinBox):
    """A whole number. The wheel scrolls the form and changes nothing."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(_BESIDE_EDGE, 0, 0, 0)  # a style sheet’s padding does not reach it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def push_button(words: str, role: str = "") -> QPushButton:
    """Return a button that Enter presses too, as Space does."""
    button = QPushButton(words)
    button.setAutoDefault(True)
    if role == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    set_role(button, role)
    return button


def caption_label(words: str = "", role: str = "caption") -> QLabel:
    """Return a line of small words that wraps."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label


def column_of(widgets: Iterable[QWidget], spacing: int) -> QVBoxLayout:
    """Return widgets one below the other."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return column
