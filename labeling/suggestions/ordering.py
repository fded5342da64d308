"""In which order sentences are judged, as far as it follows from what is suggested for them.

Going to another article costs the reader its context, and scores are shares that were measured on a few hundred
suggestions: a tenth more or less tells nothing. So sentences are ranked in ten bands, and within a band those of one
article come together, in reading order, articles with the most of them first.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from labeling.domain.articles import SentenceId
from labeling.domain.orders import Order

BANDS = 10

# A score in [0, 1] by label. A label that is not suggested has none, which counts as 0.
Scores = Mapping[str, float]


class Group(NamedTuple):
    """Sentences of one article that are about as urgent. `band` is 0 for those that are not at all, else 1 to 10."""

    band: int
    article: str
    sentences: tuple[SentenceId, ...]


def urgency(scores: Scores, order: Order, label: str = "") -> float:
    """Return how early a sentence is to be judged, in [0, 1].

    By `Order.UNCERTAIN` 1 is a label with the score ½, and 0 that every label is out of the question or beyond doubt;
    the most uncertain label decides. By `Order.RARE` it is the score of `label`.
    """
    if order is Order.RARE:
        return scores.get(label, 0.0)
    return max((2 * min(score, 1 - score) for score in scores.values()), default=0.0)


def groups_of(unjudged: Iterable[tuple[SentenceId, Scores]], order: Order, label: str = "") -> list[Group]:
    """Return the groups of sentences of one article, which come in reading order."""
    bands: dict[int, list[SentenceId]] = {}
    for sentence, scores in unjudged:
        bands.setdefault(_band(urgency(scores, order, label)), []).append(sentence)
    return [Group(band, sentences[0].article, tuple(sentences)) for band, sentences in bands.items()]


def most_urgent(groups: Iterable[Group], most: int) -> list[SentenceId]:
    """Return the sentences of all groups, the most urgent first, but not more than `most`.

    The outcome does not depend on the order of the groups. Not more than `most` groups are held at once.
    """
    first = heapq.nsmallest(most, groups, key=lambda group: (-group.band, -len(group.sentences), group.article))
    return list(islice(_flat(first), most))


def rarest(counts: Mapping[str, int], labels: Sequence[str]) -> str:
    """Return the label that was given to the fewest sentences, of several the first; ValueError without labels."""
    return min(labels, key=lambda label: counts.get(label, 0))


def _band(value: float) -> int:
    return min(BANDS, 1 + int(round(value * BANDS, 6))) if value > 0 else 0  # 1 - 0.9 is less than 0.1


def _flat(groups: Iterable[Group]) -> Iterator[SentenceId]:
    for group in groups:
        yield from group.sentences
