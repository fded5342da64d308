"""Releases: which datasets were exported, and what the file said then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from labeling.domain.articles import Sentence
from labeling.domain.ids import uuid7
from labeling.store import annotators, boundaries, codebooks, facts

_EPOCH = "epoch"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a file said at the end of an epoch: rows that arrived later, and articles with a greater key, are not in it.

    `codebook` is the hash of the version in use then, `annotators` are names by id.
    """

    epoch: int
    articles: int
    codebook: str
    annotators: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """One exported dataset. `digest` is the SHA-256 of `manifest`, the text of manifest.json. The id gives the time."""

    id: str
    name: str
    line: str
    moment: Moment
    digest: str
    manifest: str


def begin_epoch(db: sqlite3.Connection) -> int:
    """Begin a new epoch; return the one that ends with it."""
    ended = int(facts.get(db, _EPOCH, "0"))
    facts.put(db, _EPOCH, str(ended + 1))
    return ended


def moment(db: sqlite3.Connection, epoch: int) -> Moment:
    """Return what the file says now as the end of `epoch`, which must be over."""
    (last,) = db.execute("SELECT coalesce(max(key), 0) FROM articles").fetchone()
    return Moment(epoch, last, codebooks.current(db).hash, annotators.names(db))


def add(db: sqlite3.Connection, name: str, line: str, at: Moment, digest: str, manifest: str) -> None:
    """Record a release. sqlite3.IntegrityError when there is one of that name."""
    db.execute(
        "INSERT INTO releases (id, name, line, epoch, articles, codebook, annotators, digest, manifest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            uuid7(),
            name,
            line,
            at.epoch,
            at.articles,
            codebooks.key_of(db, at.codebook),
            json.dumps(at.annotators, ensure_ascii=False, sort_keys=True),
            digest,
            manifest,
        ),
    )


def everything(db: sqlite3.Connection) -> list[Release]:
    """Return all releases, oldest first."""
    return [_release(row) for row in db.execute(f"{_SELECT} ORDER BY r.id")]


def named(db: sqlite3.Connection, name: str) -> Release | None:
    """Return the release of that name, or None."""
    row = db.execute(f"{_SELECT} WHERE r.name = ?", (name,)).fetchone()
    return _release(row) if row else None


def of_line(db: sqlite3.Connection, line: str) -> list[Release]:
    """Return the releases of a line, oldest first."""
    return [_release(row) for row in db.execute(f"{_SELECT} WHERE r.line = ? ORDER BY r.id", (line,))]


def tests_on(db: sqlite3.Connection, article_id: str) -> bool:
    """Return whether an article is in the part `test` of any release."""
    row = db.execute(
        "SELECT 1 FROM releases WHERE json_valid(manifest) AND json_extract(manifest, ?) = 'test' LIMIT 1",
        (f'$.articles."{article_id}"',),
    ).fetchone()
    return row is not None


def earlier_boundaries(db: sqlite3.Connection, epoch: int) -> dict[str, tuple[Sentence, ...]]:
    """Return the sentences of the articles that have had others since the end of an epoch, by article’s id."""
    rows = db.execute(
        "SELECT a.id, e.sentences, min(e.epoch) FROM earlier_boundaries e JOIN articles a ON a.key = e.article "
        "WHERE e.epoch > ? GROUP BY e.article",
        (epoch,),
    )
    return {article: boundaries.read(content) for article, content, _ in rows}


def earlier_articles(db: sqlite3.Connection, epoch: int) -> dict[str, tuple[str, str, Mapping[str, str]]]:
    """Return name, title and metadata of the articles that were called otherwise at the end of an epoch, by id."""
    rows = db.execute(
        "SELECT a.id, e.name, e.title, e.metadata, min(e.epoch) FROM earlier_articles e "
        "JOIN articles a ON a.key = e.article WHERE e.epoch > ? GROUP BY e.article",
        (epoch,),
    )
    return {article: (name, title, json.loads(metadata)) for article, name, title, metadata, _ in rows}


_SELECT = (
    "SELECT r.id, r.name, r.line, r.epoch, r.articles, c.hash, r.annotators, r.digest, r.manifest "
    "FROM releases r JOIN codebooks c ON c.key = r.codebook"
)


def _release(row: tuple[Any, ...]) -> Release:
    identifier, name, line, epoch, last, codebook, names, digest, manifest = row
    return Release(identifier, name, line, Moment(epoch, last, codebook, json.loads(names)), digest, manifest)
