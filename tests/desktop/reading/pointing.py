"""Pointing at words of the reading view with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.reading.reading_view import ReadingView


def word(view: ReadingView, words: str) -> QRect:
    """Where words stand in the view, from their first letter to their last."""
    cursor = view.document().find(words)
    assert not cursor.isNull(), words
    end = QTextCursor(cursor)
    cursor.setPosition(cursor.selectionStart())
    end.setPosition(end.selectionEnd())
    return view.cursorRect(cursor).united(view.cursorRect(end))


def click(view: ReadingView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def select(view: ReadingView, start: str, end: str) -> None:
    """Drag the mouse from the beginning of some words to the end of others."""
    first, last = word(view, start), word(view, end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(first.left() + 1, first.center().y()))
    QTest.mouseMove(view.viewport(), QPoint(last.right(), last.center().y()))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.right(), last.center().y()))
