"""One quiet line: a note on what was judged, and the button that puts it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.key_button import KeyButton
from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme

_HEIGHT = 26


class NoteLine(QWidget):
    """`dismissed`: the person does not want to see the note again."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(theme)
        self.dismiss = KeyButton(self.tr("Dismiss"), theme, height=_HEIGHT)
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismiss.clicked.connect(self.dismissed)
        set_role(self.dismiss, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.dismiss)
        self.setFixedHeight(_HEIGHT)
        self.show_note("", "")

    @property
    def words(self) -> str:
        """The note that is shown; empty when there is none."""
        return self._words.text

    @property
    def explained(self) -> str:
        """Why the note is there, as its tip says it."""
        return self._words.toolTip()

    def show_note(self, words: str, explained: str) -> None:
        """Show a note, and on demand why it is there; empty shows none."""
        self._words.set_text(words, explained)
        self.dismiss.setAccessibleName(self.tr("Dismiss the note: {note}").format(note=words))

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)
        self.dismiss.set_theme(theme)


class ElidedLabel(QWidget):
    """Muted words in one line, elided where there is no room for them."""

    def __init__(
        self,
        theme: Theme,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        size: int = METRICS.small_size,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._alignment = alignment | Qt.AlignmentFlag.AlignVCenter
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str, tip: str = "") -> None:
        """Show words; the tip says more."""
        self.text = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(fonts.interface(self._size)).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        font = fonts.interface(self._size)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        shown = QFontMetrics(font).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self._alignment, shown)
