"""Project files as earlier versions of Hedgerow made them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from labeling.store import schema, schema_merging, schema_releases
from labeling.store.connection import APPLICATION_ID
from labeling.store.scripts import complete_statements

_STEPS = {
    "first_tables": schema.statements(),
    "releases": schema_releases.STATEMENTS,
    "merging": schema_merging.statements(),
}
_TABLES = (
    "project",
    "annotators",
    "codebooks",
    "codebook_choices",
    "articles",
    "texts",
    "sentences",
    "boundary_edits",
    "judgments",
    "adjudications",
    "progress",
    "acts",
)
_TABLES_OF_MERGING = ("namings", "unions", "assignments", "first_boundaries", "earlier_articles", "merges")


def make_version(path: Path, version: int) -> None:
    """Write the content of a file of today into one as version 1, 2 or 3 made it, in its place."""
    new = path.with_suffix(".new")
    path.rename(new)
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
        )
        for name, script in list(_STEPS.items())[:version]:
            for statement in complete_statements(script):
                db.execute(statement)
            db.execute("INSERT INTO _sqlite_migrations VALUES (NULL, 'hedgerow', ?, '2031-01-01')", (name,))
        db.execute("ATTACH DATABASE ? AS new", (str(new),))
        for table in _TABLES if version < 3 else (*_TABLES, *_TABLES_OF_MERGING):
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()
    new.unlink()
