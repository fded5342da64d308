"""What else might have come out: whole articles drawn with replacement, since their sentences aren't independent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from labeling.agreement.figures import Interval
from labeling.agreement.judged import Floats, Ints

LIMITS = (0.025, 0.975)
MOST_UNDEFINED = 0.05  # more could hide all that lies outside of the interval

_DRAWN_AT_ONCE = 1 << 20
_EXACT_IN_SINGLE = 1 << 24  # the whole numbers up to here
_EQUAL = 1e-12
_LEVEL_DIGITS = 12  # the last bits of what the C library has for erf and log differ between machines
_NORMAL = NormalDist()


def resample(counts: Ints, draws: int, generator: np.random.Generator) -> Floats:
    """Return the sums (draws × C) of as many rows of `counts` (articles × C) as there are, drawn with replacement.

    Sums of whole numbers: exact, in whatever order the machine adds them.
    """
    articles, cells = counts.shape
    sums = np.zeros((draws, cells))
    if not articles or not cells:
        return sums
    small = counts.max(axis=0) * articles < _EXACT_IN_SINGLE
    single, double = counts[:, small].astype(np.float32), counts[:, ~small].astype(np.float64)
    weights = np.empty((min(draws, max(_DRAWN_AT_ONCE // articles, 1)), articles), dtype=np.float32)
    for start in range(0, draws, len(weights)):
        drawn = weights[: draws - start]
        for row in drawn:  # one by one: what is at hand stays in the processor's cache
            row[:] = np.bincount(generator.integers(articles, size=articles), minlength=articles)
        end = start + len(drawn)
        sums[start:end, small] = drawn @ single
        if double.size:
            sums[start:end, ~small] = drawn.astype(np.float64) @ double
    return sums


def percentile(ordered: Floats) -> Interval:
    """Return the percentile interval of a measure's values in the draws, in ascending order.

    Efron, Annals of Statistics 7 (1979).
    """
    return Interval(*(_quantile(ordered, limit) for limit in LIMITS))


def bca(value: float, ordered: Floats, left_out: Sequence[tuple[Floats, int]]) -> Interval | None:
    """Return the bias-corrected and accelerated interval: Efron, JASA 82 (1987).

    `ordered` are the values in the draws, in ascending order. `left_out` has, for each group of articles that were
    drawn apart, the values without one of them, for those of its articles that matter to the measure, and how many
    there are in all; groups make the acceleration of Davison and Hinkley, Bootstrap Methods and their Application
    (1997), 5.3.2. A draw that equals the value counts half as below it. None where bias or acceleration is undefined:
    all draws lie on one side of the value, it has none without some article, or it is the same without whichever.
    """
    near = _EQUAL * max(1.0, abs(value))
    below = float(np.searchsorted(ordered, [value - near, value + near]).mean())
    acceleration = _acceleration(value, left_out)
    if acceleration is None or not 0 < below < len(ordered):
        return None
    bias = _NORMAL.inv_cdf(below / len(ordered))
    low, high = (_level(bias, acceleration, _NORMAL.inv_cdf(limit)) for limit in LIMITS)
    if low is None or high is None:
        return None
    return Interval(_quantile(ordered, low), _quantile(ordered, high))


def _level(bias: float, acceleration: float, limit: float) -> float | None:
    shifted = bias + limit
    shrunk = 1 - acceleration * shifted
    if shrunk <= 0:
        return None
    return round(_NORMAL.cdf(bias + shifted / shrunk), _LEVEL_DIGITS)


def _acceleration(value: float, left_out: Sequence[tuple[Floats, int]]) -> float | None:
    """Return the skewness of what each article does to the value, over six."""
    squares = cubes = 0.0
    for values, articles in left_out:
        changes = values - value
        if np.isnan(changes).any():
            return None
        changes[np.abs(changes) <= _EQUAL * max(1.0, abs(value))] = 0
        mean = _sum(changes) / articles
        idle = articles - len(changes)
        influences = (mean - changes) * (articles - 1) / articles
        of_idle = mean * (articles - 1) / articles
        squares += _sum(influences**2) + idle * of_idle**2
        cubes += _sum(influences**2 * influences) + idle * of_idle**2 * of_idle
    return cubes / (6 * squares * math.sqrt(squares)) if squares > 0 else None


def _sum(values: Floats) -> float:
    """Add from the first to the last: the same digits on every machine."""
    return float(np.add.accumulate(values)[-1]) if len(values) else 0.0


def _quantile(ordered: Floats, level: float) -> float:
    """Return a quantile as numpy does, between neighbours; without its checks, which take longer than all the rest."""
    place = level * (len(ordered) - 1)
    before = min(int(place), len(ordered) - 1)
    lower, upper = float(ordered[before]), float(ordered[min(before + 1, len(ordered) - 1)])
    share = place - before
    return lower + (upper - lower) * share if share < 0.5 else upper - (upper - lower) * (1 - share)
