"""Ratings as counts: how many sentences of each article were judged alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from labeling.agreement.judged import GIVEN, MISSING, WITHOUT, Bools, Ints, Judged, Values

_PAIRED = np.array([4, 5, 7, 8])  # 3 × the value of one + that of the other, where neither is missing


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The ratings for one label, or for another decision between two categories.

    `cells` (C × 2) are the different ways in which sentences were judged: how many annotators judged without the label,
    how many gave it. `counts` (articles × C) says how many sentences of each article were judged in each way.
    `annotators` is how many people judged at all.
    """

    cells: Ints
    counts: Ints
    annotators: int

    def judged_by(self, annotators: int) -> Bools:
        """Return which cells (C) are of sentences that at least so many annotators judged."""
        people: Ints = self.cells.sum(axis=1)
        return people >= annotators

    @property
    def complete(self) -> Bools:
        """Which cells (C) are of sentences that all annotators judged, where there are two or more."""
        return self.judged_by(max(self.annotators, 2))


def tabulate(judged: Judged, values: Values) -> Table:
    """Return the table of a decision, of which `values` (A × P) are what each annotator said in each pattern."""
    ones: Ints = np.sum(values == GIVEN, axis=0, dtype=np.int64)
    zeros: Ints = np.sum(values == WITHOUT, axis=0, dtype=np.int64)
    base = len(values) + 1
    codes = zeros * base + ones
    used = judged.used()
    present = np.flatnonzero(np.bincount(codes[used], minlength=1))
    cell_of_code = np.zeros(base * base, dtype=np.int64)
    cell_of_code[present] = np.arange(len(present))
    cells = np.stack(np.divmod(present, base), axis=1)
    annotators = int(np.any(values[:, used] != MISSING, axis=1).sum())
    return Table(cells, count(judged, cell_of_code[codes], len(cells)), annotators)


def tabulate_label(judged: Judged, label: int) -> Table:
    """Return the table of a label, by its place in `judged.labels`."""
    return tabulate(judged, judged.values(label))


def count(judged: Judged, kinds: Ints, in_all: int) -> Ints:
    """Return how many sentences of each article have a pattern (P) of each of so many kinds (articles × kinds)."""
    articles = len(judged.articles)
    counted = np.bincount(judged.rows * in_all + kinds[judged.patterns], minlength=articles * in_all)
    return counted.reshape(articles, in_all)


def cross(judged: Judged, one: Values, other: Values) -> Ints:
    """Return how two annotators’ values (P each) meet: articles × 4.

    Neither gave the label, only the other one did, only the one did, both did.
    """
    return count(judged, 3 * one.astype(np.int64) + other, 9)[:, _PAIRED]
