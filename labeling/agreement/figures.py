"""What is said of the agreement on a label: each measure with its interval, or why it has none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a measure has no value, or no interval."""

    NOBODY = "nobody has judged a sentence for it"
    ONE_ANNOTATOR = "only one annotator has judged sentences for it"
    NO_OVERLAP = "no sentence was judged by two annotators"
    NEVER_GIVEN = "nobody gave the label to a sentence that two annotators judged"
    ALWAYS_GIVEN = "everybody gave the label to every sentence that two annotators judged"
    ONE_CATEGORY = "all judgments of the sentences that two annotators judged are the same, which chance could be too"
    FEW_ARTICLES = "no interval: it rests on the sentences of a single article"
    FEW_VALUES = "no interval: more than 5 % of the draws of articles have no value, as it rests on too few articles"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, its 95 % interval from `low` to `high`, and how many sentences it rests on.

    `value` is None where the figure is undefined, `low` and `high` where there is no interval; `why` then says why, and
    is empty otherwise. `undefined_draws` of the bootstrap had no value; the interval is that of the others.
    """

    value: float | None
    low: float | None
    high: float | None
    sentences: int
    why: str = ""
    undefined_draws: int = 0


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """The measures of one label. Prevalence rests on all judged sentences, the others on those judged by two or more.

    - prevalence: the share of a sentence's annotators who gave the label, as the mean over sentences;
    - percent agreement: the share of a sentence's pairs of annotators who said the same, as the mean over sentences;
    - positive (negative) agreement: how often one annotator says so too where another gave (did not give) the label;
    - Krippendorff's alpha: 1 for perfect agreement, 0 for what chance gives, below 0 for less than that.
    """

    prevalence: Measure
    percent_agreement: Measure
    positive_agreement: Measure
    negative_agreement: Measure
    krippendorff_alpha: Measure
