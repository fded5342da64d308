"""What a line of the interchange says of its sentence -> votes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from labeling.domain.articles import Span
from labeling.domain.judgments import Evidence, State, Verdict
from labeling.importing.drafts import Vote
from labeling.importing.interchange.fields import (
    count_of,
    flag_of,
    labels_of,
    name_of,
    object_of,
    objects_of,
    seconds_of,
    text_of,
)
from labeling.importing.interchange.json_lines import Malformed

_STATES = frozenset(State)
_DROPPED = "Evidence that lies outside its sentence was left out."


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of one sentence, whose spans count from its first code point, and notes for the person."""

    votes: tuple[Vote, ...] = ()
    notes: tuple[str, ...] = ()


def votes_of(fields: Mapping[str, Any], length: int, place: Callable[[int], int]) -> Votes:
    """Return the votes of a line. Malformed where one does not fit the contract.

    `length` is that of the sentence in code points; `place` turns an offset of the line's evidence into one in the
    sentence. With `annotations`, the line's own `labels` and `state` are derived from them, and are passed over.
    """
    whole = Span(0, length)
    if fields.get("annotations") is None:
        own = _verdict_without_annotator(fields)
        votes = [Vote(whole, own)] if own else []
    else:
        votes = [_annotation(entry, whole) for entry in objects_of(fields, "annotations")]
    adjudication = object_of(fields, "adjudication")
    if adjudication is not None:
        votes.append(_adjudication(adjudication, whole))
    placed = [replace(vote, verdict=_with_evidence_placed(vote.verdict, length, place)) for vote in votes]
    dropped = any(len(old.verdict.evidence) > len(new.verdict.evidence) for old, new in zip(votes, placed, strict=True))
    return Votes(tuple(placed), (_DROPPED,) if dropped else ())


def moved(vote: Vote, by: int) -> Vote:
    """Return a vote whose span and evidence lie `by` code points further on."""
    evidence = tuple(Evidence(mark.label, mark.start + by, mark.end + by) for mark in vote.verdict.evidence)
    span = Span(vote.span.start + by, vote.span.end + by)
    return replace(vote, span=span, verdict=replace(vote.verdict, evidence=evidence))


def _verdict_without_annotator(fields: Mapping[str, Any]) -> Verdict | None:
    """Labels `[]` without a state say nothing: nobody may have looked."""
    return _verdict(fields) if labels_of(fields) or text_of(fields, "state") else None


def _annotation(fields: Mapping[str, Any], span: Span) -> Vote:
    return Vote(
        span,
        _verdict(fields),
        annotator=_annotator(fields),
        seconds=seconds_of(fields, "seconds"),
        codebook=text_of(fields, "codebook"),
    )


def _annotator(fields: Mapping[str, Any]) -> str | None:
    """Return a name; None where it is null, because another tool does not say whose it is."""
    return None if fields.get("annotator", "") is None else name_of(fields, "annotator")


def _adjudication(fields: Mapping[str, Any], span: Span) -> Vote:
    return Vote(
        span,
        _verdict(fields),
        annotator=name_of(fields, "by"),
        codebook=text_of(fields, "codebook"),
        adjudication=True,
        note=text_of(fields, "note"),
    )


def _verdict(fields: Mapping[str, Any]) -> Verdict:
    labels, stated = labels_of(fields), text_of(fields, "state")
    if not labels and not stated:
        raise Malformed("one of its judgments has neither a “state” nor labels")
    if stated and stated not in _STATES:
        raise Malformed(f"its “state” is “{stated}”, and not one of {', '.join(State)}")
    state = State(stated) if stated else State.LABELLED
    if bool(labels) != (state is State.LABELLED):
        raise Malformed(f"its labels [{', '.join(labels)}] do not fit the state “{state}”")
    evidence = tuple(_evidence(entry) for entry in objects_of(fields, "evidence"))
    return Verdict(state, labels, flag_of(fields, "unsure"), text_of(fields, "comment"), evidence)


def _evidence(fields: Mapping[str, Any]) -> Evidence:
    label, start, end = name_of(fields, "label"), count_of(fields, "start"), count_of(fields, "end")
    if start is None or end is None or start >= end:
        raise Malformed("the “start” and “end” of its evidence are not a span")
    return Evidence(label, start, end)


def _with_evidence_placed(verdict: Verdict, length: int, place: Callable[[int], int]) -> Verdict:
    if not verdict.evidence:
        return verdict
    marks = (Evidence(mark.label, place(mark.start), place(mark.end)) for mark in verdict.evidence)
    return replace(verdict, evidence=tuple(mark for mark in marks if 0 <= mark.start < mark.end <= length))
