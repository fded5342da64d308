from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from labeling.domain.errors import Refused
from labeling.operations import judging
from labeling.store import backup, facts, migrations
from labeling.store.connection import Project
from labeling.store.opening import SCHEMA_VERSION, create_file, open_file
from tests.factories import FERRY, INES, project_with, sentence_id


def test_a_commit_is_on_disk_at_once(tmp_path: Path) -> None:
    with create_file(tmp_path / "a.hedgerow") as project:
        pragmas = {
            name: project.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}


def fail_halfway(project: Project) -> None:
    with project.write() as db:
        facts.put(db, "id", "x")
        raise ZeroDivisionError


def test_a_failed_write_leaves_no_trace(tmp_path: Path) -> None:
    with create_file(tmp_path / "a.hedgerow") as project:
        with pytest.raises(ZeroDivisionError):
            fail_halfway(project)
        with pytest.raises(KeyError):
            facts.get(project.connection, "id")


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    create_file(tmp_path / "a.hedgerow").close()
    with pytest.raises(Refused, match="exists already"):
        create_file(tmp_path / "a.hedgerow")


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be made"):
        create_file(tmp_path / "missing" / "a.hedgerow")


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no project at"):
        open_file(tmp_path / "missing.hedgerow")
    (tmp_path / "text.hedgerow").write_text("Dear diary, " * 200)
    with pytest.raises(Refused, match="damaged or not a Hedgerow project"):
        open_file(tmp_path / "text.hedgerow")
    with sqlite3.connect(tmp_path / "other.hedgerow") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(Refused, match="is not a Hedgerow project"):
        open_file(tmp_path / "other.hedgerow")


def test_a_file_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.hedgerow"
    with create_file(path) as project:
        project.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(Refused, match="newer version"):
        open_file(path)


def test_an_older_file_is_migrated_after_a_backup_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with project_with(tmp_path) as project:
        path = project.path
    later = Migrations("hedgerow")
    for step in migrations.MIGRATIONS._migrations:
        later(name=step.name)(step.fn)

    @later()
    def notes(db: Database) -> None:
        db.execute("CREATE TABLE notes (note TEXT)")

    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr("labeling.store.opening.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with open_file(path) as project:
        assert project.connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)
        assert project.connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    (copy,) = backup.copies(path)
    with sqlite3.connect(copy) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    before.close()


@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET rowid_less = 1", "DELETE FROM {}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_the_log_refuses_to_be_changed(tmp_path: Path, statement: str) -> None:
    with project_with(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        statement = statement.replace("rowid_less", "state").replace("= 1", "= 'excluded'")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            project.connection.execute(statement.format("judgments"))


def test_another_program_that_keeps_the_file_locked_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labeling.store.connection.BUSY_SECONDS", 0.05)
    with project_with(tmp_path) as project, open_file(project.path) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        project.connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(Refused, match="locked"):
            judging.judge_none(project, INES, sentence_id(FERRY, 0))
        other.connection.execute("ROLLBACK")
        assert judging.judge_none(project, INES, sentence_id(FERRY, 0))


def test_writing_elsewhere_is_noticed_once(tmp_path: Path) -> None:
    with project_with(tmp_path) as project, open_file(project.path) as other:
        assert not project.written_elsewhere()
        judging.judge_none(other, INES, sentence_id(FERRY, 0))
        assert project.written_elsewhere()
        assert not project.written_elsewhere()
