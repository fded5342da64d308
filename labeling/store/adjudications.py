"""The log of what the team settled on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Adjudication, State, Verdict
from labeling.store import annotators, articles, codebooks


def append(db: sqlite3.Connection, adjudication: Adjudication) -> None:
    """Add one adjudication to the log. KeyError when its article, author or codebook is not in the file."""
    db.execute(
        'INSERT INTO adjudications (article, start, "end", id, author, state, labels, note, codebook) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
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


def current_of_article(db: sqlite3.Connection, article_id: str) -> Iterator[Adjudication]:
    """Yield the latest adjudication of each of an article's sentences as they are bounded now, without cleared ones."""
    rows = db.execute(
        'SELECT d.id, d.start, d."end", p.id, d.state, d.labels, d.note, c.hash FROM adjudications d '
        'JOIN sentences s ON s.article = d.article AND s.start = d.start AND s."end" = d."end" '
        "JOIN annotators p ON p.key = d.author JOIN codebooks c ON c.key = d.codebook "
        "WHERE d.article = (SELECT key FROM articles WHERE id = ?) AND d.state <> 'cleared' AND NOT EXISTS ("
        "SELECT 1 FROM adjudications n WHERE n.article = d.article AND n.start = d.start "
        'AND n."end" = d."end" AND n.id > d.id) ORDER BY d.start',
        (article_id,),
    )
    for identifier, start, end, author, state, labels, note, codebook in rows:
        verdict = Verdict(State(state), tuple(json.loads(labels)))
        yield Adjudication(identifier, SentenceId(article_id, start, end), author, verdict, codebook, note)
