"""Articles, their texts and how a list of them is filtered."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from labeling.domain.articles import Article, Kind, Sentence
from labeling.domain.ids import uuid7
from labeling.store import facts, search

_SAMPLED = "coalesce((SELECT s.sampled FROM samplings s WHERE s.article = a.key ORDER BY s.id DESC LIMIT 1), 0)"


class Progress(StrEnum):
    """Which articles a list shows, by what the annotator still has to do."""

    ALL = "all"
    TO_DO = "to_do"
    UNSURE = "unsure"
    COMMENTED = "commented"


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What a list of articles is narrowed to; an empty one lets everything through.

    `label` is the id of a label that the annotator gave somewhere in the article; `query` is full text as typed.
    """

    progress: Progress = Progress.ALL
    label: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article: no text, and what one annotator has done in it.

    `sampled`: it is in the random sample to measure on.
    """

    id: str
    name: str
    title: str
    sentences: int
    judged: int
    unsure: int
    commented: int
    metadata: Mapping[str, str] = field(default_factory=dict)
    sampled: bool = False

    @property
    def done(self) -> bool:
        return self.judged >= self.sentences


def insert(db: sqlite3.Connection, article: Article, sentences: Sequence[Sentence], imported: str = "") -> bool:
    """Add an article with its boundaries and index it; return False when the file has it already.

    `imported` is the id of the import where another file made it.
    """
    imported = imported or uuid7()
    source = article.metadata.get("source", "")
    added = db.execute(
        "INSERT OR IGNORE INTO articles (id, name, title, source, metadata, sentences, imported, arrived) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, {facts.EPOCH})",
        (article.id, article.name, article.title, source, _as_json(article.metadata), len(sentences), imported),
    )
    if not added.rowcount:
        return False
    key = added.lastrowid
    db.execute("INSERT INTO texts (article, text) VALUES (?, ?)", (key, article.text))
    db.executemany(
        'INSERT INTO sentences (article, start, "end", kind, paragraph) VALUES (?, ?, ?, ?, ?)',
        [(key, s.start, s.end, s.kind.value, s.paragraph) for s in sentences],
    )
    search.add(db, int(key or 0))
    return True


def fetch(db: sqlite3.Connection, article_id: str) -> Article:
    """Return one article with its text; KeyError when the file does not have it."""
    row = db.execute(
        "SELECT a.id, a.name, a.title, t.text, a.metadata "
        "FROM articles a JOIN texts t ON t.article = a.key WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise KeyError(article_id)
    return Article(row[0], row[1], row[2], row[3], json.loads(row[4]))


def sentences_of(db: sqlite3.Connection, article_id: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order."""
    rows = db.execute(
        'SELECT start, "end", kind, paragraph FROM sentences WHERE article = (SELECT key FROM articles WHERE id = ?)',
        (article_id,),
    )
    return tuple(Sentence(start, end, Kind(kind), paragraph) for start, end, kind, paragraph in rows)


def key_of(db: sqlite3.Connection, article_id: str) -> int:
    """Return the file's own key of an article; KeyError when the file does not have it."""
    row = db.execute("SELECT key FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise KeyError(article_id)
    return int(row[0])


def keys(db: sqlite3.Connection) -> dict[str, int]:
    """Return the file's own keys of all articles by id."""
    return dict(db.execute("SELECT id, key FROM articles"))


def has(db: sqlite3.Connection, article_id: str) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone() is not None


def named(db: sqlite3.Connection, name: str) -> list[str]:
    """Return the ids of the articles that were imported under this name."""
    return [row[0] for row in db.execute("SELECT id FROM articles WHERE name = ? ORDER BY key", (name,))]


def ids(db: sqlite3.Connection, annotator_id: str = "", wanted: ArticleFilter | None = None) -> list[str]:
    """Return the ids of the articles that pass the filter, in the order of their import."""
    wanted = wanted or ArticleFilter()
    conditions, values = _conditions(wanted)
    if not conditions:
        return [row[0] for row in db.execute("SELECT id FROM articles ORDER BY key")]
    rows = db.execute(
        "SELECT a.id FROM articles a LEFT JOIN progress p ON p.article = a.key "
        "AND p.annotator = (SELECT person FROM annotators WHERE id = ?) "
        f"WHERE {' AND '.join(conditions)} ORDER BY a.key",
        (annotator_id, *values),
    )
    return [row[0] for row in rows]


def ids_up_to(db: sqlite3.Connection, last: int) -> list[str]:
    """Return the ids of the articles whose key is not greater than `last`, in the order of their import."""
    return [row[0] for row in db.execute("SELECT id FROM articles WHERE key <= ? ORDER BY key", (last,))]


def described(db: sqlite3.Connection, last: int) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Yield id, name, title and metadata of the articles whose key is not greater than `last`, in order."""
    rows = db.execute("SELECT id, name, title, metadata FROM articles WHERE key <= ? ORDER BY key", (last,))
    for identifier, name, title, metadata in rows:
        yield identifier, name, title, json.loads(metadata)


def _conditions(wanted: ArticleFilter) -> tuple[list[str], list[str]]:
    by_progress = {
        Progress.ALL: (),
        Progress.TO_DO: ("coalesce(p.judged, 0) < a.sentences",),
        Progress.UNSURE: ("p.unsure > 0",),
        Progress.COMMENTED: ("p.commented > 0",),
    }
    conditions, values = list(by_progress[wanted.progress]), []
    if wanted.label:
        conditions.append("json_extract(p.labels, '$.' || ?) > 0")
        values.append(wanted.label)
    query = search.query_of(wanted.query)
    if query:
        conditions.append("a.key IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(query)
    return conditions, values


def rows(db: sqlite3.Connection, annotator_id: str, article_ids: Iterable[str]) -> list[ArticleRow]:
    """Return what a list shows of these articles, in the order asked for."""
    wanted = list(article_ids)
    found = db.execute(
        "SELECT a.id, a.name, a.title, a.sentences, coalesce(p.judged, 0), coalesce(p.unsure, 0), "
        f"coalesce(p.commented, 0), a.metadata, {_SAMPLED} FROM articles a LEFT JOIN progress p ON p.article = a.key "
        "AND p.annotator = (SELECT person FROM annotators WHERE id = ?) "
        "WHERE a.id IN (SELECT value FROM json_each(?))",
        (annotator_id, json.dumps(wanted)),
    )
    by_id = {row[0]: _row(row) for row in found}
    return [by_id[article_id] for article_id in wanted if article_id in by_id]


def _row(values: tuple[Any, ...]) -> ArticleRow:
    identifier, name, title, sentences, judged, unsure, commented, metadata, sampled = values
    counts = (sentences, judged, unsure, commented)
    return ArticleRow(identifier, name, title, *counts, json.loads(metadata), bool(sampled))


def count(db: sqlite3.Connection) -> tuple[int, int]:
    """Return the number of articles and of sentences."""
    articles, sentences = db.execute("SELECT count(*), coalesce(sum(sentences), 0) FROM articles").fetchone()
    return int(articles), int(sentences)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
