"""What a project has learned: the model in use, the figures of its training and of the one before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.ids import time_of
from labeling.domain.judgments import Annotator
from labeling.export.gold import Policy
from labeling.operations.model_in_use import InUse, in_use
from labeling.reporting.training import LabelInSample, Training
from labeling.store import models
from labeling.store.connection import Project
from labeling.suggestions.learned import Report
from labeling.suggestions.learned.reports import MOST_CHARACTERS, read_plain


@dataclass(frozen=True, slots=True)
class Learned:
    """What suggests now, the latest training, and the one before it.

    There is no training where nothing was learned yet, and where the figures of the model in use can’t be read or were
    never in the file, as in one that was handed out.
    """

    in_use: InUse
    training: Training | None
    before: Training | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the project keeps of a training besides its moment."""

    gold: str
    codebook: str
    report: Report
    sample: tuple[LabelInSample, ...]
    copies: int


def learned(project: Project) -> Learned:
    """Return what the project has learned."""
    with project.read() as db:
        used, trainings = in_use(db), _trainings(db)
    if used.digest and trainings and trainings[0].report.digest != used.digest:
        trainings = []
    return Learned(used, *[*trainings, None, None][:2])


def put_away(project: Project, _: Annotator) -> ChangeSet:
    """Let the rules alone suggest from now on. The figures stay."""
    with project.write() as db:
        models.put_away(db)
    return ChangeSet(Act.ELSEWHERE, everything=True)


def latest(db: sqlite3.Connection) -> Training | None:
    """Return the latest training whose figures can be read."""
    return next(iter(_trainings(db)), None)


def as_text(gold: Policy, codebook: str, report: Report, sample: Sequence[LabelInSample], copies: int) -> str:
    """Return what is kept of a training as JSON."""
    kept = _Kept(gold.value, codebook, report, tuple(sample), copies)
    return json.dumps(asdict(kept), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _trainings(db: sqlite3.Connection) -> list[Training]:
    """Return the trainings whose figures can be read, the latest first: the file may be someone else’s."""
    found = []
    for identifier, digest, text in models.trainings(db):
        try:
            kept = _read(text)
            moment = time_of(identifier)
        except (Refused, ValueError, OverflowError, TypeError, RecursionError):
            continue
        if kept.report.digest == digest:
            found.append(Training(moment, kept.gold, kept.codebook, kept.report, kept.sample, kept.copies))
    return found


def _read(text: str) -> _Kept:
    if len(text) > MOST_CHARACTERS:
        raise ValueError("the figures are longer than any")
    kept: _Kept = read_plain(_Kept, json.loads(text))
    return kept
