"""Fitting: the weights of features by scikit-learn, and the few of calibration by Newton’s method."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from labeling.suggestions.learned.arrays import UNSETTLED, Floats, Ints, logistic

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_PENALTY = 1.0
_ROUNDS = 200
_STEPS = 50
_EQUAL = 1e-10
_LONGEST_STEP = 2.0  # Newton’s method overshoots from afar
# On the squares of the slopes of a calibration: keeps them finite where scores part the sentences without an error.
_RIDGE = 0.01
# Scores of rules are kept from 0 and 1, where log odds have no end; no suggestion is a score of 0.
_CLOSEST = 0.02


@contextmanager
def one_thread() -> Iterator[None]:
    """Do the algebra of what is inside on one processor.

    Its vectors are too short for more, which would wait for each other; and sums of parts have other last digits, so
    that a model would depend on how many processors there are.
    """
    import sklearn.linear_model  # noqa: F401  # what is not loaded yet can’t be limited
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1, user_api="blas"):
        yield


class Weights(NamedTuple):
    """The weights of features (F) and the log odds without any."""

    features: Floats
    bias: float


def fit_weights(values: csr_matrix, truth: Ints) -> Weights:
    """Return the weights of a logistic regression of what is settled (1 or 0) of the rows.

    Both answers weigh the same together, however rare one is: it ranks the sentences of rare labels better, and
    calibration puts the scores right afterwards. These are shares of what is right, and not moved for the sake of F1
    at 0.5, which was within 0.02 of that at the best threshold where it was measured. Where only one answer was seen
    there are no weights.
    """
    from sklearn.linear_model import LogisticRegression

    rows = np.flatnonzero(truth != UNSETTLED)
    given = truth[rows]
    having = int(given.sum())
    if having in {0, len(given)}:
        return Weights(np.zeros(values.shape[1]), float(np.log((having + 0.5) / (len(given) - having + 0.5))))
    regression = LogisticRegression(
        C=_PENALTY, class_weight="balanced", solver="liblinear", max_iter=_ROUNDS, random_state=0
    )
    regression.fit(values[rows], given)
    return Weights(np.array(regression.coef_[0], dtype=np.float64), float(regression.intercept_[0]))


def log_odds(scores: Floats) -> Floats:
    """Return the log odds of scores of the rules."""
    kept = np.clip(scores, _CLOSEST, 1 - _CLOSEST)
    return np.asarray(np.log(kept / (1 - kept)))


def fit_slopes(odds: Floats, truth: Ints) -> Floats:
    """Return bias and slopes (1 + S) that make probabilities of the columns of log odds (N × S).

    Platt, Probabilistic Outputs for Support Vector Machines (1999): what is fitted to is not quite 0 and 1.
    """
    having = int(truth.sum())
    targets = np.where(truth == 1, (having + 1) / (having + 2), 1 / (len(truth) - having + 2))
    rows = np.column_stack([np.ones(len(odds)), odds])
    penalty = np.full(rows.shape[1], _RIDGE)
    penalty[0] = 1e-9
    slopes = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        share = logistic(rows @ slopes)
        slope = rows.T @ (share - targets) + penalty * slopes
        curve = (rows * (share * (1 - share))[:, None]).T @ rows + np.diag(penalty)
        change = np.linalg.solve(curve, slope)
        slopes = slopes - change * min(1.0, _LONGEST_STEP / float(np.abs(change).max() + _EQUAL))
        if np.abs(change).max() < _EQUAL:
            break
    return slopes
