"""All that is said of the pull of suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from labeling.agreement.anchoring import finding, pace, pull, together
from labeling.agreement.anchoring.answers import Answers
from labeling.agreement.anchoring.figures import Anchoring, Balance, Changes
from labeling.agreement.coefficients import ratio
from labeling.agreement.figures import Why
from labeling.agreement.judged import Bools, Floats, Ints
from labeling.agreement.measuring import Sample, draw_samples


def anchoring(answers: Answers, draws: int = 1000, seed: int = 0) -> Anchoring:
    """Return the figures, with intervals from one bootstrap over articles.

    Articles in which anything was shown are drawn apart from the others, as how many there are of each was planned.
    The same answers and seed (not negative) give the same digits, in whatever order they came.
    """
    tally, changed = pull.Tally(answers), _tabulate_changes(answers)
    meetings = [together.tabulate(answers, label) for label in range(len(answers.labels))]
    sources = [pull.tabulate_source(answers, source) for source in range(len(answers.sources))]
    times = pace.tabulate(answers)
    tables = [
        *tally.tables,
        *(meeting.counts for meeting in meetings),
        *(table for table, _ in sources),
        changed,
        times.counts,
    ]
    samples = iter(draw_samples(_groups(answers), len(answers.articles), tables, draws, seed))
    never = Why.NEVER_SHOWN if answers.shown.any() else Why.NOTHING_SHOWN
    pulls = [pull.measure_pull(next(samples), extra, never) for extra in tally.extra]
    labels = len(answers.labels)
    return Anchoring(
        answers=len(answers.rows),
        shown=int(np.count_nonzero(answers.shown)),
        labels=dict(zip(answers.labels, pulls[:labels], strict=True)),
        annotators=dict(zip(answers.annotators, pulls[labels:], strict=True)),
        together={
            label: together.measure_together(meeting, next(samples))
            for label, meeting in zip(answers.labels, meetings, strict=True)
        },
        sources={
            source: pull.measure_source(next(samples), extra)
            for source, (_, extra) in zip(answers.sources, sources, strict=True)
        },
        changes=_changes(next(samples)),
        seconds=pace.measure_seconds(times, next(samples)),
        balance=_balance(answers),
    )


def _groups(answers: Answers) -> Sequence[Ints]:
    shown = np.bincount(answers.rows[answers.shown != 0], minlength=len(answers.articles)) > 0
    return np.flatnonzero(shown), np.flatnonzero(~shown)


def _tabulate_changes(answers: Answers) -> Ints:
    """Return how many answers came nearer to what was shown later, farther from it, neither, and did not change."""
    moved = [finding.nearer(answers), finding.farther(answers), finding.moved_elsewhere(answers)]
    before = finding.decided_before(answers)
    kinds = [before & each for each in moved]
    kinds.append(before & ~np.logical_or.reduce(moved))
    articles = len(answers.articles)
    return np.stack([np.bincount(answers.rows[each], minlength=articles) for each in kinds], axis=1)


def _changes(sample: Sample) -> Changes:
    nearer, farther, neither, _ = map(int, sample.totals)
    everything = np.ones(4, dtype=np.bool_)
    rates = [sample.measure(partial(_share, column=column), everything, nothing=Why.NOBODY_BEFORE) for column in (0, 1)]
    return Changes(int(sample.totals.sum()), nearer, farther, neither, *rates)


def _share(counts: Floats, column: int) -> Floats:
    return ratio(counts[column], counts.sum(axis=0))


def _balance(answers: Answers) -> Balance:
    chosen, shown = answers.suggested != 0, answers.shown != 0
    size = int(answers.sentences.max(initial=-1)) + 1
    seen, unseen = (np.bincount(answers.sentences[chosen & each], minlength=size) > 0 for each in (shown, ~shown))
    people = len(answers.annotators)
    ever, ever_not = (np.bincount(answers.people[chosen & each], minlength=people) > 0 for each in (shown, ~shown))
    return Balance(
        with_only=int(np.sum(seen & ~unseen)),
        without_only=int(np.sum(unseen & ~seen)),
        both=int(np.sum(seen & unseen)),
        always=_named(answers, ever & ~ever_not),
        never=_named(answers, ever_not & ~ever),
        sometimes=_named(answers, ever & ever_not),
    )


def _named(answers: Answers, people: Bools) -> tuple[str, ...]:
    return tuple(name for name, chosen in zip(answers.annotators, people, strict=True) if chosen)
