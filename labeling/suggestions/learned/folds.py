"""Which articles are left out together in the cross-validation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from labeling.suggestions.learned.arrays import Floats, Ints
from labeling.suggestions.learned.lessons import LEAST_ARTICLES, Lesson

FOLDS = LEAST_ARTICLES
_DIGITS = 12  # beyond these, folds have the same of what is brought


def deal(lessons: Sequence[Lesson], labels: Sequence[str], seed: int) -> Ints:
    """Return the fold of each article, from 0; near copies are in the same one.

    Groups of near copies are dealt in an order that the seed and the ids decide, each to the fold that has least of
    what it brings, so that every fold has its share of a rare label.
    """
    shares = _shares(lessons, labels)
    groups: dict[tuple[str, str], list[int]] = {}
    for place, lesson in enumerate(lessons):
        groups.setdefault(lesson.key, []).append(place)
    loads = np.zeros((FOLDS, shares.shape[1]))
    folds = np.zeros(len(lessons), dtype=np.int64)
    for key in sorted(groups, key=lambda key: shuffled(seed, *key)):
        brings = shares[groups[key]].sum(axis=0)
        fold = int(np.argmin(np.round(loads @ brings, _DIGITS)))
        loads[fold] += brings
        folds[groups[key]] = fold
    return folds


def shuffled(seed: int, *names: str) -> str:
    """Return what orders things as if by chance, and always the same."""
    return hashlib.sha256("\0".join([str(seed), *names]).encode("utf-8", "surrogatepass")).hexdigest()


def _shares(lessons: Sequence[Lesson], labels: Sequence[str]) -> Floats:
    """Return each article’s share of the sentences that have a label, and of all sentences (articles × L + 1)."""
    counts = np.array(
        [[*(sum(lesson.settled(label)) for label in labels), len(lesson.sentences)] for lesson in lessons],
        dtype=np.float64,
    ).reshape(len(lessons), len(labels) + 1)
    return np.asarray(counts / np.maximum(counts.sum(axis=0), 1))
