"""What everybody says of single sentences, for lists that show sentences of many articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from labeling.domain.articles import SentenceId


class Said(NamedTuple):
    """What one person, by id, says of a sentence; `labels` are ids."""

    annotator: str
    state: str
    labels: tuple[str, ...]


def of_sentences(db: sqlite3.Connection, sentences: Sequence[SentenceId]) -> list[list[Said]]:
    """Return the judgments that decide of each sentence, by the order of annotators; none where nobody has judged.

    Annotators who were united are one person, whose latest judgment counts.
    """
    asked = json.dumps([[each.article, each.start, each.end] for each in sentences])
    rows = db.execute(
        "SELECT w.place, who.id, j.state, j.labels "
        "FROM (SELECT key AS place, json_extract(value, '$[0]') AS article, json_extract(value, '$[1]') AS start, "
        "json_extract(value, '$[2]') AS \"end\" FROM json_each(?)) w "
        "CROSS JOIN articles a ON a.id = w.article "
        'CROSS JOIN judgments j ON j.article = a.key AND j.start = w.start AND j."end" = w."end" '
        "JOIN annotators p ON p.key = j.annotator JOIN annotators who ON who.key = p.person "
        "WHERE j.state <> 'cleared' AND NOT EXISTS (SELECT 1 FROM annotators o JOIN judgments n "
        "ON n.annotator = o.key WHERE o.person = p.person AND n.article = j.article AND n.start = j.start "
        'AND n."end" = j."end" AND n.id > j.id) ORDER BY w.place, who.key',
        (asked,),
    )
    found: list[list[Said]] = [[] for _ in sentences]
    for place, annotator, state, labels in rows:
        found[place].append(Said(annotator, state, tuple(json.loads(labels))))
    return found
