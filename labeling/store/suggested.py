"""What was suggested for the sentences of each article: derived from the texts, kept, and made anew when outdated."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator


def fetch(db: sqlite3.Connection, article_id: str, by: str) -> str | None:
    """Return what `by` suggested for an article, as it was kept; None when it has to be made."""
    row = db.execute(
        "SELECT content FROM suggested WHERE by = ? AND article = (SELECT key FROM articles WHERE id = ?)",
        (by, article_id),
    ).fetchone()
    return None if row is None else str(row[0])


def everything(db: sqlite3.Connection, by: str) -> Iterator[tuple[str, str]]:
    """Yield the id of each article that `by` made suggestions for, and these, in the order of the import."""
    yield from db.execute(
        "SELECT a.id, s.content FROM suggested s JOIN articles a ON a.key = s.article WHERE s.by = ? ORDER BY a.key",
        (by,),
    )


def missing(db: sqlite3.Connection, by: str) -> list[str]:
    """Return the ids of the articles for which `by` has made no suggestions yet, in the order of their import."""
    rows = db.execute(
        "SELECT a.id FROM articles a LEFT JOIN suggested s ON s.article = a.key AND s.by = ? "
        "WHERE s.article IS NULL ORDER BY a.key",
        (by,),
    )
    return [identifier for (identifier,) in rows]


def keep(db: sqlite3.Connection, by: str, made: Iterable[tuple[str, str]]) -> None:
    """Keep the suggestions for articles, by their ids, in the place of those that others made."""
    db.executemany(
        "INSERT OR REPLACE INTO suggested (article, by, content) "
        "VALUES ((SELECT key FROM articles WHERE id = ?), ?, ?)",
        [(article_id, by, content) for article_id, content in made],
    )


def forget(db: sqlite3.Connection, article_key: int) -> None:
    """Forget what was suggested for an article whose sentences are bounded otherwise now."""
    db.execute("DELETE FROM suggested WHERE article = ?", (article_key,))
