"""The focus has a ring when the keyboard brought it, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import style
from desktop.theme.focus_ring import FocusRing
from desktop.theme.tokens import ThemeName, load_theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    style.apply(qapp, load_theme(ThemeName.LIGHT))
    window = QWidget()
    column = QVBoxLayout(window)
    for name in ("one", "two"):
        button = QPushButton(name)
        button.setObjectName(name)
        column.addWidget(button)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def ring(window: QWidget, qapp: QApplication) -> FocusRing:
    ring = qapp.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    return ring


def button(window: QWidget, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_tab_key_shows_it(window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "one"), Qt.MouseButton.LeftButton)
    assert ring.target is None
    QTest.keyClick(button(window, "one"), Qt.Key.Key_Tab)
    assert ring.target is button(window, "two")


def test_a_click_takes_it_away(window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "two"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(window, "two"), Qt.Key.Key_Backtab)
    assert ring.target is button(window, "one")
    QTest.mouseClick(button(window, "two"), Qt.MouseButton.LeftButton)
    assert ring.target is None


def test_a_text_field_shows_its_focus_itself(window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "two"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(window, "two"), Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), QLineEdit)
    assert ring.target is None


def test_it_is_drawn_outside_of_the_control(window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "one"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(window, "one"), Qt.Key.Key_Tab)
    box = button(window, "two").geometry()
    image = window.grab().toImage()
    focus = load_theme(ThemeName.LIGHT).focus
    assert image.pixelColor(box.left() - 3, box.center().y()) == focus
    assert image.pixelColor(box.left() - 1, box.center().y()) != focus


def test_it_follows_a_control_that_moves(window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "one"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(window, "one"), Qt.Key.Key_Tab)
    two = button(window, "two")
    two.move(two.x() + 5, two.y() + 9)
    image = window.grab().toImage()
    assert image.pixelColor(two.x() - 3, two.geometry().center().y()) == load_theme(ThemeName.LIGHT).focus


def test_a_scrolled_area_keeps_it_inside(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, load_theme(ThemeName.LIGHT))
    area, content = QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    for number in range(20):
        column.addWidget(QPushButton(str(number)))
    area.setWidget(content)
    area.resize(200, 200)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
    first, second = content.findChildren(QPushButton)[:2]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    before = second.mapTo(area, second.rect().center())
    area.verticalScrollBar().setValue(10)
    y = before.y() - 10
    x = second.mapTo(area, second.rect().topLeft()).x() - 3
    assert area.grab().toImage().pixelColor(x, y) == load_theme(ThemeName.LIGHT).focus


def test_a_window_that_is_gone_leaves_none(qapp: QApplication, window: QWidget, ring: FocusRing) -> None:
    QTest.mouseClick(button(window, "one"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(window, "one"), Qt.Key.Key_Tab)
    window.close()
    qapp.processEvents()
    assert ring.target is None
