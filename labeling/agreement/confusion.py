"""Which labels are taken for one another: who says one where another says the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np

from labeling.agreement.figures import Confusion
from labeling.agreement.judged import Bools, Ints, Judged

NOTHING = ""


def confusions(judged: Judged) -> tuple[Confusion, ...]:
    """Return for each pair of annotators how often one alone gave a label where the other alone gave another one.

    A label counts as given by one alone where the other was asked for it and did not give it. A sentence with several
    such labels counts for each combination of them. NOTHING stands where one gave no label that the other did not.
    Only what occurs is among them, in the order of names, then of labels.
    """
    return tuple(_confusions(judged))


def between_labels(found: Iterable[Confusion]) -> Counter[tuple[str, str]]:
    """Return the sums over all pairs of annotators; both orders of two labels have the same one."""
    sums = Counter[tuple[str, str]]()
    for each in found:
        sums[each.one, each.other] += each.sentences
        sums[each.other, each.one] += each.sentences
    return sums


def confused(judged: Judged, a: str, b: str, one: str, other: str) -> Bools:
    """Return the patterns (P) in which `a` alone gave `one` label where `b` alone gave the `other`."""
    first, second = (judged.opinions[judged.annotators.index(name)] for name in (a, b))
    names = (*judged.labels, NOTHING)
    by_first, by_second = _alone(judged)
    confusing: Bools = by_first[names.index(one)] & by_second[names.index(other)]
    return np.asarray(confusing[first, second])


def _confusions(judged: Judged) -> Iterator[Confusion]:
    names = (*judged.labels, NOTHING)
    by_first, by_second = (alone.reshape(len(names), -1).astype(np.float64) for alone in _alone(judged))
    sentences = np.bincount(judged.patterns, minlength=judged.opinions.shape[1])
    kinds = len(judged.given)
    for first, second in combinations(range(len(judged.annotators)), 2):
        met = judged.opinions[first] * kinds + judged.opinions[second]
        joint = np.bincount(met, weights=sentences, minlength=kinds * kinds)
        table: Ints = ((by_first * joint) @ by_second.T).astype(np.int64)
        for one, other in zip(*np.nonzero(table), strict=True):
            if names[one] or names[other]:
                number = int(table[one, other])
                yield Confusion(judged.annotators[first], judged.annotators[second], names[one], names[other], number)


def _alone(judged: Judged) -> tuple[Bools, Bools]:
    """Return for two opinions (labels and NOTHING × S × S) what the first has alone, and what the second has."""
    said = judged.known > 0
    both = said[:, None] & said[None, :]
    only = judged.given[:, None] & judged.known[None, :] & ~judged.given[None, :]
    bits = [(only >> place & 1).astype(np.bool_) & both for place in range(len(judged.labels))]
    first: Bools = np.stack([*bits, (only == 0) & both])
    return first, first.transpose(0, 2, 1)
