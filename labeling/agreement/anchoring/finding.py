"""From a figure of the pull of suggestions to the answers (N) that it counts."""

from __future__ import annotations

import numpy as np

from labeling.agreement.anchoring.answers import Answers
from labeling.agreement.judged import Bools, Ints


def accepted(answers: Answers, label: str = "", annotator: str = "", source: str = "") -> Bools:
    """Return where a label was given while it was suggested on screen; any label without one, anybody’s without one."""
    return _any_of(answers, _shown_by(answers, source) & answers.given, label, annotator) & answers.speaks


def overridden(answers: Answers, label: str = "", annotator: str = "", source: str = "") -> Bools:
    """Return where a label was not given though it was suggested on screen."""
    return _any_of(answers, _shown_by(answers, source) & ~answers.given, label, annotator) & answers.speaks


def added(answers: Answers, label: str = "", annotator: str = "") -> Bools:
    """Return where a label was given that was not on screen while others were."""
    others = np.where(answers.shown != 0, answers.given & ~answers.shown, 0)
    return _any_of(answers, others, label, annotator) & answers.speaks


def decided_before(answers: Answers) -> Bools:
    """Return what was decided with nothing on screen, of sentences for which something is or was suggested."""
    return np.asarray((answers.shown == 0) & ((answers.suggested != 0) | (answers.seen != 0)))


def nearer(answers: Answers) -> Bools:
    """Return what was changed so that it differs less from the suggestions that were on screen then."""
    before, after = _distances(answers)
    return np.asarray((answers.seen != 0) & (after < before))


def farther(answers: Answers) -> Bools:
    """Return what was changed so that it differs more from the suggestions that were on screen then."""
    before, after = _distances(answers)
    return np.asarray((answers.seen != 0) & (after > before))


def moved_elsewhere(answers: Answers) -> Bools:
    """Return what was changed with suggestions on screen, and differs as much from them as it did."""
    before, after = _distances(answers)
    return np.asarray((answers.seen != 0) & (after == before))


def _distances(answers: Answers) -> tuple[Ints, Ints]:
    """Return by how many labels the first and the changed answer differ from what was on screen (N each)."""
    then = np.where(answers.seen != 0, answers.then, 0)
    first, later = (_size(answers, each ^ answers.seen) for each in (answers.given, then))
    return first, later


def _size(answers: Answers, labels: Ints) -> Ints:
    size: Ints = sum((labels >> place & 1 for place in range(len(answers.labels))), np.zeros(len(labels), np.int64))
    return size


def _shown_by(answers: Answers, source: str) -> Ints:
    return answers.shown_by[answers.sources.index(source)] if source else answers.shown


def _any_of(answers: Answers, labels: Ints, label: str, annotator: str) -> Bools:
    """Return which sets (N) of one annotator, or of anybody, have a label, or any at all."""
    found = answers.has(labels, answers.labels.index(label)) if label else labels != 0
    if annotator:
        found = found & (answers.people == answers.annotators.index(annotator))
    return np.asarray(found)
