"""Projects to export: twenty small stories, judged by one person or by two."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.window import Window
from labeling.operations import judging
from labeling.store.connection import Project
from tests.desktop.export.screen import go_to_export
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id

STORIES = [
    article_of(
        [f"The mayor may resign over case {number}.", f"Reason {number} was denied."],
        [f"Nobody saw case {number}."],
        name=f"{number:02}.txt",
    )
    for number in range(20)
]


def judge(project: Project) -> None:
    """Of each story: a hedge by Ines, a denial on which both agree in all but the first four, and one not looked at."""
    for number, story in enumerate(STORIES):
        first, second = sentence_id(story, 0), sentence_id(story, 1)
        judging.toggle_label(project, INES, first, "hedge")
        judging.toggle_label(project, INES, second, "denial")
        if number < 4:
            judging.judge_none(project, TOMAS, second)
        else:
            judging.toggle_label(project, TOMAS, second, "denial")


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The judged stories, made once."""
    with project_with(tmp_path_factory.mktemp("town"), *STORIES, name="town") as project:
        judge(project)
        return project.path


@pytest.fixture
def judged(town: Path, tmp_path: Path) -> Path:
    """Twenty stories of three sentences: 20 hedges, 16 denials, 4 ties, 20 that nobody has looked at."""
    return Path(shutil.copy(town, tmp_path))


@pytest.fixture
def show(qtbot: QtBot, closed_window: Window) -> Callable[[Path], Window]:
    """Open a project, and show the Export workspace once it has counted."""

    def opened(path: Path) -> Window:
        assert closed_window.open_project(path)
        go_to_export(qtbot, closed_window)
        return closed_window

    return opened


@pytest.fixture
def export(show: Callable[[Path], Window], judged: Path) -> Window:
    """The window with the judged stories in the Export workspace."""
    return show(judged)
