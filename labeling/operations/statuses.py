"""What a project says, in figures and as one digest."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from labeling.domain.codebooks import Codebook
from labeling.export.gold import Gold, Policy, settle
from labeling.store import adjudications, annotators, articles, codebooks, judgments
from labeling.store.connection import Project
from labeling.store.judgments import Vote


@dataclass(frozen=True, slots=True)
class Status:
    """A project in figures.

    `judgments` counts the current ones that settle a sentence, `labels` the sentences that have the label in the gold
    of policy `any`.
    """

    articles: int
    sentences: int
    judgments: int
    annotators: tuple[tuple[str, int], ...]
    labels: dict[str, int]
    codebook: str
    digest: str

    def as_dict(self) -> dict[str, Any]:
        """Return it in the form of `status --json`."""
        return {
            "articles": self.articles,
            "sentences": self.sentences,
            "judgments": self.judgments,
            "annotators": [{"name": name, "judged": judged} for name, judged in self.annotators],
            "labels": self.labels,
            "codebook": self.codebook,
            "digest": self.digest,
        }


def status(project: Project) -> Status:
    """Return the figures of a project."""
    db = project.connection
    people = annotators.everyone(db)
    counts = judgments.count_current(db, [person.id for person in people])
    codebook = codebooks.current(db)
    labels = _labelled_by_any(db, codebook)
    article_count, sentence_count = articles.count(db)
    return Status(
        article_count,
        sentence_count,
        sum(counts.values()),
        tuple((person.name, counts[person.id]) for person in people),
        {label: labels[label] for label in codebook.in_order(set(labels))},
        codebook.hash,
        digest(project),
    )


def _labelled_by_any(db: sqlite3.Connection, codebook: Codebook) -> Counter[str]:
    """Count the sentences that have each label in the gold of policy `any`."""
    counts = Counter({label.id: 0 for label in codebook.labels})
    votes = judgments.Votes(db)
    for article_id in articles.ids(db):
        settled = {a.sentence.start: a.verdict for a in adjudications.current_of_article(db, article_id)}
        for sentence, said in votes.of_article(article_id):
            gold = settle(Policy.ANY, codebook, [vote.verdict for vote in said], settled.get(sentence.start))
            counts.update(gold.labels if isinstance(gold, Gold) else ())
    return counts


def digest(project: Project) -> str:
    """Return the SHA-256, in hexadecimal, of what the project says, in canonical order.

    Article ids, sentence spans and kinds, codebooks in use, and the current judgments and adjudications (who by name,
    state, labels, unsure, comment, evidence). Ids, times, history and file layout are not in it, nor are judgments that
    say nothing.
    """
    total = hashlib.sha256()
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for statement in _statements(project.connection):
        total.update(encode(statement).encode())
        total.update(b"\n")
    return total.hexdigest()


def _statements(db: sqlite3.Connection) -> Iterator[object]:
    names = {person.id: person.name for person in annotators.everyone(db)}
    votes = judgments.Votes(db)
    in_use = {codebooks.current(db).hash}
    for article_id in sorted(articles.ids(db)):
        yield article_id
        for sentence, said in votes.of_article(article_id):
            in_use.update(vote.codebook for vote in said)
            yield sentence.start, sentence.end, sentence.kind, [(vote.annotator, *_content(vote)) for vote in said]
        settled = list(adjudications.current_of_article(db, article_id))
        in_use.update(record.codebook for record in settled)
        yield [(a.sentence.start, names[a.author], a.verdict.state, sorted(a.verdict.labels), a.note) for a in settled]
    yield sorted(in_use)


def _content(vote: Vote) -> tuple[object, ...]:
    return vote.state, _in_order(vote.labels), vote.unsure, vote.comment, _in_order(vote.evidence)


@lru_cache(maxsize=256)
def _in_order(listed: str) -> str:
    """Return a JSON list with its elements sorted: the order in which people pressed keys says nothing."""
    return json.dumps(sorted(json.loads(listed))) if "," in listed else listed
