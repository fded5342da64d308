"""From an older project file to this version's, step by step (sqlite-utils migrations)."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from labeling.store import schema, schema_releases
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


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Apply every step that the file has not seen, then stamp it with `version`."""
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {version}")
