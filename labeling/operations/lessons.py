"""What there is to learn from: the articles of a project with what is settled of their sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from labeling.domain.articles import Kind
from labeling.export.gold import Policy, targets
from labeling.export.near_copies import SCHEME, groups
from labeling.export.options import Options
from labeling.export.settling import Settler
from labeling.operations.signing import sign_articles
from labeling.operations.steps import Cancelled, Steps
from labeling.store import samples, signatures
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot

if TYPE_CHECKING:
    from labeling.suggestions.learned import Lesson, Need


@dataclass(frozen=True, slots=True)
class Lessons:
    """What there is to learn from, of labels by id in the order of the codebook in use, whose hash is `codebook`.

    `seen` are the articles to learn from. `sample` are those of the random sample of which something is settled:
    nothing is learned from these, nor from their near copies, of which `copies` have something settled.
    """

    labels: tuple[str, ...]
    codebook: str
    seen: tuple[Lesson, ...]
    sample: tuple[Lesson, ...]
    copies: int


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How much is settled of a label: sentences that have it, and the articles in which they stand; the same without.

    `need` is what is missing for it to be learned; None when it can be.
    """

    label: str
    having: int
    articles_having: int
    lacking: int
    articles_lacking: int
    need: Need | None


@dataclass(frozen=True, slots=True)
class Supply:
    """What there is to learn from in figures: articles and sentences with something settled, then label by label.

    `sample` are the articles of the random sample with something settled, `copies` the near copies of sample articles.
    """

    articles: int
    sentences: int
    labels: tuple[LabelCount, ...]
    sample: int
    copies: int


def read_lessons(project: Project, gold: Policy, steps: Steps) -> Lessons:
    """Read what is settled by a policy, adjudications first, as the project is now. Raises Cancelled.

    A sentence is unknown for a label where nothing is settled, where it is excluded, and where nobody who judged it was
    asked about the label. Articles of which nothing is known are left out.
    """
    sign_articles(project, steps)
    with project.read() as db:
        return _read(db, gold, steps)


def supply(
    project: Project, gold: Policy = Policy.MAJORITY, *, cancelled: Callable[[], bool] = lambda: False
) -> Supply | None:
    """Return how much there is to learn from; None after a cancel."""
    try:
        lessons = read_lessons(project, gold, Steps(None, cancelled, rounds=1))
    except Cancelled:
        return None
    return Supply(
        articles=len(lessons.seen),
        sentences=sum(_known(lesson) for lesson in lessons.seen),
        labels=count_labels(lessons),
        sample=len(lessons.sample),
        copies=lessons.copies,
    )


def count_labels(lessons: Lessons) -> tuple[LabelCount, ...]:
    """Return how much there is of each label."""
    from labeling.suggestions.learned import needs

    missing = needs(lessons.seen, lessons.labels)
    return tuple(_counted(label, lessons.seen, missing.get(label)) for label in lessons.labels)


def _read(db: sqlite3.Connection, gold: Policy, steps: Steps) -> Lessons:
    snapshot = Snapshot(db)
    codebook, identifiers = snapshot.codebook, snapshot.article_ids()
    labels = tuple(label.id for label in codebook.labels)
    settler = Settler(snapshot, labels, Options(gold=gold))
    group_of = _groups(db)
    sampled = samples.everything(db)
    held_back = {group_of.get(identifier, identifier) for identifier in sampled}
    seen: list[Lesson] = []
    sample: list[Lesson] = []
    copies = 0
    steps.begin_round(len(identifiers))
    for done, identifier in enumerate(identifiers):
        steps.at(done)
        lesson = _lesson(snapshot, settler, labels, identifier)
        if not _known(lesson):
            continue
        group = group_of.get(identifier, identifier)
        if identifier in sampled:
            sample.append(lesson)
        elif group in held_back:
            copies += 1
        else:
            seen.append(replace(lesson, group=group))
    return Lessons(labels, codebook.hash, tuple(seen), tuple(sample), copies)


def _groups(db: sqlite3.Connection) -> dict[str, str]:
    """Return for each article by id the first one of its near copies, itself among them."""
    found = groups(list(signatures.known(db, SCHEME).items()))
    return {identifier: group[0] for group in found for identifier in group}


def _lesson(snapshot: Snapshot, settler: Settler, labels: Sequence[str], article_id: str) -> Lesson:
    from labeling.suggestions.learned import Lesson

    judged = list(settler.of_article(article_id))
    known = [dict(zip(labels, targets(one.settlement.outcome, labels), strict=True)) for one in judged]
    return Lesson(article_id, snapshot.article(article_id).text, [one.sentence for one in judged], known)


def _known(lesson: Lesson) -> int:
    """Return of how many sentences something is known; captions and the like tell nothing."""
    return sum(
        sentence.kind is not Kind.FURNITURE and any(value is not None for value in labels.values())
        for sentence, labels in zip(lesson.sentences, lesson.labels, strict=True)
    )


def _counted(label: str, lessons: Sequence[Lesson], need: Need | None) -> LabelCount:
    sentences, articles = [0, 0], (set[str](), set[str]())
    for lesson in lessons:
        for value in lesson.settled(label):
            sentences[value] += 1
            articles[value].add(lesson.group)
    return LabelCount(label, sentences[1], len(articles[1]), sentences[0], len(articles[0]), need)
