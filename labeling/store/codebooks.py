"""Versions of the codebook, and which of them the project uses now."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from labeling.domain.codebooks import Codebook, read_codebook
from labeling.domain.ids import uuid7
from labeling.store import facts
from labeling.store.scripts import complete_statements
from labeling.store.views import wide_view


def add(db: sqlite3.Connection, codebook: Codebook) -> int:
    """Keep a version; return the file's own key of it."""
    db.execute(
        f"INSERT OR IGNORE INTO codebooks (hash, content, arrived) VALUES (?, ?, {facts.EPOCH})",
        (codebook.hash, codebook.to_json()),
    )
    return key_of(db, codebook.hash)


def choose(db: sqlite3.Connection, codebook: Codebook) -> None:
    """Make this version the one that new judgments are made under."""
    key = add(db, codebook)
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM codebook_choices").fetchone()
    db.execute(
        f"INSERT INTO codebook_choices (id, codebook, arrived) VALUES (?, ?, {facts.EPOCH})",
        (uuid7(after=latest), key),
    )
    show(db)


def show(db: sqlite3.Connection) -> None:
    """Give the view `sentences_wide` a column for each label of the version in use."""
    for statement in complete_statements(wide_view(tuple(label.id for label in current(db).labels))):
        db.execute(statement)


def current(db: sqlite3.Connection) -> Codebook:
    """Return the version in use."""
    (content,) = db.execute(
        "SELECT content FROM codebooks WHERE key = (SELECT codebook FROM codebook_choices ORDER BY id DESC LIMIT 1)"
    ).fetchone()
    return _read(content)


@lru_cache(maxsize=16)
def _read(content: str) -> Codebook:
    return read_codebook(json.loads(content), "The project’s codebook")


def version(db: sqlite3.Connection, content_hash: str) -> Codebook | None:
    """Return the version with this hash, or None when the file has never seen it."""
    row = db.execute("SELECT content FROM codebooks WHERE hash = ?", (content_hash,)).fetchone()
    return _read(row[0]) if row else None


def hashes(db: sqlite3.Connection) -> list[str]:
    """Return the hashes of all versions, oldest first."""
    return [row[0] for row in db.execute("SELECT hash FROM codebooks ORDER BY key")]


def key_of(db: sqlite3.Connection, content_hash: str) -> int:
    """Return the file's own key of a version; KeyError when the file has never seen it."""
    row = db.execute("SELECT key FROM codebooks WHERE hash = ?", (content_hash,)).fetchone()
    if row is None:
        raise KeyError(content_hash)
    return int(row[0])
