"""Undo and redo of an annotator's own acts, across articles and restarts. Logs only grow: undo appends."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from labeling.domain.articles import Sentence, SentenceId
from labeling.domain.boundaries import Edit
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, Judgment, Origin, Verdict
from labeling.operations.boundaries import parted
from labeling.store import acts, adjudications, articles, boundaries, codebooks, judgments, progress
from labeling.store.acts import ActRecord
from labeling.store.connection import Project


def undo(project: Project, annotator: Annotator) -> ChangeSet | None:
    """Take back the annotator's latest act; None when there is none."""
    return _step(project, annotator, back=True)


def redo(project: Project, annotator: Annotator) -> ChangeSet | None:
    """Do again what was taken back last; None when there is nothing."""
    return _step(project, annotator, back=False)


def next_undo(project: Project, annotator: Annotator) -> ActRecord | None:
    """Return the act that undo would take back."""
    return acts.latest_done(project.connection, annotator.id)


def next_redo(project: Project, annotator: Annotator) -> ActRecord | None:
    """Return the act that redo would do again."""
    return acts.first_undone(project.connection, annotator.id)


def _step(project: Project, annotator: Annotator, *, back: bool) -> ChangeSet | None:
    with project.write() as db:
        record = acts.latest_done(db, annotator.id) if back else acts.first_undone(db, annotator.id)
        if record is None:
            return None
        acts.mark(db, record, undone=back)
        if record.act is Act.SETTLED:
            changes = _settle_again(db, annotator, record, record.before if back else record.after)
        elif record.position is None:
            changes = _say_again(db, annotator, record, record.before if back else record.after)
        else:
            join = (record.act is Act.SPLIT) == back
            changes = _join(db, annotator, record) if join else _split(db, annotator, record)
    return replace(changes, undone=-1 if back else 1)


def _say_again(db: sqlite3.Connection, annotator: Annotator, record: ActRecord, judgment_id: str | None) -> ChangeSet:
    """Append a judgment with the content of an earlier one, or one that says nothing where there was none."""
    sentence = record.sentence
    now = judgments.current(db, sentence, annotator.id)
    earlier = judgments.with_id(db, sentence, judgment_id) if judgment_id else None
    verdict = earlier.verdict if earlier else Verdict()
    codebook = earlier.codebook if earlier else codebooks.current(db).hash
    said = Judgment(uuid7(after=now.id if now else ""), sentence, annotator.id, verdict, codebook, origin=Origin.UNDO)
    judgments.append(db, said)
    if any(bounded.span == sentence.span for bounded in articles.sentences_of(db, sentence.article)):
        progress.update(db, sentence.article, annotator.id, now.verdict if now else None, verdict)
    return ChangeSet(record.act, sentences=(sentence,), focus=sentence)


def _settle_again(db: sqlite3.Connection, author: Annotator, record: ActRecord, earlier_id: str | None) -> ChangeSet:
    """Append an adjudication with the content of an earlier one, or one that settles nothing where there was none."""
    sentence, now = record.sentence, adjudications.current(db, record.sentence)
    earlier = adjudications.with_id(db, sentence, earlier_id) if earlier_id else None
    said = earlier or Adjudication("", sentence, author.id, Verdict(), codebooks.current(db).hash)
    adjudications.append(db, replace(said, id=uuid7(after=now.id if now else ""), author=author.id))
    return ChangeSet(record.act, sentences=(sentence,), focus=sentence)


def _join(db: sqlite3.Connection, annotator: Annotator, record: ActRecord) -> ChangeSet:
    parts = _parts(db, record.sentence)
    whole = replace(parts[0], end=parts[-1].end)
    joints = {part.start: Edit.JOIN for part in parts[1:]}
    boundaries.edit(db, record.sentence.article, joints, annotator.id)
    return _moved(record, whole)


def _split(db: sqlite3.Connection, annotator: Annotator, record: ActRecord) -> ChangeSet:
    parts = _parts(db, record.sentence)
    text = articles.fetch(db, record.sentence.article).text
    halves = parted(replace(parts[0], end=parts[-1].end), text, record.position or 0)
    joints = {part.start: Edit.JOIN for part in parts[1:]}
    boundaries.edit(db, record.sentence.article, joints | {halves[1].start: Edit.SPLIT}, annotator.id)
    return _moved(record, halves[0])


def _parts(db: sqlite3.Connection, whole: SentenceId) -> tuple[Sentence, ...]:
    """Return the sentences that now cover the span. Refused where others have set its boundaries differently since."""
    parts = tuple(s for s in articles.sentences_of(db, whole.article) if whole.start <= s.start < whole.end)
    if not parts or (parts[0].start, parts[-1].end) != (whole.start, whole.end):
        raise Refused("Someone has changed the boundaries of this sentence since, so the split or join stays.")
    return parts


def _moved(record: ActRecord, focus: Sentence) -> ChangeSet:
    article = record.sentence.article
    return ChangeSet(record.act, boundaries=frozenset({article}), focus=SentenceId(article, focus.start, focus.end))
