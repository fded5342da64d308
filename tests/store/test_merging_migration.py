"""Files from before merging learn to be merged, and copies of one stay copies of one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from labeling.domain.judgments import Annotator
from labeling.operations import boundaries, judging, merging, undoing
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.store import articles, integrity
from labeling.store import boundaries as stored
from labeling.store.transfer import reading
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id
from tests.store.old_files import make_version


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with project_with(tmp_path) as project:
        judging.set_only_label(project, INES, sentence_id(FERRY, 3), "hedge")
        boundaries.split_sentence(project, INES, sentence_id(FERRY, 1), FERRY[1][1].start + 8)
        boundaries.join_with_next(project, INES, sentence_id(MILL, 0))
        boundaries.join_with_next(project, INES, sentence_id(FERRY, 0))
        undoing.undo(project, INES)
    return project.path


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_file_says_the_same_and_knows_its_first_boundaries(path: Path, version: int) -> None:
    with open_project(path) as project:
        before = digest(project)
    make_version(path, version)
    with open_project(path) as project:
        db = project.connection
        assert digest(project) == before
        assert stored.first(db, FERRY[0].id) == FERRY[1]
        assert stored.first(db, MILL[0].id) == MILL[1]
        assert list(integrity.findings(db)) == []
        assert undoing.undo(project, INES)
        assert articles.sentences_of(db, MILL[0].id) == MILL[1]


def test_copies_that_were_migrated_apart_are_still_copies_of_one(path: Path) -> None:
    make_version(path, 2)
    copy = path.with_name("copy.hedgerow")
    shutil.copyfile(path, copy)
    with open_project(path) as project, open_project(copy) as other:
        assert reading.project_log(project.connection) == reading.project_log(other.connection)
        assert merging.examine(project, [copy]).empty
        judging.judge_none(other, TOMAS, sentence_id(FERRY, 3))
        judging.judge_none(project, Annotator(INES.id, "Inês"), sentence_id(FERRY, 3))
        merging.merge(project, [copy])
        merging.merge(other, [path])
        assert digest(project) == digest(other)
