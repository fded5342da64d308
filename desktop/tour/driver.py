"""Presses keys in a window as a person would, takes pictures, and keeps a log of what was checked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from desktop.dialogs.bug import BugDialog
from desktop.main import Arguments, make_window
from desktop.theme.tokens import ThemeName
from desktop.window import Window

PATIENCE_SECONDS = 20.0
_POLL_MILLISECONDS = 20


class Driver(QObject):
    """Drives one window at a time. `failures` counts the checks that did not hold."""

    def __init__(self, out: Path, settings: Path) -> None:
        super().__init__()
        self._out = out
        self._settings = settings
        self._window: Window | None = None
        self._pictures = 0
        self._answers: list[Callable[[QWidget], None]] = []
        self._answered: QWidget | None = None
        self._dialogs = QTimer(self, interval=_POLL_MILLISECONDS)
        self._dialogs.timeout.connect(self._answer_dialog)
        self._dialogs.start()
        self.failures = 0
        self.log: list[str] = []

    @property
    def window(self) -> Window:
        """The window that is open; RuntimeError when none is."""
        if self._window is None:
            raise RuntimeError("no window is open")
        return self._window

    def start(self, project: Path | None = None) -> None:
        """Open the window as the `hedgerow` command does."""
        self._window = make_window(Arguments(project), self._settings)
        self._window.resize(1440, 900)
        self._window.show()
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        self.settle()

    def stop(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        self._window = None
        self.settle()

    def press(self, *sequences: str) -> None:
        """Press keys, named as in the shortcut sheet, wherever the focus is."""
        for sequence in sequences:
            QTest.keySequence(self._focus(), QKeySequence(sequence))
            self.settle()

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        QTest.keyClicks(self._focus(), text)
        self.settle()

    def click(self, widget: QWidget, at: QPoint, *, double: bool = False) -> None:
        """Click into a widget, or double-click."""
        act = QTest.mouseDClick if double else QTest.mouseClick
        act(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.settle()

    def answer(self, *answers: Callable[[QWidget], None]) -> None:
        """Say what to do in the next dialogs that open, one after the other. Call it before what opens them."""
        self._answers.extend(answers)

    def wait_until(self, holds: Callable[[], bool]) -> bool:
        """Let the window work until something holds, or patience ends; return whether it holds."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds() and time.monotonic() < deadline:
            self.wait(_POLL_MILLISECONDS)
        return holds()

    def wait(self, milliseconds: int) -> None:
        """Let the window and its jobs work for a while. While Qt’s own waiting for tests lasts, no job gets on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Let everything that was asked for be done and painted."""
        for _ in range(3):
            QApplication.processEvents()

    def check(self, what: str, holds: bool) -> None:
        """Write down whether something is as it should be."""
        self.failures += not holds
        self.log.append(f"{'ok    ' if holds else 'FAILED'} {what}")

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what the window (or a dialog) shows, in light and in dark."""
        self._pictures += 1
        before = self.window.settings.theme
        for theme in (ThemeName.LIGHT, ThemeName.DARK):
            self.window.choose_theme(theme)
            self.settle()
            self.wait(200)  # scrolling ends
            path = self._out / f"{self._pictures:02}-{name}-{theme.value}.png"
            saved = (widget or self.window).grab().save(str(path))
            self.check(f"picture {path.name}", saved)
        self.window.choose_theme(before)
        self.settle()

    def _focus(self) -> QWidget:
        if QApplication.activeWindow() is None:  # off screen, nobody gives a window the focus when a dialog closes
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def _answer_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is self._answered or not dialog.isVisible():
            return
        if isinstance(dialog, BugDialog) or not self._answers:
            self.check(f"no dialog “{dialog.windowTitle()}”", holds=False)
            dialog.close()
        else:
            self._answered = dialog
            self._answers.pop(0)(dialog)
            self._answered = None


def type_and_accept(text: str) -> Callable[[QWidget], None]:
    """Return an answer that types into the dialog's first field and presses Enter."""

    def act(dialog: QWidget) -> None:
        field = _path_field(dialog) if isinstance(dialog, QFileDialog) else dialog.findChild(QLineEdit)
        if field is None:
            raise RuntimeError(f"“{dialog.windowTitle()}” has no field to type into")
        field.setText(text)  # typed letter by letter, a path would open the list of completions, which takes the Enter
        QTest.keyClick(field, Qt.Key.Key_Return)

    return act


def _path_field(dialog: QFileDialog) -> QLineEdit | None:
    return dialog.findChild(QLineEdit, "fileNameEdit")
