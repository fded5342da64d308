"""The nested cross-validation: scores of sentences by models and calibrations that saw nothing of their articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from labeling.suggestions.learned.arrays import Bools, Floats, Ints, logistic
from labeling.suggestions.learned.corpus import Corpus, Step, look
from labeling.suggestions.learned.features import RULED
from labeling.suggestions.learned.figures import Way
from labeling.suggestions.learned.fitting import fit_slopes, fit_weights, log_odds
from labeling.suggestions.learned.folds import FOLDS
from labeling.suggestions.learned.measuring import Sample

FITS = FOLDS * (FOLDS + 1) // 2  # of each label: one for each fold, and one for each two
_DRAWS = 200  # of articles, for the standard error of a difference


@dataclass(frozen=True, slots=True, eq=False)
class Crossed:
    """The sentences (N) that are settled for a label, with the log odds of models that did not see their articles.

    `odds` (N × folds) has in each column those of models that did not see the articles of that fold either: what they
    say of the other folds may decide what is done with the sentences of that one. `included` (N) are the sentences of
    the articles that were to be learned from.
    """

    label: str
    truth: Ints
    articles: Ints
    folds: Ints
    rules: Floats
    odds: Floats
    included: Bools

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to suggest the label, the simplest one first."""
        return tuple(Way) if self.label in RULED else (Way.MODEL,)

    def outer(self) -> Floats:
        """Return the log odds (N) of the models that saw all the other folds."""
        return np.asarray(self.odds[np.arange(len(self.folds)), self.folds])


def cross(corpus: Corpus, included: Bools, step: Step) -> list[Crossed]:
    """Return the sentences of each label with their log odds. `step` is called before each fit, with the label.

    A model that saw neither of two folds serves for both: for the calibration of the one with the sentences of the
    other, and the other way round. So all is nested with half of the fits.
    """
    odds = np.full((len(corpus.labels), len(corpus.folds), FOLDS), np.nan)
    for one in range(FOLDS):
        for other in range(one, FOLDS):
            asked = (corpus.folds == one) | (corpus.folds == other)
            seen, left_out = np.flatnonzero(included & ~asked), np.flatnonzero(asked)
            view = look(corpus, seen, left_out)
            beside = np.where(corpus.folds[left_out] == one, other, one)
            for number, label in enumerate(corpus.labels):
                step(label)
                weights = fit_weights(view.values[: len(seen)], corpus.truth[seen, number])
                odds[number, left_out, beside] = view.values[len(seen) :] @ weights.features + weights.bias
    found = []
    for number, label in enumerate(corpus.labels):
        rows = np.flatnonzero(corpus.settled(label))
        found.append(
            Crossed(
                label,
                corpus.truth[rows, number],
                corpus.articles[rows],
                corpus.folds[rows],
                corpus.rules[rows, number],
                odds[number, rows],
                included[rows],
            )
        )
    return found


def calibrate(way: Way, odds: Floats, rules: Floats, truth: Ints) -> Floats:
    """Return bias and slopes (3) that make scores of the log odds of the model and of those of the rules’ scores.

    That of the rules is 0 where the model decides alone: then it is Platt’s calibration, else logistic stacking
    (Wolpert, Stacked generalization, 1992).
    """
    slopes = np.zeros(3)
    used = [odds, log_odds(rules)] if way is Way.BOTH else [odds]
    slopes[: 1 + len(used)] = fit_slopes(np.column_stack(used), truth)
    return slopes


def apply(slopes: Floats, odds: Floats, rules: Floats) -> Floats:
    """Return the scores of the log odds of the model and the scores of the rules."""
    return logistic(slopes[0] + slopes[1] * odds + slopes[2] * log_odds(rules))


def honest_scores(crossed: Crossed, way: Way) -> Floats:
    """Return the scores (N) of a way by models and calibrations that saw nothing of the fold that they are used on."""
    if way is Way.RULES:
        return crossed.rules
    scores = np.empty(len(crossed.truth))
    for fold in range(FOLDS):
        target = crossed.folds == fold
        scores[target] = _calibrated(crossed, way, fold, target)
    return scores


def chosen_scores(crossed: Crossed, scores: Mapping[Way, Floats]) -> Floats:
    """Return, for each fold, the honest scores (N) of the way that did best on the other folds.

    What chooses there saw nothing of the fold either, so this says how right such a choice is; the figures of the best
    of all ways would flatter it.
    """
    found = np.empty(len(crossed.truth))
    for fold in range(FOLDS):
        target = crossed.folds == fold
        others = {way: _scores_without(crossed, way, fold)[~target] for way in scores}
        way = choose(others, crossed.truth[~target], crossed.articles[~target])
        found[target] = scores[way][target]
    return found


def choose(scores: Mapping[Way, Floats], truth: Ints, articles: Ints) -> Way:
    """Return the simplest way, unless another has an F1 that is higher by more than the standard error of that.

    The error is that of the difference over articles; Breiman et al., Classification and Regression Trees (1984), 3.4.
    """
    sample = Sample(truth, articles, _DRAWS, seed=0)
    values = {way: np.nan_to_num(sample.f1(of_way)) for way, of_way in scores.items()}
    ways = iter(values)
    best = next(ways)
    for way in ways:
        difference = values[way] - values[best]
        if difference[0] > np.std(difference[1:]):
            best = way
    return best


def _scores_without(crossed: Crossed, way: Way, left_out: int) -> Floats:
    """Return the scores of all folds but one, of which nothing was seen; each of them is left out in turn."""
    if way is Way.RULES:
        return crossed.rules
    scores = np.full(len(crossed.truth), np.nan)
    for fold in set(range(FOLDS)) - {left_out}:
        target = crossed.folds == fold
        scores[target] = _calibrated(crossed, way, left_out, target)
    return scores


def _calibrated(crossed: Crossed, way: Way, left_out: int, target: Bools) -> Floats:
    """Return the scores of the target’s sentences by a calibration on what neither it nor a fold left out has."""
    odds = crossed.odds[:, left_out]
    seen = crossed.included & (crossed.folds != left_out) & ~target
    slopes = calibrate(way, odds[seen], crossed.rules[seen], crossed.truth[seen])
    return apply(slopes, odds[target], crossed.rules[target])
