"""What an annotator says of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from labeling.domain import verdicts
from labeling.domain.articles import SentenceId, Span
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator, Judgment, Origin, Verdict
from labeling.store import acts, annotators, codebooks, judgments, progress
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How the person came to decide: seconds since focus without idle time, and the suggestion on screen."""

    seconds: float | None = None
    origin: Origin = Origin.HAND
    shown: tuple[Mapping[str, object], ...] = ()


def toggle_label(
    project: Project,
    annotator: Annotator,
    sentence: SentenceId,
    label: str,
    words: Span | None = None,
    circumstances: Circumstances | None = None,
) -> ChangeSet:
    """Set a label, or take it away when it is set; with `words`, set it and mark or unmark them as its evidence."""
    act = Act.MARKED if words else Act.JUDGED

    def change(verdict: Verdict, codebook: Codebook) -> Verdict:
        if words:
            return verdicts.with_evidence_toggled(verdict, label, words, codebook)
        return verdicts.with_label_toggled(verdict, label, codebook)

    return _judge(project, annotator, sentence, change, act, circumstances)


def set_only_label(
    project: Project,
    annotator: Annotator,
    sentence: SentenceId,
    label: str,
    words: Span | None = None,
    circumstances: Circumstances | None = None,
) -> ChangeSet:
    """Set just this label; with `words`, mark them as its evidence."""

    def change(verdict: Verdict, codebook: Codebook) -> Verdict:
        verdict = verdicts.with_only_labels(verdict, (label,), codebook)
        if words and (label, *words) not in verdict.evidence:
            verdict = verdicts.with_evidence_toggled(verdict, label, words, codebook)
        return verdict

    return _judge(project, annotator, sentence, change, Act.JUDGED, circumstances)


def accept(
    project: Project,
    annotator: Annotator,
    sentence: SentenceId,
    labels: Collection[str],
    circumstances: Circumstances,
) -> ChangeSet:
    """Set just the labels that were suggested on screen; their cues don’t become evidence, which a person marks."""

    def change(verdict: Verdict, codebook: Codebook) -> Verdict:
        return verdicts.with_only_labels(verdict, labels, codebook)

    accepted = replace(circumstances, origin=Origin.SUGGESTION)
    return _judge(project, annotator, sentence, change, Act.JUDGED, accepted)


def judge_none(
    project: Project, annotator: Annotator, sentence: SentenceId, circumstances: Circumstances | None = None
) -> ChangeSet:
    """Say that no label applies."""
    return _judge(project, annotator, sentence, verdicts.none_applies, Act.JUDGED, circumstances)


def exclude(
    project: Project, annotator: Annotator, sentence: SentenceId, circumstances: Circumstances | None = None
) -> ChangeSet:
    """Say that the sentence is not prose of the article."""
    return _judge(project, annotator, sentence, verdicts.excluded, Act.JUDGED, circumstances)


def toggle_unsure(project: Project, annotator: Annotator, sentence: SentenceId) -> ChangeSet:
    """Set the unsure flag, or take it away. It decides nothing: an unjudged sentence stays unjudged."""
    return _judge(project, annotator, sentence, lambda v, _: replace(v, unsure=not v.unsure), Act.FLAGGED)


def set_comment(project: Project, annotator: Annotator, sentence: SentenceId, comment: str) -> ChangeSet:
    """Put a comment in the place of the one there is; empty takes it away. It decides nothing."""
    return _judge(project, annotator, sentence, lambda v, _: verdicts.with_comment(v, comment), Act.COMMENTED)


def _judge(
    project: Project,
    annotator: Annotator,
    sentence: SentenceId,
    change: Callable[[Verdict, Codebook], Verdict],
    act: Act,
    circumstances: Circumstances | None = None,
) -> ChangeSet:
    circumstances = circumstances or Circumstances()
    with project.write() as db:
        annotators.add(db, annotator)
        codebook = codebooks.current(db)
        previous = judgments.current(db, sentence, annotator.id)
        before = previous.verdict if previous else Verdict()
        after = change(before, codebook)
        version = _asked_under(previous, act, codebook.hash)
        if after == before and (previous is None or previous.codebook == version):
            return ChangeSet(act, focus=sentence)
        judgment = Judgment(
            uuid7(after=previous.id if previous else ""),
            sentence,
            annotator.id,
            after,
            version,
            circumstances.seconds,
            circumstances.origin,
            circumstances.shown,
        )
        judgments.append(db, judgment)
        progress.update(db, sentence.article, annotator.id, before, after)
        previous_id = previous.id if previous else None
        acts.push(db, annotator.id, acts.ActRecord(act, sentence, previous_id, judgment.id))
    return ChangeSet(act, sentences=(sentence,), focus=sentence)


def _asked_under(previous: Judgment | None, act: Act, current: str) -> str:
    """Return the version of the codebook that a judgment answers: whoever only comments or flags decides nothing anew.

    Whoever says the same again under a later version has answered that one.
    """
    if previous is not None and previous.verdict.decided and act in (Act.COMMENTED, Act.FLAGGED):
        return previous.codebook
    return current
