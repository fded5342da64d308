"""The log of judgments, and what it says now.

What is said of an annotator here is said of the person: of all annotators who were united with them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Evidence, Judgment, Origin, State, Verdict
from labeling.store import annotators, articles, codebooks, facts

_COLUMNS = (
    'j.id, a.id, j.start, j."end", who.id, j.state, j.labels, j.unsure, j.comment, j.evidence, c.hash, j.seconds, '
    "j.origin, j.shown"
)
_FROM = (
    "FROM judgments j JOIN articles a ON a.key = j.article JOIN annotators p ON p.key = j.annotator "
    "JOIN annotators who ON who.key = p.person JOIN codebooks c ON c.key = j.codebook"
)
_IS_CURRENT = (
    "NOT EXISTS (SELECT 1 FROM annotators o JOIN judgments n ON n.annotator = o.key WHERE o.person = p.person "
    'AND n.article = j.article AND n.start = j.start AND n."end" = j."end" AND n.id > j.id)'
)
_OF_PERSON = "j.annotator IN (SELECT key FROM annotators WHERE person = (SELECT person FROM annotators WHERE id = ?))"
_OF_SENTENCE = 'j.article = (SELECT key FROM articles WHERE id = ?) AND j.start = ? AND j."end" = ?'


def append(db: sqlite3.Connection, judgment: Judgment) -> None:
    """Add one judgment to the log. KeyError when its article, annotator or codebook is not in the file."""
    verdict = judgment.verdict
    db.execute(
        'INSERT INTO judgments (article, start, "end", annotator, id, state, labels, unsure, comment, evidence, '
        f"seconds, origin, shown, codebook, arrived) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {facts.EPOCH})",
        (
            articles.key_of(db, judgment.sentence.article),
            judgment.sentence.start,
            judgment.sentence.end,
            annotators.key_of(db, judgment.annotator),
            judgment.id,
            verdict.state.value,
            json.dumps(verdict.labels),
            verdict.unsure,
            verdict.comment,
            json.dumps(verdict.evidence),
            judgment.seconds,
            judgment.origin.value,
            json.dumps(judgment.shown),
            codebooks.key_of(db, judgment.codebook),
        ),
    )


def current(db: sqlite3.Connection, sentence: SentenceId, annotator_id: str) -> Judgment | None:
    """Return the annotator's latest judgment of a sentence, whatever its state, or None."""
    row = db.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE {_OF_SENTENCE} AND {_OF_PERSON} ORDER BY j.id DESC LIMIT 1",
        (sentence.article, sentence.start, sentence.end, annotator_id),
    ).fetchone()
    return _judgment(row) if row else None


def history(db: sqlite3.Connection, sentence: SentenceId, annotator_id: str) -> list[Judgment]:
    """Return all that an annotator has said of a sentence and of others that had its words before, latest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE j.article = (SELECT key FROM articles WHERE id = ?) AND j.start < ? "
        'AND j."end" > ? AND ' + _OF_PERSON + " ORDER BY j.id DESC",
        (sentence.article, sentence.end, sentence.start, annotator_id),
    )
    return [_judgment(row) for row in rows]


def with_id(db: sqlite3.Connection, sentence: SentenceId, judgment_id: str) -> Judgment:
    """Return one judgment of the log."""
    row = db.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE {_OF_SENTENCE} AND j.id = ?",
        (sentence.article, sentence.start, sentence.end, judgment_id),
    ).fetchone()
    return _judgment(row)


def current_of_article(db: sqlite3.Connection, article_id: str, annotator_id: str = "") -> Iterator[Judgment]:
    """Yield the current judgments of an article's sentences as they are bounded now, by sentence and annotator.

    With `annotator_id`, only theirs. Cleared ones are among them.
    """
    condition, values = (f"AND {_OF_PERSON}", (annotator_id,)) if annotator_id else ("", ())
    rows = db.execute(
        f"SELECT {_COLUMNS} {_FROM} "
        'JOIN sentences s ON s.article = j.article AND s.start = j.start AND s."end" = j."end" '
        f"WHERE j.article = (SELECT key FROM articles WHERE id = ?) AND {_IS_CURRENT} {condition} "
        "ORDER BY j.start, who.name, who.id",
        (article_id, *values),
    )
    for row in rows:
        yield _judgment(row)


def _judgment(row: tuple[Any, ...]) -> Judgment:
    verdict, shown = verdict_of(*row[5:10]), tuple(json.loads(row[13]))
    return Judgment(row[0], SentenceId(*row[1:4]), row[4], verdict, row[10], row[11], Origin(row[12]), shown)


def count_current(db: sqlite3.Connection, annotator_ids: Iterable[str]) -> dict[str, int]:
    """Return for each annotator how many sentences their current judgments settle."""
    return {
        annotator_id: int(
            db.execute(
                "SELECT coalesce(sum(judged), 0) FROM progress "
                "WHERE annotator = (SELECT person FROM annotators WHERE id = ?)",
                (annotator_id,),
            ).fetchone()[0]
        )
        for annotator_id in annotator_ids
    }


def verdict_of(state: str, labels: str, unsure: int, comment: str, evidence: str) -> Verdict:
    """Return the verdict that these columns of a row hold."""
    if evidence == "[]" and not unsure and not comment:
        return _plain_verdict(state, labels)
    marks = tuple(Evidence(*words) for words in json.loads(evidence))
    return Verdict(State(state), tuple(json.loads(labels)), bool(unsure), comment, marks)


@lru_cache(maxsize=1024)  # most verdicts of a project are one of a few
def _plain_verdict(state: str, labels: str) -> Verdict:
    return Verdict(State(state), tuple(json.loads(labels)))


def labels_given(db: sqlite3.Connection) -> set[str]:
    """Return the ids of all labels that a current judgment or an adjudication gives."""
    rows = db.execute(
        "SELECT l.key FROM progress g, json_each(g.labels) l "
        "UNION SELECT l.value FROM adjudications d, json_each(d.labels) l"
    )
    return {label for (label,) in rows}


def latest_id(db: sqlite3.Connection) -> str:
    """Return the id of the latest judgment of all; empty when there is none."""
    (latest,) = db.execute("SELECT coalesce(max(id), '') FROM judgments").fetchone()
    return str(latest)
