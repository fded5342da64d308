"""What is said of how right suggestions are: figures with intervals, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from labeling.suggestions.learned.lessons import Need


class Way(StrEnum):
    """How a label is suggested: by the cue rules, by what was learned, or by both together. Simpler ones come first."""

    RULES = "rules"
    MODEL = "model"
    BOTH = "both"


WORTH = 0.01  # of F1: less is not seen in daily work
CHOSEN = "chosen"  # beside the ways: for each fold, the one that did best on the others

NOTHING_SUGGESTED = "no sentence has a score of 0.5 or more"
NOTHING_TO_FIND = "no settled sentence has the label"
NEITHER = "no settled sentence has the label, and no sentence has a score of 0.5 or more"
ONE_ARTICLE = "no interval: it rests on the sentences of a single article"
FEW_VALUES = "no interval: more than 5 % of the draws of articles have no value, as it rests on too few articles"
NO_DRAWS = "no interval: no draws were asked for"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95 % interval over articles: None where undefined; `why` says why something is missing."""

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """The sentences with a score in `[low, high)`: how many, their mean score, and the share that has the label."""

    low: float
    high: float
    mean: float
    share: float
    sentences: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether scores are shares of what is right.

    `error` is the expected calibration error, the mean distance of score and share over the sentences of the bins;
    `brier` the mean square of the distance of a score from 1 or 0. A sentence without a suggestion has a score of 0.
    """

    bins: tuple[Bin, ...]
    error: float
    brier: float


@dataclass(frozen=True, slots=True)
class WayFigures:
    """How right one way is. The first three are those of what has a score of 0.5 or more."""

    precision: Figure
    recall: Figure
    f1: Figure
    average_precision: Figure
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Point:
    """What was reached with a share of the articles: how many sentences and articles were learned from, on average."""

    share: float
    sentences: int
    articles: int
    f1: Figure
    average_precision: Figure


@dataclass(frozen=True, slots=True)
class Curve:
    """How F1 grows with what was learned from, and what that promises. `way` is the better one of those that learn.

    `gain` is what twice the labels would add to F1; its interval is that of the articles measured on, and which others
    are learned from comes on top. `helps` says whether that is worth it, None where it can’t be told;
    `enough_at` is the number of settled sentences from which on doubling it adds less than that, None where that is
    too far away to be told. `why` says why there is no answer.
    """

    way: Way
    points: tuple[Point, ...]
    gain: Figure
    helps: bool | None
    enough_at: int | None
    why: str = ""

    def sentence(self) -> str:
        """Answer in words whether more labels would help, and about how many."""
        gain = self.gain
        if gain.value is None or gain.low is None or gain.high is None:
            return f"It can’t be told whether more labels would help: {gain.why or self.why}."
        span = f"{_signed(gain.low)} to {_signed(gain.high)}"
        if self.helps is None:
            return f"It can’t be told yet whether more labels would help: twice as many would change F1 by {span}."
        if not self.helps:
            return f"More labels would hardly help: twice as many would change F1 by {_signed(gain.value)} ({span})."
        if self.enough_at is None:
            further = "and doubling goes on to help for as far as can be told"
        else:
            further = f"doubling adds less than {WORTH} from about {_about(self.enough_at)} settled sentences on"
        return f"More labels would help: twice as many would change F1 by {_signed(gain.value)} ({span}); {further}."


@dataclass(frozen=True, slots=True)
class LabelReport:
    """What the cross-validation found of a label: numbers of settled sentences and of articles, and figures by way.

    `chosen` is the way that the model uses; the figures called “chosen” tell how right such a choice is.
    """

    label: str
    sentences: int
    having: int
    articles: int
    articles_having: int
    chosen: Way
    figures: Mapping[str, WayFigures]
    curve: Curve


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a model: the labels that were learned, and what the others lack.

    `rules` and `digest` name the cue rules and the model that it is about; `sentences` counts what was
    learned from.
    """

    labels: tuple[LabelReport, ...]
    needs: tuple[Need, ...]
    articles: int
    sentences: int
    folds: int
    draws: int
    seed: int
    rules: str
    digest: str


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "−")


def _about(count: int) -> str:
    """Return a count in two digits that tell something, as a rough estimate has no more."""
    unit = 10 ** max(0, len(str(count)) - 2)
    return f"{round(count / unit) * unit:,}"
