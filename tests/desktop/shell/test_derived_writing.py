"""While what follows from the rest is written, nothing is shown anew; then all is, also what others wrote meanwhile."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from labeling.domain.changes import ChangeSet
from labeling.operations import judging
from labeling.operations.suggesting import suggest_all
from labeling.store.connection import Project
from tests.factories import FERRY, TOMAS, sentence_id


@pytest.fixture
def seen(session: Session) -> list[ChangeSet]:
    """What the views were told."""
    told: list[ChangeSet] = []
    session.changed.connect(told.append)
    return told


def test_suggestions_that_are_kept_refresh_nothing_until_all_are(
    qtbot: QtBot, session: Session, seen: list[ChangeSet]
) -> None:
    jobs, kept, go_on = Jobs(session), threading.Event(), threading.Event()

    def work(project: Project, _: Job[bool]) -> bool:
        suggest_all(project)
        kept.set()
        return go_on.wait(20)

    Errand(session, jobs, session).start("Suggestions", work, lambda _: None, derives=True)
    assert kept.wait(20)
    session.look_elsewhere()
    assert seen == []
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    session.look_elsewhere()
    assert [changes.everything for changes in seen] == [True]
    jobs.close()


def test_what_others_write_meanwhile_is_shown_at_the_end(
    session: Session, project: Project, seen: list[ChangeSet]
) -> None:
    work = object()
    session.begin_deriving(work)
    judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
    session.look_elsewhere()
    session.run(judging.judge_none, sentence_id(FERRY, 1))
    assert [changes.everything for changes in seen] == [False], "one’s own act is shown at once"
    session.end_deriving(work)
    session.look_elsewhere()
    assert [changes.everything for changes in seen] == [False, True]


def test_another_project_is_watched_from_its_beginning(
    session: Session, project: Project, seen: list[ChangeSet]
) -> None:
    session.begin_deriving(object())
    session.open(project.path)
    judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
    session.look_elsewhere()
    assert [changes.everything for changes in seen] == [True]
