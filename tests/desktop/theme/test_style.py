"""The style sheet, the palette and the icons come from the theme alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.theme import style
from desktop.theme.focus_ring import FocusRing
from desktop.theme.icons import icon, pixmap
from desktop.theme.tokens import ThemeName, load_theme
from labeling.resources import RESOURCES

SHEET = (RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
DRAWINGS = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_every_name_in_the_sheet_is_filled_in(name: ThemeName, tmp_path: Path) -> None:
    sheet = style.sheet(load_theme(name), tmp_path)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for drawing in re.findall(r'url\("(.+?)"\)', sheet):
        assert Path(drawing).is_file()


def test_the_sheet_has_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", SHEET)


def test_every_role_of_the_sheet_is_explained() -> None:
    roles = set(re.findall(r'role="(\w+)"', SHEET))
    assert roles == {role for role in roles if f"`{role}`" in (style.__doc__ or "")}


def test_applying_a_theme_gives_its_palette_and_replaces_the_one_before(qapp: QApplication) -> None:
    for name in (ThemeName.DARK, ThemeName.LIGHT):
        theme = load_theme(name)
        style.apply(qapp, theme)
        assert qapp.palette().color(QPalette.ColorRole.Base) == theme.paper
        assert theme.paper.name() in qapp.styleSheet()
    assert load_theme(ThemeName.DARK).paper.name() not in qapp.styleSheet()
    assert len(qapp.findChildren(FocusRing)) == 1


def test_a_role_changes_the_look_of_a_widget_on_screen(qtbot: QtBot, qapp: QApplication) -> None:
    theme = load_theme(ThemeName.LIGHT)
    style.apply(qapp, theme)
    button = QPushButton("Accept")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(20, 4) == theme.paper
    style.set_role(button, "primary")
    assert button.grab().toImage().pixelColor(20, 4) == theme.accent


def test_a_label_with_a_role_has_its_ink(qtbot: QtBot, qapp: QApplication) -> None:
    theme = load_theme(ThemeName.DARK)
    style.apply(qapp, theme)
    label = QLabel("Not saved")
    style.set_role(label, "error")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.danger


@pytest.mark.parametrize("name", DRAWINGS)
def test_an_icon_is_drawn_in_the_colour_that_is_asked_for(qapp: QApplication, name: str) -> None:
    image = pixmap(name, QColor("#c02040"), 2).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert {colour.name() for colour in colours if colour.alpha() == 255} == {"#c02040"}


def test_a_disabled_icon_has_a_colour_of_its_own(qapp: QApplication) -> None:
    made = icon("plus", QColor("black"), QColor("red"))
    disabled = made.pixmap(QSize(16, 16), 1, made.Mode.Disabled).toImage()
    assert disabled.pixelColor(8, 8).red() > 200
