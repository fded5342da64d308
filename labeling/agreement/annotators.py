"""What can be said of each annotator: rates, comparisons, and what their absence would change."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from labeling.agreement.coefficients import krippendorff_alpha, ratio
from labeling.agreement.figures import Absence, AnnotatorFigures, Comparison, Measure, Rates, Why
from labeling.agreement.judged import MISSING, Floats, Ints, Judged, Values
from labeling.agreement.labels import measure_table
from labeling.agreement.measuring import Sample, take_samples
from labeling.agreement.pairs import compare, majority_of_rest
from labeling.agreement.tables import Table, count, cross, tabulate

_BOTH = np.ones(2, dtype=np.bool_)


def annotator_figures(judged: Judged, draws: int = 1000, seed: int = 0) -> AnnotatorFigures:
    """Return what is said of each annotator, by name and label; intervals as in `by_label`.

    The rest say of a sentence what more than half of the others say who judged it for the label; sentences on which
    these are split evenly are left out. Gold are the adjudications, as far as their codebook had the label.
    """
    people, values = range(len(judged.annotators)), [judged.values(place) for place in range(len(judged.labels))]
    rated = list(_tabulate_rates(judged, values))
    rest = [cross(judged, said[who], majority_of_rest(said, who)) for who in people for said in values]
    gold = [
        cross(judged, said[who], judged.values(place, judged.gold))
        for who in people
        for place, said in enumerate(values)
    ]
    without = [_without(judged, said, who) for who in people for said in values]
    counts = [*rated, *rest, *gold, *(table.counts for table in without)]
    samples = iter(take_samples(judged, counts, draws, seed))
    return AnnotatorFigures(
        rates=tuple(_rates(judged, name, samples) for name in judged.annotators),
        against_rest=_comparisons(judged, samples, Why.NO_MAJORITY),
        against_gold=_comparisons(judged, samples, Why.NOT_SETTLED),
        without=tuple(_absences(judged, without, samples)),
    )


def _tabulate_rates(judged: Judged, values: list[Values]) -> Iterator[Ints]:
    """Yield how many sentences of each article annotators judged without a label and with it (articles × 2)."""
    decisions = judged.decisions()
    for who in range(len(judged.annotators)):
        for said in (*values, decisions):
            yield count(judged, said[who].astype(np.int64), 3)[:, 1:]


def _rates(judged: Judged, name: str, samples: Iterator[Sample]) -> Rates:
    labels = {label: _rate(next(samples)) for label in judged.labels}
    return Rates(name, labels, excluded=_rate(next(samples)))


def _rate(sample: Sample) -> Measure:
    return sample.measure(_share_given, _BOTH, nothing=Why.NOT_ASKED)


def _share_given(counts: Floats) -> Floats:
    return ratio(counts[1], counts[0] + counts[1])


def _comparisons(judged: Judged, samples: Iterator[Sample], nothing: Why) -> tuple[Comparison, ...]:
    pairs = [(name, label) for name in judged.annotators for label in judged.labels]
    return tuple(compare(name, label, next(samples), nothing) for name, label in pairs)


def _without(judged: Judged, values: Values, annotator: int) -> Table:
    remaining = values.copy()
    remaining[annotator] = MISSING
    return tabulate(judged, remaining)


def _absences(judged: Judged, tables: list[Table], samples: Iterator[Sample]) -> Iterator[Absence]:
    alphas = iter(
        [
            measure_table(table, sample, krippendorff_alpha, undefined=Why.ONE_CATEGORY)
            for table, sample in zip(tables, samples, strict=True)
        ]
    )
    for name in judged.annotators:
        yield Absence(name, {label: next(alphas) for label in judged.labels})
