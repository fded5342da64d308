"""`hedgerow train`: what it prints for people and for programs, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.cli.app import app, run
from labeling.operations import judging
from labeling.operations.projects import open_project
from labeling.operations.suggesting import suggester_of
from labeling.store import models, samples
from tests.factories import INES, sentence_id
from tests.operations.taught import HEDGE, MONEY, STORIES, story, taught


@pytest.fixture
def path(tmp_path: Path) -> str:
    with taught(tmp_path, *(story(number) for number in range(7))) as project:
        with project.write() as db:
            samples.put(db, story(6)[0].id, sampled=True)
        return str(project.path)


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert run(app, ["train", *command, "--json"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return json.loads(output.out, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


def test_json_has_the_keys_that_scripts_depend_on(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, path)
    assert (found["gold"], found["articles"], found["sentences"], found["before"]) == ("majority", 6, 48, None)
    assert found["cross_validation"] == {"folds": 5, "unit": "article", "seed": 0}
    assert found["bootstrap"] == {"draws": 1000, "unit": "article", "seed": 0}
    assert list(found["labels"]) == [MONEY]
    money = found["labels"][MONEY]
    assert (money["chosen"], money["sentences"], money["having"], money["articles_having"]) == ("model", 48, 24, 6)
    assert list(money["ways"]) == ["model", "chosen"]
    figures = money["ways"]["chosen"]
    assert set(figures) == {"precision", "recall", "f1", "average_precision", "calibration"}
    assert figures["f1"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert "why" in money["curve"]["gain"]
    assert {"points", "gain", "helps", "enough_at", "sentence", "way"} <= set(money["curve"])
    assert "“hedge” needs 20 settled sentences" in found["needs"][HEDGE]["sentence"]
    assert found["sample"]["labels"][MONEY]["used"]["f1"]["value"] == 1
    with open_project(Path(path)) as project:
        assert models.digest_in_use(project.connection) == found["model"]
        assert suggester_of(project.connection).by == f"model@{found['model']}"


def test_the_same_seed_gives_the_same_model_and_the_training_before_is_named(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third = printed(capsys, path), printed(capsys, path), printed(capsys, path, "--seed", "7")
    assert {**second, "before": None} == first
    assert second["before"]["model"] == first["model"]
    assert second["before"]["labels"][MONEY]["f1"]["value"] == 1
    assert third["cross_validation"]["seed"] == 7
    assert third["model"] != first["model"]


def test_the_gold_is_the_one_that_is_asked_for(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, path, "--gold", "any")["gold"] == "any"
    assert run(app, ["train", path, "--gold", "adjudicated"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert "No label can be learned yet: it takes 20 settled sentences" in output.err


def test_too_little_is_refused_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with taught(tmp_path, *STORIES[:3]) as project:
        assert run(app, ["train", str(project.path)]) == 1
        assert models.trainings(project.connection) == []
    assert "No label can be learned yet: it takes 20 settled sentences" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [("--gold", "most"), ("--seed", "-1"), ("--draws", "3")])
def test_what_cannot_be_chosen_is_wrong_usage(
    path: str, wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, ["train", path, *wrong]) == 2
    assert capsys.readouterr().out == ""


def test_people_read_tables_and_sentences(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, path)
    with open_project(Path(path)) as project:
        judging.exclude(project, INES, sentence_id(STORIES[0], 0))
    assert run(app, ["train", path]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    lines = output.out.splitlines()
    assert lines[0] == "6 articles and 47 settled sentences were learned from (gold: majority)"
    assert lines[1].endswith(" is in use now: The model suggests money.")
    start = lines.index("money")
    assert lines[start + 1].split() == ["precision", "recall", "F1", "average", "precision"]
    assert lines[start + 2].split()[:4] == ["model", "(used)", "1.00", "1.00–1.00"]
    assert lines[start + 3].split()[:2] == ["as", "chosen"]
    assert "  F1 as chosen, in the training before: 1.00 1.00–1.00" in lines
    assert any(line.startswith("  It can’t be told whether more labels would help") for line in lines)
    assert "hedge: not learned" in lines
    assert "  money: 8 sentences of 1 article" in lines
    assert any(line.startswith("Every figure comes from articles that the model had not seen") for line in lines)
