"""How long answers take, as medians and quartiles of the seconds that were measured."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np

from labeling.agreement.anchoring.answers import Answers
from labeling.agreement.anchoring.figures import Pace, Seconds
from labeling.agreement.anchoring.pull import contrast
from labeling.agreement.figures import Why
from labeling.agreement.judged import Bools, Floats, Ints
from labeling.agreement.measuring import Sample

# Below so many seconds, a time counts to so many: no person works to a finer measure.
_FINENESS = ((10.0, 0.1), (60.0, 0.5), (600.0, 5.0))
# With why there may be none.
_CONDITIONS = {
    "shown": Why.NOTHING_SHOWN,
    "not_shown": Why.NOBODY_BEFORE,
    "accepted": Why.NOTHING_ACCEPTED,
    "overridden": Why.NOTHING_OVERRIDDEN,
}


class Times(NamedTuple):
    """Answers by how long they took: `seconds` (T) in order; `counts` articles × 4T, of each condition in turn.

    `unmeasured` are the answers without a time, by condition.
    """

    seconds: Floats
    counts: Ints
    unmeasured: tuple[int, ...]


def tabulate(answers: Answers) -> Times:
    """Return the times of all answers to sentences for which something is suggested now."""
    chosen = answers.suggested != 0
    shown, left_out = answers.shown != 0, (answers.shown & ~answers.given) != 0
    conditions = (shown, ~shown, shown & ~left_out, shown & left_out & answers.speaks)
    measured = ~np.isnan(answers.seconds)
    times, places = np.unique(_rounded(answers.seconds[measured]), return_inverse=True)
    numbers = np.zeros(len(measured), dtype=np.int64)
    numbers[measured] = places.reshape(-1)
    counts = [_count(answers, numbers, chosen & measured & rows, len(times)) for rows in conditions]
    unmeasured = tuple(int(np.sum(chosen & ~measured & rows)) for rows in conditions)
    return Times(times, np.concatenate(counts, axis=1), unmeasured)


def measure_seconds(times: Times, sample: Sample) -> Seconds:
    """Return the figures of all conditions."""
    found = {name: _pace(times, sample, place, why) for place, (name, why) in enumerate(_CONDITIONS.items())}
    sides = [
        (partial(_quantile, times=times, place=place, share=0.5), found[name].median)
        for place, name in enumerate(("shown", "not_shown"))
    ]
    medians = contrast(sample, sides[0], sides[1], _of(times, 0) | _of(times, 1))
    return Seconds(difference=medians.difference, **found)


def _pace(times: Times, sample: Sample, place: int, nobody: Why) -> Pace:
    why = Why.NO_TIME if times.unmeasured[place] else nobody
    median = sample.measure(partial(_quantile, times=times, place=place, share=0.5), _of(times, place), nothing=why)
    sums = sample.totals[:, None].astype(np.float64)
    lower, upper = (
        None if median.value is None else float(_quantile(sums, times=times, place=place, share=share)[0])
        for share in (0.25, 0.75)
    )
    return Pace(median, lower, upper, times.unmeasured[place])


def _quantile(counts: Floats, *, times: Times, place: int, share: float) -> Floats:
    """Return a quantile of a condition (D), NaN without any time; between two that are as good, their middle."""
    size = len(times.seconds)
    reached = np.cumsum(counts[place * size : (place + 1) * size], axis=0)
    if not size:
        return np.full(counts.shape[1], np.nan)
    wanted = share * reached[-1]
    low, high = ((reached >= wanted).argmax(axis=0), (reached > wanted).argmax(axis=0))
    values = (times.seconds[low] + times.seconds[high]) / 2
    return np.where(reached[-1] > 0, values, np.nan)


def _of(times: Times, place: int) -> Bools:
    """Return which columns are of a condition."""
    size = len(times.seconds)
    columns = np.arange(len(_CONDITIONS) * size)
    return np.asarray((columns >= place * size) & (columns < (place + 1) * size))


def _count(answers: Answers, numbers: Ints, rows: Bools, size: int) -> Ints:
    articles = len(answers.articles)
    places = answers.rows[rows] * size + numbers[rows]
    return np.bincount(places, minlength=articles * size).reshape(articles, size)


def _rounded(seconds: Floats) -> Floats:
    rounded = np.minimum(seconds, _FINENESS[-1][0])
    for place, (limit, fineness) in enumerate(_FINENESS):
        above = _FINENESS[place - 1][0] if place else -np.inf
        within = (seconds >= above) & (seconds < limit)
        rounded[within] = np.round(np.round(seconds[within] / fineness) * fineness, 1)
    return rounded
