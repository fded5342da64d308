"""Near copies of articles: the same wire story in two papers, an updated version.

MinHash over word shingles (Broder 1997), 128 permutations by datasketch; candidates by banding (Leskovec, Rajaraman and
Ullman 2014, *Mining of Massive Datasets*, chapter 3), each verified by the estimate over all permutations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Signatures that were made in another way are never compared with these.
SCHEME = "minhash-128-words5-1"
# Measured on 229 political news articles, 12 Wikinews articles and the seed stories: different articles on one event
# share at most 0.06 of their shingles, an updated version shared 0.52, a copy with another headline, byline and a
# paragraph less 0.90 (median). Shorter shingles join what was only written from one template.
THRESHOLD = 0.4
_SHINGLE = 5
_PERMUTATIONS = 128
_SEED = 1
# 64 bands of two: of the pairs that just reach the threshold one in 100,000 shares no band.
_ROWS = 2
# In a larger bucket an article is compared with the first and the one before only; copies of copies still meet.
_ALL_PAIRS = 30
_AT_ONCE = 20_000
_WORD = re.compile(r"[^\W_]+")


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
    ids = sorted(identifier for identifier, _ in signatures)
    leader = {identifier: identifier for identifier in ids}
    for copies in near_copies(signatures):
        one, other = sorted((_leader(leader, copies.one), _leader(leader, copies.other)))
        leader[other] = one
    found: dict[str, list[str]] = {}
    for identifier in ids:
        found.setdefault(_leader(leader, identifier), []).append(identifier)
    return [tuple(members) for members in found.values()]


def near_copies(signatures: Sequence[tuple[str, bytes]]) -> list[NearCopies]:
    """Return pairs of near copies, sorted. Of many that are all alike not every pair is named."""
    import numpy as np

    ordered = sorted(signatures)
    if len(ordered) < 2:
        return []
    matrix = np.frombuffer(b"".join(made for _, made in ordered), dtype="<u4").reshape(len(ordered), -1)
    pairs = np.array(sorted(set(_candidates(matrix))), dtype=np.int64).reshape(-1, 2)
    found = []
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        estimates = (matrix[some[:, 0]] == matrix[some[:, 1]]).mean(axis=1)
        found += [
            NearCopies(ordered[one][0], ordered[other][0], estimate)
            for (one, other), estimate in zip(some.tolist(), estimates.tolist(), strict=True)
            if estimate >= THRESHOLD
        ]
    return found


def pairs_across(signatures: Sequence[tuple[str, bytes]], part_of: Mapping[str, str]) -> list[NearCopies]:
    """Return all near copies that lie in different parts, in time that grows with the square of a divided group."""
    made = dict(signatures)
    divided = [group for group in groups(signatures) if len({part_of[identifier] for identifier in group}) > 1]
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


def _candidates(matrix: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows that are the same in some band."""
    import numpy as np

    for start in range(0, _PERMUTATIONS, _ROWS):
        band = matrix[:, start].astype(np.uint64) << np.uint64(32) | matrix[:, start + 1]
        order = np.argsort(band, kind="stable")
        ordered = band[order]
        begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
        for place in np.flatnonzero(np.diff(begins) > 1).tolist():
            bucket = order[begins[place] : begins[place + 1]].tolist()
            yield from combinations(bucket, 2) if len(bucket) <= _ALL_PAIRS else _chained(bucket)


def _chained(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    for before, row in pairwise(bucket):
        yield before, row
        yield bucket[0], row


def _leader(leader: dict[str, str], identifier: str) -> str:
    while leader[identifier] != identifier:
        leader[identifier] = leader[leader[identifier]]
        identifier = leader[identifier]
    return identifier
