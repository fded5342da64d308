"""The page of agreement by itself, on six sentences that three people have judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.page import AgreementPage
from desktop.session import Session
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import judge_as_a_team, shown_page
from tests.factories import project_with


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """“ferry.txt” with four sentences, “mill.txt” with two, judged by nobody."""
    with project_with(tmp_path) as project:
        yield project


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs, project: Project) -> AgreementPage:
    judge_as_a_team(project)
    return shown_page(qtbot, session, jobs)
