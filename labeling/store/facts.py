"""Single facts about the project itself: its id and when it was made."""

from __future__ import annotations

import sqlite3

# Whom a file was handed out to: an annotator’s id. Other files have no such fact.
HANDOUT_FOR = "handout_for"
# JSON in a file that was handed out: the ids of those of its articles on which something is measured.
HANDOUT_MEASURED = "handout_measured"
# When suggestions are shown to everyone who works in this file; without the fact, each annotator chooses.
SHOWING = "suggestions_shown"

# The epoch of the file (see schema_releases) as an expression.
EPOCH = "coalesce((SELECT CAST(value AS INTEGER) FROM project WHERE key = 'epoch'), 0)"


def put(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO project (key, value) VALUES (?, ?)", (key, value))


def remove(db: sqlite3.Connection, key: str) -> None:
    db.execute("DELETE FROM project WHERE key = ?", (key,))


def get(db: sqlite3.Connection, key: str, default: str | None = None) -> str:
    """Return a fact, else the default; KeyError when there is neither."""
    row = db.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
    if row is not None:
        return str(row[0])
    if default is None:
        raise KeyError(key)
    return default
