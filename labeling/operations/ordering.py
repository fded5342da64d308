"""Which sentences an annotator judges next, in the order of work that they have chosen, over the whole project.

An order changes the sequence, and never what is left to do. Whoever has articles assigned to them in this file is led
through those only, whoever has none through all. Articles of the random sample are in no order that suggestions make.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator
from labeling.domain.orders import Order
from labeling.operations.reporting import Progress
from labeling.operations.suggesting import all_scores, suggest_all, suggester_of
from labeling.store import annotators, articles, assignments, codebooks, judgments, progress, samples, suggested
from labeling.store.connection import Project
from labeling.suggestions.ordering import Group, Scores, groups_of, most_urgent, rarest

MOST = 2000  # sentences ahead: days of work, and little memory

_Open = Callable[[str, Iterable[SentenceId]], list[SentenceId]]


@dataclass(frozen=True, slots=True)
class Queue:
    """The sentences to judge next, in their order. `label` is the one that `Order.RARE` goes by."""

    order: Order
    label: str
    sentences: tuple[SentenceId, ...]


def is_ready(project: Project, order: Order) -> bool:
    """Return whether a queue can be made at once: it needs no suggestions, or all of them are kept."""
    db = project.connection
    return not order.by_suggestions or not suggested.missing(db, suggester_of(db).by)


def queue(
    project: Project,
    annotator: Annotator,
    order: Order,
    label: str = "",
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Queue:
    """Return what an annotator judges next, at most `MOST` sentences; empty when nothing is left in this order.

    An order by suggestions has only sentences that they speak of: with a label that is neither certain nor out of the
    question, or, by `Order.RARE`, with `label`; without one it goes by the label of the codebook that was given least
    so far. Suggestions that are missing are made first, which takes long. Raises Cancelled.
    """
    if order.by_suggestions:
        suggest_all(project, on_progress=on_progress, cancelled=cancelled)
    with project.read() as db:
        label = (label or rarest_label(db)) if order is Order.RARE else ""
        found = _by_suggestions(db, annotator, order, label) if order.by_suggestions else _as_read(db, annotator, order)
        return Queue(order, label, tuple(found))


def is_next(project: Project, annotator: Annotator, order: Order, sentence: SentenceId) -> bool:
    """Return whether a sentence of a queue is still to be judged: the project may be another since it was made."""
    db = project.connection
    if not articles.has(db, sentence.article) or samples.has(db, sentence.article) == order.by_suggestions:
        return False
    return progress.is_unjudged(db, annotator.id, sentence)


def rarest_label(db: sqlite3.Connection) -> str:
    """Return the label of the codebook in use that was given to the fewest sentences; the first one of several."""
    return rarest(progress.labels_given(db), [label.id for label in codebooks.current(db).labels])


def _by_suggestions(db: sqlite3.Connection, annotator: Annotator, order: Order, label: str) -> list[SentenceId]:
    still_open, own = _opener(db, annotator), _own(db, annotator)
    left_out = samples.everything(db)

    def groups() -> Iterator[Group]:
        for article_id, scores in all_scores(db, suggester_of(db)):
            if article_id not in left_out and (own is None or article_id in own):
                yield from _urgent(still_open(article_id, scores), scores, order, label)

    return most_urgent(groups(), MOST)


def _urgent(
    sentences: Iterable[SentenceId], scores: dict[SentenceId, dict[str, float]], order: Order, label: str
) -> Iterator[Group]:
    scored: list[tuple[SentenceId, Scores]] = [(sentence, scores[sentence]) for sentence in sentences]
    return (group for group in groups_of(scored, order, label) if group.band)


def _as_read(db: sqlite3.Connection, annotator: Annotator, order: Order) -> Iterator[SentenceId]:
    """Yield the sentences of the project, or of its sample, in the order of the articles: no score is read."""
    still_open, own = _opener(db, annotator), _own(db, annotator)
    sampled = samples.everything(db) if order is Order.SAMPLE else None
    ids = [each for each in articles.ids(db) if (sampled is None or each in sampled) and (own is None or each in own)]
    sentences = (
        sentence
        for article_id in ids
        for sentence in still_open(
            article_id, (SentenceId(article_id, *each.span) for each in articles.sentences_of(db, article_id))
        )
    )
    return islice(sentences, MOST)


def _own(db: sqlite3.Connection, annotator: Annotator) -> Collection[str] | None:
    """Return the articles that are assigned to an annotator; None when none is."""
    same = set(annotators.all_of(db, annotator.id))
    return {article for article, people in assignments.current(db).items() if people & same} or None


def _opener(db: sqlite3.Connection, annotator: Annotator) -> _Open:
    """Return what leaves the sentences of an article that an annotator has not judged."""
    begun = progress.begun(db, annotator.id)

    def still_open(article_id: str, sentences: Iterable[SentenceId]) -> list[SentenceId]:
        done = begun.get(article_id)
        if done is None:
            return list(sentences)
        if done:
            return []
        decided = {j.sentence for j in judgments.current_of_article(db, article_id, annotator.id) if j.verdict.decided}
        return [sentence for sentence in sentences if sentence not in decided]

    return still_open
