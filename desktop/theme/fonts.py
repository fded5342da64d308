"""Fonts: the system's for the interface, the first installed book face for reading. Nothing is bundled."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop.theme.tokens import METRICS


def interface(size: int = METRICS.interface_size, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the system's font at a size in pixels, with figures of one width so that counts don't wobble."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of articles at a size in pixels."""
    font = QFont()
    font.setFamilies(list(METRICS.reading_families))
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def chip() -> QFont:
    """Return the font of a letter in its box."""
    return interface(METRICS.chip_text_size, QFont.Weight.Bold)


def key_cap() -> QFont:
    """Return the font of key caps."""
    return interface(METRICS.key_cap_text_size, QFont.Weight.Medium)


def code(size: int = METRICS.small_size) -> QFont:
    """Return the system's font of one width, for what a file holds, at a size in pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size)
    return font
