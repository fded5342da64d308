"""The scale that all intervals of a page are drawn on, so that they can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QRectF

from desktop.theme.tokens import METRICS
from labeling.agreement.figures import Measure


class Unit(Enum):
    """What numbers of a scale are; shares and differences of shares are told in percent."""

    COEFFICIENTS = auto()
    SHARES = auto()
    POINTS = auto()
    SECONDS = auto()


_STEPS = {
    Unit.COEFFICIENTS: (0.2, 0.4, 1.0),
    Unit.SHARES: (0.05, 0.1, 0.2, 0.5),
    Unit.POINTS: (0.05, 0.1, 0.2, 0.5, 1.0),
    Unit.SECONDS: (0.5, 1, 2, 5, 10, 20, 50, 100, 200),
}
# Letters' heights from one number to the next.
_TICK_ROOM = {Unit.COEFFICIENTS: 2.6, Unit.SHARES: 3.4, Unit.POINTS: 3.0, Unit.SECONDS: 2.6}
_LOW, _HIGH = 0.2, 1.0
_REACH = 0.1  # of a difference at least, to each side


class Scale(NamedTuple):
    """From `low` to `high`."""

    low: float = _LOW
    high: float = _HIGH
    unit: Unit = Unit.COEFFICIENTS

    def x(self, value: float, box: QRectF) -> float:
        """Return where a value lies in a box."""
        share = (value - self.low) / (self.high - self.low)
        return box.left() + box.width() * min(1.0, max(0.0, share))

    def ticks(self, width: float) -> list[float]:
        """Return the values at which lines stand, as many as have room for their numbers in so many pixels."""
        least = em(_TICK_ROOM[self.unit])
        for step in _STEPS[self.unit]:
            if width * step / (self.high - self.low) >= least:
                break
        edge = self.unit is Unit.COEFFICIENTS  # that needs no line
        first = math.floor(self.low / step + 1e-9) + 1 if edge else math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [round(place * step, 2) for place in range(first, last + 1)]

    def in_words(self, value: float) -> str:
        """Return a number of the scale."""
        if self.unit is Unit.SHARES:
            return f"{100 * value:.0f} %"
        if self.unit is Unit.SECONDS:
            return f"{value:.1f}".removesuffix(".0")
        figure = f"{100 * value:+.0f}" if self.unit is Unit.POINTS else f"{value:.1f}"
        return "0" if figure == "+0" else figure.replace("-", "−")


def scale_of(measures: Iterable[Measure], low: float = _LOW) -> Scale:
    """Return the usual scale, or one that reaches down to the lowest value or interval."""
    found = [low]
    for measure in measures:
        found += [value for value in (measure.value, measure.low) if value is not None]
    least = math.floor(min(found) / _LOW + 1e-9) * _LOW
    return Scale(max(-1.0, round(least, 1)), _HIGH)


def scale_of_shares(measures: Iterable[Measure]) -> Scale:
    """Return a scale from nothing to the greatest share or the end of its interval."""
    found = [value for measure in measures for value in (measure.value, measure.high) if value is not None]
    return Scale(0.0, min(1.0, math.ceil(max(found, default=0.1) * 10 + 1e-9) / 10), Unit.SHARES)


def scale_of_points(measures: Iterable[Measure]) -> Scale:
    """Return a scale of differences, with no difference within it, that holds all of them and their intervals."""
    ends = [end for each in measures for end in (each.value, each.low, each.high) if end is not None]
    low, high = min([-_REACH, *ends]), max([_REACH, *ends])
    return Scale(math.floor(low * 10 + 1e-9) / 10, math.ceil(high * 10 - 1e-9) / 10, Unit.POINTS)


def scale_of_seconds(measures: Iterable[Measure]) -> Scale:
    """Return a scale from nothing to the longest time or the end of its interval."""
    ends = [end for each in measures for end in (each.value, each.high) if end is not None]
    return Scale(0.0, math.ceil(max([1.0, *ends])), Unit.SECONDS)


def em(number: float) -> float:
    """Return a length in pixels, of one in heights of the letters of the interface."""
    return number * METRICS.interface_size
