"""What is wrong with a project file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from labeling.domain.articles import article_id
from labeling.store import articles, judgments, progress
from labeling.store.connection import APPLICATION_ID


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, as a sentence. `derived`: nothing is lost, it can be made anew from the logs."""

    sentence: str
    derived: bool = False


def is_whole(path: Path) -> bool:
    """Return whether a file is a project without damage, opening it read-only."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return False
            return not any(not finding.derived for finding in findings(connection))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False


def findings(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what is wrong, from the pages of the file up to the meaning of its rows."""
    damaged_pages = [row[0] for row in db.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
    if damaged_pages:
        yield Finding(f"The file itself is damaged: {damaged_pages[0]}.")
        return  # what else could be said would rest on damaged pages
    for table, count in _dangling(db):
        yield Finding(f"{count} rows of “{table}” point at something that is not in the file.")
    for key in articles.ids(db):
        yield from _article_findings(db, key)


def _dangling(db: sqlite3.Connection) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for row in db.execute("PRAGMA foreign_key_check"):
        counts[row[0]] = counts.get(row[0], 0) + 1
    return sorted(counts.items())


def _article_findings(db: sqlite3.Connection, identifier: str) -> Iterator[Finding]:
    article = articles.fetch(db, identifier)
    if article_id(article.text) != identifier:
        yield Finding(f"The text of “{article.name}” is not the one that was imported.")
    if not _tiled(article.text, db, identifier):
        yield Finding(f"The sentences of “{article.name}” overlap or leave out text.")
    if progress.stored(db, identifier) != progress.counted(judgments.current_of_article(db, identifier)):
        yield Finding(f"The counts of work done in “{article.name}” are wrong.", derived=True)


def _tiled(text: str, db: sqlite3.Connection, identifier: str) -> bool:
    place = 0
    for sentence in articles.sentences_of(db, identifier):
        if sentence.start < place or text[place : sentence.start].strip():
            return False
        place = sentence.end
    return place <= len(text) and not text[place:].strip()


def rebuild(db: sqlite3.Connection) -> None:
    """Make everything that is derived anew: the counts of work done and the index for searching."""
    for identifier in articles.ids(db):
        progress.recount(db, identifier)
    db.execute("INSERT INTO search (search) VALUES ('rebuild')")
