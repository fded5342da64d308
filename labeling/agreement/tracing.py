"""From a figure to the sentences that it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations

import numpy as np

from labeling.agreement import finding
from labeling.agreement.behind import Behind, Count
from labeling.agreement.confusion import confused
from labeling.agreement.judged import GIVEN, WITHOUT, Bools, Judged


def patterns(judged: Judged, behind: Behind) -> Bools:
    """Return the patterns (P) that a figure counts, in whichever article they occur."""
    return _FOUND_BY[behind.count](judged, behind)


def _met(judged: Judged, behind: Behind, by_a: int, by_b: int) -> Bools:
    values = judged.values(judged.labels.index(behind.label))
    first, second = (values[judged.annotators.index(name)] for name in (behind.a, behind.b))
    met: Bools = (first == by_a) & (second == by_b)
    return met


def _confused(judged: Judged, behind: Behind) -> Bools:
    """Return where one label was taken for the other, by `a` and `b`, or by whomever."""
    pairs = [(behind.a, behind.b)] if behind.a and behind.b else permutations(judged.annotators, 2)
    found = np.zeros(judged.opinions.shape[1], dtype=np.bool_)
    for a, b in pairs:
        found |= confused(judged, a, b, behind.label, behind.other)
    return found


_FOUND_BY: Mapping[Count, Callable[[Judged, Behind], Bools]] = {
    Count.SHARED: lambda judged, _: np.asarray(np.sum(judged.opinions > 0, axis=0) > 1),
    Count.DIFFERENT: lambda judged, of: finding.disagreements(judged, of.label, of.a, of.b),
    Count.COMPARED: lambda judged, of: finding.compared(judged, of.label, of.a, of.b),
    Count.GIVEN: lambda judged, of: finding.given(judged, of.label, of.a),
    Count.SETS: lambda judged, of: finding.differing_sets(judged, of.a, of.b),
    Count.EXCLUSIONS: lambda judged, of: finding.differing_exclusions(judged, of.a, of.b),
    Count.EXCLUDED: lambda judged, of: finding.excluded(judged, of.a),
    Count.BOTH: lambda judged, of: _met(judged, of, GIVEN, GIVEN),
    Count.ONLY_A: lambda judged, of: _met(judged, of, GIVEN, WITHOUT),
    Count.NEITHER: lambda judged, of: _met(judged, of, WITHOUT, WITHOUT),
    Count.REST: lambda judged, of: finding.against_rest(judged, of.label, of.a),
    Count.GOLD: lambda judged, of: finding.against_gold(judged, of.label, of.a),
    Count.WITHOUT: lambda judged, of: finding.disagreements_without(judged, of.label, of.a),
    Count.CONFUSED: _confused,
}
