"""Two who judged the same sentences: two annotators, or an annotator and what others or the team said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

import numpy as np

from labeling.agreement.coefficients import cohen_kappa, observed_agreement, ratio
from labeling.agreement.figures import Comparison, Crossed, Measure, PairAgreement, Why
from labeling.agreement.judged import GIVEN, MISSING, WITHOUT, Floats, Ints, Judged, Values
from labeling.agreement.measuring import Sample
from labeling.agreement.tables import cross

_ALL = np.ones(4, dtype=np.bool_)
_ONLY_OTHER, _ONLY_ONE, _BOTH = 1, 2, 3


def tabulate_pairs(judged: Judged) -> Iterator[tuple[str, str, str, Ints]]:
    """Yield names, label and counts (articles × 4, as of `cross`) of every pair of annotators and each label."""
    values = [judged.values(place) for place in range(len(judged.labels))]
    for one, other in combinations(range(len(judged.annotators)), 2):
        met = (judged.opinions[one] != MISSING) & (judged.opinions[other] != MISSING)
        narrowed = judged.only(met)
        for label, said in zip(judged.labels, values, strict=True):
            counts = cross(narrowed, said[one], said[other])
            yield judged.annotators[one], judged.annotators[other], label, counts


def measure_pair(a: str, b: str, label: str, sample: Sample) -> PairAgreement:
    """Return the measures of a pair of annotators on a label."""
    kappa, percent = _kappa_and_percent(sample, Why.NOT_BOTH)
    return PairAgreement(a, b, label, kappa, percent, _crossed(sample))


def majority_of_rest(values: Values, annotator: int) -> Values:
    """Return what more than half of the others said who judged (P), of `values` (A × P); MISSING on a tie."""
    given, without = (
        np.sum(values == value, axis=0, dtype=np.int64) - (values[annotator] == value) for value in (GIVEN, WITHOUT)
    )
    majority: Values = np.select([given > without, given < without], [GIVEN, WITHOUT], MISSING).astype(np.uint8)
    return majority


def compare(annotator: str, label: str, sample: Sample, nothing: Why) -> Comparison:
    """Return an annotator's measures against what the other column of the table says; `nothing` if they never meet."""
    kappa, percent = _kappa_and_percent(sample, nothing)
    crossed = _crossed(sample)
    return Comparison(
        annotator,
        label,
        kappa,
        percent,
        precision=_share(sample, _ONLY_ONE, nothing, Why.NOT_BY_ANNOTATOR),
        recall=_share(sample, _ONLY_OTHER, nothing, Why.NOT_BY_OTHER),
        crossed=crossed,
    )


def _kappa_and_percent(sample: Sample, nothing: Why) -> tuple[Measure, Measure]:
    kappa = sample.measure(_squared(cohen_kappa), _ALL, nothing=nothing, undefined=Why.ONE_CATEGORY_OF_BOTH)
    return kappa, sample.measure(_squared(observed_agreement), _ALL, nothing=nothing)


def _squared(coefficient: Callable[[Floats], Floats]) -> Callable[[Floats], Floats]:
    return lambda counts: coefficient(counts.reshape(2, 2, -1))


def _share(sample: Sample, lone: int, nothing: Why, undefined: Why) -> Measure:
    return sample.measure(partial(_both_of, lone=lone), _ALL, nothing=nothing, undefined=undefined)


def _both_of(counts: Floats, lone: int) -> Floats:
    return ratio(counts[_BOTH], counts[_BOTH] + counts[lone])


def _crossed(sample: Sample) -> Crossed:
    return Crossed(*map(int, sample.totals))
