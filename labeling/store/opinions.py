"""What decides agreement: everyone’s current judgments, and what was settled, sentence by sentence.

Annotators who were united are one person here, under that person’s key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

_SAID = "group_concat(p.person || char(31) || j.state || char(31) || j.labels || char(31) || j.codebook, char(30))"
# The judgments lie in the order that is asked for: as the outer table they are read once, and grouped as they come.
_JUDGED = (
    f'SELECT j.article, j.start, j."end", {_SAID}, max(j.id) FROM judgments j '
    'CROSS JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end" '
    "CROSS JOIN annotators p ON p.key = j.annotator WHERE j.state <> 'cleared' "
    "AND NOT EXISTS (SELECT 1 FROM annotators o CROSS JOIN judgments n ON n.annotator = o.key "
    "WHERE o.person = p.person AND n.article = j.article "
    'AND n.start = j.start AND n."end" = j."end" AND n.id > j.id) '
    'GROUP BY j.article, j.start, j."end" ORDER BY j.article, j.start, j."end"'
)


class Sentence(NamedTuple):
    """A sentence `[start, end)` that somebody has judged: a key for its article, and what was said of it.

    `said` has the same text wherever the same was said by the same people; `opinions` reads it. `latest` is the id of
    the latest of these judgments.
    """

    article: int
    start: int
    end: int
    said: str
    latest: str


class Opinion(NamedTuple):
    """One judgment: annotator and codebook are the file's own keys, `labels` is JSON."""

    annotator: int
    state: str
    labels: str
    codebook: int


class Settled(NamedTuple):
    """An adjudication that is current: the codebook is the file's own key, `labels` is JSON."""

    state: str
    labels: str
    codebook: int


def judged(db: sqlite3.Connection) -> Iterator[Sentence]:
    """Yield the sentences, as they are bounded now, that have a current judgment that decides, by article and place."""
    return map(Sentence._make, db.execute(_JUDGED))


def opinions(said: str) -> Iterator[Opinion]:
    """Yield the judgments of a sentence."""
    for line in said.split("\x1e"):
        annotator, state, labels, codebook = line.split("\x1f")
        yield Opinion(int(annotator), state, labels, int(codebook))


def settled(db: sqlite3.Connection) -> dict[tuple[int, int, int], Settled]:
    """Return the current adjudications that decide, by article's key, start and end."""
    rows = db.execute(  # the other columns are those of the row with the greatest id
        'SELECT article, start, "end", max(id), state, labels, codebook FROM adjudications '
        'GROUP BY article, start, "end"'
    )
    return {
        (article, start, end): Settled(state, labels, codebook)
        for article, start, end, _, state, labels, codebook in rows
        if state != "cleared"
    }


def article_ids(db: sqlite3.Connection) -> dict[int, str]:
    """Return the ids of all articles by the file's own key, in the order of their import."""
    return dict(db.execute("SELECT key, id FROM articles ORDER BY key"))


def annotator_names(db: sqlite3.Connection) -> dict[int, str]:
    """Return a name of every person by the file's own key; those of the same name get a number, by their ids."""
    names: dict[int, str] = {}
    people = db.execute("SELECT key, name FROM annotators WHERE person = key ORDER BY name, id").fetchall()
    taken = {name for _, name in people}
    for key, name in people:
        numbered = (f"{name} ({number})" for number in count(2))
        called = name if name not in names.values() else next(other for other in numbered if other not in taken)
        taken.add(called)
        names[key] = called
    return names


def codebook_hashes(db: sqlite3.Connection) -> dict[int, str]:
    """Return the hashes of all versions of the codebook by the file's own key."""
    return dict(db.execute("SELECT key, hash FROM codebooks"))
