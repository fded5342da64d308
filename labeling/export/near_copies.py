"""Near copies of articles: the same wire story in two papers, an updated version.

MinHash over word shingles (Broder 1997), 128 permutations by datasketch; candidates by banding (Leskovec, Rajaraman and
Ullman 2014, *Mining of Massive Datasets*, chapter 3), each verified by the estimate over all permutations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Signatures that were made in another way are never compared with these.
SCHEME = "minhash-128-words5-1"
# Measured on 229 political news articles, 12 Wikinews articles and the seed stories: different articles on one event
# share at most 0.06 of their shingles, an updated version shared 0.52, a copy with another headline, byline and a
# paragraph less 0.90 (median). Shorter shingles join what was only written from one template in other words.
# Briefs from one template are joined where most of it is the same word for word: of 78 words, no more than 6 that stand
# apart differ, or 27 in a row. They are not one story, but a test on them measures what training has seen. To join too
# much costs balance, which the counts of the parts show; to join too little costs honesty, which nothing shows.
THRESHOLD = 0.4
_SHINGLE = 5
_PERMUTATIONS = 128
_SEED = 1
# 64 bands of two: of the pairs that just reach the threshold one in 100,000 shares no band.
_ROWS = 2
# Of many that share a band, each is compared with so many that stand next to it; copies of copies still meet.
_NEIGHBOURS = 16
_AT_ONCE = 8_192
_WORD = re.compile(r"[^\W_]+")


class Copies(NamedTuple):
    """How many groups of two near copies or more there are, how many articles in them, and how many in the largest."""

    groups: int = 0
    articles: int = 0
    largest: int = 0


class NearCopies(NamedTuple):
    """Two articles by id, in order, and the estimated share of shingles that they have in common."""

    one: str
    other: str
    estimate: float


def signature(text: str) -> bytes:
    """Return the MinHash of a text: 128 unsigned 32-bit numbers, little-endian, the same on every machine.

    Case and punctuation don’t count. A text shorter than a shingle is one shingle, so it is a copy of equal texts only.
    """
    from datasketch import MinHash

    words = _WORD.findall(text.casefold())
    last = max(len(words) - _SHINGLE, 0)
    shingles = {" ".join(words[start : start + _SHINGLE]).encode() for start in range(last + 1)}
    made = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme="affine32")
    made.update_batch(sorted(shingles))
    return bytes(made.hashvalues.astype("<u4").tobytes())


def groups(signatures: Sequence[tuple[str, bytes]]) -> list[tuple[str, ...]]:
    """Return the articles (by id) in groups: whoever is a near copy of one of a group belongs to it.

    Every article is in one group, most are alone. The order of the input does not matter.
    """
    ordered = sorted(signatures)
    members: dict[int, list[str]] = {}
    for (identifier, _), component in zip(ordered, _components([made for _, made in ordered]), strict=True):
        members.setdefault(component, []).append(identifier)
    return [tuple(group) for group in members.values()]


def count_copies(found: Sequence[Sequence[str]], least: int = 2) -> Copies:
    """Return the counts of the groups that have at least so many articles."""
    sizes = [len(group) for group in found if len(group) >= least]
    return Copies(len(sizes), sum(sizes), max(sizes, default=0))


def pairs_across(
    found: Sequence[Sequence[str]], signatures: Sequence[tuple[str, bytes]], part_of: Mapping[str, str]
) -> list[NearCopies]:
    """Return all near copies that lie in different parts, in time that grows with the square of a divided group.

    `found` are the groups of these signatures; articles that have no part don’t count.
    """
    made = dict(signatures)
    written = [[identifier for identifier in group if identifier in part_of] for group in found]
    divided = [group for group in written if len({part_of[identifier] for identifier in group}) > 1]
    return [
        copies
        for group in divided
        for copies in _all_pairs(group, [made[identifier] for identifier in group])
        if part_of[copies.one] != part_of[copies.other]
    ]


def _all_pairs(ids: Sequence[str], signatures: Sequence[bytes]) -> Iterator[NearCopies]:
    import numpy as np

    matrix = np.frombuffer(b"".join(signatures), dtype="<u4").reshape(len(ids), -1)
    for row, identifier in enumerate(ids):
        estimates = (matrix[row + 1 :] == matrix[row]).mean(axis=1)
        for place in np.flatnonzero(estimates >= THRESHOLD).tolist():
            yield NearCopies(identifier, ids[row + 1 + place], float(estimates[place]))


def _components(signatures: Sequence[bytes]) -> list[int]:
    """Return for each signature the place of the first one that it is connected with."""
    import numpy as np

    count = len(signatures)
    matrix = np.frombuffer(b"".join(signatures), dtype="<u4").reshape(count, _PERMUTATIONS)
    component = np.arange(count)
    for start in range(0, _PERMUTATIONS, _ROWS):
        band = matrix[:, start].astype(np.uint64) << np.uint64(32) | matrix[:, start + 1]
        order = np.argsort(band, kind="stable")
        ordered = band[order]
        places = np.arange(count)
        for reach in range(1, _NEIGHBOURS + 1):
            places = places[places + reach < count]
            places = places[ordered[places] == ordered[places + reach]]
            if not len(places):
                break
            _connect(component, matrix, order[places], order[places + reach])
    return list(component.tolist())


def _connect(
    component: NDArray[np.int64], matrix: NDArray[np.uint32], ones: NDArray[np.int64], others: NDArray[np.int64]
) -> None:
    """Give rows that are near copies of each other, and all that are connected with them, the lowest component."""
    import numpy as np

    apart = component[ones] != component[others]
    ones, others = ones[apart], others[apart]
    alike = np.zeros(len(ones), dtype=bool)
    for start in range(0, len(ones), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        alike[some] = (matrix[ones[some]] == matrix[others[some]]).mean(axis=1) >= THRESHOLD
    ones, others = ones[alike], others[alike]
    while len(ones) and (component[ones] != component[others]).any():
        lowest = np.minimum(component[ones], component[others])
        np.minimum.at(component, component[ones], lowest)
        np.minimum.at(component, component[others], lowest)
        while (component != component[component]).any():
            component[:] = component[component]
