"""Who gave which label to which sentence, gathered article by article in four bytes a sentence."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from itertools import count
from typing import Generic, NamedTuple, TypeVar

Said = TypeVar("Said", bound=Hashable)


class Ballot(NamedTuple):
    """What one annotator (by a unique name) said of a sentence: the labels given, out of those that they knew of.

    A label that is given counts as known. `given` and `known` are hashable. Who has excluded the sentence says nothing
    of labels. Whoever has not looked casts no ballot on it.
    """

    annotator: str
    given: Collection[str]
    known: Collection[str]
    excluded: bool = False


class Ratings(Generic[Said]):
    """Takes the articles of a project in any order.

    What was said of a sentence may be anything hashable that is the same wherever the same was said, for instance a
    tuple of votes; `ballots` reads it, once for each different one, and `gold` what the sentence was settled on (its
    annotator is of no account), None where it wasn't. Other labels than `labels` (ids) are passed over.
    """

    def __init__(
        self,
        labels: Iterable[str],
        ballots: Callable[[Said], Iterable[Ballot]],
        gold: Callable[[Said], Ballot | None] = lambda _: None,
    ) -> None:
        self.labels = tuple(labels)
        self.ballots = ballots
        self.gold = gold
        self.articles: list[tuple[str, int]] = []  # each with its number of sentences
        self.patterns = array("I")  # a number a sentence: the place of what was said in `different`
        self._numbers: defaultdict[Said, int] = defaultdict(count().__next__)

    def add(self, article: str, sentences: Iterable[Said]) -> None:
        """Take what was said of the sentences of an article (by its id), or of more of them."""
        before = len(self.patterns)
        self.patterns.extend(map(self._numbers.__getitem__, sentences))
        self.articles.append((article, len(self.patterns) - before))

    @property
    def different(self) -> Collection[Said]:
        """All that was said of a sentence, each once, in the order of its first appearance."""
        return self._numbers.keys()
