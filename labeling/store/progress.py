"""What each annotator has done in each article, counted once and kept up to date: lists never count the log."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Judgment, Verdict
from labeling.store import annotators, articles, judgments


@dataclass(frozen=True, slots=True)
class Totals:
    """An annotator's work over the whole project, in articles and sentences."""

    articles: int
    done: int
    unsure: int
    commented: int
    sentences: int
    judged: int


def update(db: sqlite3.Connection, article_id: str, annotator_id: str, before: Verdict | None, after: Verdict) -> None:
    """Count one changed judgment of a sentence as it is bounded now."""
    changes = Counter(after.labels)
    changes.subtract(before.labels if before else ())
    before = before or Verdict()
    keys = annotators.person_of(db, annotator_id), articles.key_of(db, article_id)
    row = db.execute("SELECT labels FROM progress WHERE annotator = ? AND article = ?", keys).fetchone()
    labels = Counter(json.loads(row[0]) if row else {})
    labels.update(changes)
    db.execute(
        "INSERT INTO progress (annotator, article, judged, unsure, commented, labels) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (annotator, article) DO UPDATE SET judged = judged + excluded.judged, "
        "unsure = unsure + excluded.unsure, commented = commented + excluded.commented, labels = excluded.labels",
        (
            *keys,
            after.decided - before.decided,
            after.unsure - before.unsure,
            bool(after.comment) - bool(before.comment),
            _as_json(labels),
        ),
    )


def recount(db: sqlite3.Connection, article_id: str) -> None:
    """Count everyone's work in an article anew, after its boundaries moved or judgments came in bulk."""
    key = articles.key_of(db, article_id)
    db.execute("DELETE FROM progress WHERE article = ?", (key,))
    for annotator_id, counts in counted(judgments.current_of_article(db, article_id)).items():
        db.execute(
            "INSERT INTO progress (annotator, article, judged, unsure, commented, labels) VALUES (?, ?, ?, ?, ?, ?)",
            (annotators.person_of(db, annotator_id), key, *counts),
        )


def counted(current: Iterable[Judgment]) -> dict[str, tuple[int, int, int, str]]:
    """Return for each annotator: sentences judged, unsure, commented, and sentences by label as JSON."""
    verdicts: dict[str, list[Verdict]] = {}
    for judgment in current:
        verdicts.setdefault(judgment.annotator, []).append(judgment.verdict)
    return {
        annotator_id: (
            sum(v.decided for v in said),
            sum(v.unsure for v in said),
            sum(bool(v.comment) for v in said),
            _as_json(Counter(label for v in said for label in v.labels)),
        )
        for annotator_id, said in verdicts.items()
    }


def stored(db: sqlite3.Connection, article_id: str) -> dict[str, tuple[int, int, int, str]]:
    """Return what is kept of an article, in the form of `counted`."""
    rows = db.execute(
        "SELECT p.id, g.judged, g.unsure, g.commented, g.labels "
        "FROM progress g JOIN annotators p ON p.key = g.annotator "
        "WHERE g.article = (SELECT key FROM articles WHERE id = ?)",
        (article_id,),
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def totals(db: sqlite3.Connection, annotator_id: str) -> Totals:
    """Return an annotator's work over the whole project."""
    row = db.execute(
        "SELECT count(*), coalesce(sum(coalesce(p.judged, 0) >= a.sentences), 0), coalesce(sum(p.unsure > 0), 0), "
        "coalesce(sum(p.commented > 0), 0), coalesce(sum(a.sentences), 0), coalesce(sum(p.judged), 0) "
        "FROM articles a LEFT JOIN progress p ON p.article = a.key "
        "AND p.annotator = (SELECT person FROM annotators WHERE id = ?)",
        (annotator_id,),
    ).fetchone()
    return Totals(*row)


def begun(db: sqlite3.Connection, annotator_id: str) -> dict[str, bool]:
    """Return the ids of the articles in which an annotator has judged something, each with whether it is done."""
    rows = db.execute(
        "SELECT a.id, p.judged >= a.sentences FROM progress p JOIN articles a ON a.key = p.article "
        "WHERE p.annotator = (SELECT person FROM annotators WHERE id = ?) AND p.judged > 0",
        (annotator_id,),
    )
    return {article_id: bool(done) for article_id, done in rows}


def begun_by_anybody(db: sqlite3.Connection) -> set[str]:
    """Return the ids of the articles in which someone has judged something."""
    rows = db.execute("SELECT DISTINCT a.id FROM progress p JOIN articles a ON a.key = p.article WHERE p.judged > 0")
    return {article_id for (article_id,) in rows}


def labels_given(db: sqlite3.Connection) -> dict[str, int]:
    """Return to how many sentences each label was given; those of several annotators count for each."""
    rows = db.execute("SELECT l.key, sum(l.value) FROM progress p, json_each(p.labels) l GROUP BY l.key")
    return {str(label): int(count) for label, count in rows}


def is_unjudged(db: sqlite3.Connection, annotator_id: str, sentence: SentenceId) -> bool:
    """Return whether an annotator has still to judge a sentence; one that the file lacks is none."""
    return _unjudged_in(db, annotator_id, articles.key_of(db, sentence.article), sentence.start - 1) == sentence


def next_unjudged(db: sqlite3.Connection, annotator_id: str, after: SentenceId | None) -> SentenceId | None:
    """Return the first sentence behind `after` that the annotator has not judged, or None when everything is judged.

    The order is that of the articles and their texts; past the end it goes on from the beginning.
    """
    place = articles.key_of(db, after.article) if after else 0
    start = after.start if after else -1
    here = _unjudged_in(db, annotator_id, place, start)
    if here:
        return here
    unfinished = (
        "SELECT a.key FROM articles a LEFT JOIN progress p ON p.article = a.key "
        "AND p.annotator = (SELECT person FROM annotators WHERE id = ?) "
        "WHERE coalesce(p.judged, 0) < a.sentences AND a.key {} ? ORDER BY a.key LIMIT 1"
    )
    for comparison in (">", "<="):
        row = db.execute(unfinished.format(comparison), (annotator_id, place)).fetchone()
        if row:
            return _unjudged_in(db, annotator_id, row[0], -1)
    return None


def _unjudged_in(db: sqlite3.Connection, annotator_id: str, article_key: int, after: int) -> SentenceId | None:
    row = db.execute(
        'SELECT a.id, s.start, s."end" FROM sentences s JOIN articles a ON a.key = s.article '
        "WHERE s.article = ? AND s.start > ? AND coalesce((SELECT j.state FROM judgments j WHERE j.article = s.article "
        'AND j.start = s.start AND j."end" = s."end" AND j.annotator IN (SELECT key FROM annotators '
        "WHERE person = (SELECT person FROM annotators WHERE id = ?)) "
        "ORDER BY j.id DESC LIMIT 1), 'cleared') = 'cleared' ORDER BY s.start LIMIT 1",
        (article_key, after, annotator_id),
    ).fetchone()
    return SentenceId(*row) if row else None


def _as_json(labels: Counter[str]) -> str:
    return json.dumps({label: count for label, count in sorted(labels.items()) if count})
