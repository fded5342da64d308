"""Reading what a file has to give: tables only, so that nothing which the file itself computes is read."""

from __future__ import annotations

import sqlite3

from labeling.domain.articles import Kind, Sentence
from labeling.store import boundaries
from labeling.store.transfer.rows import (
    AdjudicationRow,
    ArticleLog,
    ArticleRow,
    AssignmentRow,
    ChoiceRow,
    EditRow,
    JudgmentRow,
    NamingRow,
    ProjectLog,
    SamplingRow,
    UnionRow,
    VersionRow,
)


def project_log(db: sqlite3.Connection) -> ProjectLog:
    """Return what was said of the project as a whole, oldest first."""
    return ProjectLog(
        tuple(who for (who,) in db.execute("SELECT id FROM annotators ORDER BY key")),
        tuple(
            NamingRow(*row)
            for row in db.execute(
                "SELECT n.id, p.id, n.name FROM namings n JOIN annotators p ON p.key = n.annotator ORDER BY n.id"
            )
        ),
        tuple(
            UnionRow(*row)
            for row in db.execute(
                "SELECT u.id, p.id, o.id, u.united FROM unions u JOIN annotators p ON p.key = u.annotator "
                "JOIN annotators o ON o.key = u.other ORDER BY u.id"
            )
        ),
        tuple(VersionRow(*row) for row in db.execute("SELECT hash, content FROM codebooks ORDER BY key")),
        tuple(
            ChoiceRow(*row)
            for row in db.execute(
                "SELECT h.id, c.hash FROM codebook_choices h JOIN codebooks c ON c.key = h.codebook ORDER BY h.id"
            )
        ),
    )


def article(db: sqlite3.Connection, article_id: str) -> ArticleRow:
    """Return an article as it was imported; KeyError when the file does not have it."""
    row = db.execute(
        "SELECT a.key, a.imported, a.name, a.title, a.metadata, t.text, f.sentences FROM articles a "
        "JOIN texts t ON t.article = a.key LEFT JOIN first_boundaries f ON f.article = a.key WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise KeyError(article_id)
    key, imported, name, title, metadata, text, first = row
    sentences = boundaries.read(first) if first is not None else _sentences(db, key)
    return ArticleRow(article_id, imported, name, title, metadata, text, sentences)


def _sentences(db: sqlite3.Connection, article_key: int) -> tuple[Sentence, ...]:
    rows = db.execute(
        'SELECT start, "end", kind, paragraph FROM sentences WHERE article = ? ORDER BY start', (article_key,)
    )
    return tuple(Sentence(start, end, Kind(kind), paragraph) for start, end, kind, paragraph in rows)


def article_log(db: sqlite3.Connection, article_id: str) -> ArticleLog:
    """Return all that was said of an article; nothing when the file does not have it."""
    return ArticleLog(
        tuple(
            JudgmentRow(*row)
            for row in db.execute(
                'SELECT j.id, j.start, j."end", p.id, j.state, j.labels, j.unsure, j.comment, j.evidence, j.seconds, '
                "j.origin, j.shown, c.hash FROM judgments j JOIN annotators p ON p.key = j.annotator "
                f"JOIN codebooks c ON c.key = j.codebook WHERE j.article = {_KEY}",
                (article_id,),
            )
        ),
        tuple(
            AdjudicationRow(*row)
            for row in db.execute(
                'SELECT d.id, d.start, d."end", p.id, d.state, d.labels, d.note, c.hash FROM adjudications d '
                "JOIN annotators p ON p.key = d.author JOIN codebooks c ON c.key = d.codebook "
                f"WHERE d.article = {_KEY}",
                (article_id,),
            )
        ),
        tuple(
            EditRow(*row)
            for row in db.execute(
                "SELECT e.id, e.position, e.edit, p.id FROM boundary_edits e JOIN annotators p ON p.key = e.annotator "
                f"WHERE e.article = {_KEY}",
                (article_id,),
            )
        ),
        tuple(
            AssignmentRow(*row)
            for row in db.execute(
                "SELECT s.id, p.id, s.assigned FROM assignments s JOIN annotators p ON p.key = s.annotator "
                f"WHERE s.article = {_KEY}",
                (article_id,),
            )
        ),
        tuple(
            SamplingRow(*row)
            for row in db.execute(f"SELECT id, sampled FROM samplings WHERE article = {_KEY}", (article_id,))
        ),
    )


_KEY = "(SELECT key FROM articles WHERE id = ?)"
