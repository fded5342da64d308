"""The ways in which sentences were judged: who said what. A project has few of them, whatever its size."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from labeling.agreement.ratings import Ballot
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import State, Verdict
from labeling.store import annotators, codebooks, judgments, opinions

EXCLUDED = "excluded"  # stands among labels where some excluded the sentence and others did not
_READ_EACH = -1


class Voice(NamedTuple):
    """What one annotator, by id, said of a sentence, without comment and evidence."""

    annotator: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """What each of those who judged a sentence said of it, by their ids; `labels` are in the order of the codebook."""

    labels: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    voices: tuple[Voice, ...]
    _found: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def labels_between(self, a: str, b: str) -> tuple[str, ...]:
        """Return the labels on which two differ, or one of them and anybody else, or anybody; at last “excluded”."""
        if (a, b) not in self._found:
            self._found[a, b] = tuple(self._differing(a, b))
        return self._found[a, b]

    def _differing(self, a: str, b: str) -> list[str]:
        prose = [ballot for ballot in self.ballots if not ballot.excluded]
        differing = []
        for label in self.labels:
            given = {ballot.annotator for ballot in prose if label in ballot.given}
            without = {ballot.annotator for ballot in prose if label in ballot.known} - given
            if _oppose(given, without, a, b):
                differing.append(label)
        excluded = {ballot.annotator for ballot in self.ballots if ballot.excluded}
        if _oppose(excluded, {ballot.annotator for ballot in prose}, a, b):
            differing.append(EXCLUDED)
        return differing


class Ways:
    """Numbers the ways of a project as they are met. `labels` are those of the codebook, then others that were given.

    Of an annotator who was united with others, the latest judgment of them all counts.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        codebook = codebooks.current(db)
        self.labels = codebook.in_order({label.id for label in codebook.labels} | judgments.labels_given(db))
        self.all: list[Way] = []
        self._people = annotators.person_ids(db)
        self._asked = {key: self._labels_of(version) for key, version in opinions.codebook_hashes(db).items()}
        self._of_text: dict[str, int] = {}
        self._of_ballots: dict[tuple[Ballot, ...], int] = {}

    def place(self, article_id: str, sentence: opinions.Sentence) -> int:
        """Return the number of the way in which a sentence was judged."""
        place = self._of_text.get(sentence.said)
        if place is None:
            ballots = [self._ballot(opinion) for opinion in opinions.opinions(sentence.said)]
            twice = len({ballot.annotator for ballot in ballots}) < len(ballots)
            place = self._of_text[sentence.said] = _READ_EACH if twice else self._number(ballots)
        if place == _READ_EACH:
            place = self._number(self._latest(SentenceId(article_id, sentence.start, sentence.end), sentence.said))
        return place

    def known_to(self, codebook: int) -> frozenset[str]:
        """Return the labels of a version of the codebook, by the file’s own key of it."""
        return self._asked[codebook]

    def _number(self, ballots: Sequence[Ballot]) -> int:
        key = tuple(sorted(ballots, key=lambda ballot: ballot.annotator))
        if key not in self._of_ballots:
            self._of_ballots[key] = len(self.all)
            voices = tuple(Voice(ballot.annotator, self._verdict(ballot)) for ballot in key)
            self.all.append(Way(self.labels, key, voices))
        return self._of_ballots[key]

    def _latest(self, sentence: SentenceId, said: str) -> list[Ballot]:
        """Return what people who were united said last."""
        people = {self._people[opinion.annotator] for opinion in opinions.opinions(said)}
        latest = (judgments.current(self._db, sentence, person) for person in sorted(people))
        return [
            Ballot(
                judgment.annotator,
                frozenset(judgment.verdict.labels),
                self._labels_of(judgment.codebook),
                judgment.verdict.state is State.EXCLUDED,
            )
            for judgment in latest
            if judgment is not None and judgment.verdict.decided
        ]

    def _ballot(self, opinion: opinions.Opinion) -> Ballot:
        given = frozenset(json.loads(opinion.labels))
        known = self._asked[opinion.codebook]
        return Ballot(self._people[opinion.annotator], given, known, opinion.state == State.EXCLUDED)

    def _verdict(self, ballot: Ballot) -> Verdict:
        if ballot.excluded:
            return Verdict(State.EXCLUDED)
        labels = tuple(label for label in self.labels if label in ballot.given)
        return Verdict(State.LABELLED if labels else State.NONE, labels)

    def _labels_of(self, content_hash: str) -> frozenset[str]:
        codebook = codebooks.version(self._db, content_hash)
        return frozenset(label.id for label in codebook.labels) if codebook else frozenset()


def _oppose(one: Iterable[str], other: Iterable[str], a: str, b: str) -> bool:
    """Return whether there is somebody on each side: `a` and `b`, or one of them and anybody else, or anybody."""
    sides = set(one), set(other)
    named = {name for name in (a, b) if name}
    if len(named) == 2:
        return bool(named & sides[0] and named & sides[1])
    return bool(sides[0] and sides[1] and named <= sides[0] | sides[1])
