"""Where annotators differ, what is at stake there, and how far it is settled."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from labeling.agreement.stakes import Pattern, stakes
from labeling.domain.articles import SentenceId
from labeling.operations.steps import Cancelled
from labeling.operations.ways import EXCLUDED, Voice, Ways
from labeling.store import opinions, passages, remarks
from labeling.store.connection import Project
from labeling.store.remarks import Flags

_AT_ONCE = 2000  # sentences between two looks at whether the work was cancelled
_COUNTS_KEPT = 8  # they follow each decision, so that no key press counts a project
_NO_FLAGS = Flags(unsure=False, commented=False)


class Show(StrEnum):
    """Which disagreements are listed."""

    OPEN = "open"
    SETTLED = "settled"
    ALL = "all"


class Order(StrEnum):
    """As in the articles, in the order of their import; or by stake (`labeling.agreement.stakes`), the most first."""

    ARTICLES = "articles"
    STAKE = "stake"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of disagreements is narrowed to; an empty one lets all open ones through.

    `label` is the id of a label that is differed on, or “excluded”. With `a` and `b`, the ids of annotators, these two
    differ; with one of both, that one and somebody else. `unsure` and `commented` are of anybody.
    """

    label: str = ""
    a: str = ""
    b: str = ""
    article: str = ""
    unsure: bool = False
    commented: bool = False
    show: Show = Show.OPEN


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A sentence on which two people or more differ.

    `article` is what its article is called, `index` its number there from 0. `labels` are those that they differ on, in
    the order of the codebook, at last “excluded”. `stake` is in units of alpha.
    """

    sentence: SentenceId
    article: str
    index: int
    text: str
    labels: tuple[str, ...]
    voices: tuple[Voice, ...]
    stake: float
    settled: bool


class Counts(NamedTuple):
    """How many disagreements there are, how many of them are settled, and on which labels how many are."""

    all: int
    settled: int
    by_label: Mapping[str, int]

    @property
    def open(self) -> int:
        return self.all - self.settled


class Found(NamedTuple):
    """A disagreement: the number of the way in which it was judged, its flags, and whether it was settled when read."""

    sentence: SentenceId
    way: int
    flags: Flags
    settled: bool


class Survey:
    """All disagreements of a project. What was said of each is one of a few ways, so a sentence takes little room.

    `labels` are in the order of the codebook, `people` the ids of all who judged, by id. `judged` is how many sentences
    two people or more have judged. Which disagreements are settled follows what `settle` is told.
    """

    def __init__(self, ways: Ways, weights: Sequence[float], judged: int, found: Sequence[Found]) -> None:
        self.labels = ways.labels
        self.people = tuple(sorted({voice.annotator for way in ways.all for voice in way.voices}))
        self.judged = judged
        self._ways = ways.all
        self._weights = weights
        self._found = found
        self._places = {each.sentence: place for place, each in enumerate(found)}
        self._settled = {each.sentence for each in found if each.settled}
        self._counted: dict[Wanted, Counts] = {}

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, sentence: object) -> bool:
        return sentence in self._places

    def place(self, sentence: SentenceId) -> int | None:
        """Return the number of a disagreement in the order of the articles; None for other sentences."""
        return self._places.get(sentence)

    def labels_of(self, sentence: SentenceId, a: str = "", b: str = "") -> tuple[str, ...]:
        """Return the labels on which people differ, or two of them as in `Wanted`; none where they don’t."""
        place = self._places.get(sentence)
        return () if place is None else self._ways[self._found[place].way].labels_between(a, b)

    def voices_of(self, sentence: SentenceId) -> tuple[Voice, ...]:
        """Return what everybody said of a disagreement."""
        return self._ways[self._found[self._places[sentence]].way].voices

    def stake_of(self, sentence: SentenceId) -> float:
        """Return what is at stake in a disagreement, in units of alpha."""
        return self._weights[self._found[self._places[sentence]].way]

    def is_settled(self, sentence: SentenceId) -> bool:
        return sentence in self._settled

    def settle(self, sentence: SentenceId, *, settled: bool) -> None:
        """Take note that a disagreement is settled now, or no longer."""
        place = self._places.get(sentence)
        if place is None or settled == (sentence in self._settled):
            return
        (self._settled.add if settled else self._settled.discard)(sentence)
        for wanted, counts in self._counted.items():
            if self._passes(self._found[place], wanted):
                self._counted[wanted] = counts._replace(settled=counts.settled + (1 if settled else -1))

    def chosen(self, wanted: Wanted, order: Order = Order.ARTICLES) -> list[SentenceId]:
        """Return the sentences that pass a filter; of equal stakes, as in the articles."""
        chosen = [found for found in self._found if self._passes(found, wanted)]
        if order is Order.STAKE:
            chosen.sort(key=lambda found: -self._weights[found.way])
        return [found.sentence for found in chosen]

    def counts(self, wanted: Wanted) -> Counts:
        """Count what passes a filter, settled or not; `by_label` also what only its label keeps out."""
        wanted = replace(wanted, show=Show.ALL)
        if wanted not in self._counted:
            if len(self._counted) >= _COUNTS_KEPT:
                self._counted.clear()
            self._counted[wanted] = self._count(wanted)
        return self._counted[wanted]

    def _count(self, wanted: Wanted) -> Counts:
        ways = Counter[tuple[int, bool]]()
        wider = replace(wanted, label="")
        for found in self._found:
            if self._passes(found, wider):
                ways[found.way, found.sentence in self._settled] += 1
        by_label, passing = Counter[str](), Counter[bool]()
        for (way, is_settled), number in ways.items():
            labels = self._ways[way].labels_between(wanted.a, wanted.b)
            by_label.update(dict.fromkeys(labels, number))
            passing[is_settled] += number if not wanted.label or wanted.label in labels else 0
        in_order = {label: by_label[label] for label in (*self.labels, EXCLUDED) if by_label[label]}
        return Counts(passing.total(), passing[True], in_order)

    def _passes(self, found: Found, wanted: Wanted) -> bool:
        if wanted.show is not Show.ALL and (found.sentence in self._settled) != (wanted.show is Show.SETTLED):
            return False
        if (wanted.article and found.sentence.article != wanted.article) or (wanted.unsure and not found.flags.unsure):
            return False
        if wanted.commented and not found.flags.commented:
            return False
        labels = self._ways[found.way].labels_between(wanted.a, wanted.b)
        return wanted.label in labels if wanted.label else bool(labels)


def survey(project: Project, cancelled: Callable[[], bool] = lambda: False) -> Survey | None:
    """Return all disagreements of a project as it is now; None after a cancel.

    People disagree on a sentence where the labels of their current judgments differ, among those that both versions of
    the codebook had, or where one excluded it and another did not. Flags and comments are nobody's disagreement.
    """
    try:
        with project.read() as db:
            return _surveyed(db, cancelled)
    except Cancelled:
        return None


def disagreements(project: Project, wanted: Wanted, order: Order = Order.ARTICLES) -> list[Disagreement]:
    """Return the disagreements of a project that pass a filter, in an order."""
    found = survey(project)
    return described(project, found, found.chosen(wanted, order)) if found else []


def described(project: Project, found: Survey, sentences: Sequence[SentenceId]) -> list[Disagreement]:
    """Return all that is said of disagreements, in the order asked for."""
    words = passages.of_sentences(project.connection, sentences)
    return [
        Disagreement(
            sentence,
            said.article,
            said.number,
            said.text,
            found.labels_of(sentence),
            found.voices_of(sentence),
            found.stake_of(sentence),
            found.is_settled(sentence),
        )
        for sentence, said in zip(sentences, words, strict=True)
    ]


def _surveyed(db: sqlite3.Connection, cancelled: Callable[[], bool]) -> Survey:
    articles, ways, differing = opinions.article_ids(db), Ways(db), []
    sentences = Counter[int]()
    for number, sentence in enumerate(opinions.judged(db)):
        if not number % _AT_ONCE and cancelled():
            raise Cancelled
        place = ways.place(articles[sentence.article], sentence)
        sentences[place] += 1
        if ways.all[place].labels_between("", ""):
            differing.append((sentence[:3], place))
    settled, flags = opinions.settled(db), dict(remarks.flags(db))
    weights = stakes(ways.labels, [Pattern(way.ballots, sentences[place]) for place, way in enumerate(ways.all)])
    found = [
        Found(SentenceId(articles[key[0]], *key[1:]), place, flags.get(key, _NO_FLAGS), key in settled)
        for key, place in differing
    ]
    judged = sum(number for place, number in sentences.items() if len(ways.all[place].voices) > 1)
    return Survey(ways, weights, judged, found)
