"""What is said of agreement: each measure with its interval, or why it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    """Why a measure has no value, or no interval."""

    NOBODY = "nobody has judged a sentence for it"
    ONE_ANNOTATOR = "only one annotator has judged sentences for it"
    NO_OVERLAP = "no sentence was judged by two annotators"
    NOT_COMPLETE = "no sentence was judged by all the annotators who judged for it"
    NOT_BOTH = "no sentence was judged by both"
    NO_MAJORITY = "no sentence was judged by this annotator and by a majority of others who say the same"
    NOT_SETTLED = "this annotator has judged no sentence that was adjudicated"
    NOT_ASKED = "this annotator has judged no sentence for it"
    NEVER_GIVEN = "nobody gave the label to a sentence that two annotators judged"
    ALWAYS_GIVEN = "everybody gave the label to every sentence that two annotators judged"
    NOT_BY_ANNOTATOR = "the annotator gave the label to none of these sentences"
    NOT_BY_OTHER = "none of these sentences has the label in what is compared with"
    ONE_CATEGORY = "all judgments of the sentences that two annotators judged are the same, which chance could be too"
    ONE_CATEGORY_OF_BOTH = "both gave the same judgment of every sentence, which chance could be too"
    NOTHING_SHOWN = "no suggestion was on screen when anybody decided"
    NEVER_SHOWN = "no such suggestion was on screen when a sentence was decided"
    NOTHING_ELSE_SHOWN = "no other suggestion was on screen where this was not"
    NOT_SUGGESTED = "no sentence that was judged has such a suggestion now"
    ALWAYS_SHOWN = "no sentence that has such a suggestion now was decided without it on screen"
    NOT_SHOWN_THERE = "no sentence that has such a suggestion now was decided with it on screen"
    NOBODY_WITH = "nobody who works with suggestions has decided such a sentence"
    NOBODY_WITHOUT = "nobody who works without suggestions has decided such a sentence"
    NO_PAIR_WITH = "no sentence that has this suggestion now was decided by two with it on screen"
    NO_PAIR_WITHOUT = "no sentence that has this suggestion now was decided by two without it on screen"
    SAME_ANSWERS = "all answers of these pairs are the same, which chance could be too"
    NOTHING_ACCEPTED = "nobody gave all that was suggested on screen"
    NOTHING_OVERRIDDEN = "nobody left out what was suggested on screen"
    NO_TIME = "no time was measured for these answers"
    NOBODY_BEFORE = "nobody has decided a sentence that has a suggestion with nothing on screen"
    FEW_ARTICLES = "no interval: it rests on the sentences of a single article"
    FEW_VALUES = "no interval: more than 5 % of the draws of articles have no value, as it rests on too few articles"
    NO_DRAWS = "no interval: no draws were asked for"


class Interval(NamedTuple):
    """A 95 % interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, how many sentences it rests on, and its 95 % intervals from the bootstrap over articles.

    `value` is None where the figure is undefined. Both intervals are None where there is none, `bca` alone where bias
    or acceleration is undefined. `why` says why value or intervals are missing, and is empty otherwise.
    `undefined_draws` had no value; the intervals are those of the others.
    """

    value: float | None
    sentences: int
    percentile: Interval | None = None
    bca: Interval | None = None
    why: str = ""
    undefined_draws: int = 0

    @property
    def interval(self) -> Interval | None:
        """The interval to show: BCa where it is defined, else percentile."""
        return self.bca or self.percentile

    @property
    def interval_by(self) -> str:
        """How that interval was made: `bca` or `percentile`; empty where there is none."""
        return "bca" if self.bca else "percentile" if self.percentile else ""

    @property
    def low(self) -> float | None:
        return self.interval.low if self.interval else None

    @property
    def high(self) -> float | None:
        return self.interval.high if self.interval else None


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """The measures of one label.

    Prevalence rests on all judged sentences, Fleiss' kappa on those that were judged by all the annotators who judged
    any for this label, the others on those judged by two or more.

    - prevalence: the share of a sentence's annotators who gave the label, as the mean over sentences;
    - percent agreement: the share of a sentence's pairs of annotators who said the same, as the mean over sentences;
    - positive (negative) agreement: how often one annotator says so too where another gave (did not give) the label;
    - Krippendorff's alpha, Fleiss' kappa, Gwet's AC1: 1 for perfect agreement, 0 for what chance gives, below 0 for
      less than that; they differ in what they hold to be chance.
    """

    prevalence: Measure
    percent_agreement: Measure
    positive_agreement: Measure
    negative_agreement: Measure
    krippendorff_alpha: Measure
    fleiss_kappa: Measure
    gwet_ac1: Measure


@dataclass(frozen=True, slots=True)
class SetAgreement:
    """How far whole sets of labels agree; `labels` are those that everyone was asked for, which the sets are made of.

    `exact_match` is the share of a sentence's pairs of annotators with equal sets, as the mean over sentences.
    """

    labels: tuple[str, ...]
    krippendorff_alpha_masi: Measure
    exact_match: Measure


@dataclass(frozen=True, slots=True)
class ExclusionAgreement:
    """How far annotators agree on which sentences to exclude, as a decision with two outcomes."""

    prevalence: Measure
    percent_agreement: Measure
    krippendorff_alpha: Measure


class Crossed(NamedTuple):
    """How many sentences neither, only the other one, only the first one, and both gave the label to."""

    neither: int
    only_other: int
    only_one: int
    both: int


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two annotators on one label, over the sentences that both judged for it. In `crossed` `a` is the first one."""

    a: str
    b: str
    label: str
    cohen_kappa: Measure
    percent_agreement: Measure
    crossed: Crossed

    @property
    def sentences(self) -> int:
        return sum(self.crossed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An annotator on one label against what others say, or against what was settled.

    `precision` is the share of the sentences given the label by the annotator that have it there, `recall` the share of
    those that have it there to which the annotator gave it. In `crossed` the annotator is the first one.
    """

    annotator: str
    label: str
    cohen_kappa: Measure
    percent_agreement: Measure
    precision: Measure
    recall: Measure
    crossed: Crossed


@dataclass(frozen=True, slots=True)
class Rates:
    """How often an annotator gives each label, of the sentences judged for it, and excludes one, of all judged."""

    annotator: str
    labels: Mapping[str, Measure]
    excluded: Measure


@dataclass(frozen=True, slots=True)
class Absence:
    """Krippendorff's alpha of each label without what one annotator said."""

    annotator: str
    labels: Mapping[str, Measure]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often `a` alone gave `one` label to a sentence to which `b` alone gave the `other`.

    `other` is empty for the sentences where `b` gave nothing that `a` did not.
    """

    a: str
    b: str
    one: str
    other: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Batch:
    """The agreement on some articles (ids) that were judged one after the other, between two moments."""

    first: datetime
    last: datetime
    articles: tuple[str, ...]
    labels: Mapping[str, LabelAgreement]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the annotators agree.

    `articles` and `sentences` are how many somebody has judged. `pairs` are in the order of names, then of labels.
    `draws` and `seed` are those of the bootstrap over articles.
    """

    annotators: tuple[str, ...]
    articles: int
    sentences: int
    labels: Mapping[str, LabelAgreement]
    sets: SetAgreement
    excluded: ExclusionAgreement
    pairs: tuple[PairAgreement, ...]
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class AnnotatorFigures:
    """What is said of each annotator: rates, comparisons with the rest and with gold, and alpha without them."""

    rates: tuple[Rates, ...]
    against_rest: tuple[Comparison, ...]
    against_gold: tuple[Comparison, ...]
    without: tuple[Absence, ...]


@dataclass(frozen=True, slots=True)
class ArticleDifferences:
    """An article (by its id): how many of its sentences two or more judged, and on how many of these they differ.

    `sets` are those with different sets of labels, `labels` those on which they differ by label.
    """

    article: str
    sentences: int
    sets: int
    labels: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Differences:
    """How many sentences annotators differ on: by label, in the whole set, and on whether to exclude them.

    `shared` sentences were judged by two or more, of which `excluded_by_all` were excluded by all who judged them.
    `articles` are those with shared sentences: first those with the most differing sets, then with the greatest share.
    """

    shared: int
    excluded_by_all: int
    labels: Mapping[str, int]
    sets: int
    exclusions: int
    articles: tuple[ArticleDifferences, ...]
