"""Ratings for tests, written as tables: a row a sentence, a column an annotator, None for what is missing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

import numpy as np

from labeling.agreement.figures import LabelAgreement
from labeling.agreement.judged import Floats, Ints, read
from labeling.agreement.labels import by_label
from labeling.agreement.ratings import Ballot, Ratings

Row = tuple[int | None, ...]
Project = Mapping[str, Sequence[Row]]
LABEL = "hedge"


def ballots(row: Row) -> Iterator[Ballot]:
    for place, value in enumerate(row):
        if value is not None:
            yield Ballot(f"annotator {place}", (LABEL,) if value else (), (LABEL,))


def ratings_of(project: Project) -> Ratings[Row]:
    ratings = Ratings((LABEL,), ballots)
    for article, rows in project.items():
        ratings.add(article, rows)
    return ratings


def agreement(project: Project, draws: int = 20, seed: int = 0) -> LabelAgreement:
    return by_label(read(ratings_of(project)), draws, seed)[LABEL]


def units_of(project: Project) -> list[list[int]]:
    return [[value for value in row if value is not None] for rows in project.values() for row in rows]


def cells_of(units: Sequence[Sequence[Hashable]]) -> tuple[Ints, Floats]:
    """Return cells and counts for one sample; categories are in order of appearance."""
    categories = list(dict.fromkeys(value for unit in units for value in unit))
    cells = np.array([[list(unit).count(category) for category in categories] for unit in units], dtype=np.int64)
    return cells, np.ones((len(cells), 1))
