"""What near copies of articles are found by: derived from the texts once, and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def known(db: sqlite3.Connection, scheme: str) -> dict[str, bytes]:
    """Return the signatures that were made by a scheme, by article’s id."""
    rows = db.execute(
        "SELECT a.id, s.signature FROM signatures s JOIN articles a ON a.key = s.article WHERE s.scheme = ?", (scheme,)
    )
    return dict(rows.fetchall())


def missing(db: sqlite3.Connection, scheme: str) -> list[str]:
    """Return the ids of the articles that have no signature of a scheme, in the order of their import."""
    rows = db.execute(
        "SELECT a.id FROM articles a LEFT JOIN signatures s ON s.article = a.key AND s.scheme = ? "
        "WHERE s.article IS NULL ORDER BY a.key",
        (scheme,),
    )
    return [row[0] for row in rows]


def keep(db: sqlite3.Connection, scheme: str, signatures: Iterable[tuple[str, bytes]]) -> None:
    """Keep the signatures of articles, in the place of those that other schemes made."""
    db.executemany(
        "INSERT OR REPLACE INTO signatures (article, scheme, signature) "
        "VALUES ((SELECT key FROM articles WHERE id = ?), ?, ?)",
        [(article_id, scheme, signature) for article_id, signature in signatures],
    )
