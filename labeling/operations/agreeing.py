"""How far the annotators of a project agree, and which sentences that rests on."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from labeling.agreement.figures import Agreement, AnnotatorFigures, Batch, Confusion
from labeling.agreement.ratings import Ballot, Ratings
from labeling.domain.articles import SentenceId
from labeling.domain.ids import time_of
from labeling.domain.judgments import State
from labeling.operations.naming import Naming, names
from labeling.operations.reporting import Progress
from labeling.operations.steps import Cancelled, Steps
from labeling.store import codebooks, judgments, opinions
from labeling.store.connection import Project
from labeling.store.opinions import Settled

if TYPE_CHECKING:
    from labeling.agreement.judged import Bools, Judged

_Said = tuple[str, Settled | None]


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that is said of agreement in a project, and what it was computed from.

    `confusions` and `batches` are as in `labeling.agreement.confusion` and `trend`. `judged` are the opinions on every
    judged sentence, from which `sentences` leads to where they stand, for instance
    `report.sentences(finding.disagreements(report.judged, "hedge", "Ines", "Tomás"))`.
    """

    agreement: Agreement
    annotators: AnnotatorFigures
    confusions: tuple[Confusion, ...]
    batches: tuple[Batch, ...]
    judged: Judged
    spans: Mapping[str, Spans]

    def sentences(self, patterns: Bools) -> list[SentenceId]:
        """Return the sentences of what a function of `labeling.agreement.finding` found, in the order of the project.

        Articles are in the order of their import, their sentences in that of the text.
        """
        return [self.spans[article].sentence(article, number) for article, number in self.judged.places(patterns)]


class Spans:
    """Where the judged sentences of an article stand, in order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._bounds = array("I", chain.from_iterable(spans))  # a list of tuples takes twenty times as much

    def sentence(self, article: str, number: int) -> SentenceId:
        """Return a sentence by its number among the judged ones."""
        return SentenceId(article, *self._bounds[2 * number : 2 * number + 2])


def agree(
    project: Project,
    *,
    draws: int = 1000,
    seed: int = 0,
    naming: Naming = names,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report | None:
    """Return how far the annotators agree on all sentences that were judged; None after a cancel.

    `naming` says what they are called. Intervals are of `draws` samples of articles (0: none) and a `seed` that is not
    negative. `on_progress` gets the articles that were read, those in all, and nothing for a name. The project is read
    as it is at the start, whatever others write meanwhile.
    """
    steps = Steps(on_progress, cancelled, rounds=1)
    try:
        with project.read() as db:
            gathered = _Gathered(db, naming)
            gathered.read(steps)
        return _report(gathered, draws, seed, steps)
    except Cancelled:
        return None


def _report(gathered: _Gathered, draws: int, seed: int, steps: Steps) -> Report:
    from labeling.agreement.annotators import annotator_figures  # imports numpy, as do the others
    from labeling.agreement.confusion import confusions
    from labeling.agreement.judged import read
    from labeling.agreement.overall import agreement
    from labeling.agreement.trend import by_batch

    judged, done = read(gathered.ratings), len(gathered.spans)
    overall = agreement(judged, draws, seed)
    steps.at(done)
    annotators = annotator_figures(judged, draws, seed)
    steps.at(done)
    batches = by_batch(judged, gathered.moments, draws, seed)
    steps.at(done)
    return Report(overall, annotators, confusions(judged), batches, judged, gathered.spans)


class _Gathered:
    """What was said of the judged sentences of a project. `moments` are by article's id: see `_moment`."""

    def __init__(self, db: sqlite3.Connection, naming: Naming) -> None:
        self._db = db
        codebook = codebooks.current(db)
        labels = codebook.in_order({label.id for label in codebook.labels} | judgments.labels_given(db))
        self.ratings: Ratings[_Said] = Ratings(labels, self._ballots, self._gold)
        self.spans: dict[str, Spans] = {}
        self.moments: dict[str, datetime] = {}
        self._names = naming(db)
        self._asked = {key: self._labels_of(version) for key, version in opinions.codebook_hashes(db).items()}

    def read(self, steps: Steps) -> None:
        """Take all articles with a judged sentence."""
        articles, settled = opinions.article_ids(self._db), opinions.settled(self._db)
        steps.begin_round(len(articles))
        for done, (key, judged) in enumerate(groupby(opinions.judged(self._db), attrgetter("article"))):
            steps.at(done)
            sentences, article = list(judged), articles[key]
            self.ratings.add(article, [(each.said, settled.get(each[:3])) for each in sentences])
            self.spans[article] = Spans((each.start, each.end) for each in sentences)
            moment = _moment([each.latest for each in sentences])
            if moment is not None:
                self.moments[article] = moment

    def _ballots(self, said: _Said) -> Iterator[Ballot]:
        for opinion in opinions.opinions(said[0]):
            yield self._ballot(self._names[opinion.annotator], opinion.state, opinion.labels, opinion.codebook)

    def _gold(self, said: _Said) -> Ballot | None:
        _, settled = said
        return self._ballot("", *settled) if settled else None

    def _ballot(self, annotator: str, state: str, labels: str, codebook: int) -> Ballot:
        return Ballot(annotator, frozenset(json.loads(labels)), self._asked[codebook], state == State.EXCLUDED)

    def _labels_of(self, content_hash: str) -> frozenset[str]:
        codebook = codebooks.version(self._db, content_hash)
        return frozenset(label.id for label in codebook.labels) if codebook else frozenset()


def _moment(latest: list[str]) -> datetime | None:
    """Return when an article was judged, from the ids of the latest judgment of each of its sentences.

    It is the moment by which half of its sentences had their last judgment: a few that were corrected much later do not
    move it. None where the id is not one that tells the time.
    """
    try:
        return time_of(sorted(latest)[(len(latest) - 1) // 2])
    except (ValueError, OverflowError):
        return None
