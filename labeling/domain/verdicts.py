"""How a key press changes what is said of a sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from labeling.domain.articles import Span
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Evidence, State, Verdict


def with_label_toggled(verdict: Verdict, label: str, codebook: Codebook) -> Verdict:
    """Add or take away a label. Taking the only one away leaves the sentence not judged, never `none`."""
    if label in verdict.labels:
        return _with_labels(verdict, tuple(i for i in verdict.labels if i != label))
    return _with_labels(verdict, codebook.in_order({*verdict.labels, label}))


def with_only_labels(verdict: Verdict, labels: Collection[str], codebook: Codebook) -> Verdict:
    """Set just these labels, of which there is one at least."""
    if not labels:
        raise ValueError("no label at all is said otherwise")
    return _with_labels(verdict, codebook.in_order(set(labels)))


def with_evidence_toggled(verdict: Verdict, label: str, words: Span, codebook: Codebook) -> Verdict:
    """Mark words as evidence of a label and set it; the same words again are unmarked and the label stays."""
    mark = Evidence(label, *words)
    if mark in verdict.evidence:
        return replace(verdict, evidence=tuple(e for e in verdict.evidence if e != mark))
    labelled = _with_labels(verdict, codebook.in_order({*verdict.labels, label}))
    marks = {*labelled.evidence, mark}
    return replace(labelled, evidence=tuple(sorted(marks, key=lambda e: (e.start, e.end, e.label))))


def with_comment(verdict: Verdict, comment: str) -> Verdict:
    """Put a comment in the place of the one there is, without outer white space and what no text file can hold."""
    storable = comment.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    return replace(verdict, comment=storable.strip())


def none_applies(verdict: Verdict, _: Codebook) -> Verdict:
    """Say that it was looked at and no label applies."""
    return replace(verdict, state=State.NONE, labels=(), evidence=())


def excluded(verdict: Verdict, _: Codebook) -> Verdict:
    """Say that it is not prose of the article."""
    return replace(verdict, state=State.EXCLUDED, labels=(), evidence=())


def _with_labels(verdict: Verdict, labels: tuple[str, ...]) -> Verdict:
    """Evidence goes with its label; comment and unsure flag stay."""
    state = State.LABELLED if labels else State.CLEARED
    evidence = tuple(e for e in verdict.evidence if e.label in labels)
    return replace(verdict, state=state, labels=labels, evidence=evidence)
