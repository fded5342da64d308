"""What a project says, in figures and as one digest."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from labeling.domain.judgments import Verdict
from labeling.store import adjudications, annotators, articles, codebooks, judgments
from labeling.store.connection import Project


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
    labels = Counter({label.id: 0 for label in codebooks.current(db).labels})
    for article_id in articles.ids(db):
        labels.update(_labelled_by_any(project, article_id))
    in_order = codebooks.current(db).in_order(set(labels))
    article_count, sentence_count = articles.count(db)
    return Status(
        article_count,
        sentence_count,
        sum(counts.values()),
        tuple((person.name, counts[person.id]) for person in people),
        {label: labels[label] for label in in_order},
        codebooks.current(db).hash,
        digest(project),
    )


def _labelled_by_any(project: Project, article_id: str) -> Counter[str]:
    said: dict[int, set[str]] = {}
    for judgment in judgments.current_of_article(project.connection, article_id):
        said.setdefault(judgment.sentence.start, set()).update(judgment.verdict.labels)
    for adjudication in adjudications.current_of_article(project.connection, article_id):
        said[adjudication.sentence.start] = set(adjudication.verdict.labels)
    return Counter(label for labels in said.values() for label in labels)


def digest(project: Project) -> str:
    """Return the SHA-256, in hexadecimal, of what the project says, in canonical order.

    Article ids, sentence spans and kinds, codebooks in use, and the current judgments and adjudications (who by name,
    state, labels, unsure, comment, evidence). Ids, times, history and file layout are not in it, nor are judgments that
    say nothing.
    """
    total = hashlib.sha256()
    for statement in _statements(project):
        total.update(json.dumps(statement, ensure_ascii=False, separators=(",", ":")).encode())
        total.update(b"\n")
    return total.hexdigest()


def _statements(project: Project) -> Iterator[list[Any]]:
    db = project.connection
    names = {person.id: person.name for person in annotators.everyone(db)}
    in_use = {codebooks.current(db).hash}
    for article_id in sorted(articles.ids(db)):
        yield ["article", article_id]
        yield [[s.start, s.end, s.kind] for s in articles.sentences_of(db, article_id)]
        said = []
        for judgment in judgments.current_of_article(db, article_id):
            if not judgment.verdict.empty:
                in_use.add(judgment.codebook)
                said.append([*judgment.sentence.span, names[judgment.annotator], *_content(judgment.verdict)])
        yield ["judgments", *sorted(said)]
        settled = []
        for record in adjudications.current_of_article(db, article_id):
            in_use.add(record.codebook)
            settled.append([*record.sentence.span, names[record.author], *_content(record.verdict), record.note])
        yield ["adjudications", *sorted(settled)]
    yield ["codebooks", *sorted(in_use)]


def _content(verdict: Verdict) -> list[Any]:
    evidence = sorted(verdict.evidence)
    return [verdict.state, sorted(verdict.labels), verdict.unsure, verdict.comment, evidence]
