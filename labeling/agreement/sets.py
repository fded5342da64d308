"""How far annotators agree on the whole set of labels of a sentence."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from labeling.agreement.coefficients import ratio, total
from labeling.agreement.judged import Bools, Floats, Ints, Judged

_NONE = -1


def masi_distance(one: Collection[object], other: Collection[object]) -> Fraction:
    """Return the distance of two sets, from 0 (equal, also when both are empty) to 1 (nothing in common).

    1 - J · M: J is the share of the common elements among all, M is 1 for equal sets, 2/3 where one holds the other,
    1/3 where they overlap, 0 else. Passonneau, Measuring Agreement on Set-valued Items, LREC (2006).
    """
    first, second = frozenset(one), frozenset(other)
    if first == second:
        return Fraction(0)
    common = first & second
    if not common:
        return Fraction(1)
    monotonicity = Fraction(2, 3) if common in (first, second) else Fraction(1, 3)
    return 1 - Fraction(len(common), len(first | second)) * monotonicity


@dataclass(frozen=True, slots=True, eq=False)
class SetTable:
    """The sets of labels that V different ones of were given to sentences with two or more judgments.

    `counts` (articles × 3M + V) are whole numbers: for each of M numbers of annotators (`sizes`) the sentences that so
    many judged, then the ordered pairs of annotators with equal sets on these, then the distances of all their ordered
    pairs, times `scale`; at last how often each set was given. `distances` (V × V) are times `scale` too. `labels` are
    those that the sets are made of, and `annotators` is how many people judged at all.
    """

    labels: tuple[str, ...]
    sizes: Ints
    distances: Ints
    scale: int
    counts: Ints
    annotators: int

    def sentences(self) -> Bools:
        """Return which columns of `counts` count sentences."""
        return np.arange(self.counts.shape[1]) < len(self.sizes)

    def exact_match(self, counts: Floats) -> Floats:
        """Return the share of a sentence's pairs of annotators with equal sets, as the mean over sentences (D)."""
        sentences, equal, _, _ = self._parted(counts)
        return ratio(total(1 / (self.sizes * (self.sizes - 1)), equal), total(np.ones(len(sentences)), sentences))

    def alpha(self, counts: Floats) -> Floats:
        """Return Krippendorff's alpha with these distances (D), undefined where only one set was given.

        Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C, with the distances of its section D.
        """
        _, _, disagreeing, given = self._parted(counts)
        judgments = total(np.ones(len(given)), given)
        expected = np.zeros(counts.shape[1])
        for place in range(1, len(given)):
            expected += 2 * given[place] * total(self.distances[place, :place], given[:place])
        return 1 - ratio((judgments - 1) * total(1 / (self.sizes - 1), disagreeing), expected)

    def _parted(self, counts: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        sizes = len(self.sizes)
        return counts[:sizes], counts[sizes : 2 * sizes], counts[2 * sizes : 3 * sizes], counts[3 * sizes :]


def tabulate_sets(judged: Judged) -> SetTable:
    """Return the table of sets. They hold the labels that the codebook of every judgment had.

    Who was not asked for a label can’t have left it out, so that sets with and without it are not to be compared.
    """
    common = _common_labels(judged)
    masks, opinion_sets = np.unique(judged.given & common, return_inverse=True)
    opinion_sets = np.where(_said(judged), opinion_sets, _NONE)
    sets = opinion_sets[judged.opinions]
    people = np.sum(sets != _NONE, axis=0)
    annotators = int(np.any(sets[:, judged.used()] != _NONE, axis=1).sum())
    sets, people = np.where(people > 1, sets, _NONE), np.where(people > 1, people, 0)
    given = np.stack([np.sum(sets == place, axis=0) for place in range(len(masks))])
    distances, scale = _distances(masks)
    sizes = np.unique(people[judged.used()])
    sizes = sizes[sizes > 1]
    of_pattern = (people > 1).astype(np.int64), (given * (given - 1)).sum(axis=0), _within(given, distances)
    columns = [_by_size(judged, weights, people, sizes) for weights in of_pattern]
    used = given[:, judged.used()].any(axis=1)
    totals = [_weighted(judged, given[place]) for place in np.flatnonzero(used)]
    return SetTable(
        labels=tuple(label for place, label in enumerate(judged.labels) if common >> place & 1),
        sizes=sizes,
        distances=distances[np.ix_(used, used)],
        scale=scale,
        counts=np.stack([*(column for group in columns for column in group), *totals], axis=1)
        if len(sizes)
        else np.zeros((len(judged.articles), 0), dtype=np.int64),
        annotators=annotators,
    )


def set_values(judged: Judged) -> Ints:
    """Return the set that each annotator gave in each pattern (A × P) as bits of `judged.labels`, -1 where missing."""
    masks = np.where(_said(judged), judged.given & _common_labels(judged), _NONE)
    values: Ints = masks[judged.opinions]
    return values


def _said(judged: Judged) -> Bools:
    """Return which opinions (S) say something of labels."""
    said = ~judged.excluded
    said[0] = False
    return said


def _common_labels(judged: Judged) -> int:
    """Return the labels, as bits, that every opinion which occurs was asked for."""
    occur = np.unique(judged.opinions[:, judged.used()])
    known = judged.known[occur[_said(judged)[occur]]]
    return int(np.bitwise_and.reduce(known)) if len(known) else (1 << len(judged.labels)) - 1


def _distances(masks: Ints) -> tuple[Ints, int]:
    """Return the distances of sets as whole numbers, and what they were multiplied by."""
    sets = [frozenset(place for place in range(int(mask).bit_length()) if mask >> place & 1) for mask in masks]
    exact = [[masi_distance(one, other) for other in sets] for one in sets]
    scale = math.lcm(*(distance.denominator for row in exact for distance in row))
    return np.array([[int(distance * scale) for distance in row] for row in exact], dtype=np.int64), scale


def _within(given: Ints, distances: Ints) -> Ints:
    """Return the distances of all ordered pairs of annotators in each pattern (P), from how many gave each set."""
    numbers = given.astype(np.float64)  # whole and small, so exact
    sums: Ints = np.sum(numbers * (distances.astype(np.float64) @ numbers), axis=0).astype(np.int64)
    return sums


def _by_size(judged: Judged, weights: Ints, people: Ints, sizes: Ints) -> list[Ints]:
    return [_weighted(judged, np.where(people == size, weights, 0)) for size in sizes]


def _weighted(judged: Judged, weights: Ints) -> Ints:
    """Add up a weight of the patterns (P) over the sentences of each article."""
    sums = np.bincount(judged.rows, weights=weights[judged.patterns], minlength=len(judged.articles))
    return sums.astype(np.int64)
