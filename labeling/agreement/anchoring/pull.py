"""How often labels are given with and without their suggestion on screen, by label, annotator and source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from labeling.agreement.anchoring.answers import OFF, ON, Answers
from labeling.agreement.anchoring.figures import Contrast, Outcome, Pull
from labeling.agreement.coefficients import ratio
from labeling.agreement.figures import Measure, Why
from labeling.agreement.judged import Bools, Floats, Ints
from labeling.agreement.measuring import Sample

# The columns of a table of counts come in twos: given, and not given, where the suggestion …
_SHOWN, _OTHERS_SHOWN, _SUGGESTED_SHOWN, _SUGGESTED_NOT_SHOWN, _REST_ON, _REST_OFF = range(0, 12, 2)
_COLUMNS = 12
Side = tuple[Callable[[Floats], Floats], Measure]  # a figure as a function of counts, and its value


class Tally:
    """The answers for each label, counted. Tables are articles × 12; the last of `totals` are taken and excluded."""

    def __init__(self, answers: Answers) -> None:
        people, articles, labels = len(answers.annotators), len(answers.articles), len(answers.labels)
        counted = np.zeros((labels, people, articles, _COLUMNS), dtype=np.int64)
        self._extra = np.zeros((labels, people, 2), dtype=np.int64)
        modes = answers.modes()
        for label in range(labels):
            for column, rows in enumerate(_kinds(answers, label, modes)):
                counted[label, :, :, column] = _count(answers, rows, people, articles)
            taken, excluded = answers.has(answers.taken, label), answers.has(answers.shown, label) & answers.excluded
            for place, rows in enumerate((taken & answers.speaks, excluded)):
                self._extra[label, :, place] = np.bincount(answers.people[rows], minlength=people)
        self._counted = counted

    @property
    def tables(self) -> list[Ints]:
        """A table for each label, then one for each annotator."""
        of_labels, of_people = self._counted.sum(axis=1), self._counted.sum(axis=0)
        return [*of_labels, *of_people]

    @property
    def extra(self) -> list[Ints]:
        """How many were taken over with Enter, and how many shown to who excluded the sentence, in the same order."""
        return [*self._extra.sum(axis=1), *self._extra.sum(axis=0)]


def measure_pull(sample: Sample, extra: Ints, never: Why) -> Pull:
    """Return the figures of a table; `never` says that nothing of it was shown."""
    outcome = _outcome(sample, extra, never)
    there = Why.NOT_SHOWN_THERE if outcome.accepted or outcome.overridden else never
    return Pull(
        outcome=outcome,
        suggested=_contrast(
            sample, (_SUGGESTED_SHOWN, there), (_SUGGESTED_NOT_SHOWN, Why.ALWAYS_SHOWN), Why.NOT_SUGGESTED
        ),
        not_suggested=_contrast(sample, (_REST_ON, Why.NOBODY_WITH), (_REST_OFF, Why.NOBODY_WITHOUT), Why.NOBODY_WITH),
        added=_measure_rate(sample, _OTHERS_SHOWN, Why.NOTHING_ELSE_SHOWN),
        added_count=int(sample.totals[_OTHERS_SHOWN]),
    )


def tabulate_source(answers: Answers, source: int) -> tuple[Ints, Ints]:
    """Return how what a source had on screen was given and not given (articles × 2), with the extra counts."""
    table = np.zeros((len(answers.articles), 2), dtype=np.int64)
    extra = np.zeros(2, dtype=np.int64)
    for label in range(len(answers.labels)):
        shown = answers.has(answers.shown_by[source], label)
        given = answers.has(answers.given, label)
        for column, rows in enumerate((given, ~given)):
            chosen = answers.rows[shown & rows & answers.speaks]
            table[:, column] += np.bincount(chosen, minlength=len(answers.articles))
        taken = answers.has(answers.taken, label)
        extra += [int((shown & taken & answers.speaks).sum()), int((shown & answers.excluded).sum())]
    return table, extra


def measure_source(sample: Sample, extra: Ints) -> Outcome:
    """Return what came of the suggestions of a source."""
    return _outcome(sample, extra, Why.NEVER_SHOWN)


def _kinds(answers: Answers, label: int, modes: Ints) -> Iterable[Bools]:
    """Yield which answers (N) each column of a label’s table counts."""
    asked = answers.speaks & answers.has(answers.known, label)
    shown, given = answers.has(answers.shown, label), answers.has(answers.given, label)
    suggested = answers.has(answers.suggested, label)
    others = ~shown & (answers.shown != 0)
    rest = ~shown & ~suggested
    for rows in (
        shown, others, suggested & shown, suggested & ~shown, rest & (modes == ON), rest & (modes == OFF),
    ):  # fmt: skip
        yield asked & rows & given
        yield asked & rows & ~given


def _count(answers: Answers, rows: Bools, people: int, articles: int) -> Ints:
    """Return how many answers each annotator gave in each article (people × articles) among some of them (N)."""
    places = answers.people[rows] * articles + answers.rows[rows]
    return np.bincount(places, minlength=people * articles).reshape(people, articles)


def _outcome(sample: Sample, extra: Ints, never: Why) -> Outcome:
    accepted, overridden = (int(sample.totals[column]) for column in (_SHOWN, _SHOWN + 1))
    counting = np.arange(len(sample.totals)) < 2
    acceptance = sample.measure(partial(_rate, given=_SHOWN), counting, nothing=never)
    taken, excluded = map(int, extra)
    return Outcome(accepted + overridden + excluded, accepted, taken, overridden, excluded, acceptance)


def _contrast(sample: Sample, one: tuple[int, Why], other: tuple[int, Why], neither: Why) -> Contrast:
    """Return the rates of two pairs of columns, each with why there may be none; `neither` where both have none."""
    (first, no_first), (second, no_second) = one, other
    has_first, has_second = (bool(sample.totals[_pair(column)].any()) for column in (first, second))
    if not (has_first or has_second):
        no_first = no_second = neither
    sides = [
        (partial(_rate, given=column), _measure_rate(sample, column, why))
        for column, why in ((first, no_first), (second, no_second))
    ]
    return contrast(sample, sides[0], sides[1], _pair(first) | _pair(second))


def contrast(sample: Sample, shown: Side, not_shown: Side, counting: Bools) -> Contrast:
    """Return two figures and their difference, undefined where either is, without interval where either has none.

    Else it could get one that is of the other figure alone.
    """
    (one, first), (other, second) = shown, not_shown
    missing = next((Why(each.why) for each in (first, second) if each.value is None), Why.NO_OVERLAP)
    difference = sample.measure(
        lambda counts: one(counts) - other(counts), counting, nothing=missing, undefined=missing
    )
    lacking = next((each for each in (first, second) if each.interval is None), None)
    if lacking is not None and difference.interval is not None:
        difference = Measure(difference.value, difference.sentences, why=lacking.why)
    return Contrast(first, second, difference)


def _measure_rate(sample: Sample, given: int, nothing: Why) -> Measure:
    return sample.measure(partial(_rate, given=given), _pair(given), nothing=nothing)


def _pair(column: int) -> Bools:
    return np.isin(np.arange(_COLUMNS), (column, column + 1))


def _rate(counts: Floats, given: int) -> Floats:
    return ratio(counts[given], counts[given] + counts[given + 1])
