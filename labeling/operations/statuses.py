"""What a project says, in figures."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

from labeling.domain.codebooks import Codebook
from labeling.export.gold import Gold, Opinion, Policy, settle
from labeling.operations.digests import digest
from labeling.store import adjudications, annotators, articles, codebooks, judgments
from labeling.store.connection import Project
from labeling.store.votes import Votes


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
    labels = codebook.in_order(set(counts) | judgments.labels_given(db))
    votes = Votes(db)
    for article_id in articles.ids(db):
        settled = {
            a.sentence.start: Opinion(a.verdict, frozenset(labels))
            for a in adjudications.current_of_article(db, article_id)
        }
        for sentence, said in votes.of_article(article_id):
            opinions = [Opinion(vote.verdict, frozenset(labels)) for vote in said]
            gold = settle(Policy.ANY, labels, opinions, settled.get(sentence.start))
            counts.update(gold.labels if isinstance(gold, Gold) else ())
    return counts
