"""The measures as textbooks define them, pair by pair in fractions: slow, and without a short cut to share a mistake.

A unit is the list of the values that its annotators gave; whoever gave none is not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

Unit = Sequence[Hashable]

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: an observer a line, * is missing.
OBSERVERS = ("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")


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
    return _mean([_agreement_on(unit) for unit in units if len(unit) > 1])


def specific_agreement(units: Sequence[Unit], value: Hashable) -> float | None:
    pairs = [pair for unit in units for pair in permutations(unit, 2) if pair[0] == value]
    return float(_mean_of([other == value for _, other in pairs])) if pairs else None


def prevalence(units: Sequence[Unit], value: Hashable) -> float | None:
    return _mean([_mean_of([one == value for one in unit]) for unit in units if unit])


def fleiss_kappa(units: Sequence[Unit]) -> float | None:
    """Of units with the same number of values, at least two."""
    if not units:
        return None
    counts = Counter(value for unit in units for value in unit)
    everything = sum(counts.values())
    expected = sum((Fraction(number, everything) ** 2 for number in counts.values()), start=Fraction(0))
    observed = sum((_agreement_on(unit) for unit in units), start=Fraction(0)) / len(units)
    return float((observed - expected) / (1 - expected)) if expected != 1 else None


def gwet_ac1(units: Sequence[Unit], categories: Sequence[Hashable]) -> float | None:
    """Gwet's formula (4) of 2008, with his treatment of missing values of 2014."""
    judged, shared = [unit for unit in units if unit], [unit for unit in units if len(unit) > 1]
    if not shared or len(categories) < 2:
        return None
    shares = [
        sum((Fraction(list(unit).count(value), len(unit)) for unit in judged), start=Fraction(0)) / len(judged)
        for value in categories
    ]
    expected = sum(share * (1 - share) for share in shares) / Fraction(len(categories) - 1)
    observed = sum((_agreement_on(unit) for unit in shared), start=Fraction(0)) / len(shared)
    return float((observed - expected) / (1 - expected))


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    if not pairs:
        return None
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = Fraction(sum(ones[value] * others[value] for value in ones), len(pairs) ** 2)
    observed = Fraction(sum(one == other for one, other in pairs), len(pairs))
    return float((observed - expected) / (1 - expected)) if expected != 1 else None


def alpha_of_distances(units: Sequence[Unit], distance: Callable[[Any, Any], Fraction]) -> float | None:
    """Krippendorff's, of values with any distance: each pair of all pairable values is looked at."""
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    observed = sum(
        (distance(*pair) / (len(unit) - 1) for unit in units for pair in permutations(unit, 2)), start=Fraction(0)
    )
    expected = sum((distance(*pair) for pair in permutations(values, 2)), start=Fraction(0))
    return float(1 - (len(values) - 1) * observed / expected) if expected else None


def _agreement_on(unit: Unit) -> Fraction:
    return _mean_of([one == other for one, other in permutations(unit, 2)])


def _mean_of(holds: Sequence[bool]) -> Fraction:
    return Fraction(sum(holds), len(holds))


def _mean(shares: Sequence[Fraction]) -> float | None:
    return float(sum(shares, start=Fraction(0)) / len(shares)) if shares else None
