"""A split by time: the earliest articles train, the latest ones test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from labeling.export.parting.assignment import Candidate, Unit, filling_order, placed_units, units_of
from labeling.export.parting.quotas import quotas


def assign_by_time(
    candidates: Sequence[Candidate],
    groups: Iterable[Sequence[str]],
    parts: Mapping[str, float],
    fixed: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the part of each article that has a date, in the order of the parts.

    Near copies go by the latest of their dates, so that nothing that trains is later than what tests. Articles of one
    day stay together where there are days enough for all parts. Articles in `fixed` stay where they are said to be.
    """
    dated = [candidate for candidate in candidates if candidate.date]
    fixed = {candidate.id: fixed[candidate.id] for candidate in dated if candidate.id in fixed} if fixed else {}
    placed, free = placed_units(units_of(dated, groups), parts, fixed)
    wanted = quotas(len(dated), parts)
    for unit, part in placed:
        wanted[part] -= len(unit.ids)
    days = _days(free, len(parts))
    needed = filling_order(parts)[: len(days)]
    names = [name for name in parts if name in needed]
    for number, day in enumerate(days):
        while len(names) > 1 and (wanted[names[0]] <= 0 or len(days) - number < len(names)):
            names.pop(0)
        placed += [(unit, names[0]) for unit in day]
        wanted[names[0]] -= sum(len(unit.ids) for unit in day)
    return {identifier: part for unit, part in placed for identifier in unit.ids} | fixed


def _days(units: Iterable[Unit], at_least: int) -> list[list[Unit]]:
    """Return the units by day, the earliest first; each by itself where there are fewer days than parts."""
    ordered = sorted(units, key=lambda unit: (unit.date[:10], unit.ids))
    days = [list(day) for _, day in groupby(ordered, key=lambda unit: unit.date[:10])]
    return days if len(days) >= at_least else [[unit] for unit in ordered]
