"""Notes on judgments that an annotator does not want to see again."""

from __future__ import annotations

import sqlite3

from labeling.domain.articles import SentenceId
from labeling.store import annotators, articles


def add(db: sqlite3.Connection, sentence: SentenceId, annotator_id: str, note: str) -> None:
    """Show a note no more. KeyError when the file lacks the article or the annotator."""
    db.execute(
        'INSERT OR IGNORE INTO dismissals (article, start, "end", annotator, note) VALUES (?, ?, ?, ?, ?)',
        (articles.key_of(db, sentence.article), *sentence.span, annotators.key_of(db, annotator_id), note),
    )


def remove(db: sqlite3.Connection, sentence: SentenceId, annotator_id: str) -> None:
    """Show all notes on a sentence again."""
    db.execute(
        'DELETE FROM dismissals WHERE article = (SELECT key FROM articles WHERE id = ?) AND start = ? AND "end" = ? '
        "AND annotator IN (SELECT key FROM annotators WHERE person = "
        "(SELECT person FROM annotators WHERE id = ?))",
        (sentence.article, *sentence.span, annotator_id),
    )


def of_article(db: sqlite3.Connection, article_id: str, annotator_id: str) -> set[tuple[SentenceId, str]]:
    """Return the sentences of an article and the notes on them that an annotator dismissed."""
    rows = db.execute(
        'SELECT start, "end", note FROM dismissals WHERE article = (SELECT key FROM articles WHERE id = ?) '
        "AND annotator IN (SELECT key FROM annotators WHERE person = (SELECT person FROM annotators WHERE id = ?))",
        (article_id, annotator_id),
    )
    return {(SentenceId(article_id, start, end), note) for start, end, note in rows}
