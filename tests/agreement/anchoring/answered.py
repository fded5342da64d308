"""First answers for tests, written as rows: a sentence, and who said what with what on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from labeling.agreement.anchoring.answers import Answers, AnswersBuilder
from labeling.agreement.anchoring.first_answers import FirstAnswer, Shown

LABELS = ("hedge", "denial")


def bits(labels: str) -> int:
    """The labels named by their first letters: “h”, “hd”, “” for none."""
    return sum(1 << place for place, label in enumerate(LABELS) if label[0] in labels)


class Said(NamedTuple):
    """Labels by their letters, “x” for excluded; what was `shown` then; what was `seen` later, and said `then`."""

    labels: str = ""
    shown: str = ""
    seconds: float | None = None
    taken: str = ""
    seen: str = ""
    then: str | None = None
    source: str = "cues"
    known: str = "hd"


class Line(NamedTuple):
    """A sentence: its article, what is suggested for it now, and what people said."""

    article: str
    suggested: str
    said: Mapping[str, Said]


def answers_of(lines: Iterable[Line], people: Sequence[str] | None = None) -> Answers:
    """Return them as arrays; annotators and sentences are added in the order of the lines."""
    builder = AnswersBuilder(LABELS)
    for line in lines:
        order = people or list(line.said)
        builder.add(
            line.article, bits(line.suggested), [(who, _timed(line.said[who])) for who in order if who in line.said]
        )
    return builder.built()


def _timed(said: Said) -> tuple[FirstAnswer, float | None]:
    shown = Shown(bits(said.shown), ((said.source, bits(said.shown)),) if said.shown else ())
    then = None if said.then is None else bits(said.then)
    answer = FirstAnswer(
        bits(said.labels), bits(said.known), said.labels == "x", shown, bits(said.taken), bits(said.seen), then
    )
    return answer, said.seconds
