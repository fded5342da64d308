"""What is known of a training: when and on what, and how right it is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from labeling.agreement.figures import Interval, Measure
from labeling.reporting import words
from labeling.suggestions.learned import CHOSEN, Calibration, Figure, LabelReport, Report, Way, WayFigures

AS_CHOSEN = "As chosen"
SURE = (
    "Precision, recall and F1 are those of suggestions with a score of 0.5 or more; a sentence without a suggestion "
    "has a score of 0."
)
CHOICE = (
    "“As chosen” is what choosing a way is worth: in every fold the way was chosen on the others, so that this figure "
    "is not flattered by the choice."
)
LIMITS = (
    "All of this is agreement with what was settled here, in articles like these: it says nothing of other papers, "
    "topics or times, nor of who is right."
)
SAMPLE = (
    "Nothing was learned from the articles of the random sample or from their near copies, and no way was chosen on "
    "them: these are the figures to report."
)

_WAYS: Mapping[str, str] = {Way.RULES: "Rules", Way.MODEL: "Model", Way.BOTH: "Both", CHOSEN: AS_CHOSEN}
_SUGGESTS: Mapping[Way, str] = {
    Way.MODEL: "the model suggests {labels}",
    Way.BOTH: "rules and model together suggest {labels}",
    Way.RULES: "the rules suggest {labels}",
}


@dataclass(frozen=True, slots=True)
class LabelInSample:
    """How right suggestions of a label are in articles of which nothing was learned: by the rules, and what is used.

    Counts are of the settled sentences there, those that have the label, and the articles.
    """

    label: str
    sentences: int
    having: int
    articles: int
    rules: WayFigures | None
    used: WayFigures


@dataclass(frozen=True, slots=True)
class Training:
    """One training: when, by which policy of gold and under which codebook (its hash), and what was found.

    `sample` are the labels that are settled in the random sample, `copies` the articles that were left out as near
    copies of it.
    """

    moment: datetime
    gold: str
    codebook: str
    report: Report
    sample: tuple[LabelInSample, ...]
    copies: int

    def of_label(self, label: str) -> LabelReport | None:
        """Return what was found of a label; None when it was not learned."""
        return next((each for each in self.report.labels if each.label == label), None)


def way_name(way: str) -> str:
    """Return what a way is called, or the choice among them."""
    return _WAYS[way]


def who_suggests(report: Report, names: Mapping[str, str]) -> str:
    """Return which way is used for which labels, as a sentence. `names` are what labels are called."""
    parts = []
    for way, words_ in _SUGGESTS.items():
        labels = [names.get(each.label, each.label) for each in report.labels if each.chosen is way]
        if labels:
            parts.append(words_.format(labels=words.listed(labels, most=len(labels))))
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def interval_of(figure: Figure) -> Interval | None:
    """Return the interval of a figure; None without one."""
    return Interval(figure.low, figure.high) if figure.low is not None and figure.high is not None else None


def measure(figure: Figure, sentences: int) -> Measure:
    """Return a figure as those of agreement are shown and drawn."""
    return Measure(figure.value, sentences, percentile=interval_of(figure), why=figure.why)


def measures(figures: WayFigures, sentences: int) -> dict[str, Measure]:
    """Return the measures of a way by name, in the order in which they are shown."""
    return {
        "precision": measure(figures.precision, sentences),
        "recall": measure(figures.recall, sentences),
        "f1": measure(figures.f1, sentences),
        "average_precision": measure(figures.average_precision, sentences),
    }


def of_ways(found: LabelReport) -> Iterator[tuple[str, WayFigures]]:
    """Yield the ways of a label with their figures, simple ones first, and at last the choice among them."""
    for way in (*Way, CHOSEN):
        if way in found.figures:
            yield way, found.figures[way]


def calibrated(calibration: Calibration) -> str:
    """Return how far scores are from shares, in one sentence."""
    return (
        f"On average a score is {100 * calibration.error:.1f} percentage points off (expected calibration error); "
        f"Brier score {calibration.brier:.3f}."
    )


def method(report: Report) -> str:
    """Return how the figures came about."""
    return (
        f"Every figure comes from articles that the model had not seen: they were dealt into {report.folds} parts, "
        "near copies together, and each part was judged by what was learned, calibrated and chosen on the others. "
        f"{words.about_intervals(report.draws, report.seed, frozenset({'percentile'}))}"
    )
