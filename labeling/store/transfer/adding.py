"""Adding what other files give. Whoever calls this has checked the rows, and gives only those that the file lacks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from labeling.domain.articles import Article
from labeling.domain.judgments import Annotator
from labeling.store import annotators, articles, boundaries, codebooks, facts, progress, search
from labeling.store.transfer.rows import ArticleLog, ArticleRow, ChoiceRow, NamingRow, UnionRow, VersionRow


class Keys(NamedTuple):
    """The file’s own keys of annotators by id, and of versions of the codebook by hash."""

    annotators: Mapping[str, int]
    codebooks: Mapping[str, int]


def keys(db: sqlite3.Connection) -> Keys:
    """Return all keys that rows may need."""
    return Keys(dict(db.execute("SELECT id, key FROM annotators")), dict(db.execute("SELECT hash, key FROM codebooks")))


def add_people(db: sqlite3.Connection, people: Iterable[str], namings: Iterable[NamingRow]) -> None:
    """Add annotators by id, and what they are called."""
    for identifier in people:
        annotators.insert(db, Annotator(identifier, identifier))
    known = keys(db).annotators
    db.executemany(
        f"INSERT INTO namings (id, annotator, name, arrived) VALUES (?, ?, ?, {facts.EPOCH})",
        [(row.id, known[row.annotator], row.name) for row in namings],
    )


def add_unions(db: sqlite3.Connection, unions: Iterable[UnionRow]) -> None:
    known = keys(db).annotators
    db.executemany(
        f"INSERT INTO unions (id, annotator, other, united, arrived) VALUES (?, ?, ?, ?, {facts.EPOCH})",
        [(row.id, known[row.annotator], known[row.other], row.united) for row in unions],
    )


def add_versions(db: sqlite3.Connection, versions: Iterable[VersionRow], choices: Iterable[ChoiceRow]) -> None:
    """Add versions of the codebook, and when which was chosen."""
    db.executemany(f"INSERT INTO codebooks (hash, content, arrived) VALUES (?, ?, {facts.EPOCH})", versions)
    known = keys(db).codebooks
    db.executemany(
        f"INSERT INTO codebook_choices (id, codebook, arrived) VALUES (?, ?, {facts.EPOCH})",
        [(row.id, known[row.codebook]) for row in choices],
    )
    if known:
        codebooks.show(db)


def add_article(db: sqlite3.Connection, row: ArticleRow) -> None:
    """Add an article that the file does not have, as it was imported."""
    article = Article(row.id, row.name, row.title, row.text, json.loads(row.metadata))
    articles.insert(db, article, row.sentences, row.imported)


def replace_article(db: sqlite3.Connection, row: ArticleRow) -> None:
    """Put another record in the place of the article’s; releases made so far keep what they had.

    The edits of its boundaries stay: `boundaries.bound` makes them count.
    """
    key = articles.key_of(db, row.id)
    db.execute(
        "INSERT OR IGNORE INTO earlier_articles (article, epoch, name, title, metadata) "
        f"SELECT key, {facts.EPOCH}, name, title, metadata FROM articles WHERE key = ? AND {facts.EPOCH} > 0",
        (key,),
    )
    source = json.loads(row.metadata).get("source", "")
    search.remove(db, key)
    db.execute(
        "UPDATE articles SET name = ?, title = ?, source = ?, metadata = ?, imported = ? WHERE key = ?",
        (row.name, row.title, source, row.metadata, row.imported, key),
    )
    search.add(db, key)
    boundaries.keep_first(db, row.id)
    first = boundaries.as_json(row.sentences)
    db.execute("UPDATE first_boundaries SET sentences = ? WHERE article = ?", (first, key))


def add_log(db: sqlite3.Connection, article_id: str, log: ArticleLog, known: Keys) -> None:
    """Add what was said of an article, bound its sentences as the edits say and count everyone’s work in it."""
    key, people, versions = articles.key_of(db, article_id), known.annotators, known.codebooks
    if log.edits:
        boundaries.keep_first(db, article_id)
    db.executemany(
        'INSERT INTO judgments (article, id, start, "end", annotator, state, labels, unsure, comment, evidence, '
        "seconds, origin, shown, codebook, arrived) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {facts.EPOCH})",
        [(key, *row[:3], people[row.annotator], *row[4:12], versions[row.codebook]) for row in log.judgments],
    )
    db.executemany(
        'INSERT INTO adjudications (article, id, start, "end", author, state, labels, note, codebook, arrived) '
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, {facts.EPOCH})",
        [(key, *row[:3], people[row.author], *row[4:7], versions[row.codebook]) for row in log.adjudications],
    )
    db.executemany(
        "INSERT INTO boundary_edits (article, id, position, edit, annotator, arrived) "
        f"VALUES (?, ?, ?, ?, ?, {facts.EPOCH})",
        [(key, row.id, row.position, row.edit, people[row.annotator]) for row in log.edits],
    )
    db.executemany(
        f"INSERT INTO assignments (article, id, annotator, assigned, arrived) VALUES (?, ?, ?, ?, {facts.EPOCH})",
        [(key, row.id, people[row.annotator], row.assigned) for row in log.assignments],
    )
    db.executemany(
        f"INSERT INTO samplings (article, id, sampled, arrived) VALUES (?, ?, ?, {facts.EPOCH})",
        [(key, *row) for row in log.samplings],
    )
    if not boundaries.bound(db, article_id) and log.judgments:
        progress.recount(db, article_id)
