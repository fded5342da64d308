"""The words of single sentences, for lists that show sentences of many articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from labeling.domain.articles import SentenceId


class Passage(NamedTuple):
    """A sentence's words, its number in its article from 0, and what the article is called."""

    text: str
    number: int
    article: str


def of_sentences(db: sqlite3.Connection, sentences: Sequence[SentenceId]) -> list[Passage]:
    """Return the words of sentences, in the order asked for. KeyError when the file does not have an article."""
    asked = json.dumps([[each.article, each.start, each.end] for each in sentences])
    rows = db.execute(
        'SELECT substr(t.text, w.start + 1, w."end" - w.start), (SELECT count(*) FROM sentences s '
        "WHERE s.article = a.key AND s.start < w.start), coalesce(nullif(a.title, ''), a.name) "
        "FROM (SELECT key AS place, json_extract(value, '$[0]') AS article, json_extract(value, '$[1]') AS start, "
        "json_extract(value, '$[2]') AS \"end\" FROM json_each(?)) w "
        "CROSS JOIN articles a ON a.id = w.article JOIN texts t ON t.article = a.key ORDER BY w.place",
        (asked,),
    )
    found = [Passage(*row) for row in rows]
    if len(found) != len(sentences):
        raise KeyError(next(each.article for each in sentences))
    return found
