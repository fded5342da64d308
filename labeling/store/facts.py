"""Single facts about the project itself: its id and when it was made."""

from __future__ import annotations

import sqlite3


def put(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO project (key, value) VALUES (?, ?)", (key, value))


def get(db: sqlite3.Connection, key: str) -> str:
    """Return a fact; KeyError when the file does not have it."""
    row = db.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise KeyError(key)
    return str(row[0])
