"""The way back from a figure to its sentences: which patterns of opinions it counts.

Each function returns the patterns (P) of `Judged`, whose `places` are the sentences.
"""

from __future__ import annotations

import numpy as np

from labeling.agreement.judged import GIVEN, MISSING, WITHOUT, Bools, Judged, Values
from labeling.agreement.pairs import majority_of_rest
from labeling.agreement.sets import set_values


def compared(judged: Judged, label: str, a: str = "", b: str = "") -> Bools:
    """Return where two annotators can be compared on a label: any two, or `a` and any other, or `a` and `b`."""
    said = judged.values(judged.labels.index(label)) != MISSING
    return np.asarray(_of_people(judged, said, a, b) & (said.sum(axis=0) > 1))


def disagreements(judged: Judged, label: str, a: str = "", b: str = "") -> Bools:
    """Return where annotators differ on a label: any two, or `a` and any other, or `a` and `b`."""
    return _differing(judged, judged.values(judged.labels.index(label)), a, b)


def disagreements_without(judged: Judged, label: str, annotator: str) -> Bools:
    """Return where any two of the others differ on a label."""
    values = judged.values(judged.labels.index(label))
    values[judged.annotators.index(annotator)] = MISSING
    return _differing(judged, values, "", "")


def complete(judged: Judged, label: str) -> Bools:
    """Return where everybody has judged for a label who judged any sentence for it, if there are two or more."""
    said = judged.values(judged.labels.index(label)) != MISSING
    people = said[said[:, judged.used()].any(axis=1)]
    return np.asarray(people.all(axis=0) & (len(people) > 1))


def differing_sets(judged: Judged, a: str = "", b: str = "") -> Bools:
    """Return where annotators gave different sets of labels; `a` and `b` as for a label."""
    sets = set_values(judged)
    _, numbers = np.unique(sets, return_inverse=True)
    return _differing(judged, np.where(sets < 0, MISSING, numbers.reshape(sets.shape) + 1), a, b)


def differing_exclusions(judged: Judged, a: str = "", b: str = "") -> Bools:
    """Return where one excluded the sentence and another did not; `a` and `b` as for a label."""
    return _differing(judged, judged.decisions(), a, b)


def given(judged: Judged, label: str, annotator: str = "") -> Bools:
    """Return where the label was given, by anybody or by one annotator."""
    return _of_people(judged, judged.values(judged.labels.index(label)) == GIVEN, annotator, "")


def excluded(judged: Judged, annotator: str = "") -> Bools:
    """Return where the sentence was excluded, by anybody or by one annotator."""
    return _of_people(judged, judged.decisions() == GIVEN, annotator, "")


def against_rest(judged: Judged, label: str, annotator: str) -> Bools:
    """Return where the annotator says something else of a label than the majority of the others."""
    values, who = judged.values(judged.labels.index(label)), judged.annotators.index(annotator)
    return _opposed(values[who], majority_of_rest(values, who))


def against_gold(judged: Judged, label: str, annotator: str) -> Bools:
    """Return where the annotator says something else of a label than was settled."""
    place = judged.labels.index(label)
    return _opposed(judged.values(place)[judged.annotators.index(annotator)], judged.values(place, judged.gold))


def _opposed(one: Values, other: Values) -> Bools:
    return np.asarray((np.minimum(one, other) == WITHOUT) & (np.maximum(one, other) == GIVEN))


def _of_people(judged: Judged, holds: Bools, a: str, b: str) -> Bools:
    """Return where it holds of those named, or of anybody where nobody is."""
    named = [judged.annotators.index(name) for name in (a, b) if name]
    return np.asarray(holds[named].all(axis=0) if named else holds.any(axis=0))


def _differing(judged: Judged, values: Values, a: str, b: str) -> Bools:
    """Return where two values differ that aren't missing; with `a` alone, where somebody differs from `a`."""
    said = values != MISSING
    if a and b:
        one, other = (judged.annotators.index(name) for name in (a, b))
        return np.asarray(said[one] & said[other] & (values[one] != values[other]))
    if a or b:
        one = judged.annotators.index(a or b)
        return np.asarray((said[one] & said & (values != values[one])).any(axis=0))
    if not len(values):
        return np.zeros(values.shape[1], dtype=np.bool_)
    highest = values.max(axis=0)
    return np.asarray((said & (values != highest)).any(axis=0))
