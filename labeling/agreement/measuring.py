"""Coefficients of counts, with the intervals of one bootstrap that all of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from labeling.agreement.bootstrap import MOST_UNDEFINED, bca, percentile, resample
from labeling.agreement.figures import Measure, Why
from labeling.agreement.judged import MISSING, Bools, Floats, Ints, Judged

Coefficient = Callable[[Floats], Floats]


class Sample:
    """Counts (articles × C) of sentences with their sums in each draw of the bootstrap (draws × C).

    `groups` are the articles that were drawn apart from others.
    """

    def __init__(self, counts: Ints, drawn: Floats, groups: Sequence[Ints]) -> None:
        self.counts = counts
        self.totals: Ints = counts.sum(axis=0)
        self._sums = np.concatenate([self.totals[:, None], drawn.T], axis=1)
        self._groups = groups

    def measure(
        self,
        coefficient: Coefficient,
        counting: Bools,
        *,
        nothing: Why,
        undefined: Why = Why.NO_OVERLAP,
    ) -> Measure:
        """Return a coefficient with its intervals.

        It is a function of counts (C × D) that returns D values, NaN where undefined. `counting` says which of the C
        count the sentences that it rests on. `nothing` is why there may be none, `undefined` why it may have no value
        though there are some.
        """
        sentences = int(self.totals[counting].sum())
        if not sentences:
            return Measure(None, 0, why=nothing)
        values = coefficient(self._sums)
        value, drawn = float(values[0]), values[1:]
        if np.isnan(value):
            return Measure(None, sentences, why=undefined)
        if np.count_nonzero(self.counts[:, counting].any(axis=1)) < 2:
            return Measure(value, sentences, why=Why.FEW_ARTICLES)
        if not len(drawn):
            return Measure(value, sentences, why=Why.NO_DRAWS)
        ordered = np.sort(drawn[~np.isnan(drawn)])
        dropped = len(drawn) - len(ordered)
        if dropped > MOST_UNDEFINED * len(drawn):
            return Measure(value, sentences, why=Why.FEW_VALUES, undefined_draws=dropped)
        corrected = bca(value, ordered, self._without_each(coefficient))
        return Measure(value, sentences, percentile(ordered), corrected, undefined_draws=dropped)

    def _without_each(self, coefficient: Coefficient) -> list[tuple[Floats, int]]:
        """Return for each group the values without one article that has counts, and how many articles it has."""
        values = np.empty(len(self.counts))
        values[self._matter] = coefficient(self._others)
        return [(values[group[self._matter[group]]], len(group)) for group in self._groups if len(group)]

    @cached_property
    def _matter(self) -> Bools:
        """Which articles have counts."""
        return np.asarray(self.counts.any(axis=1))

    @cached_property
    def _others(self) -> Floats:
        """The sums without each of those articles (C × articles)."""
        return np.ascontiguousarray((self.totals - self.counts[self._matter]).T, dtype=np.float64)


def take_samples(judged: Judged, tables: Sequence[Ints], draws: int, seed: int) -> list[Sample]:
    """Return a sample of each table of counts (articles × C), all with the same draws of articles.

    Articles with a sentence that two annotators judged for some label are drawn apart from the other judged ones: how
    many there are of each was planned, and the latter say nothing of agreement. The generator is PCG64.
    Draws in which a measure has no value are dropped; where they are more than 5 % of all it gets no interval.
    """
    return draw_samples(groups_of(judged), len(judged.articles), tables, draws, seed)


def draw_samples(groups: Sequence[Ints], articles: int, tables: Sequence[Ints], draws: int, seed: int) -> list[Sample]:
    """Return a sample of each table, with groups of articles (by their places) that are drawn apart."""
    generator = np.random.Generator(np.random.PCG64(seed))
    counts = np.concatenate([np.zeros((articles, 0), dtype=np.int64), *tables], axis=1)
    sums = np.zeros((draws, counts.shape[1]))
    for group in groups if draws else ():
        sums += resample(counts[group], draws, generator)
    ends = np.cumsum([table.shape[1] for table in tables], dtype=np.int64)
    return [Sample(table, sums[:, end - table.shape[1] : end], groups) for table, end in zip(tables, ends, strict=True)]


def groups_of(judged: Judged) -> tuple[Ints, Ints]:
    """Return the articles where annotators met, and the others in which anybody judged."""
    said = judged.opinions != MISSING
    met = np.zeros(said.shape[1], dtype=np.bool_)
    for label in range(len(judged.labels)):
        met |= np.sum(judged.values(label) != MISSING, axis=0) > 1
    articles = len(judged.articles)
    shared, anybody = (
        np.bincount(judged.rows[kinds[judged.patterns]], minlength=articles) > 0 for kinds in (met, said.any(axis=0))
    )
    return np.flatnonzero(shared), np.flatnonzero(anybody & ~shared)
