"""Files from before suggestions were kept, and what each table of version 4 is for when files are united."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from labeling.operations import boundaries, judging, merging
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.operations.suggesting import suggest_all
from labeling.store import integrity, models, samples, suggested
from labeling.suggestions.rules import standard_rules
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id
from tests.store.old_files import make_version


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with project_with(tmp_path) as project:
        judging.set_only_label(project, INES, sentence_id(FERRY, 3), "hedge")
        boundaries.split_sentence(project, INES, sentence_id(FERRY, 1), FERRY[1][1].start + 8)
    return project.path


def test_a_file_of_version_3_says_the_same_and_can_keep_suggestions(path: Path) -> None:
    with open_project(path) as project:
        before = digest(project)
    make_version(path, 3)
    with open_project(path) as project:
        assert digest(project) == before
        assert list(integrity.findings(project.connection)) == []
        suggest_all(project)
        assert suggested.missing(project.connection, standard_rules().by) == []


def test_the_sample_is_united_and_the_latest_word_on_an_article_counts(path: Path) -> None:
    copy = path.with_name("copy.hedgerow")
    shutil.copyfile(path, copy)
    with open_project(path) as project, open_project(copy) as other:
        with project.write() as db:
            samples.put(db, FERRY[0].id, sampled=True)
            samples.put(db, MILL[0].id, sampled=True)
        merging.merge(other, [path])
        with other.write() as db:
            samples.put(db, MILL[0].id, sampled=False)
        merging.merge(project, [copy])
        for each in (project, other):
            assert samples.everything(each.connection) == {FERRY[0].id}
            assert samples.has(each.connection, FERRY[0].id)
            assert not samples.has(each.connection, MILL[0].id)
        merging.take_back_merge(project)
        assert samples.everything(project.connection) == {FERRY[0].id, MILL[0].id}


def test_the_sample_is_only_ever_added_to(path: Path) -> None:
    with open_project(path) as project:
        with project.write() as db:
            samples.put(db, FERRY[0].id, sampled=True)
        for statement in ("UPDATE samplings SET sampled = 0", "DELETE FROM samplings"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                project.connection.execute(statement)


def test_an_article_that_came_with_a_merge_leaves_with_all_that_was_derived_from_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project, project_with(tmp_path, MILL, name="other") as other:
        judging.judge_none(other, TOMAS, sentence_id(MILL, 0))
        merging.merge(project, [other.path])
        suggest_all(project)
        merging.take_back_merge(project)
        assert project.connection.execute("SELECT count(*) FROM suggested").fetchone() == (1,)
        assert list(integrity.findings(project.connection)) == []


def test_of_models_the_latest_is_in_use_and_of_earlier_ones_the_figures_stay(path: Path) -> None:
    with open_project(path) as project:
        with project.write() as db:
            models.use(db, "first", b"1", '{"f1": 0.5}')
            models.use(db, "second", b"2", '{"f1": 0.6}')
        assert models.in_use(project.connection) == b"2"
        assert models.digest_in_use(project.connection) == "second"
        assert [each.digest for each in models.trainings(project.connection)] == ["second", "first"]
        with project.write() as db:
            models.put_away(db)
        assert models.in_use(project.connection) is None
        assert models.digest_in_use(project.connection) == ""
        assert len(models.trainings(project.connection)) == 2
