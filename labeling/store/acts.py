"""The undo stack of each annotator in this file: which act put which record in the place of which."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act
from labeling.store import annotators, articles


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One thing that an annotator did.

    `before` and `after` are ids of judgments, after `settled` of adjudications; None for none. For `split` and
    `joined`, the sentence is the undivided one and `position` is where its second part begins.
    """

    act: Act
    sentence: SentenceId
    before: str | None = None
    after: str | None = None
    position: int | None = None
    key: int = 0


def push(db: sqlite3.Connection, annotator_id: str, record: ActRecord) -> None:
    """Put an act on the stack; what was undone before can no longer be redone."""
    annotator = annotators.key_of(db, annotator_id)
    db.execute("DELETE FROM acts WHERE annotator = ? AND undone = 1", (annotator,))
    sentence = record.sentence
    db.execute(
        'INSERT INTO acts (annotator, act, article, start, "end", before, after, position, undone) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            annotator,
            record.act.value,
            articles.key_of(db, sentence.article),
            sentence.start,
            sentence.end,
            record.before,
            record.after,
            record.position,
        ),
    )


def latest_done(db: sqlite3.Connection, annotator_id: str) -> ActRecord | None:
    """Return what undo would take back."""
    return _one(db, annotator_id, "undone = 0 ORDER BY t.key DESC")


def first_undone(db: sqlite3.Connection, annotator_id: str) -> ActRecord | None:
    """Return what redo would do again."""
    return _one(db, annotator_id, "undone = 1 ORDER BY t.key")


def mark(db: sqlite3.Connection, record: ActRecord, *, undone: bool) -> None:
    db.execute("UPDATE acts SET undone = ? WHERE key = ?", (undone, record.key))


def _one(db: sqlite3.Connection, annotator_id: str, which: str) -> ActRecord | None:
    row = db.execute(
        'SELECT t.act, a.id, t.start, t."end", t.before, t.after, t.position, t.key '
        "FROM acts t JOIN articles a ON a.key = t.article "
        f"WHERE t.annotator = (SELECT key FROM annotators WHERE id = ?) AND {which} LIMIT 1",
        (annotator_id,),
    ).fetchone()
    return ActRecord(Act(row[0]), SentenceId(*row[1:4]), *row[4:]) if row else None
