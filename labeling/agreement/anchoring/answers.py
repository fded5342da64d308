"""First answers as arrays: a row for each sentence that an annotator has judged."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

import numpy as np

from labeling.agreement.anchoring.first_answers import FirstAnswer, Timed
from labeling.agreement.judged import Bools, Floats, Ints

UNKNOWN, OFF, ON = 0, 1, 2
_ABSENT = -1


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """N first answers of S sentences.

    `annotators` are in the order of their names, `articles` in that of their ids, and `sources`, what suggested, by
    name. `rows`, `people` and `sentences` (N) are article, annotator and number of the sentence, as it was added.
    `given`, `known`, `shown`, `taken`, `suggested` (what is suggested now), `seen` and `then` (-1: nothing was said
    then) hold labels as bits (N); `shown_by` is `shown` by source (sources × N). `seconds` (N) is NaN where no time was
    measured.
    """

    labels: tuple[str, ...]
    annotators: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    rows: Ints
    people: Ints
    sentences: Ints
    given: Ints
    known: Ints
    shown: Ints
    taken: Ints
    suggested: Ints
    seen: Ints
    then: Ints
    shown_by: Ints
    excluded: Bools
    seconds: Floats

    @property
    def speaks(self) -> Bools:
        """Which (N) say something of labels."""
        return ~self.excluded

    def has(self, labels: Ints, label: int) -> Bools:
        """Return which (N) of such sets have a label, by its place."""
        return (labels >> label & 1).astype(np.bool_)

    def modes(self) -> Ints:
        """Return (N) whether the annotator decided with suggestions in that article: ON, OFF, or UNKNOWN.

        With nothing shown they decided without, if there was something to show.
        """
        places = self.people * max(1, len(self.articles)) + self.rows
        size = max(1, len(self.articles)) * max(1, len(self.annotators))
        shown, suggested = (
            np.bincount(places[labels != 0], minlength=size) > 0 for labels in (self.shown, self.suggested)
        )
        modes = np.where(shown, ON, np.where(suggested, OFF, UNKNOWN))
        found: Ints = modes[places]
        return found


class AnswersBuilder:
    """Takes the sentences of a project in any order. The same answers are many, so each is kept once."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        self._different: defaultdict[FirstAnswer, int] = defaultdict(count().__next__)
        self._articles: defaultdict[str, int] = defaultdict(count().__next__)
        self._people: defaultdict[str, int] = defaultdict(count().__next__)
        self._rows, self._said, self._speakers, self._sentences, self._suggested = (array("q") for _ in range(5))
        self._seconds = array("d")
        self._taken = 0

    def add(self, article: str, suggested: int, answers: Sequence[tuple[str, Timed]]) -> None:
        """Take a sentence: its article’s id, what is suggested now as bits, and annotators with their answers."""
        row = self._articles[article]
        for name, (answer, seconds) in answers:
            self._rows.append(row)
            self._said.append(self._different[answer])
            self._speakers.append(self._people[name])
            self._sentences.append(self._taken)
            self._suggested.append(suggested)
            self._seconds.append(math.nan if seconds is None else seconds)
        self._taken += 1

    def built(self) -> Answers:
        """Return them as arrays."""
        said, different = np.array(self._said, dtype=np.int64), list(self._different)
        articles, rows = _ranked(self._articles, np.array(self._rows, dtype=np.int64))
        annotators, people = _ranked(self._people, np.array(self._speakers, dtype=np.int64))
        sources = tuple(sorted({source for answer in different for source, _ in answer.shown.sources}))

        def column(of: Callable[[FirstAnswer], int]) -> Ints:
            found: Ints = np.array([of(answer) for answer in different], dtype=np.int64)[said]
            return found

        return Answers(
            labels=self._labels,
            annotators=annotators,
            articles=articles,
            sources=sources,
            rows=rows,
            people=people,
            sentences=np.array(self._sentences, dtype=np.int64),
            given=column(lambda answer: answer.labels),
            known=column(lambda answer: answer.known | answer.labels),
            shown=column(lambda answer: answer.shown.labels),
            taken=column(lambda answer: answer.taken),
            suggested=np.array(self._suggested, dtype=np.int64),
            seen=column(lambda answer: answer.seen),
            then=column(lambda answer: _ABSENT if answer.then is None else answer.then),
            shown_by=np.array([column(partial(_shown_by, source)) for source in sources], dtype=np.int64).reshape(
                len(sources), len(rows)
            ),
            excluded=column(lambda answer: answer.excluded).astype(np.bool_),
            seconds=np.array(self._seconds, dtype=np.float64),
        )


def _shown_by(source: str, answer: FirstAnswer) -> int:
    return dict(answer.shown.sources).get(source, 0)


def _ranked(numbers: Mapping[str, int], column: Ints) -> tuple[tuple[str, ...], Ints]:
    """Return names in order, and a column with their places there in place of their numbers."""
    names = tuple(sorted(numbers))
    ranks = np.zeros(len(names), dtype=np.int64)
    ranks[[numbers[name] for name in names]] = np.arange(len(names))
    return names, ranks[column]
