"""The random sample of articles on which a team measures. The latest row on an article counts."""

from __future__ import annotations

import sqlite3

from labeling.domain.ids import uuid7
from labeling.store import articles, facts

_LATER = (1 << 62) - 1  # than any epoch


def put(db: sqlite3.Connection, article_id: str, *, sampled: bool) -> None:
    """Say that an article is in the sample, or no longer is. KeyError when the file lacks it."""
    key = articles.key_of(db, article_id)
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM samplings WHERE article = ?", (key,)).fetchone()
    db.execute(
        f"INSERT INTO samplings (article, id, sampled, arrived) VALUES (?, ?, ?, {facts.EPOCH})",
        (key, uuid7(after=latest), sampled),
    )


def has(db: sqlite3.Connection, article_id: str) -> bool:
    """Return whether an article is in the sample."""
    row = db.execute(
        "SELECT s.sampled FROM samplings s JOIN articles a ON a.key = s.article WHERE a.id = ? "
        "ORDER BY s.id DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    return bool(row and row[0])


def everything(db: sqlite3.Connection, epoch: int = _LATER) -> set[str]:
    """Return the ids of all articles in the sample, now or at the end of an epoch."""
    rows = db.execute(
        "SELECT a.id FROM samplings s JOIN articles a ON a.key = s.article WHERE s.sampled = 1 AND s.arrived <= ? AND "
        "NOT EXISTS (SELECT 1 FROM samplings n WHERE n.article = s.article AND n.id > s.id AND n.arrived <= ?)",
        (epoch, epoch),
    )
    return {identifier for (identifier,) in rows}
