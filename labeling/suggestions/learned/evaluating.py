"""What the cross-validation finds of each label: figures by way, the way that is used, and the learning curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from labeling.suggestions.learned.corpus import Corpus, Step
from labeling.suggestions.learned.crossing import FITS, Crossed, choose, chosen_scores, cross, honest_scores
from labeling.suggestions.learned.curves import PARTS, draw_curve, part_of_articles
from labeling.suggestions.learned.figures import CHOSEN, LabelReport, Way
from labeling.suggestions.learned.measuring import Sample

FITS_OF_LABEL = FITS * sum(PARTS.values())
_WHOLE = 1.0


class Evaluated(NamedTuple):
    """What was found of a label, and its sentences crossed with all articles."""

    report: LabelReport
    crossed: Crossed


def evaluate(corpus: Corpus, draws: int, seed: int, step: Step) -> list[Evaluated]:
    """Return what is found of each label of the corpus. `step` is called before each fit, with the label."""
    crossed = {
        share: [cross(corpus, part_of_articles(corpus, share, part, seed), step) for part in range(parts)]
        for share, parts in PARTS.items()
    }
    return [
        _evaluate({share: [part[number] for part in parts] for share, parts in crossed.items()}, draws, seed)
        for number in range(len(corpus.labels))
    ]


def _evaluate(crossed: Mapping[float, Sequence[Crossed]], draws: int, seed: int) -> Evaluated:
    whole = crossed[_WHOLE][0]
    sample = Sample(whole.truth, whole.articles, draws, seed)
    scores = {way: honest_scores(whole, way) for way in whole.ways}
    figures = {str(way): sample.figures(of_way) for way, of_way in scores.items()}
    figures[CHOSEN] = sample.figures(chosen_scores(whole, scores))
    learning = [way for way in whole.ways if way is not Way.RULES]
    report = LabelReport(
        label=whole.label,
        sentences=len(whole.truth),
        having=int(whole.truth.sum()),
        articles=sample.articles,
        articles_having=len(np.unique(whole.articles[whole.truth == 1])),
        chosen=choose(scores, whole.truth, whole.articles),
        figures=figures,
        curve=draw_curve(crossed, max(learning, key=lambda way: figures[way].f1.value or 0.0), sample),
    )
    return Evaluated(report, whole)
