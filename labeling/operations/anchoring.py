"""Whether suggestions that were on screen pulled the labels, and which sentences that rests on."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from labeling.agreement.anchoring.figures import Anchoring
from labeling.agreement.anchoring.first_answers import NOTHING, FirstAnswer, Shown, Step, Timed, first_answer
from labeling.agreement.behind import Behind
from labeling.domain.articles import SentenceId
from labeling.domain.showing import SHOWN_FROM
from labeling.operations.naming import Naming, names
from labeling.operations.reporting import Progress
from labeling.operations.steps import Cancelled, Steps
from labeling.operations.suggesting import Found, suggester_of, suggestions_of
from labeling.store import codebooks, judgments, opinions, told
from labeling.store.connection import Project
from labeling.store.told import Told

if TYPE_CHECKING:
    from labeling.agreement.anchoring.answers import Answers, AnswersBuilder

_BY_SENTENCE = attrgetter("start", "end")
_SAID = slice(Told._fields.index("origin"), Told._fields.index("seconds"))  # all that decides an answer but its time
_KEPT = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Anchored:
    """The figures, and the answers that they were computed from."""

    figures: Anchoring
    answers: Answers
    places: Places

    def sentences(self, behind: Behind) -> list[SentenceId]:
        """Return the sentences of the answers that a figure counts, in the order of the project."""
        from labeling.agreement.anchoring.tracing import answers_of  # imports numpy

        return self.places.of(sorted({*self.answers.sentences[answers_of(self.answers, behind)].tolist()}))


class Places:
    """Where the judged sentences of a project stand, in its order."""

    def __init__(self, articles: Mapping[int, str]) -> None:
        self._articles = articles
        self._bounds = array("Q")  # a list of tuples takes twenty times as much

    def add(self, article: int, start: int, end: int) -> None:
        """Take the next sentence, of an article by its key."""
        self._bounds.extend((article, start, end))

    def of(self, numbers: Iterable[int]) -> list[SentenceId]:
        """Return sentences by their numbers, from 0."""
        bounds = (self._bounds[3 * number : 3 * number + 3] for number in numbers)
        return [SentenceId(self._articles[article], start, end) for article, start, end in bounds]


def anchor(
    project: Project,
    *,
    draws: int = 1000,
    seed: int = 0,
    naming: Naming = names,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Anchored | None:
    """Return the figures of the first answers to all sentences; None after a cancel. Arguments as for `agree`.

    Where nothing was ever on screen, nothing else is read. Suggestions that are not kept are made for this, and left.
    """
    steps = Steps(on_progress, cancelled, rounds=1)
    try:
        with project.read() as db:
            gathered = _Gathered(db, naming)
            if told.anything_shown(db):
                gathered.read(steps)
        steps.at(0)
        return _anchored(gathered, draws, seed)
    except Cancelled:
        return None


def _anchored(gathered: _Gathered, draws: int, seed: int) -> Anchored:
    from labeling.agreement.anchoring.measuring import anchoring  # imports numpy

    answers = gathered.builder.built()
    return Anchored(anchoring(answers, draws, seed), answers, gathered.places)


class _Gathered:
    """The first answers to the judged sentences of a project."""

    def __init__(self, db: sqlite3.Connection, naming: Naming) -> None:
        from labeling.agreement.anchoring.answers import AnswersBuilder  # imports numpy

        self._db = db
        codebook = codebooks.current(db)
        labels = codebook.in_order({label.id for label in codebook.labels} | judgments.labels_given(db))
        self._bits = {label: 1 << place for place, label in enumerate(labels)}
        self._names = naming(db)
        self._articles = opinions.article_ids(db)
        self._known = {key: self._known_in(version) for key, version in opinions.codebook_hashes(db).items()}
        self._said = lru_cache(maxsize=1024)(self._labels_of)
        self._on_screen = lru_cache(maxsize=1024)(self._shown_in)
        self._known_answers: dict[tuple[object, ...], FirstAnswer | None] = {}
        self.builder: AnswersBuilder = AnswersBuilder(labels)
        self.places = Places(self._articles)

    def read(self, steps: Steps) -> None:
        """Take all articles with a judged sentence."""
        suggester = suggester_of(self._db)
        steps.begin_round(len(self._articles))
        for done, (key, of_article) in enumerate(groupby(told.everything(self._db), attrgetter("article"))):
            steps.at(done)
            article = self._articles[key]
            suggested = self._suggested(suggestions_of(self._db, article, suggester))
            for (start, end), of_sentence in groupby(of_article, _BY_SENTENCE):
                answers = self._answers(list(of_sentence))
                if answers:
                    self.builder.add(article, suggested.get((start, end), 0), answers)
                    self.places.add(key, start, end)

    def _answers(self, of_sentence: Sequence[Told]) -> list[tuple[str, Timed]]:
        """Return the first answers of everybody, most of whom have said but one thing."""
        answers: list[tuple[str, Timed]] = []
        begin, size = 0, len(of_sentence)
        while begin < size:
            first, end = of_sentence[begin], begin + 1
            while end < size and of_sentence[end].person == first.person:
                end += 1
            said = of_sentence[begin:end]
            answer = self._only(first) if len(said) == 1 else first_answer([self._step(each) for each in said])
            if answer is not None:
                answers.append((self._names[first.person], answer))
            begin = end
        return answers

    def _only(self, told: Told) -> Timed | None:
        """Return the answer of somebody who has said but this; many say the same."""
        said: tuple[object, ...] = tuple(told)[_SAID]
        if said not in self._known_answers:
            if len(self._known_answers) >= _KEPT:
                self._known_answers.clear()
            answer = first_answer([self._step(told)])
            self._known_answers[said] = answer[0] if answer else None
        known = self._known_answers[said]
        return None if known is None else (known, told.seconds)

    def _step(self, each: Told) -> Step:
        return Step(
            each.turn,
            each.origin,
            each.state,
            self._said(each.labels),
            self._known[each.codebook],
            NOTHING if each.shown == "[]" else self._on_screen(each.shown),
            each.seconds,
        )

    def _suggested(self, found: Found) -> dict[tuple[int, int], int]:
        """Return the labels that would be shown for each sentence."""
        return {
            sentence.span: self._as_bits([each.label for each in suggestions if each.score >= SHOWN_FROM])
            for sentence, suggestions in found.items()
        }

    def _labels_of(self, content: str) -> int:
        return self._as_bits(json.loads(content))

    def _shown_in(self, content: str) -> Shown:
        """Return what was on screen; what can’t be read, as another program may have written it, is passed over."""
        sources: dict[str, int] = {}
        try:
            for each in json.loads(content):
                source = str(each.get("by", "")).partition("@")[0]
                sources[source] = sources.get(source, 0) | self._as_bits([each["label"]])
        except (ValueError, TypeError, KeyError, AttributeError):
            return NOTHING
        labels = 0
        for bits in sources.values():
            labels |= bits
        return Shown(labels, tuple(sources.items()))

    def _known_in(self, content_hash: str) -> int:
        codebook = codebooks.version(self._db, content_hash)
        return self._as_bits([label.id for label in codebook.labels]) if codebook else 0

    def _as_bits(self, labels: Sequence[str]) -> int:
        return sum(self._bits.get(label, 0) for label in dict.fromkeys(labels))
