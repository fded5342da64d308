"""Two names of one person, made one and parted again."""

from __future__ import annotations

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.operations.merging import count_work_anew
from labeling.store import annotators
from labeling.store.connection import Project


def unite(project: Project, annotator: Annotator, other: Annotator) -> ChangeSet:
    """Say that two annotators are one person, who has the name of `other`. What each judged stays as it was said.

    Where both have judged a sentence, the later judgment counts. Raises Refused when they are one already.
    """
    with project.write() as db:
        if annotators.person_of(db, annotator.id) == annotators.person_of(db, other.id):
            raise Refused(f"“{annotator.name}” and “{other.name}” are one person already.")
        annotators.log_union(db, annotator.id, other.id, united=True)
        count_work_anew(db)
    return _changed(back=False)


def part(project: Project, annotator: Annotator, other: Annotator) -> ChangeSet:
    """Take back that two annotators are one person. Raises Refused when that was never said of these two."""
    with project.write() as db:
        if (annotator.id, other.id) not in {(one.id, two.id) for one, two in annotators.united(db)}:
            raise Refused(f"“{annotator.name}” and “{other.name}” were never made one person.")
        annotators.log_union(db, annotator.id, other.id, united=False)
        count_work_anew(db)
    return _changed(back=True)


def _changed(*, back: bool) -> ChangeSet:
    return ChangeSet(Act.UNITED, annotators=True, everything=True, undone=-1 if back else 0)
