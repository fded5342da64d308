from __future__ import annotations

from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.domain.showing import Showing
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.operations.showing import fixed_showing
from labeling.store import articles
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id


def test_articles_are_shared_out_and_handed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project_with(tmp_path).close()
    news = str(tmp_path / "small")
    assert run(app, ["assign", news, "--annotators", "Ana, Ben", "--overlap", "0.5"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Ana and Ben share 1 article",
        "0 articles are assigned to nobody",
    ]
    assert run(app, ["handout", news, "--annotator", "Ana", str(tmp_path / "ana")]) == 0
    assert f"Wrote “{tmp_path / 'ana.hedgerow'}” for Ana" in capsys.readouterr().out
    assert run(app, ["handout", news, "--annotator", "Cleo", str(tmp_path / "cleo")]) == 1
    assert capsys.readouterr().err == "No articles are assigned to “Cleo”; assign some first.\n"
    assert run(app, ["assign", news, "--withdraw", "Ana"]) == 0
    assert "annotator Ana" not in capsys.readouterr().out


def test_when_suggestions_are_shown_is_fixed_for_a_file_that_is_handed_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project_with(tmp_path).close()
    news = str(tmp_path / "small")
    assert run(app, ["assign", news, "--annotators", "Ana", "--overlap", "0"]) == 0
    assert run(app, ["handout", news, "--annotator", "Ana", str(tmp_path / "ana"), "--suggestions", "after"]) == 0
    with open_project(tmp_path / "ana.hedgerow") as handout:
        assert fixed_showing(handout) is Showing.AFTER
    assert run(app, ["handout", news, "--annotator", "Ana", str(tmp_path / "b"), "--suggestions", "never"]) == 2
    assert not (tmp_path / "b.hedgerow").exists()


@pytest.mark.parametrize(
    "options", [["--overlap", "2", "--annotators", "Ana,Ben"], ["--overlap", "much"], ["--seed", "x"]]
)
def test_options_that_mean_nothing_are_wrong_usage(tmp_path: Path, options: list[str]) -> None:
    project_with(tmp_path).close()
    assert run(app, ["assign", str(tmp_path / "small"), *options]) == 2


def test_a_merge_says_what_it_brought_and_a_dry_run_what_it_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with project_with(tmp_path, MILL) as project, project_with(tmp_path, FERRY, MILL, name="theirs") as theirs:
        judging.judge_none(project, INES, sentence_id(MILL, 0))
        judging.judge_none(theirs, TOMAS, sentence_id(MILL, 0))
        before = digest(project)
    news, other = str(project.path), str(theirs.path)
    assert run(app, ["merge", news, other, "--dry-run"]) == 0
    would = capsys.readouterr().out
    assert would.splitlines()[:2] == [
        "theirs.hedgerow: 1 new judgment, 1 new article, 0 splits and joins; 0 judgments were there already",
        "  Tomás: 1 new, 0 known",
    ]
    with open_project(project.path) as opened:
        assert digest(opened) == before
    assert run(app, ["merge", news, other]) == 0
    assert capsys.readouterr().out == would
    with open_project(project.path) as opened:
        assert articles.count(opened.connection)[0] == 2
    assert run(app, ["merge", news, "--take-back"]) == 0
    with open_project(project.path) as opened:
        assert digest(opened) == before


def test_a_file_that_is_no_project_is_refused_and_the_others_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project_with(tmp_path, MILL).close()
    project_with(tmp_path, FERRY, name="theirs").close()
    (tmp_path / "notes.hedgerow").write_text("Dear editor,")
    news = str(tmp_path / "small.hedgerow")
    assert run(app, ["merge", news, str(tmp_path / "notes.hedgerow"), str(tmp_path / "theirs.hedgerow")]) == 1
    output = capsys.readouterr()
    assert output.err.startswith("“notes.hedgerow” is damaged or not a Hedgerow project")
    assert output.out.startswith("theirs.hedgerow: ")


@pytest.mark.parametrize("arguments", [[], ["other.hedgerow", "--take-back"]])
def test_a_merge_of_nothing_is_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    project_with(tmp_path, MILL).close()
    assert run(app, ["merge", str(tmp_path / "small"), *arguments]) == 2
