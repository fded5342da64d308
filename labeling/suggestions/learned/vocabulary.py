"""Which features the model knows, and how much each counts in a sentence.

Features come in blocks, told by how their names begin. Words and parts of words are weighed by how rare they are, and
divided by their length as a vector, so that a long sentence does not count more than a short one. Signs are there or
not. The factors of the blocks, and a penalty of 1 on the squares of the weights, did best in cross-validation on news
that nothing is fitted to; figures move little around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from labeling.suggestions.learned.arrays import Floats, Ints


class Block(NamedTuple):
    """A kind of feature: how names begin, the factor of its values, whether they are weighed, how many are kept."""

    prefix: str
    factor: float
    weighed: bool
    most: int


# In the order of the alphabet, so that a sorted vocabulary has them one after the other.
BLOCKS = (
    Block("c=", 1.0, weighed=True, most=1 << 14),
    Block("p=", 0.2, weighed=False, most=1 << 11),
    Block("s=", 0.5, weighed=False, most=1 << 11),
    Block("w=", 2.0, weighed=True, most=1 << 14),
)


_AFTER = chr(ord("=") + 1)


class Vocabulary:
    """Features in the order of their names, with how rare each is (F); 1 for those of blocks that are not weighed."""

    def __init__(self, names: Sequence[str], rarity: Floats) -> None:
        self.names = tuple(names)
        self.rarity = rarity
        self._places = {name: place for place, name in enumerate(self.names)}
        self._ends = ends_of_blocks(self.names)

    def vector(self, names: Iterable[str]) -> tuple[Ints, Floats]:
        """Return the places of the features that are known, in ascending order, and their values."""
        known = self._places
        places = np.array(sorted(known[name] for name in names if name in known), dtype=np.int64)
        values = self.rarity[places]
        start = 0
        for block, end in zip(BLOCKS, np.searchsorted(places, self._ends).tolist(), strict=True):
            part = values[start:end]
            length = float(np.sqrt(part @ part)) if block.weighed and end > start else 1.0
            part *= block.factor / length
            start = end
        return places, values


def ends_of_blocks(names: Sequence[str]) -> list[int]:
    """Return where each block ends in names that are in order."""
    return [bisect_left(names, block.prefix[:-1] + _AFTER) for block in BLOCKS]


def are_names(names: Sequence[str]) -> bool:
    """Return whether these are names of features: each of a block, in order, and none twice."""
    prefixes = {block.prefix for block in BLOCKS}
    return all(name[:2] in prefixes for name in names) and all(one < other for one, other in pairwise(names))


def rarity(having: Ints, sentences: int) -> Floats:
    """Return how much features count that so many of the sentences have: the usual smoothed idf."""
    return np.asarray(np.log((1 + sentences) / (1 + having)) + 1, dtype=np.float64)
