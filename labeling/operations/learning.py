"""What annotators learn from: where they were corrected, what was asked, and what a changed rule may touch."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from labeling.agreement.ratings import Ballot
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import State
from labeling.operations.steps import Cancelled
from labeling.operations.ways import EXCLUDED, Ways
from labeling.store import annotators, codebooks, opinions, remarks
from labeling.store.connection import Project
from labeling.store.opinions import Sentence, Settled
from labeling.store.remarks import Comment

Stopped = Callable[[], bool]

_AT_ONCE = 2000  # sentences between two looks at whether the work was cancelled


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence that was settled otherwise than an annotator judged it.

    `wrong` are the labels that they gave and that do not apply, `missed` those that apply and that they did not give,
    in the order of the codebook. Where one excluded the sentence and the other did not, “excluded” stands there alone.
    """

    sentence: SentenceId
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A sentence that was judged before the entries of these labels in the codebook were changed."""

    sentence: SentenceId
    labels: tuple[str, ...]


def corrections(project: Project, annotator_id: str, cancelled: Stopped = lambda: False) -> list[Correction] | None:
    """Return where an annotator was corrected, in the order of the articles; None after a cancel.

    A label counts that both versions of the codebook had: the one of the judgment and the one of the decision.
    """
    try:
        with project.read() as db:
            return list(_corrections(db, annotator_id, cancelled))
    except Cancelled:
        return None


def questions(project: Project) -> list[Comment]:
    """Return the comments on current judgments of all annotators, in the order of the articles."""
    with project.read() as db:
        return list(remarks.comments(db))


def touched(project: Project, cancelled: Stopped = lambda: False) -> list[Touched] | None:
    """Return the sentences whose judgment a changed rule may touch, in the order of the articles; None after a cancel.

    These are sentences with a current judgment under a version of the codebook in which the definition, the rules or
    the examples of a label were others than they are now, if that judgment gave the label, or people differ on it, or
    somebody is unsure of the sentence. What only names, letters or colours were changed of is not touched.
    """
    try:
        with project.read() as db:
            return list(_touched(db, cancelled))
    except Cancelled:
        return None


def changed_entries(before: Codebook, now: Codebook) -> tuple[str, ...]:
    """Return the labels of both versions that mean something else now than before."""
    said = {label.id: (label.definition, label.rules, label.examples) for label in before.labels}
    return tuple(
        label.id
        for label in now.labels
        if label.id in said and said[label.id] != (label.definition, label.rules, label.examples)
    )


def _corrections(db: sqlite3.Connection, annotator_id: str, cancelled: Stopped) -> Iterator[Correction]:
    try:
        person = annotators.person_ids(db)[annotators.key_of(db, annotator_id)]
    except KeyError:  # has not judged here
        return
    articles, ways, settled = opinions.article_ids(db), Ways(db), opinions.settled(db)
    for sentence in _judged(db, cancelled):
        gold = settled.get(sentence[:3])
        if gold is None:
            continue
        article = articles[sentence.article]
        for ballot in ways.all[ways.place(article, sentence)].ballots:
            if ballot.annotator == person:
                wrong, missed = _difference(ballot, gold, ways)
                if wrong or missed:
                    yield Correction(SentenceId(article, sentence.start, sentence.end), wrong, missed)


def _difference(ballot: Ballot, gold: Settled, ways: Ways) -> tuple[tuple[str, ...], tuple[str, ...]]:
    excluded = gold.state == State.EXCLUDED
    if ballot.excluded or excluded:
        said = ((EXCLUDED,) if ballot.excluded else (), (EXCLUDED,) if excluded else ())
        return said if ballot.excluded != excluded else ((), ())
    settled, known = set(json.loads(gold.labels)), ways.known_to(gold.codebook)
    wrong = tuple(label for label in ways.labels if label in ballot.given and label in known - settled)
    missed = tuple(
        label for label in ways.labels if label in settled and label in set(ballot.known) - set(ballot.given)
    )
    return wrong, missed


def _touched(db: sqlite3.Connection, cancelled: Stopped) -> Iterator[Touched]:
    now = codebooks.current(db)
    versions = {key: codebooks.version(db, content_hash) for key, content_hash in opinions.codebook_hashes(db).items()}
    changed = {key: set(changed_entries(version, now)) for key, version in versions.items() if version is not None}
    if not any(changed.values()):
        return
    articles, ways, flags = opinions.article_ids(db), Ways(db), dict(remarks.flags(db))
    for sentence in _judged(db, cancelled):
        said = list(opinions.opinions(sentence.said))
        if not any(changed[opinion.codebook] for opinion in said):
            continue
        article = articles[sentence.article]
        differing = set(ways.all[ways.place(article, sentence)].labels_between("", ""))
        unsure = sentence[:3] in flags and flags[sentence[:3]].unsure
        labels = {
            label
            for opinion in said
            for label in changed[opinion.codebook]
            if unsure or label in differing or label in json.loads(opinion.labels)
        }
        if labels:
            yield Touched(SentenceId(article, sentence.start, sentence.end), now.in_order(labels))


def _judged(db: sqlite3.Connection, cancelled: Stopped) -> Iterator[Sentence]:
    for number, sentence in enumerate(opinions.judged(db)):
        if not number % _AT_ONCE and cancelled():
            raise Cancelled
        yield sentence
