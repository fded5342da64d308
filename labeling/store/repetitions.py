"""Where words stand that an article has too."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence


def articles_with(
    db: sqlite3.Connection, annotator_id: str, words: Sequence[str], besides: str, at_most: int
) -> list[str]:
    """Return the ids of articles, `besides` one, that hold all these words and in which the annotator has judged.

    In the order of their import, not more than `at_most`.
    """
    query = "text : (" + " AND ".join(f'"{word}"' for word in words) + ")"
    rows = db.execute(
        "SELECT a.id FROM search JOIN articles a ON a.key = search.rowid WHERE search MATCH ? AND a.id <> ? "
        "AND EXISTS (SELECT 1 FROM progress g JOIN annotators p ON p.key = g.annotator WHERE g.article = a.key "
        "AND g.judged > 0 AND p.person = (SELECT person FROM annotators WHERE id = ?)) LIMIT ?",
        (query, besides, annotator_id, at_most),
    )
    return [identifier for (identifier,) in rows]
