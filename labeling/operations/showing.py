"""When suggestions are shown: what a lead fixes for a file, and what an article is meant for."""

from __future__ import annotations

import json
import sqlite3

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.showing import Showing, showing
from labeling.operations.handouts import handed_to
from labeling.store import assignments, facts, releases, samples
from labeling.store.connection import Project

_SEVERAL = 2


def showing_in(project: Project, article_id: str, wished: Showing | None) -> Showing:
    """Return when suggestions are shown in an article to an annotator who has wished so, or has no wish."""
    db = project.connection
    return showing(fixed_showing(project), wished, for_measuring=is_for_measuring(db, article_id))


def fixed_showing(project: Project) -> Showing | None:
    """Return what a lead has fixed for all who work in this file; None where everyone chooses."""
    found = facts.get(project.connection, facts.SHOWING, "")
    return Showing(found) if found in set(Showing) else None  # another program may have written anything


def fix_showing(project: Project, fixed: Showing | None) -> ChangeSet:
    """Fix for all who work in this file when suggestions are shown; None lets everyone choose.

    Raises Refused in a file that was handed out: whoever handed it out has decided that.
    """
    if handed_to(project) is not None:
        raise Refused("This file was handed out, and whoever handed it out decides when suggestions are shown.")
    with project.write() as db:
        if fixed is None:
            facts.remove(db, facts.SHOWING)
        else:
            facts.put(db, facts.SHOWING, fixed.value)
    return ChangeSet(Act.ELSEWHERE, everything=True)


def is_for_measuring(db: sqlite3.Connection, article_id: str) -> bool:
    """Return whether agreement or classifiers are measured on an article.

    That is so when two people judge it, when it is in the random sample, and when a dataset that was exported tests on
    it. A file that was handed out knows it from the project that it comes from.
    """
    return (
        samples.has(db, article_id)
        or len(assignments.people_of(db, article_id)) >= _SEVERAL
        or releases.tests_on(db, article_id)
        or article_id in _measured_in_handout(db)
    )


def _measured_in_handout(db: sqlite3.Connection) -> list[str]:
    try:
        found = json.loads(facts.get(db, facts.HANDOUT_MEASURED, "[]"))
    except ValueError:
        return []
    return found if isinstance(found, list) else []
