"""Which articles train, validate and test a model. An article is never divided, nor is a group of near copies."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from labeling.export.parting.quotas import quotas

# Small projects are parted in several orders, of which the most even one is kept.
_ORDERS = 20
_GROUPS_IN_ALL = 4_000


class Candidate(NamedTuple):
    """An article of which something is written.

    `counts` are its sentences, those of each label, and those to which none applies; `stratum` is the value that the
    parts are balanced over too, `date` is ISO or empty.
    """

    id: str
    counts: tuple[int, ...]
    stratum: str = ""
    date: str = ""


class Unit(NamedTuple):
    """What goes into one part together: articles, the sum of their counts, and the latest of their dates.

    `counts` are by column, without zeros: of hundreds of strata an article has one.
    """

    ids: tuple[str, ...]
    counts: tuple[tuple[int, int], ...]
    date: str


def assign(
    candidates: Sequence[Candidate],
    groups: Iterable[Sequence[str]],
    parts: Mapping[str, float],
    seed: int,
    fixed: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the part of each article, balanced over all counts and strata.

    Greedy, in the manner of iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011): units with much of what
    is rare come first, and each goes where the shares of everything come nearest to the wanted ones, as long as the
    part has room. Which order the input has does not matter. Articles in `fixed` stay where they are said to be, and
    their near copies go with them.
    """
    fixed = {candidate.id: fixed[candidate.id] for candidate in candidates if candidate.id in fixed} if fixed else {}
    placed, free = placed_units(units_of(candidates, groups), parts, fixed)
    orders = max(1, min(_ORDERS, _GROUPS_IN_ALL // max(len(free), 1)))
    tries = [_Parting(placed, free, parts).fill(f"{seed}:{number}") for number in range(orders)]
    best = min(tries, key=lambda parting: parting.cost)
    return {identifier: part for unit, part in best.placed for identifier in unit.ids} | fixed


def units_of(candidates: Sequence[Candidate], groups: Iterable[Sequence[str]]) -> list[Unit]:
    """Return the groups as units. Their columns are those of the candidates, one for each stratum, one for articles."""
    by_id = {candidate.id: candidate for candidate in candidates}
    strata = sorted({candidate.stratum for candidate in candidates})
    first = len(candidates[0].counts) if candidates else 0
    column_of = {stratum: first + place for place, stratum in enumerate(strata)}
    units = []
    for group in groups:
        members = sorted((by_id[identifier] for identifier in group if identifier in by_id), key=lambda one: one.id)
        if members:
            sums = [sum(column) for column in zip(*[member.counts for member in members], strict=True)]
            of_strata = sorted(Counter([column_of[member.stratum] for member in members]).items())
            counts = [*enumerate(sums), *of_strata, (first + len(strata), len(members))]
            present = tuple([(column, count) for column, count in counts if count])
            units.append(Unit(tuple([one.id for one in members]), present, max([one.date for one in members])))
    return sorted(units)


def placed_units(
    units: Iterable[Unit], parts: Mapping[str, float], fixed: Mapping[str, str]
) -> tuple[list[tuple[Unit, str]], list[Unit]]:
    """Return the units with an article that has a part already, with (the first named) part, and the others."""
    placed, free = [], []
    for unit in units:
        there = {fixed[identifier] for identifier in unit.ids if identifier in fixed}
        part = next((part for part in parts if part in there), None)
        if part is None:
            free.append(unit)
        else:
            placed.append((unit, part))
    return placed, free


_Amounts = Sequence[tuple[int, float]]  # by column, without zeros, which change no sum


@dataclass(slots=True)
class _Part:
    """What a part has so far, its share of everything, and how many more articles it takes."""

    name: str
    share: float
    room: int
    have: list[float]
    articles: int = 0

    def cost_of(self, amounts: _Amounts) -> float:
        """Return how much further from its share the part is with these amounts, relative to the share."""
        share, have = self.share, self.have
        # `sum` of floats rounds differently from Python 3.12 on
        return math.fsum([(2 * (have[column] - share) + amount) * amount for column, amount in amounts]) / share

    def take(self, amounts: _Amounts, articles: int) -> None:
        for column, amount in amounts:
            self.have[column] += amount
        self.room -= articles
        self.articles += articles


def filling_order(parts: Iterable[str]) -> list[str]:
    """Return the names of the parts in the order in which they must not be empty: train, test, validation; folds."""
    first = ("train", "test", "validation")
    return sorted(parts, key=lambda name: first.index(name) if name in first else len(first))


class _Parting:
    """One try at parting units. Amounts are shares of the totals: what is rare weighs as much as what is not."""

    def __init__(self, placed: Sequence[tuple[Unit, str]], free: Sequence[Unit], parts: Mapping[str, float]) -> None:
        everything = [*(unit for unit, _ in placed), *free]
        totals = _totals(everything)
        self._scale = [1 / total if total else 0.0 for total in totals]
        wanted = quotas(sum(len(unit.ids) for unit in everything), parts)
        self._parts = {name: _Part(name, share, wanted[name], [0.0] * len(totals)) for name, share in parts.items()}
        self._free = free
        self.placed = list(placed)
        for unit, part in placed:
            self._parts[part].take(self._amounts(unit), len(unit.ids))

    @property
    def cost(self) -> float:
        """How far the parts are from their shares of everything."""
        return math.fsum((had - part.share) ** 2 / part.share for part in self._parts.values() for had in part.have)

    def fill(self, seed: str) -> _Parting:
        """Place all units; return itself."""
        ordered = sorted(self._free, key=lambda unit: (_weight(self._amounts(unit)), _hash(seed, unit.ids[0])))
        empty = list(self._parts.values())
        for place, unit in enumerate(ordered):
            empty = self._empty() if empty else []  # what has something stays so
            enough = len(ordered) - place > len(empty)
            amounts = self._amounts(unit)
            part = self._best(amounts, len(unit.ids)) if enough else empty[0]
            part.take(amounts, len(unit.ids))
            self.placed.append((unit, part.name))
        return self

    def _empty(self) -> list[_Part]:
        """Return the parts that have nothing yet, those first that are to be filled first."""
        return [part for name in filling_order(self._parts) if (part := self._parts[name]).articles == 0]

    def _best(self, amounts: _Amounts, articles: int) -> _Part:
        roomy = [part for part in self._parts.values() if part.room >= articles]
        if not roomy:
            return max(self._parts.values(), key=lambda part: part.room)
        return min(roomy, key=lambda part: part.cost_of(amounts))

    def _amounts(self, unit: Unit) -> _Amounts:
        return [(column, count * self._scale[column]) for column, count in unit.counts]


def _totals(units: Sequence[Unit]) -> list[int]:
    """Return the sums of all columns; the last one, which every unit has, is that of the articles."""
    totals = [0] * (units[0].counts[-1][0] + 1) if units else []
    for unit in units:
        for column, count in unit.counts:
            totals[column] += count
    return totals


def _weight(amounts: _Amounts) -> int:
    """Return a rough rank, the heaviest first: inside a rank the seed decides."""
    return -int(math.fsum(amount for _, amount in amounts) * 1_000_000).bit_length()


def _hash(seed: str, identifier: str) -> bytes:
    return hashlib.sha256(f"{seed}:{identifier}".encode()).digest()
