"""What a person at the window does and sees: keys where the focus is, words on the screen, buttons by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

T = TypeVar("T", bound=QObject)


def focus() -> QWidget:
    """The control that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: str) -> None:
    """Press keys, named as in the sheet of keys, wherever the focus is."""
    for key in keys:
        QTest.keySequence(focus(), QKeySequence(key))


def type_text(text: str) -> None:
    """Type text wherever the focus is."""
    QTest.keyClicks(focus(), text)


def click(widget: QWidget) -> None:
    """Click on the middle of a control."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def the(kind: type[T], parent: QObject) -> T:
    """The one child of this kind."""
    (found,) = parent.findChildren(kind)
    return found


def words(widget: QWidget) -> str:
    """All words that labels in a widget show."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text())


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The button with this name, as it is read or as a screen reader says it."""
    return next(b for b in widget.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName()))


def answer(act: Callable[[QDialog], object]) -> None:
    """Do this in the question that is asked next. Call it before what asks."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, when_open)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():  # a check failed, and nobody else would close it
                dialog.reject()

    QTimer.singleShot(10, when_open)
