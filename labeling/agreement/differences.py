"""Where annotators differ: on which labels, and in which articles."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from labeling.agreement.figures import ArticleDifferences, Differences
from labeling.agreement.finding import differing_exclusions, differing_sets, disagreements
from labeling.agreement.judged import Bools, Ints, Judged


def differences(judged: Judged) -> Differences:
    """Return where the annotators differ."""
    said = judged.opinions > 0
    shared: Bools = said.sum(axis=0) > 1
    aside: Bools = shared & ~(said & ~judged.excluded[judged.opinions]).any(axis=0)
    by_label = {label: disagreements(judged, label) for label in judged.labels}
    sets = differing_sets(judged)
    return Differences(
        shared=int(_count(judged, shared).sum()),
        excluded_by_all=int(_count(judged, aside).sum()),
        labels={label: int(_count(judged, found).sum()) for label, found in by_label.items()},
        sets=int(_count(judged, sets).sum()),
        exclusions=int(_count(judged, differing_exclusions(judged)).sum()),
        articles=_by_article(judged, shared, sets, by_label),
    )


def _by_article(
    judged: Judged, shared: Bools, sets: Bools, by_label: Mapping[str, Bools]
) -> tuple[ArticleDifferences, ...]:
    sentences, differing = _count(judged, shared), _count(judged, sets)
    labels = {label: _count(judged, found) for label, found in by_label.items()}
    share = differing / np.maximum(sentences, 1)
    order = np.lexsort((np.arange(len(share)), -share, -differing))
    return tuple(
        ArticleDifferences(
            judged.articles[row],
            int(sentences[row]),
            int(differing[row]),
            {label: int(counts[row]) for label, counts in labels.items()},
        )
        for row in order
        if sentences[row]
    )


def _count(judged: Judged, patterns: Bools) -> Ints:
    """Return how many sentences of each article have one of the patterns (P)."""
    return np.bincount(judged.rows[patterns[judged.patterns]], minlength=len(judged.articles))
