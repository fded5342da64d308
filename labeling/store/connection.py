"""One connection to one project file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from labeling.domain.errors import Refused

APPLICATION_ID = int.from_bytes(b"Hdgr")
SUFFIX = ".hedgerow"
BUSY_SECONDS = 5.0

_PRAGMAS = """
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF;
"""


class _Rehearsed(Exception):
    """Ends a transaction that was only to show what it would do."""


class Project:
    """An open project file, for one thread. Close it, or use it as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._seen = self._data_version()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Run the body in one transaction that is on disk when this returns, or leaves no trace.

        Raises Refused when the disk is full, the file is read-only or another program keeps it locked.
        """
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")  # deferred ones can fail half-way with “locked”
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite itself rolls back when the disk is full
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise Refused(_write_problem(self.path, error)) from error

    @contextmanager
    def rehearse(self) -> Iterator[sqlite3.Connection]:
        """Run the body as `write` would, and then take back what it did. Raises Refused as `write` does."""
        with suppress(_Rehearsed), self.write() as connection:
            yield connection
            raise _Rehearsed

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Run the body inside of `write` so that an exception takes back what it did, and only that."""
        self.connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # SQLite itself rolls back when the disk is full
                self.connection.execute("ROLLBACK TO attempt")
                self.connection.execute("RELEASE attempt")
            raise
        self.connection.execute("RELEASE attempt")

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Run the body on the file as it is now, whatever others write meanwhile. Nothing can be written in it."""
        self.connection.execute("BEGIN")
        try:
            yield self.connection
        finally:
            self.connection.execute("ROLLBACK")

    def written_elsewhere(self) -> bool:
        """Return whether another connection has committed since this was last asked."""
        seen, self._seen = self._seen, self._data_version()
        return seen != self._seen

    def close(self) -> None:
        self.connection.close()

    def _data_version(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection as the program uses it: nothing is in a transaction unless `write` or `read` begins one."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.executescript(_PRAGMAS)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _write_problem(path: Path, error: sqlite3.OperationalError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return f"The disk is full, so “{path.name}” was not changed; free some space and repeat it."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"Another program keeps “{path.name}” locked; close it and repeat."
    if name.startswith("SQLITE_READONLY"):
        return f"“{path.name}” is read-only; allow writing to it and to its folder."
    return f"“{path.name}” could not be written: {error}."
