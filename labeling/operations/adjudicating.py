"""Settling what annotators disagree about: the same decisions as in judging, said for the team."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from labeling.domain import verdicts
from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Adjudication, Annotator, Verdict
from labeling.store import acts, adjudications, annotators, codebooks
from labeling.store.connection import Project


def toggle_label(project: Project, author: Annotator, sentence: SentenceId, label: str) -> ChangeSet:
    """Settle that a label applies, or no longer say so; taking the only one away leaves the sentence unsettled."""
    return _settle(project, author, sentence, lambda now, book: verdicts.with_label_toggled(now, label, book))


def set_only_label(project: Project, author: Annotator, sentence: SentenceId, label: str) -> ChangeSet:
    """Settle that just this label applies."""
    return _settle(project, author, sentence, lambda now, book: verdicts.with_only_labels(now, (label,), book))


def settle_none(project: Project, author: Annotator, sentence: SentenceId) -> ChangeSet:
    """Settle that no label applies."""
    return _settle(project, author, sentence, verdicts.none_applies)


def settle_excluded(project: Project, author: Annotator, sentence: SentenceId) -> ChangeSet:
    """Settle that the sentence is not prose of the article."""
    return _settle(project, author, sentence, verdicts.excluded)


def settle_as(project: Project, author: Annotator, sentence: SentenceId, said: Verdict) -> ChangeSet:
    """Settle what someone said, or the majority. Its comment, flag and evidence stay theirs."""
    return _settle(project, author, sentence, lambda _, __: Verdict(said.state, said.labels))


def set_note(project: Project, author: Annotator, sentence: SentenceId, note: str) -> ChangeSet:
    """Say why a sentence was settled so. Raises Refused when it is not settled."""
    words = verdicts.with_comment(Verdict(), note).comment
    with project.write() as db:
        now = adjudications.current(db, sentence)
        if now is None or not now.verdict.decided:
            raise Refused("Settle the sentence first, then say why.")
        if now.note == words:
            return ChangeSet(Act.SETTLED, focus=sentence)
        _append(db, author, replace(now, note=words), now)
    return ChangeSet(Act.SETTLED, sentences=(sentence,), focus=sentence)


def _settle(
    project: Project, author: Annotator, sentence: SentenceId, change: Callable[[Verdict, Codebook], Verdict]
) -> ChangeSet:
    with project.write() as db:
        codebook, now = codebooks.current(db), adjudications.current(db, sentence)
        before = now.verdict if now else Verdict()
        after = change(before, codebook)
        if after == before:
            return ChangeSet(Act.SETTLED, focus=sentence)
        note = now.note if now and after.decided else ""
        _append(db, author, Adjudication("", sentence, author.id, after, codebook.hash, note), now)
    return ChangeSet(Act.SETTLED, sentences=(sentence,), focus=sentence)


def _append(db: sqlite3.Connection, author: Annotator, said: Adjudication, now: Adjudication | None) -> None:
    annotators.add(db, author)
    record = replace(said, id=uuid7(after=now.id if now else ""), author=author.id)
    adjudications.append(db, record)
    acts.push(db, author.id, acts.ActRecord(Act.SETTLED, said.sentence, now.id if now else None, record.id))
