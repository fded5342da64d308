"""The signs of labels: nine lines that differ, letters filled and hollow, key caps."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.theme.signs import key_cap_size, paint_chip, paint_key_cap, paint_underline
from desktop.theme.tokens import METRICS, ThemeName, load_theme
from labeling.domain.codebooks import UNDERLINES, Label

LIGHT = load_theme(ThemeName.LIGHT)
INK = QColor("#55288a")
LABEL = Label("hedge", "Hedge", "H", "amber", "wavy", "")


def line(style: str, x1: float = 0, x2: float = 80, width: float = 1.5, origin: float | None = None) -> QImage:
    image = QImage(84, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_underline(painter, style, x1, x2, 8, INK, width, origin)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    """The pixels that are more ink than paper."""
    area = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {(x, y) for x, y in area if image.pixelColor(x, y).lightness() < 170}


@pytest.mark.parametrize(("one", "other"), list(combinations(UNDERLINES, 2)))
def test_any_two_lines_differ_at_a_glance(qapp: QApplication, one: str, other: str) -> None:
    assert len(inked(line(one)) ^ inked(line(other))) >= 12  # of a line 80 pixels long


@pytest.mark.parametrize("style", UNDERLINES)
def test_a_line_stays_under_its_words(qapp: QApplication, style: str) -> None:
    columns = {x for x, _ in inked(line(style, 20, 60))}
    assert min(columns) in range(19, 22)
    assert max(columns) in range(50, 62)


@pytest.mark.parametrize("style", ["dashed", "dotted", "dash_dot", "long_dash", "wavy", "zigzag"])
def test_a_stretch_lies_on_the_pattern_of_the_whole_line(qapp: QApplication, style: str) -> None:
    whole = {(x, y) for x, y in inked(line(style)) if 34 <= x < 56}
    stretch = {(x, y) for x, y in inked(line(style, 31, 59, origin=0)) if 34 <= x < 56}
    assert stretch == whole


def test_no_words_have_no_line(qapp: QApplication) -> None:
    assert not inked(line("solid", 40, 40))


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_filled_letter_stands_on_the_solid_colour_and_a_hollow_one_on_none(
    qapp: QApplication, name: ThemeName
) -> None:
    theme = load_theme(name)
    corners = {}
    for filled in (True, False):
        image = QImage(18, 18, QImage.Format.Format_RGB32)
        image.fill(theme.paper)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(0, 0, 18, 18), LABEL, theme, filled=filled)
        painter.end()
        corners[filled] = (image.pixelColor(3, 3), image.pixelColor(0, 9))
    solid = theme.labels["amber"].solid
    assert corners[True] == (solid, solid)
    assert corners[False] == (theme.paper, solid)


def test_a_key_cap_is_as_wide_as_its_key_needs(qapp: QApplication) -> None:
    assert key_cap_size("1").width() == METRICS.key_cap
    assert key_cap_size("Enter").width() > METRICS.key_cap


def test_a_key_cap_has_a_thicker_lower_edge(qapp: QApplication) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    paint_key_cap(painter, QRectF(0, 0, 20, 20), "", LIGHT, LIGHT.text)
    painter.end()
    column = [image.pixelColor(10, y).name() for y in range(20)]
    assert column[2:17] == [LIGHT.raised.name()] * 15
    assert (column.count(LIGHT.cap.name()), column[0], column[19]) == (3, LIGHT.cap.name(), LIGHT.cap.name())
