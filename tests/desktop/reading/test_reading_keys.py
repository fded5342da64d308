"""The keys of the window work while the text has the focus, and the text takes none of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.reading.marks import Mark
from desktop.reading.reading_view import ReadingView
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.articles import Article, Sentence, Span
from tests.factories import small_codebook

Content = tuple[Article, tuple[Sentence, ...]]
Key, Modifier = Qt.Key, Qt.KeyboardModifier

KEYS = [
    *((name, getattr(Key, f"Key_{name}")) for name in "123456789QWERTYIOP0XJKUC"),
    ("Return", Key.Key_Return),
    ("Space", Key.Key_Space),
    ("Up", Key.Key_Up),
    ("Down", Key.Key_Down),
    ("PgUp", Key.Key_PageUp),
    ("PgDown", Key.Key_PageDown),
]


@pytest.fixture
def window(qtbot: QtBot, content: Content) -> QMainWindow:
    """A window with the reading view in it and nothing else."""
    window = QMainWindow()
    view = ReadingView(load_theme(ThemeName.LIGHT))
    window.setCentralWidget(view)
    qtbot.addWidget(window)
    window.resize(828, 600)
    with qtbot.waitActive(window):
        window.show()
    view.setFocus()
    article, sentences = content
    view.show_article(article, sentences, [Mark(None)] * len(sentences), small_codebook(), True)
    view.set_current(1, move=False)
    return window


def text_of(window: QMainWindow) -> ReadingView:
    view = window.centralWidget()
    assert isinstance(view, ReadingView)
    return view


@pytest.mark.parametrize(("keys", "key"), KEYS)
@pytest.mark.parametrize("context", [Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut])
def test_an_action_gets_its_plain_key(window: QMainWindow, keys: str, key: Qt.Key, context: Qt.ShortcutContext) -> None:
    fired: list[str] = []
    action = QAction(keys, window)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(context)
    action.triggered.connect(lambda: fired.append(keys))
    window.addAction(action)
    QTest.keyClick(text_of(window).viewport(), key)
    assert fired == [keys]
    assert text_of(window).verticalScrollBar().value() == 0


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+K"])
def test_an_action_gets_its_key_with_ctrl(window: QMainWindow, keys: str) -> None:
    fired: list[str] = []
    action = QAction(keys, window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: fired.append(keys))
    window.addAction(action)
    modifiers = Modifier.ControlModifier | (Modifier.ShiftModifier if "Shift" in keys else Modifier.NoModifier)
    QTest.keyClick(text_of(window).viewport(), getattr(Key, f"Key_{keys[-1]}"), modifiers)
    assert fired == [keys]


@pytest.mark.parametrize(("keys", "key"), KEYS)
def test_without_an_action_the_text_does_nothing_with_it(window: QMainWindow, keys: str, key: Qt.Key) -> None:
    view = text_of(window)
    QTest.keyClick(view.viewport(), key)
    assert view.verticalScrollBar().value() == 0
    assert view.cursor_point() is None
    assert view.current() == 1


def test_words_are_selected_from_the_keyboard(window: QMainWindow, content: Content) -> None:
    view, start = text_of(window), content[1][1].start
    QTest.keyClick(view.viewport(), Key.Key_Right, Modifier.ControlModifier)
    assert view.cursor_point() == start + len("The ")
    QTest.keyClick(view.viewport(), Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert view.selected_span() == Span(start + 4, start + 9)


def test_the_text_cursor_stays_in_the_current_sentence(window: QMainWindow, content: Content) -> None:
    view, sentence = text_of(window), content[1][1]
    QTest.keyClick(view.viewport(), Key.Key_Left)
    assert view.textCursor().position() == _start(view, "The ferry may")
    for _ in range(len(content[0].text[sentence.start : sentence.end]) + 5):
        QTest.keyClick(view.viewport(), Key.Key_Right)
    assert view.textCursor().position() == _start(view, "The port denied it.") - 1
    QTest.keyClick(view.viewport(), Key.Key_Left)
    assert view.cursor_point() == sentence.end - 1


def test_selected_words_can_be_copied(window: QMainWindow) -> None:
    view = text_of(window)
    QTest.keyClick(view.viewport(), Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    QTest.keyClick(view.viewport(), Key.Key_C, Modifier.ControlModifier)
    assert QApplication.clipboard().text().strip() == "The"


def _start(view: ReadingView, words: str) -> int:
    cursor = view.document().find(words)
    return cursor.selectionStart()
