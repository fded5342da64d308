"""Which article goes to whom: evenly, with a share of the articles going to two people each."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """An article to be given to someone: its id, its length in sentences, and what it should be spread evenly by."""

    article: str
    sentences: int
    stratum: str = ""


@dataclass(slots=True)
class Loads:
    """Sentences by annotator’s id, and by pair of annotators (in the order of their ids) who share them."""

    own: Counter[str] = field(default_factory=Counter)
    shared: Counter[Pair] = field(default_factory=Counter)

    def give(self, sentences: int, people: Iterable[str]) -> None:
        """Count an article of so many sentences that goes to these people."""
        among = sorted(people)
        self.own.update(dict.fromkeys(among, sentences))
        self.shared.update(dict.fromkeys(combinations(among, 2), sentences))


def allot(
    pieces: Sequence[Piece], annotators: Sequence[str], overlap: float, seed: int, loads: Loads
) -> Mapping[str, tuple[str, ...]]:
    """Return who gets each article, by its id; `loads` is what they have already, and is added to.

    The share `overlap` (0 to 1) of the articles, drawn evenly from all strata, goes to two annotators each: always to
    the pair that shares the fewest sentences so far. Every other article goes to whoever has the fewest, longest
    articles first within each stratum (greedy as in Graham, SIAM J. Appl. Math. 17, 1969). The same articles,
    annotators, loads and seed give the same outcome, whatever the order of the articles.
    """
    ordered = sorted(pieces, key=lambda piece: (piece.stratum, _drawn(seed, piece.article)))
    twice = _spread(ordered, overlap) if len(annotators) > 1 else set()
    pairs = [(one, other) for one, other in combinations(sorted(annotators), 2)]
    given: dict[str, tuple[str, ...]] = {}
    for piece in (piece for piece in ordered if piece.article in twice):
        pair = min(pairs, key=lambda each: (loads.shared[each], sum(loads.own[who] for who in each), each))
        given[piece.article] = pair
        loads.give(piece.sentences, pair)
    for group in _by_stratum(piece for piece in ordered if piece.article not in twice):
        for piece in sorted(group, key=lambda each: -each.sentences):
            who = min(sorted(annotators), key=lambda each: loads.own[each])
            given[piece.article] = (who,)
            loads.give(piece.sentences, (who,))
    return given


def _drawn(seed: int, article: str) -> bytes:
    return hashlib.sha256(f"{seed}:{article}".encode()).digest()


def _spread(ordered: Sequence[Piece], share: float) -> set[str]:
    """Return the ids of a share of the pieces at even distances, so that each stratum has its part of them."""
    wanted = round(share * len(ordered))
    return {ordered[(2 * number + 1) * len(ordered) // (2 * wanted)].article for number in range(wanted)}


def _by_stratum(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    groups: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        groups[piece.stratum].append(piece)
    return groups.values()
