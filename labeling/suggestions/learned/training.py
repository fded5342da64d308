"""Training: lessons in, a model and what the cross-validation found of it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np

from labeling.domain.errors import Refused
from labeling.suggestions.learned.corpus import Corpus, Step, look, read_lessons
from labeling.suggestions.learned.crossing import (
    FITS,
    Crossed,
    calibrate,
    choose,
    chosen_scores,
    cross,
    honest_scores,
)
from labeling.suggestions.learned.curves import PARTS, draw_curve, part_of_articles
from labeling.suggestions.learned.figures import CHOSEN, LabelReport, Report, Way
from labeling.suggestions.learned.fitting import fit_weights
from labeling.suggestions.learned.folds import FOLDS, deal
from labeling.suggestions.learned.lessons import Lesson, needs
from labeling.suggestions.learned.measuring import Sample
from labeling.suggestions.learned.model import Learned, Model
from labeling.suggestions.rules import CueRules

DRAWS = 1000
WHOLE = 1.0


class Trained(NamedTuple):
    """A model, and what is known of it."""

    model: Model
    report: Report


def train(
    lessons: Sequence[Lesson],
    rules: CueRules,
    labels: Sequence[str],
    *,
    seed: int = 0,
    draws: int = DRAWS,
    step: Callable[[int, int, str], None] = lambda _done, _of, _label: None,
) -> Trained:
    """Learn the labels, which are those of the codebook in its order, from what is settled of the lessons.

    The same lessons in any order give the same model. `step` is called before each piece of work, with how many are
    done, how many there are, and the label that is learned, empty while articles are read and at the end: what it
    raises ends the work.
    Refused when there is too little of every label.
    """
    lessons = sorted(lessons, key=lambda lesson: lesson.article)
    missing = needs(lessons, labels)
    learnable = [label for label in labels if label not in missing]
    if not learnable:
        raise Refused("No label has enough settled sentences to learn from; label more articles and train again.")
    counted = _counter(step, len(lessons) + (sum(PARTS.values()) * FITS + 1) * len(learnable))
    folds = deal(lessons, learnable, seed)
    corpus = read_lessons(lessons, folds, rules, learnable, counted)
    crossed = {
        share: [cross(corpus, part_of_articles(corpus, share, part, seed), counted) for part in range(parts)]
        for share, parts in PARTS.items()
    }
    reports = [
        _report({share: [part[number] for part in parts] for share, parts in crossed.items()}, draws, seed)
        for number in range(len(learnable))
    ]
    model = _fit(corpus, crossed[WHOLE][0], reports, labels, rules.by, seed, counted)
    counted("")
    report = Report(
        labels=tuple(reports),
        needs=tuple(missing.values()),
        articles=model.articles,
        sentences=len(corpus.articles),
        folds=FOLDS,
        draws=draws,
        seed=seed,
        rules=rules.by,
        digest=model.digest,
    )
    return Trained(model, report)


def _counter(step: Callable[[int, int, str], None], of: int) -> Step:
    done = count()
    return lambda label: step(next(done), of, label)


def _report(crossed: Mapping[float, Sequence[Crossed]], draws: int, seed: int) -> LabelReport:
    """Return what was found of a label, crossed with parts of each share of the articles."""
    whole = crossed[WHOLE][0]
    sample = Sample(whole.truth, whole.articles, draws, seed)
    scores = {way: honest_scores(whole, way) for way in whole.ways}
    figures = {str(way): sample.figures(of_way) for way, of_way in scores.items()}
    figures[CHOSEN] = sample.figures(chosen_scores(whole, scores))
    learning = [way for way in whole.ways if way is not Way.RULES]
    return LabelReport(
        label=whole.label,
        sentences=len(whole.truth),
        having=int(whole.truth.sum()),
        articles=sample.articles,
        articles_having=len(np.unique(whole.articles[whole.truth == 1])),
        chosen=choose(scores, whole.truth, whole.articles),
        figures=figures,
        curve=draw_curve(crossed, max(learning, key=lambda way: figures[way].f1.value or 0.0), sample),
    )


def _fit(
    corpus: Corpus,
    crossed: Sequence[Crossed],
    reports: Sequence[LabelReport],
    labels: Sequence[str],
    rules: str,
    seed: int,
    step: Step,
) -> Model:
    """Return the model of all sentences. Calibrations are those of the cross-validation’s models on their own folds."""
    view = look(corpus, np.arange(len(corpus.articles)), np.arange(0))
    learned, columns = [], []
    for number, (each, report) in enumerate(zip(crossed, reports, strict=True)):
        step(each.label)
        bias, slopes = 0.0, (0.0, 0.0, 0.0)
        if report.chosen is not Way.RULES:
            weights = fit_weights(view.values, corpus.truth[:, number])
            columns.append(weights.features)
            bias = weights.bias
            one, other, third = calibrate(report.chosen, each.outer(), each.rules, each.truth).tolist()
            slopes = (one, other, third)
        learned.append(Learned(each.label, report.chosen, report.sentences, report.having, bias, slopes))
    return Model(
        labels=tuple(labels),
        learned=tuple(learned),
        vocabulary=view.vocabulary,
        weights=np.array(columns, dtype=np.float64).reshape(len(columns), -1).T.copy(),
        rules=rules,
        articles=len(np.unique(corpus.articles)),
        seed=seed,
    )
