"""The scale that all intervals of a page are drawn on, so that they can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF

from desktop.theme.tokens import METRICS
from labeling.agreement.figures import Measure

_STEPS = (0.2, 0.4, 1.0)
_LOW, _HIGH = 0.2, 1.0
_TICK_ROOM = 2.6  # letters' heights from one number to the next


class Scale(NamedTuple):
    """From `low` to `high`."""

    low: float = _LOW
    high: float = _HIGH

    def x(self, value: float, box: QRectF) -> float:
        """Return where a value lies in a box."""
        share = (value - self.low) / (self.high - self.low)
        return box.left() + box.width() * min(1.0, max(0.0, share))

    def ticks(self, width: float) -> list[float]:
        """Return the values at which lines stand, as many as have room for their numbers in so many pixels."""
        for step in _STEPS:
            if width * step / (self.high - self.low) >= em(_TICK_ROOM):
                break
        first = math.floor(self.low / step + 1e-9) + 1  # the edge needs no line
        last = math.floor(self.high / step + 1e-9)
        return [round(place * step, 1) for place in range(first, last + 1)]


def scale_of(measures: Iterable[Measure], low: float = _LOW) -> Scale:
    """Return the usual scale, or one that reaches down to the lowest value or interval."""
    found = [low]
    for measure in measures:
        found += [value for value in (measure.value, measure.low) if value is not None]
    least = math.floor(min(found) / _STEPS[0] + 1e-9) * _STEPS[0]
    return Scale(max(-1.0, round(least, 1)), _HIGH)


def em(number: float) -> float:
    """Return a length in pixels, of one in heights of the letters of the interface."""
    return number * METRICS.interface_size
