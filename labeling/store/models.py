"""What was learned from the gold of this project. The latest one is in use, unless it was put away."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from labeling.domain.ids import uuid7


class Training(NamedTuple):
    """One time that something was learned: its id, which gives the time, the model’s digest, its figures as JSON."""

    id: str
    digest: str
    report: str


def use(db: sqlite3.Connection, digest: str, content: bytes, report: str) -> None:
    """Put a model in use in the place of the one that was; of that one only the figures stay."""
    put_away(db)
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM models").fetchone()
    db.execute(
        "INSERT INTO models (id, digest, report, content) VALUES (?, ?, ?, ?)",
        (uuid7(after=latest), digest, report, content),
    )


def put_away(db: sqlite3.Connection) -> None:
    """Use no model any more."""
    db.execute("UPDATE models SET content = NULL WHERE content IS NOT NULL")


def digest_in_use(db: sqlite3.Connection) -> str:
    """Return the digest of the model in use; empty when there is none."""
    row = db.execute("SELECT digest FROM models WHERE content IS NOT NULL ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def in_use(db: sqlite3.Connection) -> bytes | None:
    """Return the content of the model in use; None when there is none."""
    row = db.execute("SELECT content FROM models WHERE content IS NOT NULL ORDER BY id DESC LIMIT 1").fetchone()
    return bytes(row[0]) if row else None


def trainings(db: sqlite3.Connection) -> list[Training]:
    """Return all times that something was learned, the latest first."""
    return [Training(*row) for row in db.execute("SELECT id, digest, report FROM models ORDER BY id DESC")]
