"""Puts plain keys to sleep: while a text field, a list or the like has the focus, they belong to it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop.actions.keys import is_plain_press


class Needs(IntEnum):
    """Which plain keys a control needs for itself."""

    NOTHING = 0
    MOVING = 1  # Space, Enter and the keys that scroll or move
    ALL = 2


_MOVING = frozenset(
    {
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_TAKES_ALL = (QLineEdit, QAbstractItemView, QAbstractSpinBox, QComboBox)
_TAKES_MOVING = (QAbstractButton, QTabBar, QAbstractSlider, QTextBrowser)


def needs(widget: QWidget | None) -> Needs:
    """Return which plain keys a control needs when it has the focus."""
    if isinstance(widget, _TAKES_ALL):
        return Needs.ALL
    if isinstance(widget, _TAKES_MOVING):
        return Needs.MOVING
    if isinstance(widget, (QTextEdit, QPlainTextEdit)) and not widget.isReadOnly():
        return Needs.ALL
    return Needs.NOTHING


class KeysAsleep(QObject):
    """Gives the focused control its plain keys before Qt looks for shortcuts. The reading column needs none.

    The filter sits on that one control, not on the application: Python then sees no event of any other. `changed` says
    whether label keys sleep.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._focused: QWidget | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        asleep = needs(now) is Needs.ALL
        if (needs(self._focused) is Needs.ALL) != asleep:
            self.changed.emit(asleep)
        if self._focused is not None and isValid(self._focused):  # it may have gone with its dialog
            self._focused.removeEventFilter(self)
        self._focused = now if needs(now) is not Needs.NOTHING else None
        if self._focused is not None:
            self._focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or not is_plain_press(event.key(), event.modifiers()):
            return False
        if needs(watched) is Needs.ALL or event.key() in _MOVING:
            event.accept()
            return True
        return False
