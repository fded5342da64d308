"""The measures as textbooks define them, pair by pair in fractions: slow, and without a short cut to share a mistake.

A unit is the list of the values that its annotators gave; whoever gave none is not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction
from itertools import permutations

Unit = Sequence[Hashable]


def alpha(units: Sequence[Unit]) -> float | None:
    """Krippendorff's, by his matrix of coincidences."""
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for unit in units:
        for pair in permutations(unit, 2):
            coincidences[pair] += Fraction(1, len(unit) - 1)  # type: ignore[assignment]
    values = {value for pair in coincidences for value in pair}
    margins = {value: sum(coincidences[value, other] for other in values) for value in values}
    judgments = sum(margins.values())
    observed = sum(count for (one, other), count in coincidences.items() if one != other)
    expected = sum(margins[one] * margins[other] for one, other in permutations(values, 2))
    return float(1 - Fraction(judgments - 1) * observed / expected) if expected else None


def percent_agreement(units: Sequence[Unit]) -> float | None:
    return _mean([_mean_of([one == other for one, other in permutations(unit, 2)]) for unit in units if len(unit) > 1])


def specific_agreement(units: Sequence[Unit], value: Hashable) -> float | None:
    pairs = [pair for unit in units for pair in permutations(unit, 2) if pair[0] == value]
    return float(_mean_of([other == value for _, other in pairs])) if pairs else None


def prevalence(units: Sequence[Unit], value: Hashable) -> float | None:
    return _mean([_mean_of([one == value for one in unit]) for unit in units if unit])


def _mean_of(holds: Sequence[bool]) -> Fraction:
    return Fraction(sum(holds), len(holds))


def _mean(shares: Sequence[Fraction]) -> float | None:
    return float(sum(shares, start=Fraction(0)) / len(shares)) if shares else None
