"""What else might have come out: whole articles drawn with replacement, since their sentences aren't independent."""

from __future__ import annotations

import numpy as np

from labeling.agreement.tables import Floats, Ints

LIMITS = (0.025, 0.975)
MOST_UNDEFINED = 0.05  # more could hide all that lies outside of the interval

_DRAWN_AT_ONCE = 1 << 20


def resample(counts: Ints, draws: int, generator: np.random.Generator) -> Floats:
    """Return the sums (draws × C) of as many rows of `counts` (articles × C) as there are, drawn with replacement.

    Sums of whole numbers: exact, in whatever order the machine adds them.
    """
    articles, cells = counts.shape
    sums = np.zeros((draws, cells))
    if not articles:
        return sums
    numbers = counts.astype(np.float64)
    step = max(_DRAWN_AT_ONCE // articles, 1)
    for start in range(0, draws, step):
        drawn = generator.integers(articles, size=(min(step, draws - start), articles))
        drawn += np.arange(len(drawn))[:, None] * articles
        weights = np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape)
        sums[start : start + step] = weights.astype(np.float64) @ numbers
    return sums


def interval(values: Floats) -> tuple[float, float] | None:
    """Return the percentile interval of a measure's values (NaN: undefined) in the draws.

    Undefined ones are dropped. None where they are more than 5 % of all.
    """
    defined = values[~np.isnan(values)]
    if len(values) - len(defined) > MOST_UNDEFINED * len(values):
        return None
    low, high = np.quantile(defined, LIMITS)
    return float(low), float(high)
