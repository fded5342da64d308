"""Votes in long form: one row for article × sentence × annotator × label."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from labeling.domain.judgments import State
from labeling.export.pages import Page
from labeling.store.votes import Vote

COLUMNS = ("id", "article", "index", "annotator", "state", "unsure", "seconds", "codebook")

# What a vote says of a label: it applies, it does not, or, None, that is not known.
Answers = tuple[int | None, ...]


class Ballot(NamedTuple):
    """One annotator’s decision on a sentence: values for COLUMNS, then an answer for each label of the dataset."""

    id: str
    article: str
    place: int
    annotator: str
    state: str
    unsure: bool
    seconds: float | None
    codebook: str
    answers: Answers


class Ballots:
    """Reads the votes that decide something off pages.

    `labels` are those of the dataset, `asked` the ones that each version of the codebook has, by its hash; under a
    version that isn’t in it, all were asked about. An answer is unknown where the label was not asked about, and where
    the sentence was excluded.
    """

    def __init__(self, labels: Sequence[str], asked: Mapping[str, frozenset[str]]) -> None:
        self._labels = tuple(labels)
        self._asked = asked
        self._answers: dict[tuple[str, str, str], Answers] = {}

    def of_page(self, page: Page) -> Iterator[Ballot]:
        """Yield the votes on the chosen sentences of an article, by sentence and then by annotator’s name."""
        article = page.article.id
        for place in page.chosen:
            sentence, votes = page.judged[place].sentence, page.judged[place].votes
            identifier = f"{article}:{sentence.start}-{sentence.end}"
            for vote in votes:
                if vote.state != State.CLEARED:
                    told = (identifier, article, place, vote.annotator, vote.state, bool(vote.unsure), vote.seconds)
                    yield Ballot(*told, vote.codebook, self._answers_of(vote))

    def _answers_of(self, vote: Vote) -> Answers:
        """Return what a vote says of each label; most votes of a project say one of a few things."""
        said = (vote.state, vote.labels, vote.codebook)
        answers = self._answers.get(said)
        if answers is None:
            answers = self._answers[said] = self._read(vote)
        return answers

    def _read(self, vote: Vote) -> Answers:
        if vote.state == State.EXCLUDED:
            return (None,) * len(self._labels)
        given = set(json.loads(vote.labels))
        asked = self._asked.get(vote.codebook, frozenset(self._labels)) | given
        return tuple(int(label in given) if label in asked else None for label in self._labels)
