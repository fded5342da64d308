from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli_w

from labeling.cli.app import app, run
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.projects import open_project, standard_codebook
from labeling.operations.statuses import status
from labeling.store import codebooks
from labeling.store.backup import back_up
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook


def test_a_project_is_made_with_the_standard_codebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["new", str(tmp_path / "news")]) == 0
    assert capsys.readouterr().out == f"Made “{tmp_path / 'news.hedgerow'}”.\n"
    with open_project(tmp_path / "news.hedgerow") as project:
        assert codebooks.current(project.connection) == standard_codebook()


def test_a_project_is_made_with_another_codebook(tmp_path: Path) -> None:
    codebook = small_codebook("satire")
    (tmp_path / "codebook.toml").write_text(tomli_w.dumps(codebook.to_dict()), encoding="utf-8")
    assert run(app, ["new", str(tmp_path / "news"), "--codebook", str(tmp_path / "codebook.toml")]) == 0
    with open_project(tmp_path / "news.hedgerow") as project:
        assert codebooks.current(project.connection) == codebook


def test_a_file_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "news.hedgerow").write_text("mine")
    assert run(app, ["new", str(tmp_path / "news")]) == 1
    assert "exists already" in capsys.readouterr().err
    assert (tmp_path / "news.hedgerow").read_text() == "mine"


def test_a_wrong_codebook_makes_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "codebook.toml").write_text("labels = 3")
    assert run(app, ["new", str(tmp_path / "news"), "--codebook", str(tmp_path / "codebook.toml")]) == 1
    assert "“codebook.toml” is not a codebook" in capsys.readouterr().err
    assert not (tmp_path / "news.hedgerow").exists()


def test_status_as_json_is_one_value_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
        expected = digest(project)
    assert run(app, ["status", str(tmp_path / "small"), "--json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out) == {
        "articles": 2,
        "sentences": 6,
        "judgments": 2,
        "annotators": [{"name": "Ines", "judged": 1}, {"name": "Tomás", "judged": 1}],
        "labels": {"anonymous_source": 0, "on_record": 0, "hedge": 1, "denial": 0},
        "codebook": small_codebook().hash,
        "digest": expected,
    }
    assert "Tomás" in output.out
    assert output.err == ""


def test_status_in_words_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        figures = status(project)
    assert run(app, ["status", str(tmp_path / "small.hedgerow")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 articles, 6 sentences, 1 judgments"
    assert "annotator Ines: 1 sentences judged" in lines
    assert "label hedge: 1 sentences" in lines
    assert lines[-1] == f"digest {figures.digest}"


def test_a_whole_project_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        back_up(project)
    assert run(app, ["check", str(tmp_path / "small")]) == 0
    assert capsys.readouterr().out == "“small.hedgerow” is whole. Backup copies: 1.\n"


def test_what_can_be_made_anew_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        with project.write() as db:
            db.execute("UPDATE progress SET judged = 5")
    assert run(app, ["check", str(tmp_path / "small")]) == 0
    assert "made anew" in capsys.readouterr().out
    assert run(app, ["check", str(tmp_path / "small")]) == 0
    assert capsys.readouterr().out == "“small.hedgerow” is whole. Backup copies: 0.\n"


def test_damage_names_the_newest_whole_backup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        copy = back_up(project)
        with project.write() as db:
            db.execute("UPDATE texts SET text = 'another'")
    assert copy is not None
    assert run(app, ["check", str(tmp_path / "small")]) == 1
    output = capsys.readouterr()
    assert "is not the one that was imported" in output.out
    assert str(copy) in output.err
    assert output.err.count("\n") == 1


def test_damage_without_a_backup_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.hedgerow").write_bytes(b"SQLite format 3\0" + bytes(2000))
    assert run(app, ["check", str(tmp_path / "a")]) == 1
    assert "no backup copy that is whole" in capsys.readouterr().err
