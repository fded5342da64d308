"""The field in which a comment on the current sentence is written. What is typed in it is never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from labeling.domain.articles import SentenceId

Save = Callable[[SentenceId, str], bool]


class CommentBox(QPlainTextEdit):
    """Holds the comment of one sentence.

    `save` puts a comment on disk and returns whether that worked. It is called when the focus leaves and when another
    sentence is to be shown, with what was typed; what could not be saved is tried again each time. `left` asks for the
    focus to go back to the text; `focus_left` tells that the focus has gone, wherever it went.
    """

    left = Signal()
    focus_left = Signal()

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._sentence: SentenceId | None = None
        self._kept = ""
        self._unsaved: dict[SentenceId, str] = {}
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Comment"))
        self.setAccessibleDescription(self.tr("Saved when the focus leaves it. Esc returns to the text."))

    def show_comment(self, sentence: SentenceId | None, comment: str) -> None:
        """Show the comment of a sentence. What the person is typing on this very sentence stays."""
        if sentence != self._sentence:
            self.settle()
        elif self._typed != self._kept:
            self._kept = comment
            return
        self._sentence, self._kept = sentence, comment
        shown = self._unsaved.get(sentence, comment) if sentence else ""
        if self._typed != shown:
            self.setPlainText(shown)

    def set_one_line(self, *, one_line: bool) -> None:
        """Show one long line, or wrap."""
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.NoWrap if one_line else mode.WidgetWidth)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if one_line else policy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff)

    def settle(self) -> None:
        """Save what was typed and is not on disk yet."""
        pending, self._unsaved = self._unsaved, {}
        if self._sentence is not None and self._typed != self._kept:
            pending[self._sentence] = self._kept = self._typed
        for sentence, comment in pending.items():
            if not self._save(sentence, comment):
                self._unsaved[sentence] = comment

    @property
    def _typed(self) -> str:
        return self.toPlainText().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()
            self.focus_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        confirms = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (confirms and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
        else:
            super().keyPressEvent(event)
