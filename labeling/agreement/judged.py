"""Ratings as arrays: every sentence has a pattern, and every annotator an opinion in each pattern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.ratings import Ballot, Ratings

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Values = NDArray[np.uint8]

MISSING, WITHOUT, GIVEN = 0, 1, 2


class Place(NamedTuple):
    """A sentence: its article’s id, and its number among the sentences that were taken of the article, from 0."""

    article: str
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What N sentences were judged as.

    `annotators` (A) are in the order of their names, `articles` in the order of their ids. `rows` (N) is the article of
    each sentence, `patterns` (N) which of P patterns was said of it. `opinions` (A × P) and `gold` (P) have the numbers
    of opinions, 0 where there is none; `given` and `known` (S) are the labels of each opinion as bits, and `excluded`
    (S) tells those that put the sentence aside. `parts` are article and number of sentences as they were added.
    """

    labels: tuple[str, ...]
    annotators: tuple[str, ...]
    articles: tuple[str, ...]
    rows: Ints
    patterns: Ints
    opinions: Ints
    gold: Ints
    given: Ints
    known: Ints
    excluded: Bools
    parts: Sequence[tuple[str, int]]

    def values(self, label: int, opinions: Ints | None = None) -> Values:
        """Return MISSING, WITHOUT or GIVEN for each opinion (those of all annotators, A × P), for one label."""
        given = (self.given >> label & 1).astype(np.uint8)
        asked = (self.known >> label & 1).astype(np.uint8)
        looked_up: Values = (given + asked)[self.opinions if opinions is None else opinions]
        return looked_up

    def decisions(self) -> Values:
        """Return MISSING, WITHOUT or GIVEN (A × P) for the decision to exclude the sentence."""
        looked_up = self.excluded.astype(np.uint8) + 1
        looked_up[0] = MISSING
        decisions: Values = looked_up[self.opinions]
        return decisions

    def used(self) -> Bools:
        """Return which patterns (P) there are sentences of."""
        return np.bincount(self.patterns, minlength=self.opinions.shape[1]) > 0

    def only(self, patterns: Bools) -> Judged:
        """Return the sentences of some of the patterns (P), in all the articles, without `parts`."""
        kept = patterns[self.patterns]
        if kept.all():
            return self
        return replace(self, rows=self.rows[kept], patterns=self.patterns[kept], parts=())

    def among(self, articles: Iterable[str]) -> Judged:
        """Return the sentences of these articles alone, without `parts`: places can’t be told of them."""
        wanted = set(articles)
        chosen = np.array([article in wanted for article in self.articles], dtype=np.bool_)
        kept = chosen[self.rows]
        return replace(
            self,
            articles=tuple(article for article in self.articles if article in wanted),
            rows=(np.cumsum(chosen) - 1)[self.rows[kept]],
            patterns=self.patterns[kept],
            parts=(),
        )

    def places(self, patterns: Bools) -> list[Place]:
        """Return the sentences of some of the patterns (P), in the order in which they were added."""
        found: list[Place] = []
        sizes = np.array([size for _, size in self.parts], dtype=np.int64)
        begins, seen = np.cumsum(sizes) - sizes, dict[str, int]()
        offsets = []
        for article, size in self.parts:
            offsets.append(seen.get(article, 0))
            seen[article] = offsets[-1] + size
        numbers = np.flatnonzero(patterns[self.patterns])
        for number, part in zip(numbers, np.searchsorted(begins, numbers, side="right") - 1, strict=True):
            found.append(Place(self.parts[part][0], int(number - begins[part]) + offsets[part]))
        return found


def read(ratings: Ratings[Any]) -> Judged:
    """Return the ratings as arrays. Raises ValueError when an annotator cast two ballots on one sentence."""
    opinions = _Opinions(ratings.labels)
    said = [tuple(ratings.ballots(each)) for each in ratings.different]
    gold = [opinions.number(ratings.gold(each)) for each in ratings.different]
    people = sorted({ballot.annotator for ballots in said for ballot in ballots})
    places = {name: place for place, name in enumerate(people)}
    matrix = np.zeros((len(people), len(said)), dtype=np.int64)
    owners, columns, numbers = [], [], []
    for column, ballots in enumerate(said):
        if len({ballot.annotator for ballot in ballots}) < len(ballots):
            raise ValueError(f"two ballots of one annotator on one sentence: {ballots}")
        for ballot in ballots:
            owners.append(places[ballot.annotator])
            columns.append(column)
            numbers.append(opinions.number(ballot))
    matrix[owners, columns] = numbers
    ranks = {article: rank for rank, article in enumerate(sorted({name for name, _ in ratings.articles}))}
    ranked = np.array([ranks[name] for name, _ in ratings.articles], dtype=np.int64)
    return Judged(
        labels=ratings.labels,
        annotators=tuple(people),
        articles=tuple(ranks),
        rows=np.repeat(ranked, np.array([size for _, size in ratings.articles], dtype=np.int64)),
        patterns=np.array(ratings.patterns, dtype=np.int64),
        opinions=matrix,
        gold=np.array(gold, dtype=np.int64),
        given=np.array(opinions.given, dtype=np.int64),
        known=np.array(opinions.known, dtype=np.int64),
        excluded=np.array(opinions.excluded, dtype=np.bool_),
        parts=tuple(ratings.articles),
    )


class _Opinions:
    """Numbers the different opinions, as few as there are ways to judge; 0 is that there is none."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._numbers: dict[tuple[object, ...], int] = {}
        self.given, self.known, self.excluded = [0], [0], [False]

    def number(self, ballot: Ballot | None) -> int:
        if ballot is None:
            return 0
        key = ballot[1:]
        if key not in self._numbers:
            self._numbers[key] = len(self.given)
            said = not ballot.excluded
            self.given.append(self._bits(ballot.given) if said else 0)
            self.known.append(self._bits({*ballot.given, *ballot.known}) if said else 0)
            self.excluded.append(ballot.excluded)
        return self._numbers[key]

    def _bits(self, labels: Iterable[str]) -> int:
        wanted = set(labels)
        return sum(1 << place for place, label in enumerate(self._labels) if label in wanted)
