"""All that was ever said, in order, with what was on screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.operations import boundaries, judging
from labeling.operations.judging import Circumstances
from labeling.operations.uniting import unite
from labeling.store import told
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

FIRST, SECOND, IN_MILL = sentence_id(FERRY, 0), sentence_id(FERRY, 1), sentence_id(MILL, 0)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = project_with(tmp_path)
    judging.judge_none(project, INES, IN_MILL)
    judging.toggle_label(project, INES, FIRST, "hedge")
    judging.judge_none(project, TOMAS, FIRST)
    judging.toggle_label(project, INES, FIRST, "denial")
    judging.judge_none(project, INES, SECOND)
    return project


def test_judgments_come_by_sentence_and_person_with_their_turns(project: Project) -> None:
    with project:
        found = list(told.everything(project.connection))
    assert [each.start for each in found] == [FIRST.start, FIRST.start, FIRST.start, SECOND.start, IN_MILL.start]
    assert [(each.turn, each.labels) for each in found] == [
        (2, '["hedge"]'),
        (3, '["hedge", "denial"]'),
        (1, "[]"),
        (4, "[]"),
        (1, "[]"),
    ]
    assert len({each.person for each in found}) == 2


def test_people_who_are_one_take_turns_as_one(project: Project) -> None:
    with project:
        unite(project, TOMAS, INES)
        found = list(told.everything(project.connection))
    assert [each.turn for each in found] == [2, 3, 4, 5, 1]
    assert len({each.person for each in found}) == 1


def test_sentences_that_are_gone_are_left_out_but_keep_their_turns(project: Project) -> None:
    with project:
        boundaries.split_sentence(project, INES, FIRST, FIRST.start + 4)
        assert [each.turn for each in told.everything(project.connection)] == [4, 1]


def test_whether_anything_was_ever_on_screen(project: Project) -> None:
    with project:
        assert not told.anything_shown(project.connection)
        shown = ({"label": "hedge", "score": 0.9, "by": "cues@1"},)
        judging.judge_none(project, TOMAS, SECOND, Circumstances(shown=shown))
        assert told.anything_shown(project.connection)
