"""Every figure of a training as one table, as programs read it."""

from __future__ import annotations

from collections.abc import Iterator

from labeling.agreement.figures import Measure
from labeling.reporting.training import Training, measure, measures, of_ways
from labeling.reporting.words import exact
from labeling.suggestions.learned import CHOSEN, LabelReport, WayFigures

Cells = tuple[str, ...]

HEADINGS: Cells = ("label", "from", "way", "measure", "value", "low", "high", "sentences", "why")
WORDS = frozenset({"label", "from", "way", "measure", "why"})
_CROSSED, _SAMPLE, _CURVE = "cross-validation", "random sample", "learning curve"


def rows(training: Training) -> Iterator[Cells]:
    """Yield a row a figure: of the cross-validation, of the learning curve, and of the random sample.

    Those of the curve have the number of sentences that were learned from, others that of the sentences they rest on.
    """
    for found in training.report.labels:
        for way, figures in of_ways(found):
            yield from _of_way((found.label, _CROSSED, way), figures, found.sentences)
        yield from _curve(found)
    for sampled in training.sample:
        if sampled.rules is not None:
            yield from _of_way((sampled.label, _SAMPLE, "rules"), sampled.rules, sampled.sentences)
        yield from _of_way((sampled.label, _SAMPLE, CHOSEN), sampled.used, sampled.sentences)


def _of_way(keys: Cells, figures: WayFigures, sentences: int) -> Iterator[Cells]:
    for name, found in measures(figures, sentences).items():
        yield _row(keys, name, found)
    calibration = figures.calibration
    yield _row(keys, "expected_calibration_error", Measure(calibration.error, sentences))
    yield _row(keys, "brier", Measure(calibration.brier, sentences))
    for each in calibration.bins:
        yield _row(keys, f"mean_score {each.low:.1f}–{each.high:.1f}", Measure(each.mean, each.sentences))
        yield _row(keys, f"share {each.low:.1f}–{each.high:.1f}", Measure(each.share, each.sentences))


def _curve(found: LabelReport) -> Iterator[Cells]:
    keys = (found.label, _CURVE, str(found.curve.way))
    for point in found.curve.points:
        yield _row(keys, "f1", measure(point.f1, point.sentences))
        yield _row(keys, "average_precision", measure(point.average_precision, point.sentences))
    yield _row(keys, "f1_gain_from_twice_the_labels", measure(found.curve.gain, found.sentences))


def _row(keys: Cells, name: str, found: Measure) -> Cells:
    return (*keys, name, exact(found.value), exact(found.low), exact(found.high), str(found.sentences), found.why)
