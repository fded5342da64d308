"""What is listed, in words, and which disagreements that is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from desktop.words import marked, translate
from labeling.agreement.behind import OF_SUGGESTIONS, Behind, Count
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
    Count.ACCEPTED: marked("Listed", "where a suggestion on screen was accepted"),
    Count.OVERRIDDEN: marked("Listed", "where a suggestion on screen was overridden"),
    Count.ADDED: marked("Listed", "given a label that was not among the suggestions on screen"),
    Count.NEARER: marked("Listed", "changed towards a suggestion that was seen later"),
    Count.FARTHER: marked("Listed", "changed away from a suggestion that was seen later"),
    Count.ELSEWHERE: marked("Listed", "changed after a suggestion was seen, neither towards nor away from it"),
}
_OF_LABEL = {
    Count.ACCEPTED: marked("Listed", "where {label} was on screen and accepted"),
    Count.OVERRIDDEN: marked("Listed", "where {label} was on screen and overridden"),
    Count.ADDED: marked("Listed", "given {label}, which was not among the suggestions on screen"),
}
_OF_ONE = {
    Count.GIVEN: marked("Listed", "to which {a} gave {label}"),
    Count.EXCLUDED: marked("Listed", "excluded by {a}"),
}
_SETTLED_AS = frozenset({Count.DIFFERENT, Count.ONLY_A, Count.SETS, Count.EXCLUSIONS})


def title(behind: Behind, number: int, overview: Overview) -> str:
    """Return “50 sentences differ on Hedge”."""
    of_one = _OF_ONE if behind.a else _OF_LABEL if behind.label else {}
    words = of_one.get(behind.count)
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
    elif behind.a and behind.count in OF_SUGGESTIONS:
        parts.append(behind.a)
    if behind.source:
        parts.append(_tr("suggested by {source}").format(source=behind.source))
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
