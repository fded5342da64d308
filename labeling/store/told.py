"""All that annotators have ever said of the sentences as they are bounded now, with what was on screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

_TOLD = (
    'SELECT j.article, j.start, j."end", p.person, '
    "row_number() OVER (PARTITION BY p.person ORDER BY j.id) AS turn, "
    "j.origin, j.state, j.labels, j.codebook, j.shown, j.seconds FROM judgments j "
    "CROSS JOIN annotators p ON p.key = j.annotator"
)
_IN_ORDER = (
    f"SELECT t.* FROM ({_TOLD}) t "
    'CROSS JOIN sentences s ON s.article = t.article AND s.start = t.start AND s."end" = t."end" '
    'ORDER BY t.article, t.start, t."end", t.person, t.turn'
)


class Told(NamedTuple):
    """One judgment: article, annotator (the person) and codebook are the file’s own keys.

    `turn` is its place among all that the person has said, from 1; `labels` and `shown` are JSON.
    """

    article: int
    start: int
    end: int
    person: int
    turn: int
    origin: str
    state: str
    labels: str
    codebook: int
    shown: str
    seconds: float | None


def anything_shown(db: sqlite3.Connection) -> bool:
    """Return whether a suggestion was on screen when anybody judged anything."""
    return db.execute("SELECT 1 FROM judgments WHERE shown <> '[]' LIMIT 1").fetchone() is not None


def everything(db: sqlite3.Connection) -> Iterator[Told]:
    """Yield all judgments by article, sentence and person, the earliest first."""
    return map(Told._make, db.execute(_IN_ORDER))
