"""How right scores are: precision, recall, F1 and average precision with intervals over articles, and calibration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np

from labeling.suggestions.learned.arrays import Floats, Ints
from labeling.suggestions.learned.figures import (
    FEW_VALUES,
    NEITHER,
    NO_DRAWS,
    NOTHING_SUGGESTED,
    NOTHING_TO_FIND,
    ONE_ARTICLE,
    Bin,
    Calibration,
    Figure,
    WayFigures,
)
from labeling.suggestions.learned.signs import SURE

LIMITS = (2.5, 97.5)
MOST_UNDEFINED = 0.05  # more could hide all that lies outside of the interval
_DRAWN_AT_ONCE = 1 << 20
_BINS = 10
_DIGITS = 6


class Sample:
    """The settled sentences (N) of a label: whether they have it, and whole articles drawn from theirs.

    An article’s sentences are not independent, so that articles are drawn: Efron, Annals of Statistics 7 (1979). All
    figures of a label have the same draws, and can be compared draw by draw.
    """

    def __init__(self, truth: Ints, articles: Ints, draws: int, seed: int) -> None:
        self.truth = truth
        _, self._rows = np.unique(articles, return_inverse=True)
        self.articles = int(self._rows.max()) + 1 if len(truth) else 0
        generator = np.random.Generator(np.random.PCG64(seed))
        self._drawn = np.ones((1 + draws, self.articles))  # the first is what was found
        for row in self._drawn[1:]:
            row[:] = np.bincount(generator.integers(self.articles, size=self.articles), minlength=self.articles)

    def figures(self, scores: Floats) -> WayFigures:
        """Return how right scores (N) are."""
        right, suggested, having = self._sums(scores)
        return WayFigures(
            precision=self.figure(_ratio(right, suggested), NOTHING_SUGGESTED),
            recall=self.figure(_ratio(right, having), NOTHING_TO_FIND),
            f1=self.figure(self.f1(scores), NEITHER),
            average_precision=self.figure(self.average_precision(scores), NOTHING_TO_FIND),
            calibration=calibration(scores, self.truth),
        )

    def figure(self, values: Floats, undefined: str) -> Figure:
        """Return the first of the values (1 + draws) with the interval of the others; NaN where there is no value."""
        if np.isnan(values[0]):
            return Figure(None, why=undefined)
        value = round(float(values[0]), _DIGITS)
        if self.articles < 2:
            return Figure(value, why=ONE_ARTICLE)
        if len(values) == 1:
            return Figure(value, why=NO_DRAWS)
        drawn = values[1:][~np.isnan(values[1:])]
        if len(drawn) < (1 - MOST_UNDEFINED) * (len(values) - 1):
            return Figure(value, why=FEW_VALUES)
        low, high = (round(float(limit), _DIGITS) for limit in np.percentile(drawn, LIMITS))
        return Figure(value, low, high)

    def f1(self, scores: Floats) -> Floats:
        """Return F1 (1 + draws) at a score of 0.5, NaN where nothing has the label or is suggested."""
        right, suggested, having = self._sums(scores)
        return _ratio(2 * right, suggested + having)

    def average_precision(self, scores: Floats) -> Floats:
        """Return the area (1 + draws) under the steps of precision over recall; sentences of one score are one step."""
        order = np.argsort(-scores, kind="stable")
        ends = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
        rows, truth = self._rows[order], self.truth[order] == 1
        found = np.empty(len(self._drawn))
        start = 0
        for drawn in self._parts():
            weights = drawn[:, rows]
            seen = np.cumsum(weights, axis=1)[:, ends]
            right = np.cumsum(weights * truth, axis=1)[:, ends]
            precision = right / np.maximum(seen, 1)
            steps = np.diff(right, axis=1, prepend=0)
            found[start : start + len(drawn)] = _ratio(np.sum(steps * precision, axis=1), right[:, -1])
            start += len(drawn)
        return found

    def _parts(self) -> Iterator[Floats]:
        size = max(1, _DRAWN_AT_ONCE // max(1, len(self.truth)))
        for start in range(0, len(self._drawn), size):
            yield self._drawn[start : start + size]

    @cached_property
    def _having(self) -> Floats:
        return self._count(self.truth == 1)

    def _sums(self, scores: Floats) -> tuple[Floats, Floats, Floats]:
        """Return how many are suggested and right, are suggested, and have the label (1 + draws each)."""
        sure = scores >= SURE
        return self._count(sure & (self.truth == 1)), self._count(sure), self._having

    def _count(self, chosen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Floats:
        counts = np.bincount(self._rows[chosen], minlength=self.articles).astype(np.float64)
        return np.asarray(self._drawn @ counts)


def calibration(scores: Floats, truth: Ints) -> Calibration:
    """Return whether scores are the shares of sentences that have the label, in bins of a tenth."""
    bins = []
    error = 0.0
    numbers = np.minimum((scores * _BINS).astype(np.int64), _BINS - 1)
    for number, (low, high) in enumerate(pairwise(np.linspace(0, 1, _BINS + 1).round(1).tolist())):
        inside = numbers == number
        count = int(inside.sum())
        if count:
            mean, share = float(scores[inside].mean()), float(truth[inside].mean())
            bins.append(Bin(low, high, round(mean, _DIGITS), round(share, _DIGITS), count))
            error += abs(mean - share) * count / len(scores)
    brier = float(np.mean((scores - truth) ** 2))
    return Calibration(tuple(bins), round(error, _DIGITS), round(brier, _DIGITS))


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.asarray(np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0))
