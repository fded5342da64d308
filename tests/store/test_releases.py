"""Releases are kept as they were recorded, and an older file learns to keep them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from labeling.operations import judging
from labeling.operations.projects import open_project
from labeling.store import releases, signatures
from labeling.store.backup import folder_of
from tests.factories import FERRY, INES, MILL, project_with, sentence_id
from tests.store.old_files import make_version


def test_a_release_comes_back_as_it_was_recorded(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        for name, line in (("one", "main"), ("two", ""), ("three", "main")):
            with project.write() as db:
                at = releases.moment(db, releases.begin_epoch(db))
                releases.add(db, name, line, at, "digest", f"{{{name}}}")
        found = releases.everything(project.connection)
        assert [(release.name, release.moment.epoch) for release in found] == [("one", 0), ("two", 1), ("three", 2)]
        assert [release.name for release in releases.of_line(project.connection, "main")] == ["one", "three"]
        two = releases.named(project.connection, "two")
        assert two is not None
        assert (two.manifest, two.moment.annotators) == ("{two}", {INES.id: "Ines"})
        assert releases.named(project.connection, "four") is None


@pytest.mark.parametrize("statement", ["UPDATE releases SET name = 'x'", "DELETE FROM releases"])
def test_a_release_is_never_changed(tmp_path: Path, statement: str) -> None:
    with project_with(tmp_path, FERRY) as project:
        with project.write() as db:
            releases.add(db, "one", "", releases.moment(db, releases.begin_epoch(db)), "", "{}")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            project.connection.execute(statement)


def test_two_releases_never_have_one_name(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project, project.write() as db:
        at = releases.moment(db, releases.begin_epoch(db))
        releases.add(db, "one", "", at, "", "{}")
        with pytest.raises(sqlite3.IntegrityError):
            releases.add(db, "one", "", at, "", "{}")


def test_signatures_are_kept_by_scheme(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        both = [FERRY[0].id, MILL[0].id]
        assert signatures.missing(project.connection, "one") == both
        with project.write() as db:
            signatures.keep(db, "one", [(FERRY[0].id, b"f")])
        assert signatures.missing(project.connection, "one") == both[1:]
        assert signatures.known(project.connection, "one") == {FERRY[0].id: b"f"}
        assert signatures.missing(project.connection, "two") == both


def test_a_file_of_version_1_is_migrated_with_its_judgments_after_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "small.hedgerow"
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
    make_version(path, 1)
    with open_project(path) as project:
        assert releases.everything(project.connection) == []
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        assert project.connection.execute("SELECT count(*), max(arrived) FROM judgments").fetchone() == (2, 0)
    assert any(folder_of(path).iterdir())
