"""`hedgerow sample`: draws, says what there is, withdraws; `status` mentions it in words only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.operations import judging
from labeling.operations.projects import open_project
from labeling.store import samples
from tests.factories import FERRY, INES, MILL, project_with, sentence_id


@pytest.fixture
def news(tmp_path: Path) -> str:
    project_with(tmp_path).close()
    return str(tmp_path / "small")


def test_it_draws_and_says_what_there_is(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["sample", news]) == 0
    assert capsys.readouterr().out == "There is no random sample.\n"
    assert run(app, ["sample", news, "--sentences", "5", "--seed", "2"]) == 0
    assert capsys.readouterr().out == "The random sample has 2 articles, 6 sentences; someone has judged 0 of them.\n"
    with open_project(Path(news + ".hedgerow")) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
    assert run(app, ["sample", news]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["annotator Ines: 1 sentence of it judged"]
    assert run(app, ["sample", news, "--withdraw"]) == 0
    assert capsys.readouterr().out == "There is no random sample.\n"


def test_json_is_one_value(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    with open_project(Path(news + ".hedgerow")) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
    assert run(app, ["sample", news, "--sentences", "100", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"articles": 1, "sentences": 2, "judged": 0, "annotators": []}
    assert run(app, ["sample", news, "--sentences", "100", "--begun", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "articles": 2, "sentences": 6, "judged": 1, "annotators": [{"name": "Ines", "judged": 1}],
    }  # fmt: skip


def test_status_says_it_in_words_only(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(app, ["status", news])
    run(app, ["status", news, "--json"])
    before = capsys.readouterr().out
    assert "sample" not in before
    with open_project(Path(news + ".hedgerow")) as project, project.write() as db:
        samples.put(db, MILL[0].id, sampled=True)
    assert run(app, ["status", news]) == 0
    assert "random sample 1 articles, 0 of 2 sentences judged" in capsys.readouterr().out.splitlines()
    run(app, ["status", news, "--json"])
    assert json.loads(capsys.readouterr().out).keys() == json.loads(before[before.index("{") :]).keys()


@pytest.mark.parametrize("options", [["--sentences", "0"], ["--sentences", "many"], ["--seed", "x"]])
def test_options_that_mean_nothing_are_wrong_usage(news: str, options: list[str]) -> None:
    assert run(app, ["sample", news, *options]) == 2
