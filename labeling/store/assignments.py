"""Who is to judge which article. The latest row on an article and an annotator counts."""

from __future__ import annotations

import sqlite3

from labeling.domain.ids import uuid7
from labeling.store import annotators, articles, facts

_CURRENT = (
    "FROM assignments s WHERE s.assigned = 1 AND NOT EXISTS (SELECT 1 FROM assignments n "
    "WHERE n.article = s.article AND n.annotator = s.annotator AND n.id > s.id)"
)


def put(db: sqlite3.Connection, article_id: str, annotator_id: str, *, assigned: bool) -> None:
    """Say that an annotator is to judge an article, or no longer is. KeyError when the file lacks one of the two."""
    keys = articles.key_of(db, article_id), annotators.key_of(db, annotator_id)
    (latest,) = db.execute(
        "SELECT coalesce(max(id), '') FROM assignments WHERE article = ? AND annotator = ?", keys
    ).fetchone()
    db.execute(
        f"INSERT INTO assignments (article, annotator, id, assigned, arrived) VALUES (?, ?, ?, ?, {facts.EPOCH})",
        (*keys, uuid7(after=latest), assigned),
    )


def people_of(db: sqlite3.Connection, article_id: str) -> set[str]:
    """Return the ids of the people who are to judge an article."""
    rows = db.execute(
        f"SELECT DISTINCT who.id FROM (SELECT s.article, s.annotator {_CURRENT} AND s.article = "
        "(SELECT key FROM articles WHERE id = ?)) c JOIN annotators p ON p.key = c.annotator "
        "JOIN annotators who ON who.key = p.person",
        (article_id,),
    )
    return {person for (person,) in rows}


def current(db: sqlite3.Connection) -> dict[str, set[str]]:
    """Return the ids of the people who are to judge each article that has been assigned, by its id."""
    rows = db.execute(
        f"SELECT a.id, who.id FROM (SELECT s.article, s.annotator {_CURRENT}) c JOIN articles a ON a.key = c.article "
        "JOIN annotators p ON p.key = c.annotator JOIN annotators who ON who.key = p.person"
    )
    assigned: dict[str, set[str]] = {}
    for article, person in rows:
        assigned.setdefault(article, set()).add(person)
    return assigned
