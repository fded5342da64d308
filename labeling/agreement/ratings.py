"""Who gave which label to which sentence, gathered article by article in four bytes a sentence."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from itertools import count
from typing import Generic, NamedTuple, TypeVar

Said = TypeVar("Said", bound=Hashable)


class Ballot(NamedTuple):
    """What one annotator (by a unique id) said of a sentence: the labels given, out of those that they knew of.

    A label that is given counts as known. Whoever has not looked, or has excluded the sentence, casts no ballot on it.
    """

    annotator: str
    given: Collection[str]
    known: Collection[str]


class Bits(NamedTuple):
    """What was said of a sentence for one label, a bit an annotator: set in neither number where it is missing."""

    ones: int
    zeros: int


class Ratings(Generic[Said]):
    """Takes the articles of a project in any order.

    What was said of a sentence may be anything hashable that is the same wherever the same was said, for instance a
    tuple of votes; `ballots` reads it, once for each different one. Other labels than `labels` (ids) are passed over.
    """

    def __init__(self, labels: Iterable[str], ballots: Callable[[Said], Iterable[Ballot]]) -> None:
        self.labels = tuple(labels)
        self.articles: list[tuple[str, int]] = []  # each with its number of sentences
        self.patterns = array("I")  # a number a sentence: the place of its pattern in `read_patterns`
        self._ballots = ballots
        self._numbers: defaultdict[Said, int] = defaultdict(count().__next__)

    def add(self, article: str, sentences: Iterable[Said]) -> None:
        """Take what was said of the sentences of an article (by its id), or of more of them."""
        before = len(self.patterns)
        self.patterns.extend(map(self._numbers.__getitem__, sentences))
        self.articles.append((article, len(self.patterns) - before))

    def read_patterns(self) -> list[tuple[Bits, ...]]:
        """Return all different patterns so far, each with its bits by label, as in `labels`.

        Raises ValueError when an annotator cast two ballots on one sentence.
        """
        places: dict[str, int] = {}
        return [self._bits(list(self._ballots(said)), places) for said in self._numbers]

    def _bits(self, ballots: list[Ballot], places: dict[str, int]) -> tuple[Bits, ...]:
        flags = [1 << places.setdefault(ballot.annotator, len(places)) for ballot in ballots]
        if len(set(flags)) < len(flags):
            raise ValueError(f"two ballots of one annotator on one sentence: {ballots}")
        cast = list(zip(flags, ballots, strict=True))
        return tuple(
            Bits(
                sum(flag for flag, ballot in cast if label in ballot.given),
                sum(flag for flag, ballot in cast if label not in ballot.given and label in ballot.known),
            )
            for label in self.labels
        )
