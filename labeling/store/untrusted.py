"""Reading a project file that came from someone else, without running anything that it brought.

SQLite’s advice for such files (https://sqlite.org/security.html), and one step more: whatever a statement would read by
way of a view or a trigger of the file is forbidden.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from labeling.domain.errors import Refused
from labeling.store.connection import APPLICATION_ID
from labeling.store.opening import SCHEMA_VERSION

# What a merge reads, with the columns that it reads.
_COLUMNS = {
    "project": ("key", "value"),
    "annotators": ("key", "id"),
    "namings": ("id", "annotator", "name"),
    "unions": ("id", "annotator", "other", "united"),
    "codebooks": ("key", "hash", "content"),
    "codebook_choices": ("id", "codebook"),
    "articles": ("key", "id", "imported", "name", "title", "metadata"),
    "texts": ("article", "text"),
    "sentences": ("article", "start", "end", "kind", "paragraph"),
    "first_boundaries": ("article", "sentences"),
    "boundary_edits": ("article", "position", "id", "edit", "annotator"),
    "judgments": (
        *("article", "start", "end", "annotator", "id", "state", "labels", "unsure", "comment", "evidence"),
        *("seconds", "origin", "shown", "codebook"),
    ),
    "adjudications": ("article", "start", "end", "id", "author", "state", "labels", "note", "codebook"),
    "assignments": ("article", "annotator", "id", "assigned"),
    "samplings": ("article", "id", "sampled"),
}
_LONGEST_VALUE = 64 * 1024 * 1024  # bytes; the longest text of an article is far below
_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_TRANSACTION))
_ORDINARY = 0  # of a column: neither generated nor hidden


@contextmanager
def open_untrusted(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy of a project file for reading.

    Raises Refused when it is missing, damaged, not a project, of another version of Hedgerow, or not built like one.
    """
    if not path.is_file():
        raise Refused(f"There is no file at “{path}”; check the path.")
    with tempfile.TemporaryDirectory(prefix="hedgerow-") as folder:
        copy = _copied(path, Path(folder))
        try:
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                _guard(connection)
                _check(connection, path.name)
                connection.set_authorizer(_authorize)
                yield connection
        except sqlite3.DatabaseError as error:
            raise Refused(f"“{path.name}” is damaged or not a Hedgerow project; ask for it once more.") from error


def _copied(path: Path, folder: Path) -> Path:
    """Copy a file with what was not yet written back to it, so that nobody changes it while it is read."""
    copy = folder / "copy"
    try:
        shutil.copyfile(path, copy)
        log = path.with_name(path.name + "-wal")
        if log.is_file():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    except OSError as error:
        raise Refused(f"“{path.name}” could not be read: {error.strerror or error}.") from error
    return copy


def _guard(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in (
        "trusted_schema = OFF",
        "query_only = ON",
        "cell_size_check = ON",
        "mmap_size = 0",
        "ignore_check_constraints = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _check(connection: sqlite3.Connection, name: str) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Refused(f"“{name}” is not a Hedgerow project.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise Refused(f"“{name}” was made by a newer version of Hedgerow; update Hedgerow to merge it.")
    if version < SCHEMA_VERSION:
        raise Refused(f"“{name}” was made by an older version of Hedgerow; open it once in this one, then merge it.")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Refused(f"“{name}” is damaged; ask for it once more.")
    for table, columns in _COLUMNS.items():
        if not _is_plain(connection, table, columns):
            raise Refused(f"“{name}” is not built like a Hedgerow project: its table “{table}” is not as it should be.")


def _is_plain(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> bool:
    """Return whether it is a table of its own, not a view or a virtual one, with nothing computed in these columns."""
    row = connection.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if row is None or row[0] != "table" or not str(row[1]).upper().startswith("CREATE TABLE"):
        return False
    found = dict(connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,)))
    return all(found.get(column) == _ORDINARY for column in columns)


def _authorize(action: int, table: str | None, _: str | None, __: str | None, by_way_of: str | None) -> int:
    """Allow reading the tables that a merge reads, and nothing by way of a view or a trigger."""
    if by_way_of is not None or action not in _ALLOWED:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_READ and table not in _COLUMNS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
