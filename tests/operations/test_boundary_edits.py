from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.domain.articles import SentenceId
from labeling.domain.errors import Refused
from labeling.operations import boundaries, judging, undoing
from labeling.store import articles, integrity, judgments, progress
from labeling.store.connection import Project
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id

ARTICLE = FERRY[0]
FIRST, LAST_OF_PARAGRAPH = sentence_id(FERRY, 0), sentence_id(FERRY, 2)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project


def texts(project: Project) -> list[str]:
    return [ARTICLE.text[s.start : s.end] for s in articles.sentences_of(project.connection, ARTICLE.id)]


@pytest.mark.parametrize("position", [13, 14])
def test_a_split_leaves_white_space_between_the_two(project: Project, position: int) -> None:
    changes = boundaries.split_sentence(project, INES, FIRST, position)
    assert texts(project)[:3] == ["The ferry may", "sail on Monday.", "An aide said so."]
    assert changes.focus == SentenceId(ARTICLE.id, 0, 13)
    assert changes.boundaries == {ARTICLE.id}


@pytest.mark.parametrize("position", [-5, 0, 29, 400])
def test_a_split_that_leaves_nothing_on_one_side_is_refused(project: Project, position: int) -> None:
    with pytest.raises(Refused, match="between two words"):
        boundaries.split_sentence(project, INES, FIRST, position)
    assert len(texts(project)) == 4


def test_joining_takes_the_next_of_the_paragraph(project: Project) -> None:
    boundaries.join_with_next(project, INES, FIRST)
    assert texts(project)[0] == "The ferry may sail on Monday. An aide said so."
    with pytest.raises(Refused, match="last sentence of its paragraph"):
        boundaries.join_with_next(project, INES, LAST_OF_PARAGRAPH)


def test_judgments_of_the_whole_are_kept_and_the_parts_ask_to_be_judged(project: Project) -> None:
    judging.judge_none(project, INES, FIRST)
    boundaries.split_sentence(project, INES, FIRST, 13)
    assert progress.totals(project.connection, INES.id).judged == 0
    assert progress.next_unjudged(project.connection, INES.id, None) == SentenceId(ARTICLE.id, 0, 13)
    assert len(judgments.history(project.connection, FIRST, INES.id)) == 1
    undoing.undo(project, INES)
    assert progress.totals(project.connection, INES.id).judged == 1


def test_boundaries_that_moved_meanwhile_are_said(project: Project) -> None:
    boundaries.join_with_next(project, INES, FIRST)
    with pytest.raises(Refused, match="other boundaries"):
        boundaries.split_sentence(project, INES, FIRST, 13)


def test_the_parts_remember_what_was_said_of_the_whole(project: Project) -> None:
    judging.judge_none(project, INES, FIRST)
    changes = boundaries.split_sentence(project, INES, FIRST, 13)
    assert changes.focus is not None
    (said,) = judgments.history(project.connection, changes.focus, INES.id)
    assert said.sentence == FIRST


def test_undoing_a_judgment_of_what_others_have_split_since_counts_nothing(project: Project) -> None:
    judging.judge_none(project, INES, FIRST)
    boundaries.split_sentence(project, TOMAS, FIRST, 13)
    assert undoing.undo(project, INES)
    assert progress.totals(project.connection, INES.id).judged == 0
    assert list(integrity.findings(project.connection)) == []
