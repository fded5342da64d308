"""`hedgerow suggest`: one line of JSON a sentence, in the form of the design."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.operations.suggesting import suggest
from labeling.suggestions.rules import standard_rules
from tests.factories import FERRY, MILL, project_with, sentence_id


def test_there_is_a_line_for_each_sentence_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project_with(tmp_path).close()
    assert run(app, ["suggest", str(tmp_path / "small")]) == 0
    output = capsys.readouterr()
    lines = [json.loads(line) for line in output.out.splitlines()]
    assert output.err == ""
    expected = [sentence_id(content, index) for content, count in ((FERRY, 4), (MILL, 2)) for index in range(count)]
    assert [line["id"] for line in lines] == [str(each) for each in expected]
    assert [(line["name"], line["index"]) for line in lines][:5] == [
        *(("ferry.txt", index) for index in range(4)),
        ("mill.txt", 0),
    ]
    assert lines[0]["text"] == "The ferry may sail on Monday."
    assert list(lines[0]) == ["id", "name", "index", "text", "suggestions"]


def test_a_suggestion_has_label_score_cues_and_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project_with(tmp_path).close()
    run(app, ["suggest", str(tmp_path / "small")])
    first, *_ = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    (hedge,) = (each for each in first["suggestions"] if each["label"] == "hedge")
    start = FERRY[0].text.index("may")
    assert list(hedge) == ["label", "score", "cues", "by"]
    assert hedge["cues"] == [{"start": start, "end": start + 3, "text": "may"}]
    assert hedge["score"] > 0.5
    assert hedge["by"] == standard_rules().by


def test_suggesting_changes_nothing(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        before = digest(project)
        assert len(list(suggest(project))) == 6
        assert digest(project) == before


def test_progress_names_the_articles_and_a_cancel_stops(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with project_with(tmp_path) as project:
        list(suggest(project, on_progress=lambda *step: told.append(step)))
        assert told[0] == (0, 2, "ferry.txt")
        assert list(suggest(project, cancelled=lambda: True)) == []


def test_a_missing_project_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["suggest", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err


def test_an_empty_project_has_nothing_to_suggest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["new", str(tmp_path / "empty")]) == 0
    capsys.readouterr()
    assert run(app, ["suggest", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr().out == ""
    open_project(tmp_path / "empty.hedgerow").close()
