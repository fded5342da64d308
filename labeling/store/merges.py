"""Merges that were made into this file, the latest of which can be taken back. They stay in the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from labeling.domain.ids import uuid7
from labeling.store import annotators, articles, boundaries, codebooks, progress, releases, search
from labeling.store.transfer import adding
from labeling.store.transfer.rows import ArticleRow

_OF_ARTICLES = ("judgments", "adjudications", "boundary_edits", "assignments", "samplings")
_ABOUT_ARTICLES = (
    "sentences",
    "texts",
    "progress",
    "first_boundaries",
    "earlier_boundaries",
    "earlier_articles",
    "signatures",
    "suggested",
    "dismissals",
)
_NAMING_PEOPLE = (
    ("judgments", "annotator"),
    ("adjudications", "author"),
    ("boundary_edits", "annotator"),
    ("assignments", "annotator"),
    ("acts", "annotator"),
    ("dismissals", "annotator"),
    ("unions", "annotator"),
    ("unions", "other"),
)


@dataclass(frozen=True, slots=True)
class Merge:
    """One merge: the names of the files that came in it. Its id gives the time."""

    id: str
    epoch: int
    files: tuple[str, ...]


def begin(db: sqlite3.Connection) -> int:
    """Begin a merge; return the epoch that its rows, and no others, arrive in."""
    return releases.begin_epoch(db) + 1


def end(db: sqlite3.Connection, epoch: int, files: Iterable[str], replaced: Iterable[ArticleRow]) -> Merge:
    """Record the merge. `replaced` are the records of articles in whose place others came."""
    merge = Merge(uuid7(), epoch, tuple(files))
    db.execute(
        "INSERT INTO merges (epoch, id, files, replaced, state) VALUES (?, ?, ?, ?, 'merged')",
        (
            epoch,
            merge.id,
            json.dumps(merge.files, ensure_ascii=False),
            json.dumps([_written(row) for row in replaced], ensure_ascii=False),
        ),
    )
    releases.begin_epoch(db)
    return merge


def everything(db: sqlite3.Connection) -> list[Merge]:
    """Return the merges that were not taken back, oldest first."""
    rows = db.execute("SELECT id, epoch, files FROM merges WHERE state = 'merged' ORDER BY epoch")
    return [Merge(identifier, epoch, tuple(json.loads(files))) for identifier, epoch, files in rows]


def released_since(db: sqlite3.Connection, merge: Merge) -> str:
    """Return the name of a dataset that may hold what the merge brought, or an empty string."""
    row = db.execute("SELECT name FROM releases WHERE epoch >= ? ORDER BY id LIMIT 1", (merge.epoch,)).fetchone()
    return str(row[0]) if row else ""


def take_back(db: sqlite3.Connection, merge: Merge) -> set[str]:
    """Remove all that the latest merge brought, and nothing that was added since; return the ids of its articles.

    An article that it brought, a person or a version of the codebook stays where later work needs it.
    """
    db.execute("UPDATE merges SET state = 'leaving' WHERE epoch = ?", (merge.epoch,))
    touched = _touched(db, merge)
    for log in (*_OF_ARTICLES, "codebook_choices", "unions"):
        db.execute(f"DELETE FROM {log} WHERE arrived = ?", (merge.epoch,))
    _remove_acts(db)
    _remove_articles(db, merge)
    _remove_people(db, merge)
    db.execute(
        "DELETE FROM codebooks WHERE arrived = ? AND key NOT IN (SELECT codebook FROM judgments "
        "UNION SELECT codebook FROM adjudications UNION SELECT codebook FROM codebook_choices "
        "UNION SELECT codebook FROM releases)",
        (merge.epoch,),
    )
    _restore(db, merge)
    annotators.unite(db)
    codebooks.show(db)
    for article_id in articles.ids(db):
        if article_id in touched:
            boundaries.bound(db, article_id)
            progress.recount(db, article_id)
    db.execute("UPDATE merges SET state = 'left' WHERE epoch = ?", (merge.epoch,))
    return touched


def _touched(db: sqlite3.Connection, merge: Merge) -> set[str]:
    """Return the ids of the articles that the merge brought, or brought something of."""
    rows = " UNION ".join(f"SELECT article FROM {log} WHERE arrived = :epoch" for log in _OF_ARTICLES)
    found = db.execute(f"SELECT id FROM articles WHERE arrived = :epoch OR key IN ({rows})", {"epoch": merge.epoch})
    return {identifier for (identifier,) in found} | {row.id for row in _replaced(db, merge)}


def _remove_acts(db: sqlite3.Connection) -> None:
    """Forget what could only be undone or redone by a record that is gone."""
    for record in ("before", "after"):
        there = " OR ".join(
            f"EXISTS (SELECT 1 FROM {log} r WHERE r.article = acts.article AND r.start = acts.start "
            f'AND r."end" = acts."end" AND r.id = acts.{record})'
            for log in ("judgments", "adjudications")
        )
        db.execute(f"DELETE FROM acts WHERE {record} IS NOT NULL AND NOT ({there})")


def _remove_articles(db: sqlite3.Connection, merge: Merge) -> None:
    needed = " UNION ".join(f"SELECT article FROM {table}" for table in (*_OF_ARTICLES, "acts"))
    keys = db.execute(
        f"SELECT key FROM articles WHERE arrived = ? AND key NOT IN ({needed})", (merge.epoch,)
    ).fetchall()
    for (key,) in keys:
        search.remove(db, key)
        for table in _ABOUT_ARTICLES:
            db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
        db.execute("DELETE FROM articles WHERE key = ?", (key,))


def _remove_people(db: sqlite3.Connection, merge: Merge) -> None:
    """Forget who came with the merge, and what others are called since; whoever has worked since keeps their name."""
    needed = " UNION ".join(f"SELECT {column} FROM {table}" for table, column in _NAMING_PEOPLE)
    renamed = "SELECT annotator FROM namings WHERE arrived <> :epoch"
    gone = f"SELECT key FROM annotators WHERE arrived = :epoch AND key NOT IN ({needed} UNION {renamed})"
    known = "SELECT key FROM annotators WHERE arrived <> :epoch"
    values = {"epoch": merge.epoch}
    db.execute(
        f"DELETE FROM namings WHERE arrived = :epoch AND (annotator IN ({gone}) OR annotator IN ({known}))", values
    )
    db.execute(f"DELETE FROM progress WHERE annotator IN ({gone})", values)
    db.execute(f"UPDATE annotators SET person = key WHERE person IN ({gone})", values)
    db.execute(f"DELETE FROM annotators WHERE key IN ({gone})", values)


def _restore(db: sqlite3.Connection, merge: Merge) -> None:
    for row in _replaced(db, merge):
        if articles.has(db, row.id):
            adding.replace_article(db, row)


def _replaced(db: sqlite3.Connection, merge: Merge) -> list[ArticleRow]:
    (content,) = db.execute("SELECT replaced FROM merges WHERE epoch = ?", (merge.epoch,)).fetchone()
    return [
        ArticleRow(identifier, imported, name, title, metadata, "", boundaries.read(sentences))
        for identifier, imported, name, title, metadata, sentences in json.loads(content)
    ]


def _written(row: ArticleRow) -> tuple[str, ...]:
    """Return a record as JSON can hold it, without the text, which never changes."""
    return row.id, row.imported, row.name, row.title, row.metadata, boundaries.as_json(row.sentences)
