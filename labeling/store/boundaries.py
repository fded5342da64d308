"""Sentences split and joined by people.

An edit says that a sentence begins at a position, or no longer does; the latest edit of a position counts. So the edits
of two files can be united in any order, and those of different positions never disturb each other.
"""

from __future__ import annotations

import json
import sqlite3

from labeling.domain.articles import Sentence
from labeling.domain.ids import uuid7
from labeling.store import annotators, articles, facts, progress


def replace(
    db: sqlite3.Connection, article_id: str, old: tuple[Sentence, ...], new: tuple[Sentence, ...], annotator_id: str
) -> None:
    """Put the sentences `new` in the place of `old`, which cover the same text, and log the edit."""
    key = articles.key_of(db, article_id)
    _put_aside(db, key)
    starts_before, starts_after = {s.start for s in old}, {s.start for s in new}
    db.executemany("DELETE FROM sentences WHERE article = ? AND start = ?", [(key, s.start) for s in old])
    db.executemany(
        'INSERT INTO sentences (article, start, "end", kind, paragraph) VALUES (?, ?, ?, ?, ?)',
        [(key, s.start, s.end, s.kind.value, s.paragraph) for s in new],
    )
    edits = [(position, "split") for position in starts_after - starts_before]
    edits += [(position, "join") for position in starts_before - starts_after]
    db.executemany(
        "INSERT INTO boundary_edits (article, position, id, edit, annotator) VALUES (?, ?, ?, ?, ?)",
        [(key, position, uuid7(), edit, annotators.key_of(db, annotator_id)) for position, edit in sorted(edits)],
    )
    db.execute("UPDATE articles SET sentences = sentences + ? WHERE key = ?", (len(new) - len(old), key))
    progress.recount(db, article_id)


def _put_aside(db: sqlite3.Connection, article_key: int) -> None:
    """Keep an article's sentences as they are now for the releases that were made of them, once an epoch."""
    rows = db.execute(
        'SELECT start, "end", kind, paragraph FROM sentences WHERE article = ?', (article_key,)
    ).fetchall()
    db.execute(
        "INSERT OR IGNORE INTO earlier_boundaries (article, epoch, sentences) "
        f"SELECT ?, {facts.EPOCH}, ? WHERE {facts.EPOCH} > 0",
        (article_key, json.dumps(rows)),
    )
