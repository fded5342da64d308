"""The arrays that everything learned is made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNSETTLED = -1  # of what is said of a sentence, beside 1 and 0


def logistic(odds: Floats) -> Floats:
    """Return the probabilities of log odds of any size."""
    small = np.exp(-np.abs(odds))
    return np.asarray(np.where(odds >= 0, 1.0, small) / (1 + small))
