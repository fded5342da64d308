"""The agreement on each label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from labeling.agreement.bootstrap import interval, resample
from labeling.agreement.coefficients import krippendorff_alpha, percent_agreement, prevalence, specific_agreement
from labeling.agreement.figures import LabelAgreement, Measure, Why
from labeling.agreement.ratings import Ratings
from labeling.agreement.tables import Floats, Ints, Table, tabulate

_WITHOUT, _GIVEN = 0, 1


def by_label(ratings: Ratings[Any], draws: int = 1000, seed: int = 0) -> Mapping[str, LabelAgreement]:
    """Return the agreement on each label by its id, in the order of `ratings.labels`.

    Intervals are the 2.5th to 97.5th percentile of the values in `draws` (at least 1) samples of articles, the same
    samples for all labels and measures. Articles with a sentence that two annotators judged are drawn apart from
    those with single judgments only: how many there are of each was planned, and the latter say nothing of agreement.
    Draws in which a measure is undefined are dropped; where they are more than 5 %, or all its sentences are of one
    article, it has no interval. The same ratings and seed (PCG64, not negative) give the same digits, in whatever
    order articles, sentences and annotators came.
    """
    if draws < 1:
        raise ValueError(f"{draws} draws: there must be at least one")
    tables = tabulate(ratings)
    samples = _sample(tables, draws, np.random.Generator(np.random.PCG64(seed)))
    return {
        label: _agreement(table, sample) for label, table, sample in zip(ratings.labels, tables, samples, strict=True)
    }


def _sample(tables: list[Table], draws: int, generator: np.random.Generator) -> list[Floats]:
    """Return the counts (C × 1 + draws) of each table: first as they are, then of each draw."""
    if not tables:
        return []
    counts = np.hstack([table.counts for table in tables])
    shared, judged = (
        (counts[:, np.concatenate([table.judged_by(people) for table in tables])] > 0).any(axis=1) for people in (2, 1)
    )
    drawn = resample(counts[shared], draws, generator) + resample(counts[judged & ~shared], draws, generator)
    everything = np.ascontiguousarray(np.vstack([counts.sum(axis=0, keepdims=True), drawn]).T)
    return np.split(everything, np.cumsum([len(table.cells) for table in tables])[:-1])


def _agreement(table: Table, sample: Floats) -> LabelAgreement:
    measure = partial(_measure, table, sample)
    return LabelAgreement(
        prevalence=measure(partial(prevalence, category=_GIVEN), annotators=1),
        percent_agreement=measure(percent_agreement),
        positive_agreement=measure(partial(specific_agreement, category=_GIVEN), undefined=Why.NEVER_GIVEN),
        negative_agreement=measure(partial(specific_agreement, category=_WITHOUT), undefined=Why.ALWAYS_GIVEN),
        krippendorff_alpha=measure(krippendorff_alpha, undefined=Why.ONE_CATEGORY),
    )


def _measure(
    table: Table,
    sample: Floats,
    coefficient: Callable[[Ints, Floats], Floats],
    *,
    annotators: int = 2,
    undefined: Why = Why.NO_OVERLAP,
) -> Measure:
    """Return a coefficient of the sentences that so many annotators judged.

    `undefined` is why it may have no value though there are such sentences.
    """
    counting = table.counts[:, table.judged_by(annotators)]
    sentences = int(counting.sum())
    if not sentences:
        return Measure(None, None, None, 0, _why_nothing_counts(table))
    values = coefficient(table.cells, sample)
    value, drawn = float(values[0]), values[1:]
    if np.isnan(value):
        return Measure(None, None, None, sentences, undefined)
    if np.count_nonzero(counting.any(axis=1)) < 2:
        return Measure(value, None, None, sentences, Why.FEW_ARTICLES)
    dropped, bounds = int(np.isnan(drawn).sum()), interval(drawn)
    if bounds is None:
        return Measure(value, None, None, sentences, Why.FEW_VALUES, dropped)
    return Measure(value, *bounds, sentences, undefined_draws=dropped)


def _why_nothing_counts(table: Table) -> Why:
    return {0: Why.NOBODY, 1: Why.ONE_ANNOTATOR}.get(table.annotators, Why.NO_OVERLAP)
