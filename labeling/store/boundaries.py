"""Sentences split and joined by people.

An edit says that a sentence begins at a position, or no longer does; the latest edit of a position counts. So the edits
of two files can be united in any order, and those of different positions never disturb each other.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from labeling.domain.articles import Kind, Sentence
from labeling.domain.boundaries import Edit, bounded
from labeling.domain.ids import uuid7
from labeling.store import annotators, articles, facts, progress, suggested


def edit(db: sqlite3.Connection, article_id: str, edits: Mapping[int, Edit], annotator_id: str) -> None:
    """Log what an annotator says of positions (code points of the article), and bound the sentences so."""
    article, annotator = articles.key_of(db, article_id), annotators.key_of(db, annotator_id)
    latest = dict(
        db.execute("SELECT position, max(id) FROM boundary_edits WHERE article = ? GROUP BY position", (article,))
    )
    keep_first(db, article_id)
    db.executemany(
        "INSERT INTO boundary_edits (article, position, id, edit, annotator, arrived) "
        f"VALUES (?, ?, ?, ?, ?, {facts.EPOCH})",
        [
            (article, position, uuid7(after=latest.get(position, "")), what.value, annotator)
            for position, what in sorted(edits.items())
        ],
    )
    bound(db, article_id)


def keep_first(db: sqlite3.Connection, article_id: str) -> None:
    """Keep an article's sentences as they were imported, before they are edited for the first time."""
    key = articles.key_of(db, article_id)
    if db.execute("SELECT 1 FROM first_boundaries WHERE article = ?", (key,)).fetchone() is None:
        sentences = articles.sentences_of(db, article_id)
        db.execute("INSERT INTO first_boundaries (article, sentences) VALUES (?, ?)", (key, as_json(sentences)))


def first(db: sqlite3.Connection, article_id: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article as they were imported."""
    row = db.execute(
        "SELECT sentences FROM first_boundaries WHERE article = ?", (articles.key_of(db, article_id),)
    ).fetchone()
    return read(row[0]) if row else articles.sentences_of(db, article_id)


def bound(db: sqlite3.Connection, article_id: str) -> bool:
    """Bound an article's sentences as the edits say, and count everyone's work in it; return whether any moved."""
    key, now, imported = articles.key_of(db, article_id), articles.sentences_of(db, article_id), first(db, article_id)
    starts = {sentence.start for sentence in imported}
    for position, what in db.execute(
        "SELECT position, edit FROM boundary_edits WHERE article = ? ORDER BY position, id", (key,)
    ):
        (starts.add if what == Edit.SPLIT else starts.discard)(position)
    wanted = bounded(imported, starts, articles.fetch(db, article_id).text)
    if wanted == now:
        return False
    _replace(db, key, now, wanted)
    progress.recount(db, article_id)
    return True


def _replace(db: sqlite3.Connection, article: int, now: Sequence[Sentence], wanted: Sequence[Sentence]) -> None:
    _put_aside(db, article, now)
    kept = set(now) & set(wanted)
    db.executemany(
        "DELETE FROM sentences WHERE article = ? AND start = ?", [(article, s.start) for s in now if s not in kept]
    )
    db.executemany(
        'INSERT INTO sentences (article, start, "end", kind, paragraph) VALUES (?, ?, ?, ?, ?)',
        [(article, s.start, s.end, s.kind.value, s.paragraph) for s in wanted if s not in kept],
    )
    db.execute("UPDATE articles SET sentences = ? WHERE key = ?", (len(wanted), article))
    suggested.forget(db, article)


def _put_aside(db: sqlite3.Connection, article: int, sentences: Iterable[Sentence]) -> None:
    """Keep an article's sentences as they are now for the releases that were made of them, once an epoch."""
    db.execute(
        "INSERT OR IGNORE INTO earlier_boundaries (article, epoch, sentences) "
        f"SELECT ?, {facts.EPOCH}, ? WHERE {facts.EPOCH} > 0",
        (article, as_json(sentences)),
    )


def as_json(sentences: Iterable[Sentence]) -> str:
    """Return sentences in the form in which tables keep them: [start, end, kind, paragraph] each."""
    return json.dumps([[s.start, s.end, s.kind.value, s.paragraph] for s in sentences])


def read(content: str) -> tuple[Sentence, ...]:
    """Return the sentences that `as_json` wrote."""
    return tuple(Sentence(start, end, Kind(kind), paragraph) for start, end, kind, paragraph in json.loads(content))
