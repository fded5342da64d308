"""From an older project file to this version's, step by step (sqlite-utils migrations)."""

from __future__ import annotations

import hashlib
import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from labeling.domain.articles import Kind, Sentence
from labeling.domain.boundaries import Edit, bounded
from labeling.store import boundaries, schema, schema_merging, schema_releases, schema_suggesting, views
from labeling.store.scripts import complete_statements

MIGRATIONS = Migrations("hedgerow")


@MIGRATIONS()
def first_tables(db: Database) -> None:
    for statement in complete_statements(schema.statements()):
        db.execute(statement)


@MIGRATIONS()
def releases(db: Database) -> None:
    for statement in complete_statements(schema_releases.STATEMENTS):
        db.execute(statement)


@MIGRATIONS()
def merging(db: Database) -> None:
    for statement in complete_statements(schema_merging.statements() + views.READABLE):
        db.execute(statement)
    connection = db.conn
    connection.executemany(
        "INSERT INTO namings (id, annotator, name, arrived) VALUES (?, ?, ?, 0)",
        [(_first_naming(who, name), key, name) for key, who, name in connection.execute(_PEOPLE).fetchall()],
    )
    for (article,) in connection.execute("SELECT DISTINCT article FROM boundary_edits").fetchall():
        connection.execute(
            "INSERT INTO first_boundaries VALUES (?, ?)", (article, _first_boundaries(connection, article))
        )


@MIGRATIONS()
def suggesting(db: Database) -> None:
    for statement in complete_statements(schema_suggesting.STATEMENTS):
        db.execute(statement)


_PEOPLE = "SELECT key, id, name FROM annotators"


def _first_naming(annotator_id: str, name: str) -> str:
    """Return an id that is the same in every copy of a file, and before that of any naming from now on."""
    digest = hashlib.sha256(f"{annotator_id} {name}".encode()).hexdigest()
    return f"00000000-0000-7000-8000-{digest[:12]}"


def _first_boundaries(connection: sqlite3.Connection, article: int) -> str:
    """Return an article's sentences before any edit: the earliest edit of a position tells how it was before."""
    rows = connection.execute('SELECT start, "end", kind, paragraph FROM sentences WHERE article = ?', (article,))
    now = [Sentence(start, end, Kind(kind), paragraph) for start, end, kind, paragraph in rows]
    edits = connection.execute(
        "SELECT position, edit, min(id) FROM boundary_edits WHERE article = ? GROUP BY position", (article,)
    )
    starts = {sentence.start for sentence in now}
    for position, edit, _ in edits:
        (starts.discard if edit == Edit.SPLIT else starts.add)(position)
    (text,) = connection.execute("SELECT text FROM texts WHERE article = ?", (article,)).fetchone()
    return boundaries.as_json(bounded(now, starts, text))


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Apply every step that the file has not seen, then stamp it with `version`."""
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {version}")
