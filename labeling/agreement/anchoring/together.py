"""How far pairs of annotators agree who both saw a suggestion, and who both did not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from labeling.agreement.anchoring.answers import Answers
from labeling.agreement.anchoring.figures import Contrast, Together
from labeling.agreement.anchoring.pull import contrast
from labeling.agreement.coefficients import krippendorff_alpha, percent_agreement
from labeling.agreement.figures import Why
from labeling.agreement.judged import Bools, Floats, Ints
from labeling.agreement.measuring import Sample

_CellCoefficient = Callable[[Ints, Floats], Floats]


class Meeting(NamedTuple):
    """Sentences of those who saw the suggestion, then of those who did not, by how they were judged.

    `cells` (C × 2) are how many judged without the label and with it, `of_shown` (C) which are of the former, `counts`
    articles × C. `mixed` pairs are of one who saw it and one who did not.
    """

    cells: Ints
    of_shown: Bools
    counts: Ints
    mixed: int


def tabulate(answers: Answers, label: int) -> Meeting:
    """Return how annotators met on the sentences for which a label is suggested now."""
    asked = answers.speaks & answers.has(answers.known, label) & answers.has(answers.suggested, label)
    shown, given = answers.has(answers.shown, label), answers.has(answers.given, label)
    size = int(answers.sentences.max(initial=-1)) + 1
    article = np.zeros(size, dtype=np.int64)
    article[answers.sentences] = answers.rows
    judged = [
        np.stack([_per_sentence(answers, asked & side & what, size) for what in (~given, given)], axis=1)
        for side in (shown, ~shown)
    ]
    cells, counts = zip(*(_cells(each, article, len(answers.articles)) for each in judged), strict=True)
    seen, unseen = (each.sum(axis=1) for each in judged)
    return Meeting(
        cells=np.concatenate(cells),
        of_shown=np.arange(sum(map(len, cells))) < len(cells[0]),
        counts=np.concatenate(counts, axis=1),
        mixed=int(np.sum(seen * unseen)),
    )


def measure_together(meeting: Meeting, sample: Sample) -> Together:
    """Return the figures of a label."""
    shown, not_shown = (_pairs(meeting, sample, side) for side in (meeting.of_shown, ~meeting.of_shown))
    return Together(
        percent_agreement=_contrast(meeting, sample, percent_agreement),
        krippendorff_alpha=_contrast(meeting, sample, krippendorff_alpha),
        pairs_shown=shown,
        pairs_not_shown=not_shown,
        pairs_mixed=meeting.mixed,
    )


def _contrast(meeting: Meeting, sample: Sample, coefficient: _CellCoefficient) -> Contrast:
    sides = meeting.of_shown, ~meeting.of_shown
    with_it, without = (partial(coefficient, np.where(side[:, None], meeting.cells, 0)) for side in sides)
    pairs = meeting.cells.sum(axis=1) > 1
    same = Why.SAME_ANSWERS
    shown = sample.measure(with_it, pairs & sides[0], nothing=Why.NO_PAIR_WITH, undefined=same)
    not_shown = sample.measure(without, pairs & sides[1], nothing=Why.NO_PAIR_WITHOUT, undefined=same)
    return contrast(sample, (with_it, shown), (without, not_shown), pairs)


def _pairs(meeting: Meeting, sample: Sample, side: Bools) -> int:
    judged = meeting.cells.sum(axis=1)
    return int(np.sum((judged * (judged - 1) // 2 * sample.totals)[side]))


def _per_sentence(answers: Answers, rows: Bools, size: int) -> Ints:
    return np.bincount(answers.sentences[rows], minlength=size)


def _cells(judged: Ints, article: Ints, articles: int) -> tuple[Ints, Ints]:
    """Return the different ways (C × 2) in which sentences were judged, and how many of each article were (× C)."""
    used = judged.any(axis=1)
    cells, numbers = np.unique(judged[used], axis=0, return_inverse=True)
    codes = article[used] * max(1, len(cells)) + numbers.reshape(-1)
    counted = np.bincount(codes, minlength=articles * len(cells))
    return cells, counted.reshape(articles, len(cells))
