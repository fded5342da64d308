"""Full-text search (FTS5) over the titles, sources and texts of articles."""

from __future__ import annotations

import re
import sqlite3

from labeling.domain.articles import Span

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")
# Control characters that no canonical text of a reader contains; FTS5 puts them round each hit.
_OPEN, _CLOSE = "\x01", "\x02"


def query_of(typed: str) -> str:
    """Return what a person typed as an FTS5 query.

    Every word must occur, quoted words as a phrase, and the last word may be the beginning of one.
    """
    parts = []
    for phrase, word in _PHRASE_OR_WORD.findall(typed.replace("“", '"').replace("”", '"')):
        words = _WORD.findall(phrase or word)
        if words:
            parts.append('"' + " ".join(words) + '"')
    if parts and not typed.rstrip("”").endswith(('"', " ")):
        parts[-1] += "*"
    return " ".join(parts)


def add(db: sqlite3.Connection, article_key: int) -> None:
    """Index an article’s words."""
    db.execute(
        "INSERT INTO search (rowid, title, source, text) SELECT key, title, source, text FROM searchable WHERE key = ?",
        (article_key,),
    )


def remove(db: sqlite3.Connection, article_key: int) -> None:
    """Take an article’s words out of the index, before they change or the article goes."""
    db.execute(
        "INSERT INTO search (search, rowid, title, source, text) "
        "SELECT 'delete', key, title, source, text FROM searchable WHERE key = ?",
        (article_key,),
    )


def hits(db: sqlite3.Connection, article_id: str, typed: str) -> tuple[Span, ...]:
    """Return the spans of an article's text that match what a person typed, in order."""
    query = query_of(typed)
    if not query:
        return ()
    row = db.execute(
        "SELECT highlight(search, 2, ?, ?) FROM search "
        "WHERE search MATCH ? AND rowid = (SELECT key FROM articles WHERE id = ?)",
        (_OPEN, _CLOSE, query, article_id),
    ).fetchone()
    return _marked(row[0]) if row else ()


def _marked(text: str) -> tuple[Span, ...]:
    spans, removed = [], 0
    for opening in re.finditer(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}", text):
        spans.append(Span(opening.start() - removed, opening.end() - removed - 2))
        removed += 2
    return tuple(spans)
