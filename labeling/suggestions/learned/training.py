"""Training: lessons in, a model and what the cross-validation found of it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np

from labeling.domain.errors import Refused
from labeling.suggestions.learned.corpus import Corpus, Step, look, read_lessons
from labeling.suggestions.learned.crossing import calibrate
from labeling.suggestions.learned.evaluating import FITS_OF_LABEL, Evaluated, evaluate
from labeling.suggestions.learned.figures import Report, Way
from labeling.suggestions.learned.fitting import fit_weights, one_thread
from labeling.suggestions.learned.folds import FOLDS, deal
from labeling.suggestions.learned.lessons import Lesson, needs
from labeling.suggestions.learned.model import Learned, Model
from labeling.suggestions.learned.saving import digest_of
from labeling.suggestions.rules import CueRules

DRAWS = 1000


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
    raises ends the work. Refused when there is too little of every label.
    """
    lessons = sorted(lessons, key=lambda lesson: lesson.article)
    missing = needs(lessons, labels)
    learnable = [label for label in labels if label not in missing]
    if not learnable:
        raise Refused("No label has enough settled sentences to learn from; label more articles and train again.")
    counted = _counter(step, len(lessons) + (FITS_OF_LABEL + 1) * len(learnable))
    with one_thread():
        corpus = read_lessons(lessons, deal(lessons, learnable, seed), rules, learnable, counted)
        evaluated = evaluate(corpus, draws, seed, counted)
        model = _fit(corpus, evaluated, labels, rules.by, seed, counted)
    counted("")
    report = Report(
        labels=tuple(each.report for each in evaluated),
        needs=tuple(missing.values()),
        articles=model.articles,
        sentences=len(corpus.articles),
        folds=FOLDS,
        draws=draws,
        seed=seed,
        rules=rules.by,
        digest=digest_of(model),
    )
    return Trained(model, report)


def _counter(step: Callable[[int, int, str], None], of: int) -> Step:
    done = count()
    return lambda label: step(next(done), of, label)


def _fit(
    corpus: Corpus, evaluated: Sequence[Evaluated], labels: Sequence[str], rules: str, seed: int, step: Step
) -> Model:
    """Return the model of all sentences. Calibrations are those of the cross-validation’s models on their own folds."""
    view = look(corpus, np.arange(len(corpus.articles)), np.arange(0))
    learned, columns = [], []
    for number, (report, crossed) in enumerate(evaluated):
        step(report.label)
        bias, slopes = 0.0, (0.0, 0.0, 0.0)
        if report.chosen is not Way.RULES:
            weights = fit_weights(view.values, corpus.truth[:, number])
            columns.append(weights.features)
            bias = weights.bias
            one, of_model, of_rules = calibrate(report.chosen, crossed.outer(), crossed.rules, crossed.truth).tolist()
            slopes = (one, of_model, of_rules)
        learned.append(Learned(report.label, report.chosen, report.sentences, report.having, bias, slopes))
    return Model(
        labels=tuple(labels),
        learned=tuple(learned),
        vocabulary=view.vocabulary,
        weights=np.array(columns, dtype=np.float64).reshape(len(columns), len(view.vocabulary.names)).T.copy(),
        rules=rules,
        articles=len(np.unique(corpus.articles)),
        seed=seed,
    )
