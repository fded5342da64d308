"""Themes and sizes are read whole, and a choice becomes a theme."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.theme import fonts
from desktop.theme.tokens import METRICS, ThemeName, load_theme, resolve, system_theme
from labeling.domain.codebooks import COLOURS

GIVEN = Path(__file__).parents[3] / "../shared/look/tokens.toml"


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_theme_has_every_colour(name: ThemeName) -> None:
    theme = load_theme(name)
    assert theme.name is name
    assert theme.scheme == ("light" if name is ThemeName.LIGHT else "dark")
    assert tuple(theme.labels) == COLOURS
    assert all(colours.solid.isValid() and colours.tint.isValid() for colours in theme.labels.values())


def test_only_high_contrast_has_stronger_lines() -> None:
    assert [load_theme(name).strong for name in (ThemeName.LIGHT, ThemeName.DARK)] == [1, 1]
    assert load_theme(ThemeName.HIGH_CONTRAST).strong == 1.5


def test_the_choice_of_the_system_becomes_a_theme(qapp: QApplication) -> None:
    assert system_theme() is not ThemeName.SYSTEM
    assert resolve(ThemeName.SYSTEM) is load_theme(system_theme())
    assert resolve(ThemeName.DARK) is load_theme(ThemeName.DARK)


@pytest.mark.skipif(not GIVEN.exists(), reason="the given tokens are not at hand")
def test_the_given_sizes_are_kept() -> None:
    given = tomllib.loads(GIVEN.read_text(encoding="utf-8"))
    size, type_ = given["size"], given["type"]
    assert (METRICS.header, METRICS.status_bar, METRICS.chip) == (size["header"], size["status_bar"], size["chip"])
    assert METRICS.measure == size["measure"]["width"]
    assert METRICS.reading_line_at == size["reading_line"]
    assert METRICS.reading_size == type_["reading"]["size"]
    assert list(METRICS.reading_families) == type_["reading"]["families"]
    assert METRICS.underline_step == given["underline"]["step"]
    assert METRICS.scroll_ms == given["motion"]["scroll"]


def test_fonts_have_the_sizes_they_are_asked_for(qapp: QApplication) -> None:
    assert QFontInfo(fonts.interface(13)).pixelSize() == 13
    assert fonts.reading(20).pixelSize() == 20
    assert fonts.reading(20).families() == list(METRICS.reading_families)
