"""The random sample of whole articles on which a team measures. Nothing that a model says has a part in it."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.store import annotators, articles, judgments, progress, samples
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True)
class Sample:
    """The articles and sentences that are in the sample, and how many of these someone has judged, and who how many.

    `people` are those who have judged any, by their names.
    """

    articles: int = 0
    sentences: int = 0
    judged: int = 0
    people: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it in the form of `sample --json`."""
        return {
            "articles": self.articles,
            "sentences": self.sentences,
            "judged": self.judged,
            "annotators": [{"name": name, "judged": judged} for name, judged in self.people.items()],
        }


@dataclass(frozen=True, slots=True)
class Draw:
    """What would be added: articles and their sentences. `among` is the number of articles that it is drawn from."""

    articles: int
    sentences: int
    among: int


def draw_sample(project: Project, sentences: int, seed: int = 0, *, begun: bool = False) -> ChangeSet:
    """Draw whole articles at random until the sample has at least `sentences` sentences. Raises Refused below 1.

    What is in the sample stays and counts, so a sample can be drawn larger later. It is drawn from the articles in
    which nobody has judged anything; with `begun`, from all. The same articles and seed give the same sample on every
    machine, whatever the order of the imports.
    """
    with project.write() as db:
        drawn = _drawn(db, sentences, seed, begun=begun)
        for article_id, _ in drawn:
            samples.put(db, article_id, sampled=True)
    return ChangeSet(Act.SAMPLED, everything=bool(drawn))


def plan_sample(project: Project, sentences: int, seed: int = 0, *, begun: bool = False) -> Draw:
    """Return what `draw_sample` with the same values would add. Raises Refused as it does."""
    with project.read() as db:
        drawn = _drawn(db, sentences, seed, begun=begun)
        return Draw(len(drawn), sum(size for _, size in drawn), len(_candidates(db, begun=begun)))


def withdraw_sample(project: Project) -> ChangeSet:
    """Take all articles out of the sample; what was judged in them stays."""
    with project.write() as db:
        sampled = sorted(samples.everything(db))
        for article_id in sampled:
            samples.put(db, article_id, sampled=False)
    return ChangeSet(Act.SAMPLED, everything=bool(sampled))


def sample_of(project: Project) -> Sample:
    """Return what the sample has now, and how far it is judged."""
    with project.read() as db:
        sampled = samples.everything(db)
        rows = articles.rows(db, "", sampled)
        names, judged = annotators.names(db), 0
        people: dict[str, int] = {}
        for article_id in sampled:
            decided = [j for j in judgments.current_of_article(db, article_id) if j.verdict.decided]
            judged += len({judgment.sentence for judgment in decided})
            for judgment in decided:
                name = names[judgment.annotator]
                people[name] = people.get(name, 0) + 1
        return Sample(len(rows), sum(row.sentences for row in rows), judged, dict(sorted(people.items())))


def _drawn(db: sqlite3.Connection, sentences: int, seed: int, *, begun: bool) -> list[tuple[str, int]]:
    """Return the ids of the articles that are to be added, with their numbers of sentences."""
    if sentences < 1:
        raise Refused(f"A sample needs at least one sentence, not {sentences}.")
    missing = sentences - sum(row.sentences for row in articles.rows(db, "", samples.everything(db)))
    drawn = []
    for article_id, size in sorted(_candidates(db, begun=begun), key=lambda each: _place(seed, each[0])):
        if missing <= 0:
            break
        drawn.append((article_id, size))
        missing -= size
    return drawn


def _candidates(db: sqlite3.Connection, *, begun: bool) -> list[tuple[str, int]]:
    left_out = samples.everything(db) | (set() if begun else progress.begun_by_anybody(db))
    return [(row.id, row.sentences) for row in articles.rows(db, "", articles.ids(db)) if row.id not in left_out]


def _place(seed: int, article_id: str) -> bytes:
    """Return where an article stands in a draw; with the prefix, another draw than that of who gets which article."""
    return hashlib.sha256(f"sample:{seed}:{article_id}".encode()).digest()
