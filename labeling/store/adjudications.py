"""The log of what the team settled on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Adjudication, State, Verdict
from labeling.store import annotators, articles, codebooks, facts

_NO_LIMIT = 1 << 62
_SELECT = (
    'SELECT d.id, d.start, d."end", p.id, d.state, d.labels, d.note, c.hash FROM adjudications d '
    "JOIN annotators p ON p.key = d.author JOIN codebooks c ON c.key = d.codebook"
)
_OF_SENTENCE = 'd.article = (SELECT key FROM articles WHERE id = :article) AND d.start = :start AND d."end" = :end'


def append(db: sqlite3.Connection, adjudication: Adjudication) -> None:
    """Add one adjudication to the log. KeyError when its article, author or codebook is not in the file."""
    db.execute(
        'INSERT INTO adjudications (article, start, "end", id, author, state, labels, note, codebook, arrived) '
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, {facts.EPOCH})",
        (
            articles.key_of(db, adjudication.sentence.article),
            adjudication.sentence.start,
            adjudication.sentence.end,
            adjudication.id,
            annotators.key_of(db, adjudication.author),
            adjudication.verdict.state.value,
            json.dumps(adjudication.verdict.labels),
            adjudication.note,
            codebooks.key_of(db, adjudication.codebook),
        ),
    )


def current(db: sqlite3.Connection, sentence: SentenceId) -> Adjudication | None:
    """Return the latest adjudication of a sentence, cleared or not, or None."""
    row = db.execute(f"{_SELECT} WHERE {_OF_SENTENCE} ORDER BY d.id DESC LIMIT 1", _values(sentence)).fetchone()
    return _adjudication(sentence.article, row) if row else None


def history(db: sqlite3.Connection, sentence: SentenceId) -> list[Adjudication]:
    """Return all adjudications of a sentence, latest first."""
    rows = db.execute(f"{_SELECT} WHERE {_OF_SENTENCE} ORDER BY d.id DESC", _values(sentence))
    return [_adjudication(sentence.article, row) for row in rows]


def with_id(db: sqlite3.Connection, sentence: SentenceId, adjudication_id: str) -> Adjudication:
    """Return one adjudication of the log."""
    row = db.execute(
        f"{_SELECT} WHERE {_OF_SENTENCE} AND d.id = :id", _values(sentence) | {"id": adjudication_id}
    ).fetchone()
    return _adjudication(sentence.article, row)


def current_of_article(db: sqlite3.Connection, article_id: str) -> Iterator[Adjudication]:
    """Yield the latest adjudication of each of an article's sentences as they are bounded now, without cleared ones."""
    bounded = {(s.start, s.end) for s in articles.sentences_of(db, article_id)}
    return (record for record in at_epoch(db, article_id) if record.sentence.span in bounded)


def adjudicated(db: sqlite3.Connection) -> set[str]:
    """Return the ids of the articles that have an adjudication, cleared or not."""
    rows = db.execute("SELECT id FROM articles WHERE key IN (SELECT article FROM adjudications)")
    return {row[0] for row in rows}


def at_epoch(db: sqlite3.Connection, article_id: str, epoch: int = _NO_LIMIT) -> Iterator[Adjudication]:
    """Yield the adjudications of an article that were the latest of their spans at the end of an epoch, or are now.

    Cleared ones are not among them; those of spans that are no longer sentences are.
    """
    rows = db.execute(
        f"{_SELECT} WHERE d.article = (SELECT key FROM articles WHERE id = :article) AND d.state <> 'cleared' "
        "AND d.arrived <= :epoch AND NOT EXISTS ("
        "SELECT 1 FROM adjudications n WHERE n.article = d.article AND n.start = d.start "
        'AND n."end" = d."end" AND n.id > d.id AND n.arrived <= :epoch) ORDER BY d.start',
        {"article": article_id, "epoch": epoch},
    )
    for row in rows:
        yield _adjudication(article_id, row)


def _values(sentence: SentenceId) -> dict[str, str | int]:
    return {"article": sentence.article, "start": sentence.start, "end": sentence.end}


def _adjudication(article_id: str, row: tuple[Any, ...]) -> Adjudication:
    identifier, start, end, author, state, labels, note, codebook = row
    verdict = Verdict(State(state), tuple(json.loads(labels)))
    return Adjudication(identifier, SentenceId(article_id, start, end), author, verdict, codebook, note)
