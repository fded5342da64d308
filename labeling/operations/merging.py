"""Uniting projects: what others have labelled comes into one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.importing.problems import Problem
from labeling.merging import union
from labeling.merging.checks import Unsound
from labeling.merging.contribution import Contribution
from labeling.operations.reporting import Progress
from labeling.operations.steps import Steps
from labeling.store import annotators, articles, backup, merges, progress
from labeling.store.connection import Project
from labeling.store.untrusted import open_untrusted


@dataclass(slots=True)
class MergeReport:
    """What each file brought, in the order given, and why others were refused."""

    brought: list[Contribution] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether the project has everything already."""
        return all(contribution.empty for contribution in self.brought)

    @property
    def changes(self) -> ChangeSet:
        return ChangeSet(Act.MERGED, annotators=not self.empty, everything=not self.empty)


def examine(
    project: Project,
    paths: Sequence[Path],
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergeReport:
    """Return what a merge of these files would do. It is done, and rolled back; the project is as it was.

    Raises Cancelled.
    """
    report = MergeReport()
    with project.rehearse() as db:
        _unite(project, db, paths, report, Steps(on_progress, cancelled, len(paths)))
    return report


def merge(
    project: Project,
    paths: Sequence[Path],
    *,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergeReport:
    """Add what these files have and the project lacks, as one transaction, after a backup copy.

    The outcome is the set union: the same in any order, twice, or by way of a third file. A file that is damaged or not
    what Hedgerow writes is refused whole, the others are merged. `on_progress` gets how far it is, each file counting
    as many steps as the one at hand has articles, and the name of an article. Raises Cancelled, and Refused when the
    project can’t be written; nothing has changed then.
    """
    report = MergeReport()
    backup.back_up(project)
    with project.write() as db:
        _unite(project, db, paths, report, Steps(on_progress, cancelled, len(paths)))
    return report


def _unite(project: Project, db: sqlite3.Connection, paths: Sequence[Path], report: MergeReport, steps: Steps) -> None:
    persons, epoch = annotators.persons(db), merges.begin(db)

    def on_article(done: int, in_all: int, name: str) -> None:
        if not done:
            steps.begin_round(in_all)
        steps.at(done, name)

    for path in paths:
        try:
            with project.attempt(), open_untrusted(path) as theirs:
                report.brought.append(union.add(db, theirs, path.name, on_article))
        except Unsound as problem:
            sentence = f"“{path.name}” was refused: {problem}. Nothing of it was taken; ask for the file once more."
            report.refused.append(Problem(path.name, sentence))
        except Refused as refusal:
            report.refused.append(Problem(path.name, str(refusal)))
    if annotators.persons(db) != persons:
        count_work_anew(db)
    if not report.empty:
        first = {row.id: row for each in reversed(report.brought) for row in each.replaced}
        merges.end(db, epoch, [each.file for each in report.brought], first.values())


def count_work_anew(db: sqlite3.Connection) -> None:
    """Count everyone’s work in all articles, after it changed who is one person."""
    for article_id in articles.ids(db):
        progress.recount(db, article_id)


def list_merges(project: Project) -> list[merges.Merge]:
    """Return the merges that were not taken back, oldest first."""
    return merges.everything(project.connection)


def take_back_merge(project: Project) -> ChangeSet:
    """Remove all that the latest merge brought; what was done since stays. A backup copy is made before.

    Raises Refused when there is none, or a dataset was exported since, which could then not be written again.
    """
    backup.back_up(project)
    with project.write() as db:
        made = merges.everything(db)
        if not made:
            raise Refused("There is no merge to take back.")
        name = merges.released_since(db, made[-1])
        if name:
            raise Refused(
                f"The dataset “{name}” was exported after the latest merge and may hold what it brought, so the merge "
                "can’t be taken back: the dataset could never be written again."
            )
        persons = annotators.persons(db)
        merges.take_back(db, made[-1])
        if annotators.persons(db) != persons:
            count_work_anew(db)
    return ChangeSet(Act.MERGED, annotators=True, everything=True, undone=-1)
