"""People who judge."""

from __future__ import annotations

import sqlite3

from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator


def add(db: sqlite3.Connection, annotator: Annotator) -> int:
    """Make sure that the annotator is known under this name; return the file's own key of them."""
    db.execute(
        "INSERT INTO annotators (id, name) VALUES (?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name <> excluded.name",
        (annotator.id, annotator.name),
    )
    return key_of(db, annotator.id)


def by_name(db: sqlite3.Connection, name: str) -> Annotator:
    """Return the first in this file who has this name, else someone whose id is made from the name."""
    row = db.execute("SELECT id, name FROM annotators WHERE name = ? ORDER BY key LIMIT 1", (name,)).fetchone()
    return Annotator(*row) if row else Annotator(named_id(name), name)


def everyone(db: sqlite3.Connection) -> list[Annotator]:
    """Return all annotators by name."""
    return [Annotator(*row) for row in db.execute("SELECT id, name FROM annotators ORDER BY name, id")]


def key_of(db: sqlite3.Connection, annotator_id: str) -> int:
    """Return the file's own key of an annotator; KeyError when they are not in it."""
    row = db.execute("SELECT key FROM annotators WHERE id = ?", (annotator_id,)).fetchone()
    if row is None:
        raise KeyError(annotator_id)
    return int(row[0])
