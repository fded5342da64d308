from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.operations import judging, undoing
from labeling.operations.projects import open_project
from labeling.store import judgments
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project


def test_undo_goes_to_where_it_happened_even_after_a_restart(project: Project) -> None:
    judging.judge_none(project, INES, sentence_id(FERRY, 0))
    judging.exclude(project, INES, sentence_id(MILL, 1))
    project.close()
    with open_project(project.path) as again:
        first = undoing.undo(again, INES)
        assert first is not None
        assert first.focus == sentence_id(MILL, 1)
        second = undoing.undo(again, INES)
        assert second is not None
        assert second.focus == sentence_id(FERRY, 0)
        assert second.undone == -1
        redone = undoing.redo(again, INES)
        assert redone is not None
        assert (redone.focus, redone.undone) == (sentence_id(FERRY, 0), 1)


def test_undo_takes_back_only_ones_own_acts(project: Project) -> None:
    judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
    assert undoing.undo(project, INES) is None
    assert undoing.next_undo(project, TOMAS) is not None


def test_a_new_act_forgets_what_could_be_redone(project: Project) -> None:
    judging.judge_none(project, INES, sentence_id(FERRY, 0))
    undoing.undo(project, INES)
    judging.exclude(project, INES, sentence_id(FERRY, 1))
    assert undoing.redo(project, INES) is None
    assert undoing.next_redo(project, INES) is None


def test_the_log_keeps_what_was_undone(project: Project) -> None:
    judging.judge_none(project, INES, sentence_id(FERRY, 0))
    undoing.undo(project, INES)
    history = judgments.history(project.connection, sentence_id(FERRY, 0), INES.id)
    assert [judgment.verdict.state for judgment in history] == ["cleared", "none"]
