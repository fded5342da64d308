"""The scale that all intervals of a page are drawn on, so that they can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF

from desktop.theme.tokens import METRICS
from labeling.agreement.figures import Measure

_STEPS = (0.2, 0.4, 1.0)
_SHARE_STEPS = (0.05, 0.1, 0.2, 0.5)
_LOW, _HIGH = 0.2, 1.0
_TICK_ROOM, _SHARE_TICK_ROOM = 2.6, 3.4  # letters' heights from one number to the next


class Scale(NamedTuple):
    """From `low` to `high`; `of_shares` is told in percent."""

    low: float = _LOW
    high: float = _HIGH
    of_shares: bool = False

    def x(self, value: float, box: QRectF) -> float:
        """Return where a value lies in a box."""
        share = (value - self.low) / (self.high - self.low)
        return box.left() + box.width() * min(1.0, max(0.0, share))

    def ticks(self, width: float) -> list[float]:
        """Return the values at which lines stand, as many as have room for their numbers in so many pixels."""
        least = em(_SHARE_TICK_ROOM if self.of_shares else _TICK_ROOM)
        for step in _SHARE_STEPS if self.of_shares else _STEPS:
            if width * step / (self.high - self.low) >= least:
                break
        first = math.floor(self.low / step + 1e-9) + (
            0 if self.of_shares else 1
        )  # the edge of the others needs no line
        last = math.floor(self.high / step + 1e-9)
        return [round(place * step, 2) for place in range(first, last + 1)]

    def in_words(self, value: float) -> str:
        """Return a number of the scale."""
        return f"{100 * value:.0f} %" if self.of_shares else f"{value:.1f}".replace("-", "−")


def scale_of(measures: Iterable[Measure], low: float = _LOW) -> Scale:
    """Return the usual scale, or one that reaches down to the lowest value or interval."""
    found = [low]
    for measure in measures:
        found += [value for value in (measure.value, measure.low) if value is not None]
    least = math.floor(min(found) / _STEPS[0] + 1e-9) * _STEPS[0]
    return Scale(max(-1.0, round(least, 1)), _HIGH)


def scale_of_shares(measures: Iterable[Measure]) -> Scale:
    """Return a scale from nothing to the greatest share or the end of its interval."""
    found = [value for measure in measures for value in (measure.value, measure.high) if value is not None]
    return Scale(0.0, min(1.0, math.ceil(max(found, default=0.1) * 10 + 1e-9) / 10), of_shares=True)


def em(number: float) -> float:
    """Return a length in pixels, of one in heights of the letters of the interface."""
    return number * METRICS.interface_size
