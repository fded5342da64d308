"""Backup copies of a project file, beside it, thinned by age."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from labeling.domain.errors import Refused
from labeling.store import integrity
from labeling.store.connection import Project

_STAMP = "%Y-%m-%d %H-%M-%S"
_PARTIAL = ".partial"

# All of the last day, then one a day for two weeks, one a week for three months, one for every thirty days before.
_AGES = (
    (timedelta(days=1), timedelta(0)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=90), timedelta(days=7)),
)
_OLDEST = timedelta(days=30)
_LENGTHS = (
    "judgments",
    "adjudications",
    "boundary_edits",
    "codebook_choices",
    "articles",
    "unions",
    "assignments",
    "samplings",
    "models",
    "merges",
)


def folder_of(path: Path) -> Path:
    """Return the folder that holds the backup copies of a project file."""
    return path.with_name(path.name + "-backups")


def copies(path: Path) -> list[Path]:
    """Return the backup copies of a project file, newest first."""
    return sorted(folder_of(path).glob(f"* {path.name}"), reverse=True)


def back_up(project: Project, *, always: bool = False, now: datetime | None = None) -> Path | None:
    """Copy the project as it is now; return the copy, or None when nothing has changed since the newest one.

    Raises Refused when the copy can't be written. The copy appears under its name only when it is whole.
    """
    now = now or datetime.now(UTC)
    folder, existing = folder_of(project.path), copies(project.path)
    if existing and not always and _content(existing[0]) == _content_of(project.connection):
        return None
    copy = folder / f"{now.strftime(_STAMP)} {project.path.name}"
    partial = copy.with_name(copy.name + _PARTIAL)
    try:
        folder.mkdir(exist_ok=True)
        for abandoned in folder.glob("*" + _PARTIAL):
            abandoned.unlink()
        project.connection.execute("VACUUM INTO ?", (str(partial),))
        partial.replace(copy)
    except (OSError, sqlite3.OperationalError) as error:
        raise Refused(f"No backup copy of “{project.path.name}” could be made: {error}.") from error
    for surplus in surplus_copies(copies(project.path), now):
        surplus.unlink()
    return copy


def newest_whole(path: Path) -> Path | None:
    """Return the newest backup copy that has no damage, or None."""
    return next((copy for copy in copies(path) if integrity.is_whole(copy)), None)


def surplus_copies(newest_first: Iterable[Path], now: datetime) -> list[Path]:
    """Return the copies that thinning by age removes; the newest never is."""
    surplus: list[Path] = []
    kept: datetime | None = None
    for copy in newest_first:
        made = made_at(copy)
        distance = next((apart for age, apart in _AGES if now - made <= age), _OLDEST)
        if kept is not None and kept - made < distance:
            surplus.append(copy)
        else:
            kept = made
    return surplus


def made_at(copy: Path) -> datetime:
    """Return when a backup copy was made, which its name says."""
    return datetime.strptime(copy.name[:19], _STAMP).replace(tzinfo=UTC)


def _content(copy: Path) -> str:
    try:
        connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return _content_of(connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return ""


def _content_of(db: sqlite3.Connection) -> str:
    """Return a digest that changes with every change: logs grow, but for merges taken back, so their lengths tell."""
    lengths = [db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in _LENGTHS]
    people = db.execute("SELECT id, name, person FROM annotators ORDER BY id").fetchall()
    latest = db.execute("SELECT id FROM articles ORDER BY key DESC LIMIT 1").fetchone()
    return hashlib.sha256(repr((lengths, people, latest)).encode()).hexdigest()
