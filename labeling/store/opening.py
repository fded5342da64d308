"""Making and opening project files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from labeling.domain.errors import Refused
from labeling.store.connection import APPLICATION_ID, Project, connect

SCHEMA_VERSION = 4


def create_file(path: Path) -> Project:
    """Make an empty project file. Raises Refused when there is a file already or it can't be made."""
    from labeling.store.migrations import migrate  # imports sqlite-utils, which opening a current file never needs

    if path.exists():
        raise Refused(f"“{path}” exists already; choose another name.")
    try:
        connection = connect(path)
    except sqlite3.Error as error:
        raise Refused(f"“{path}” could not be made: {error}.") from error
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection, SCHEMA_VERSION)
    except sqlite3.Error as error:
        connection.close()
        raise Refused(f"“{path}” could not be made: {error}.") from error
    return Project(path, connection)


def open_file(path: Path) -> Project:
    """Open a project file, migrating an older one after a backup copy.

    Raises Refused when it is missing, damaged, not a project or from a newer version of Hedgerow.
    """
    if not path.is_file():
        raise Refused(f"There is no project at “{path}”; check the path, or make one with “hedgerow new”.")
    try:
        connection = connect(path)
    except sqlite3.DatabaseError as error:
        raise Refused(_open_problem(path, error)) from error
    try:
        return _opened(path, connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Refused(_open_problem(path, error)) from error
    except Refused:
        connection.close()
        raise


def _opened(path: Path, connection: sqlite3.Connection) -> Project:
    version = _checked_version(path, connection)
    connection.execute("PRAGMA journal_mode = WAL")
    project = Project(path, connection)
    if version < SCHEMA_VERSION:
        _migrate_after_backup(project)
    return project


def _checked_version(path: Path, connection: sqlite3.Connection) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Refused(f"“{path.name}” is not a Hedgerow project.")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise Refused(f"“{path.name}” was made by a newer version of Hedgerow; update Hedgerow to open it.")
    return version


def _migrate_after_backup(project: Project) -> None:
    from labeling.store.backup import back_up
    from labeling.store.migrations import migrate

    back_up(project, always=True)
    migrate(project.connection, SCHEMA_VERSION)


def _open_problem(path: Path, error: sqlite3.DatabaseError) -> str:
    if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"“{path.name}” is damaged or not a Hedgerow project; “hedgerow check” says which backup is whole."
    return f"“{path.name}” could not be opened: {error}."
