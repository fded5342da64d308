"""Colours, sizes and durations, read from `resources/themes`. No other file of the window holds a colour."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from labeling.domain.codebooks import COLOURS, Label
from labeling.resources import RESOURCES

_FOLDER = RESOURCES / "themes"


class ThemeName(StrEnum):
    """What a person can choose. `system` becomes one of the others when it is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class LabelColours:
    """A label’s colours: under its sentences, under its evidence, of its lines and letter box, of its letter."""

    tint: QColor
    evidence: QColor
    solid: QColor
    on_solid: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the window. `labels` has the nine colours that a codebook may name.

    `strong` multiplies the widths of underlines; it is over 1 where a theme has no tints.
    """

    name: ThemeName
    scheme: str
    strong: float
    labels: Mapping[str, LabelColours]
    window: QColor
    panel: QColor
    paper: QColor
    raised: QColor
    hover: QColor
    selected: QColor
    text: QColor
    settled: QColor
    muted: QColor
    border: QColor
    cap: QColor
    control: QColor
    accent: QColor
    on_accent: QColor
    focus: QColor
    danger: QColor

    def of(self, label: Label) -> LabelColours:
        """Return the colours of a codebook's label."""
        return self.labels[label.colour]


@dataclass(frozen=True, slots=True)
class Metrics:
    """Every size (pixels at 100 %) and duration (milliseconds), explained in `resources/themes/metrics.toml`."""

    reading_families: tuple[str, ...]
    reading_size: int
    reading_size_min: int
    reading_size_max: int
    reading_line: int
    article_title_size: int
    article_title_line: int
    furniture_size: int
    page_title_size: int
    interface_size: int
    small_size: int
    chip_text_size: int
    key_cap_text_size: int
    underline_width: float
    evidence_width: float
    cue_width: float
    underline_step: float
    underline_step_crowded: float
    underline_step_strong: float
    tint_strip: float
    chip_radius: int
    sentence_radius: int
    control_radius: int
    card_radius: int
    header: int
    status_bar: int
    article_list: int
    article_list_min: int
    article_list_max: int
    inspector: int
    inspector_min: int
    inspector_max: int
    inspector_folded: int
    review_inspector: int
    review_inspector_min: int
    review_inspector_max: int
    slot: int
    left_margin: int
    right_margin: int
    right_margin_wide: int
    measure: int
    measure_min: int
    measure_max: int
    overview: int
    title_bar: int
    row: int
    label_row: int
    article_row: int
    chip: int
    key_cap: int
    ring_width: int
    reading_line_at: float
    fold_list_below: int
    fold_inspector_below: int
    comments_above: int
    window_min_width: int
    window_min_height: int
    scroll_ms: int


@cache
def load_theme(name: ThemeName) -> Theme:
    """Return one of the three themes. FileNotFoundError for `system`, which `resolve` makes one of them."""
    content = _read(name.value)
    return Theme(
        name=name,
        scheme=content["scheme"],
        strong=content["strong"],
        labels={colour: LabelColours(**_colours(content["label"][colour])) for colour in COLOURS},
        **_colours(content["colours"]),
    )


def system_theme() -> ThemeName:
    """Return the theme that the desktop asks for: high contrast, dark or light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeName.HIGH_CONTRAST
    return ThemeName.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else ThemeName.LIGHT


def resolve(choice: ThemeName) -> Theme:
    """Return the theme that a person's choice means now."""
    return load_theme(system_theme() if choice is ThemeName.SYSTEM else choice)


def _colours(values: Mapping[str, str]) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in values.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _load_metrics() -> Metrics:
    values = {name: value for section in _read("metrics").values() for name, value in section.items()}
    return Metrics(**{**values, "reading_families": tuple(values["reading_families"])})


METRICS: Final = _load_metrics()
