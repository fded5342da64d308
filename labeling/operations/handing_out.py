"""A project file for one annotator: their articles, the codebook, and nobody else’s judgments."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Sequence
from itertools import chain, count
from pathlib import Path

from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.domain.showing import Showing
from labeling.operations.reporting import Progress
from labeling.operations.showing import is_for_measuring
from labeling.operations.steps import Steps
from labeling.store import annotators, articles, assignments, facts, models
from labeling.store.connection import SUFFIX, Project
from labeling.store.opening import create_file
from labeling.store.transfer import adding, reading
from labeling.store.transfer.rows import ArticleLog, ProjectLog

_PARTIAL = ".partial"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # of files, on some system


def hand_out(
    project: Project,
    annotator: Annotator,
    out: Path,
    *,
    showing: Showing | None = None,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write a project file for one annotator; return the number of its articles.

    It has the articles assigned to them, what they judged there themselves, and of adjudications only those of
    sentences that they have judged: so nothing tells them what others said before they decide. `showing` fixes when
    they see suggestions; without it, what is fixed for the project holds for them too. What the project has learned
    comes along. The file appears under its name only when it is whole. Raises Cancelled, and Refused when they have no
    articles or the file can’t be made.
    """
    if out.exists():
        raise Refused(f"“{out}” exists already; choose another name.")
    if not out.absolute().parent.is_dir():
        raise Refused(f"There is no folder “{out.absolute().parent}”; make it, or choose another one.")
    partial = out.with_name(out.name + _PARTIAL)
    partial.unlink(missing_ok=True)
    try:
        with project.read() as db, create_file(partial) as target, target.write() as theirs:
            mine = _assigned_to(db, annotator)
            _fill(db, theirs, annotator, mine, Steps(on_progress, cancelled, 1))
            _put_suggesting(db, theirs, mine, showing)
        partial.replace(out)
    finally:
        for leftover in (partial, *partial.parent.glob(partial.name + "-*")):
            leftover.unlink(missing_ok=True)
    return len(mine)


def file_names(project: Project, people: Sequence[Annotator]) -> dict[str, str]:
    """Return by annotator’s id what their files are called: “news-Ana.hedgerow”, and no two alike on any system."""
    called: dict[str, str] = {}
    for person in people:
        name = f"{project.path.stem}-{_NOT_IN_NAMES.sub('-', person.name).strip(' .')}"
        taken = {other.casefold() for other in called.values()}
        numbered = (f"{name}-{number}" for number in count(2))
        free = next(each for each in chain([name], numbered) if f"{each}{SUFFIX}".casefold() not in taken)
        called[person.id] = f"{free}{SUFFIX}"
    return called


def _assigned_to(db: sqlite3.Connection, annotator: Annotator) -> list[str]:
    given = assignments.current(db)
    mine = [article for article in articles.ids(db) if annotator.id in given.get(article, ())]
    if not mine:
        raise Refused(f"No articles are assigned to “{annotator.name}”; assign some first.")
    return mine


def _fill(
    db: sqlite3.Connection, theirs: sqlite3.Connection, annotator: Annotator, mine: list[str], steps: Steps
) -> None:
    facts.put(theirs, "id", facts.get(db, "id"))
    facts.put(theirs, facts.HANDOUT_FOR, annotator.id)
    own = frozenset(annotators.all_of(db, annotator.id))
    logs = {article: _seen_by(own, reading.article_log(db, article)) for article in mine}
    people = own | {who for log in logs.values() for who in _people_in(log)}
    _add_project(theirs, reading.project_log(db), people)
    known = adding.keys(theirs)
    steps.begin_round(len(mine))
    for done, article in enumerate(mine):
        row = reading.article(db, article)
        steps.at(done, row.name)
        adding.add_article(theirs, row)
        adding.add_log(theirs, article, logs[article], known)


def _put_suggesting(
    db: sqlite3.Connection, theirs: sqlite3.Connection, mine: list[str], showing: Showing | None
) -> None:
    """Say when suggestions are shown, on which articles something is measured, and what was learned."""
    fixed = showing.value if showing else facts.get(db, facts.SHOWING, "")
    if fixed:
        facts.put(theirs, facts.SHOWING, fixed)
    facts.put(theirs, facts.HANDOUT_MEASURED, json.dumps([each for each in mine if is_for_measuring(db, each)]))
    learned = models.in_use(db)
    if learned is not None:
        models.use(theirs, models.digest_in_use(db), learned, "{}")


def _seen_by(own: Collection[str], log: ArticleLog) -> ArticleLog:
    """Return what of an article’s log someone may see who has these ids: what they said, and what it came to."""
    judgments = tuple(row for row in log.judgments if row.annotator in own)
    decided = {(row.start, row.end) for row in judgments}
    return ArticleLog(
        judgments,
        tuple(row for row in log.adjudications if (row.start, row.end) in decided),
        log.edits,
        tuple(row for row in log.assignments if row.annotator in own),
        log.samplings,
    )


def _people_in(log: ArticleLog) -> set[str]:
    return {row.author for row in log.adjudications} | {row.annotator for row in log.edits}


def _add_project(theirs: sqlite3.Connection, log: ProjectLog, people: Collection[str]) -> None:
    adding.add_versions(theirs, log.versions, log.choices)
    adding.add_people(
        theirs,
        [who for who in log.people if who in people],
        [row for row in log.namings if row.annotator in people],
    )
    adding.add_unions(theirs, [row for row in log.unions if row.annotator in people and row.other in people])
    annotators.unite(theirs)
