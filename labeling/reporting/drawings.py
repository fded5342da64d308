"""Intervals and heat maps as SVG, in the colours of the light theme."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import NamedTuple

from labeling.agreement.figures import Measure
from labeling.resources import RESOURCES

_WIDTH, _HEIGHT = 168, 22
_EDGE, _WIDE_EDGE = 8, 14  # the latter has room for half of “+100”
_STEP = 0.2
_LIGHTEST, _DARKEST = 0.06, 0.46  # of the accent over paper: ink stays readable on it
_CELL, _ROW, _HEAD, _LETTER = 92, 30, 26, 6.6  # pixels; the last is the width of a letter at most
_NO_FONT = "font-family='sans-serif' font-size='12'"


class Axis(NamedTuple):
    """What intervals are drawn on, from `low` to `high`; one `of_points` is told in percentage points."""

    low: float
    high: float = 1.0
    step: float = _STEP
    of_points: bool = False

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        edge = _WIDE_EDGE if self.of_points else _EDGE
        return edge + (_WIDTH - 2 * edge) * min(1.0, max(0.0, share))

    @property
    def ticks(self) -> list[float]:
        places = range(round((self.high - self.low) / self.step) + 1)
        return [round(self.low + place * self.step, 2) for place in places]

    def in_words(self, value: float) -> str:
        """Return a number of the axis."""
        figure = f"{100 * value:+.0f}" if self.of_points else f"{value:.1f}"
        return "0" if figure == "+0" else figure.replace("-", "−")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a heat map: what it says, and how strong its ground is (0 to 1), None without one."""

    text: str
    strength: float | None


def axis_of(measures: Iterable[Measure]) -> Axis:
    """Return an axis from 0.2, or from as far below as an interval reaches."""
    found = [_STEP, *(value for each in measures for value in (each.value, each.low) if value is not None)]
    return Axis(max(-1.0, round(math.floor(min(found) / _STEP + 1e-9) * _STEP, 1)))


def axis_of_differences(measures: Iterable[Measure]) -> Axis:
    """Return an axis with nothing in its middle, that reaches to the greatest difference or end of an interval."""
    found = [abs(value) for each in measures for value in (each.value, each.low, each.high) if value is not None]
    reach = min(1.0, max(1, math.ceil(max(found, default=0.0) / _STEP - 1e-9)) * _STEP)
    return Axis(-reach, reach, reach / 2, of_points=True)


def interval(measure: Measure, axis: Axis) -> str:
    """Return the drawing of a figure that has a value."""
    colours, middle = _colours(), _HEIGHT / 2
    parts = [_line(axis.x(tick), 0, axis.x(tick), _HEIGHT, colours["border"], 1) for tick in axis.ticks]
    if measure.interval is not None:
        low, high = axis.x(measure.interval.low), axis.x(measure.interval.high)
        parts.append(_line(low, middle, high, middle, colours["text"], 1.5))
        parts += [_line(x, middle - 4.5, x, middle + 4.5, colours["text"], 1.5) for x in (low, high)]
    if measure.value is not None:
        parts.append(f"<circle cx='{axis.x(measure.value):.1f}' cy='{middle:.1f}' r='4' fill='{colours['text']}'/>")
    return _svg(_WIDTH, _HEIGHT, parts)


def scale(axis: Axis) -> str:
    """Return the numbers of an axis, for the head of a column of intervals."""
    ink = _colours()["muted"]
    numbers = [_text(axis.x(tick), 14, axis.in_words(tick), ink, "middle") for tick in axis.ticks]
    return _svg(_WIDTH, 18, numbers)


def heat_map(names: Sequence[str], heads: Sequence[str], spots: Sequence[Sequence[Spot]]) -> str:
    """Return a heat map of rows by name and columns by heading; the names are written as they are."""
    colours = _colours()
    left = 12 + _LETTER * max(map(len, names), default=0)
    wide = max([_CELL, *(8 + _LETTER * len(head) for head in heads)])
    parts = [_text(left + (c + 0.5) * wide, 16, head, colours["muted"], "middle") for c, head in enumerate(heads)]
    for row, (name, cells) in enumerate(zip(names, spots, strict=True)):
        top = _HEAD + row * _ROW
        parts.append(_text(0, top + 19, name, colours["text"], "start"))
        for column, spot in enumerate(cells):
            x = left + column * wide
            parts.append(_box(x + 1, top + 1, wide - 2, _ROW - 2, spot.strength))
            parts.append(_text(x + wide / 2, top + 19, spot.text, colours["text"], "middle"))
    return _svg(math.ceil(left + wide * len(heads)), _HEAD + _ROW * len(names), parts)


def _box(x: float, y: float, width: float, height: float, strength: float | None) -> str:
    colours = _colours()
    fill = colours["paper"] if strength is None else _mixed(strength)
    edge = colours["border"] if strength is None else fill
    place = f"x='{x:.1f}' y='{y:.1f}' width='{width:.1f}' height='{height:.1f}'"
    return f"<rect {place} rx='2' fill='{fill}' stroke='{edge}'/>"


def _mixed(strength: float) -> str:
    share = _LIGHTEST + (_DARKEST - _LIGHTEST) * min(1.0, max(0.0, strength))
    accent, paper = (_channels(_colours()[name]) for name in ("accent", "paper"))
    return "#" + "".join(f"{round(share * a + (1 - share) * p):02x}" for a, p in zip(accent, paper, strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _line(x1: float, y1: float, x2: float, y2: float, ink: str, width: float) -> str:
    return f"<line x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}' stroke='{ink}' stroke-width='{width:g}'/>"


def _text(x: float, y: float, words: str, ink: str, anchor: str) -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' {_NO_FONT} fill='{ink}' text-anchor='{anchor}'>{escape(words)}</text>"


def _svg(width: float, height: float, parts: Iterable[str]) -> str:
    size = f"width='{width:g}' height='{height:g}' viewBox='0 0 {width:g} {height:g}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{''.join(parts)}</svg>"


@cache
def _colours() -> dict[str, str]:
    theme = tomllib.loads((RESOURCES / "themes" / "light.toml").read_text(encoding="utf-8"))
    return dict(theme["colours"])
