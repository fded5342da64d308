"""The foot of the form: the folder, the button that writes, how far it is, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.export.fields import push_button
from desktop.export.form.folder_field import FolderField
from desktop.key_button import KeyButton
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme

_EDGE = 24
_BUTTON_HEIGHT = 36


class Foot(QWidget):
    """Always in view. `export_wanted`, `cancel_wanted`: a button was pressed."""

    export_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written: Path | None = None
        self._stopping = False
        self.folder = FolderField()
        self.button = KeyButton(self.tr("Export"), theme, height=_BUTTON_HEIGHT)
        self.button.setAutoDefault(True)  # Enter presses it, too
        set_role(self.button, "primary")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._open = push_button(self.tr("Open folder"), "link")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(self.tr("Exporting"))
        self._how_far = QLabel()
        self._cancel = push_button(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the export"))
        self._place = QStackedWidget()
        self._rule = QFrame()
        set_role(self._rule, "rule")
        self._lay_out()
        self.button.clicked.connect(self.export_wanted)
        self._cancel.clicked.connect(self._stop)
        self._open.clicked.connect(self._open_folder)
        self.folder.changed.connect(self.clear_problem)
        self.say("")

    def _lay_out(self) -> None:
        running = QWidget()
        far = QVBoxLayout()
        far.setSpacing(4)
        far.addWidget(self._how_far)
        far.addWidget(self._progress)
        row = QHBoxLayout(running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(far, 1)
        row.addWidget(self._cancel)
        self._place.setFixedHeight(_BUTTON_HEIGHT)
        self._place.addWidget(self.button)
        self._place.addWidget(running)
        self._result = QWidget()
        result = QHBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(8)
        result.addWidget(self._said, 1)
        result.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setContentsMargins(_EDGE, 12, _EDGE, _EDGE)
        inner.setSpacing(8)
        for widget in (self._result, self.folder, self._place):
            inner.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rule)
        column.addLayout(inner)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self._open, self.folder.name, self.folder.change, self.button, self._cancel]

    def set_key(self, key: str) -> None:
        self.button.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self.button.set_theme(theme)

    def set_ruled(self, ruled: bool) -> None:
        """Draw the line above, where what lies there scrolls below it."""
        self._rule.setVisible(ruled)

    def clear(self) -> None:
        """Forget what was said and counted, as when another project is opened."""
        self._place.setCurrentIndex(0)
        self.say("")
        self.set_count(None)

    def set_count(self, sentences: int | None) -> None:
        """Say on the button how many sentences it would write; None where that isn’t known."""
        words = self.tr("Export")
        if sentences is not None:
            words = self.tr("Export 1 sentence") if sentences == 1 else self.tr("Export {count:,} sentences")
        self.button.setText(words.format(count=sentences))
        self.button.setAccessibleName(self.button.text())
        self.button.setEnabled(sentences != 0)

    def show_running(self) -> None:
        """Show progress and a way to stop in the place of the button."""
        had_focus = self.button.hasFocus()
        self.say("")
        self._stopping = False
        self.show_progress(0)
        self._place.setCurrentIndex(1)
        if had_focus:
            self._cancel.setFocus(Qt.FocusReason.TabFocusReason)

    def show_progress(self, share: float) -> None:
        """Show how far the work is, as a share of 1."""
        percent = round(100 * share)
        self._progress.setValue(percent)
        if not self._stopping:
            self._how_far.setText(self.tr("Writing: {percent} %").format(percent=percent))

    def show_written(self, words: str, folder: Path | None) -> None:
        """Show the button again, and say what was written; the folder can be opened."""
        self._show_button()
        self.say(words, folder)

    def show_problem(self, sentence: str) -> None:
        """Show the button again, and say what was refused."""
        self._show_button()
        self.say(sentence, problem=True)

    def say(self, words: str, folder: Path | None = None, *, problem: bool = False) -> None:
        """Say something above the folder; empty takes it away."""
        self._written = folder
        set_role(self._said, "error" if problem else "heading" if folder else "")
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._open.setVisible(folder is not None)
        self._open.setToolTip(str(folder or ""))
        self._open.setAccessibleDescription(str(folder or ""))
        self._result.setVisible(bool(words))

    def clear_problem(self) -> None:
        """Take away what was refused: something else is chosen now."""
        if self._said.property("role") == "error":
            self.say("")

    def _show_button(self) -> None:
        had_focus = self._cancel.hasFocus()
        self._place.setCurrentIndex(0)
        if had_focus:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop(self) -> None:
        self._stopping = True
        self._how_far.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
