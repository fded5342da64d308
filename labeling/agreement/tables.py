"""Ratings as counts: for each label, how many sentences of each article were judged alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.ratings import Bits, Ratings

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The ratings for one label.

    `cells` (C × 2) are the different ways in which sentences were judged: how many annotators judged without the label,
    how many gave it. `counts` (articles × C) says how many sentences of each article were judged in each way; articles
    are in the order of their ids. `annotators` is how many people judged at all.
    """

    cells: Ints
    counts: Ints
    annotators: int

    def judged_by(self, annotators: int) -> Bools:
        """Return which cells (C) are of sentences that at least so many annotators judged."""
        people: Ints = self.cells.sum(axis=1)
        return people >= annotators


def tabulate(ratings: Ratings[Any]) -> list[Table]:
    """Return a table for each label, in the order of `ratings.labels`."""
    ranks = {article: rank for rank, article in enumerate(sorted({name for name, _ in ratings.articles}))}
    places = np.array([ranks[name] for name, _ in ratings.articles], dtype=np.int64)
    rows = np.repeat(places, np.array([size for _, size in ratings.articles], dtype=np.int64))
    patterns = ratings.read_patterns()
    numbers = np.array(ratings.patterns)
    return [
        _table([pattern[place] for pattern in patterns], numbers, rows, len(ranks))
        for place in range(len(ratings.labels))
    ]


def _table(bits: Sequence[Bits], numbers: NDArray[np.uint32], rows: Ints, articles: int) -> Table:
    ones = np.array([each.ones.bit_count() for each in bits], dtype=np.int64)
    zeros = np.array([each.zeros.bit_count() for each in bits], dtype=np.int64)
    base = int(ones.max(initial=0)) + 1
    codes, cell_of_pattern = np.unique(zeros * base + ones, return_inverse=True)
    cells = np.stack(np.divmod(codes, base), axis=1)
    size = articles * len(cells)
    counts = np.bincount(rows * len(cells) + cell_of_pattern[numbers], minlength=size).reshape(articles, len(cells))
    people = 0
    for each in bits:
        people |= each.ones | each.zeros
    return Table(cells, counts, people.bit_count())
