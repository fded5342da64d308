"""What is listed, in words, and which disagreements that is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from desktop.words import marked, translate
from labeling.agreement.behind import Behind, Count
from labeling.operations.disagreeing import Show, Wanted
from labeling.operations.ways import EXCLUDED
from labeling.reporting.overview import Overview

_tr = partial(translate, "Listed")

# After the number of sentences.
_TITLES = {
    Count.SHARED: marked("Listed", "judged by two or more"),
    Count.DIFFERENT: marked("Listed", "differ on {label}"),
    Count.COMPARED: marked("Listed", "judged by two or more for {label}"),
    Count.GIVEN: marked("Listed", "to which somebody gave {label}"),
    Count.SETS: marked("Listed", "with different sets of labels"),
    Count.EXCLUSIONS: marked("Listed", "excluded by some, not by others"),
    Count.EXCLUDED: marked("Listed", "excluded by somebody"),
    Count.BOTH: marked("Listed", "to which both gave {label}"),
    Count.ONLY_A: marked("Listed", "to which {a} gave {label}, not {b}"),
    Count.NEITHER: marked("Listed", "to which neither gave {label}"),
    Count.REST: marked("Listed", "where {a} differs on {label} from the majority of the others"),
    Count.GOLD: marked("Listed", "where {a} differs on {label} from what was settled"),
    Count.WITHOUT: marked("Listed", "on which others than {a} differ on {label}"),
    Count.CONFUSED: marked("Listed", "with {label} of one where another gave {other}"),
}
_OF_ONE = {
    Count.GIVEN: marked("Listed", "to which {a} gave {label}"),
    Count.EXCLUDED: marked("Listed", "excluded by {a}"),
}
_SETTLED_AS = frozenset({Count.DIFFERENT, Count.ONLY_A, Count.SETS, Count.EXCLUSIONS})


def title(behind: Behind, number: int, overview: Overview) -> str:
    """Return “50 sentences differ on Hedge”."""
    words = _OF_ONE.get(behind.count) if behind.a else None
    listed = _tr(words or _TITLES[behind.count]).format(
        label=overview.name_of(behind.label),
        a=behind.a,
        b=behind.b,
        other=overview.name_of(behind.other) if behind.other else _tr("no other label"),
    )
    sentences = _tr("1 sentence") if number == 1 else _tr("{number:,} sentences").format(number=number)
    return f"{sentences} {listed}"


def whose(behind: Behind, overview: Overview) -> str:
    """Return of whom and where they are, for a line below the title; empty where it is of all."""
    parts = []
    if behind.a and behind.b:
        parts.append(_tr("{a} and {b}").format(a=behind.a, b=behind.b))
    if len(behind.articles) == 1:
        parts.append(overview.titles.get(next(iter(behind.articles)), ""))
    elif behind.articles:
        parts.append(_tr("{count:,} articles").format(count=len(behind.articles)))
    return " · ".join(parts)


def wanted_of(behind: Behind, people: Mapping[str, str]) -> Wanted | None:
    """Return which open disagreements these are; None where they aren’t just some that people differ on."""
    if behind.count not in _SETTLED_AS or len(behind.articles) > 1:
        return None
    label = EXCLUDED if behind.count is Count.EXCLUSIONS else behind.label
    a, b = (people.get(name, "") for name in (behind.a, behind.b))
    return Wanted(label=label, a=a, b=b, article=next(iter(behind.articles), ""), show=Show.OPEN)
