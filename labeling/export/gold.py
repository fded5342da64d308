"""What the team settled on: an adjudication where there is one, else what a policy derives from the verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State, Verdict

ADJUDICATED = "adjudicated"


class Policy(StrEnum):
    """How verdicts that were not adjudicated are made into one."""

    ADJUDICATED = ADJUDICATED
    MAJORITY = "majority"
    UNANIMOUS = "unanimous"
    ANY = "any"


class Reason(StrEnum):
    """Why a sentence is not in a dataset."""

    UNJUDGED = "not judged"
    NOT_ADJUDICATED = "not adjudicated"
    TIE = "tie"
    NOT_UNANIMOUS = "not unanimous"
    EXCLUDED = "excluded"


class Gold(NamedTuple):
    """What a sentence was settled on. `labels` are in codebook order, `source` is a policy's name or “adjudicated”."""

    state: State
    labels: tuple[str, ...]
    source: str


def settle(
    policy: Policy, codebook: Codebook, verdicts: Iterable[Verdict], adjudicated: Verdict | None = None
) -> Gold | Reason:
    """Return what a sentence is settled on, or the reason why it is not.

    `verdicts` are the annotators' current ones; those that decide nothing have no vote. An adjudication always wins.
    Excluded is what more than half exclude; where fewer do, the labels are derived from those who did not.
    """
    if adjudicated is not None and adjudicated.decided:
        return Gold(adjudicated.state, codebook.in_order(adjudicated.labels), ADJUDICATED)
    decided = [verdict for verdict in verdicts if verdict.decided]
    if not decided:
        return Reason.UNJUDGED
    labels = _DERIVED[policy](decided)
    if isinstance(labels, Reason):
        return Gold(State.EXCLUDED, (), policy.value) if labels is Reason.EXCLUDED else labels
    return Gold(State.LABELLED if labels else State.NONE, codebook.in_order(labels), policy.value)


def _adjudicated(_: Sequence[Verdict]) -> Reason:
    return Reason.NOT_ADJUDICATED


def _majority(decided: Sequence[Verdict]) -> set[str] | Reason:
    """A label that exactly half gave is a tie, and so are as many who exclude as who don't."""
    prose = _who_did_not_exclude(decided)
    if 2 * len(prose) < len(decided):
        return Reason.EXCLUDED
    votes = Counter(label for verdict in prose for label in verdict.labels)
    if 2 * len(prose) == len(decided) or any(2 * count == len(prose) for count in votes.values()):
        return Reason.TIE
    return {label for label, count in votes.items() if 2 * count > len(prose)}


def _unanimous(decided: Sequence[Verdict]) -> set[str] | Reason:
    said = {(verdict.state, frozenset(verdict.labels)) for verdict in decided}
    if len(said) > 1:
        return Reason.NOT_UNANIMOUS
    return set(decided[0].labels) if decided[0].state is not State.EXCLUDED else Reason.EXCLUDED


def _any(decided: Sequence[Verdict]) -> set[str] | Reason:
    prose = _who_did_not_exclude(decided)
    if 2 * len(prose) < len(decided):
        return Reason.EXCLUDED
    return {label for verdict in prose for label in verdict.labels}


def _who_did_not_exclude(decided: Sequence[Verdict]) -> list[Verdict]:
    return [verdict for verdict in decided if verdict.state is not State.EXCLUDED]


_DERIVED: Mapping[Policy, Callable[[Sequence[Verdict]], set[str] | Reason]] = {
    Policy.ADJUDICATED: _adjudicated,
    Policy.MAJORITY: _majority,
    Policy.UNANIMOUS: _unanimous,
    Policy.ANY: _any,
}
