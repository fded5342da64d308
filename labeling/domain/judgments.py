"""Judgments: what an annotator said of a sentence at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from labeling.domain.articles import SentenceId


class State(StrEnum):
    """What a judgment says. Not looked at is the absence of a judgment and has no state."""

    LABELLED = "labelled"
    NONE = "none"
    EXCLUDED = "excluded"
    CLEARED = "cleared"


class Origin(StrEnum):
    """Where a judgment came from."""

    HAND = "hand"
    SUGGESTION = "suggestion"
    IMPORT = "import"
    UNDO = "undo"


class Evidence(NamedTuple):
    """Words `[start, end)` of the article that a person marked as carrying a label."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotator:
    """Someone who judges: a stable id, made once on their machine, and a name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The content of a judgment, without who, when and where.

    `labels` are ids in codebook order, non-empty exactly when the state is `labelled`. A `cleared` verdict says nothing
    of the labels; it may still carry a comment or the unsure flag.
    """

    state: State = State.CLEARED
    labels: tuple[str, ...] = ()
    unsure: bool = False
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.labels) != (self.state is State.LABELLED):
            raise ValueError(f"labels {self.labels} do not fit the state “{self.state}”")

    @property
    def decided(self) -> bool:
        """Whether it settles the sentence: labelled, none or excluded."""
        return self.state is not State.CLEARED

    @property
    def empty(self) -> bool:
        """Whether it says nothing at all, as if nobody had looked."""
        return not (self.decided or self.unsure or self.comment or self.evidence)


@dataclass(frozen=True, slots=True)
class Judgment:
    """What one annotator said of one sentence at one moment. Never changed once written.

    `id` is a UUIDv7 and gives the time; the annotator's current judgment of a sentence is the one with the greatest id.
    `seconds` is the time from focus to judgment without idle time, None where it wasn't measured. `shown` is what was
    suggested on screen: `{"label", "score", "by"}` each, empty when there was nothing.
    """

    id: str
    sentence: SentenceId
    annotator: str
    verdict: Verdict
    codebook: str
    seconds: float | None = None
    origin: Origin = Origin.HAND
    shown: tuple[Mapping[str, object], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What the team settled a sentence on: a record of its own, with its author (an annotator's id) and a note."""

    id: str
    sentence: SentenceId
    author: str
    verdict: Verdict
    codebook: str
    note: str = ""
