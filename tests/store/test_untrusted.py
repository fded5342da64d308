"""A file from someone else is read as data: nothing in it is run, and what is not as it should be is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.operations import judging
from labeling.store.opening import SCHEMA_VERSION
from labeling.store.transfer import reading
from labeling.store.untrusted import open_untrusted
from tests.factories import FERRY, INES, project_with, sentence_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
    return project.path


def spoil(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(script)


def test_a_project_is_read_and_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with open_untrusted(path) as db:
        assert len(reading.article_log(db, FERRY[0].id).judgments) == 1
        with pytest.raises(sqlite3.DatabaseError):
            db.execute("UPDATE project SET value = ''")
    assert path.read_bytes() == before


def test_what_was_not_yet_written_back_to_the_file_is_read_too(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        with open_untrusted(project.path) as db:
            assert len(reading.article_log(db, FERRY[0].id).judgments) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM current_judgments",
        "SELECT * FROM signatures",
        "SELECT * FROM search",
        "ATTACH DATABASE ':memory:' AS more",
        "PRAGMA query_only = OFF",
        "CREATE TEMP TABLE made (x)",
    ],
)
def test_nothing_but_the_tables_of_a_merge_can_be_read(path: Path, statement: str) -> None:
    with open_untrusted(path) as db, pytest.raises(sqlite3.DatabaseError):
        db.execute(statement).fetchall()


SPOILT: dict[str, tuple[str, str]] = {
    "a view in the place of a table": (
        "ALTER TABLE texts RENAME TO t; CREATE VIEW texts AS SELECT article, text FROM t;",
        "“texts” is not as it should be",
    ),
    "a virtual table in the place of a table": (
        "DROP TABLE signatures; DROP TABLE assignments; CREATE VIRTUAL TABLE assignments USING fts5 (article);",
        "“assignments” is not as it should be",
    ),
    "a column that computes": (
        "DROP TABLE namings; CREATE TABLE namings (id, annotator, name AS (upper(id)));",
        "“namings” is not as it should be",
    ),
    "a table that is missing": ("DROP TABLE unions;", "“unions” is not as it should be"),
    "another program's file": ("PRAGMA application_id = 7;", "is not a Hedgerow project"),
    "a newer version": (f"PRAGMA user_version = {SCHEMA_VERSION + 1};", "newer version"),
    "an older version": (f"PRAGMA user_version = {SCHEMA_VERSION - 1};", "open it once"),
}


@pytest.mark.parametrize(("script", "why"), SPOILT.values(), ids=SPOILT.keys())
def test_a_file_that_is_built_otherwise_is_refused(path: Path, script: str, why: str) -> None:
    spoil(path, script)
    with pytest.raises(Refused, match=why), open_untrusted(path):
        pass


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -3 * 4096])


def _scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:40960] = b"scribble" * 4096
    path.write_bytes(content)


def _read(path: Path) -> None:
    with open_untrusted(path) as db:
        reading.project_log(db)
        reading.article(db, FERRY[0].id)


@pytest.mark.parametrize(
    "harm", [_cut, _scribble, lambda path: path.write_text("Dear editor,"), lambda path: path.write_bytes(b"")]
)
def test_damage_is_refused(path: Path, harm: Callable[[Path], object]) -> None:
    harm(path)
    with pytest.raises(Refused, match=r"damaged|not a Hedgerow project"):
        _read(path)


@pytest.mark.parametrize("name", ["nowhere.hedgerow", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="no file"), open_untrusted(tmp_path / name):
        pass
