"""What annotators added to their current judgments: comments, and flags of doubt."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from labeling.domain.articles import SentenceId

# Of an annotator who was united with others, the latest judgment of all of them counts.
_REMARKS = (
    "FROM judgments j JOIN articles a ON a.key = j.article "
    "JOIN annotators p ON p.key = j.annotator JOIN annotators who ON who.key = p.person "
    'JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end" '
    "WHERE (j.unsure OR j.comment <> '') AND NOT EXISTS (SELECT 1 FROM annotators o JOIN judgments n "
    "ON n.annotator = o.key WHERE o.person = p.person AND n.article = j.article AND n.start = j.start "
    'AND n."end" = j."end" AND n.id > j.id)'
)


class Flags(NamedTuple):
    """Whether anybody is unsure of a sentence, and whether anybody has commented on it."""

    unsure: bool
    commented: bool


class Comment(NamedTuple):
    """What an annotator, by the id of the person, wrote about a sentence, and the labels that they gave it."""

    sentence: SentenceId
    annotator: str
    words: str
    labels: tuple[str, ...]


def flags(db: sqlite3.Connection) -> Iterator[tuple[tuple[int, int, int], Flags]]:
    """Yield the sentences, by their article's key, start and end, that have a flag or a comment."""
    rows = db.execute(
        f"SELECT j.article, j.start, j.\"end\", max(j.unsure), max(j.comment <> '') {_REMARKS} "
        'GROUP BY j.article, j.start, j."end"'
    )
    for article, start, end, unsure, commented in rows:
        yield (article, start, end), Flags(bool(unsure), bool(commented))


def comments(db: sqlite3.Connection) -> Iterator[Comment]:
    """Yield the comments on current judgments, in the order of the articles and their texts."""
    rows = db.execute(
        f'SELECT a.id, j.start, j."end", who.id, j.comment, j.labels {_REMARKS} '
        "AND j.comment <> '' ORDER BY j.article, j.start, who.id"
    )
    for article, start, end, annotator, words, labels in rows:
        yield Comment(SentenceId(article, start, end), annotator, words, tuple(json.loads(labels)))
