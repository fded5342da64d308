"""How far the annotators of a project agree, in all measures."""

from __future__ import annotations

import numpy as np

from labeling.agreement.figures import Agreement
from labeling.agreement.judged import MISSING, Judged
from labeling.agreement.labels import measure_exclusion, measure_label, measure_sets
from labeling.agreement.measuring import take_samples
from labeling.agreement.pairs import measure_pair, tabulate_pairs
from labeling.agreement.sets import tabulate_sets
from labeling.agreement.tables import tabulate, tabulate_label


def agreement(judged: Judged, draws: int = 1000, seed: int = 0) -> Agreement:
    """Return the agreement on labels, sets and exclusion, and that of all pairs; intervals as in `by_label`."""
    labels = [tabulate_label(judged, place) for place in range(len(judged.labels))]
    excluded, sets, pairs = tabulate(judged, judged.decisions()), tabulate_sets(judged), list(tabulate_pairs(judged))
    counts = [*(table.counts for table in labels), excluded.counts, sets.counts, *(crossed for *_, crossed in pairs)]
    samples = iter(take_samples(judged, counts, draws, seed))
    sentences = np.any(judged.opinions != MISSING, axis=0)[judged.patterns]
    return Agreement(
        annotators=judged.annotators,
        articles=len(np.unique(judged.rows[sentences])),
        sentences=int(sentences.sum()),
        labels={label: measure_label(table, next(samples)) for label, table in zip(judged.labels, labels, strict=True)},
        excluded=measure_exclusion(excluded, next(samples)),
        sets=measure_sets(sets, next(samples)),
        pairs=tuple(measure_pair(a, b, label, sample) for (a, b, label, _), sample in zip(pairs, samples, strict=True)),
        draws=draws,
        seed=seed,
    )
