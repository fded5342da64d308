from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.cli.app import app, run
from labeling.operations import judging
from tests.export.datasets import judge_ferry
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

MEASURES = {
    "prevalence",
    "percent_agreement",
    "positive_agreement",
    "negative_agreement",
    "krippendorff_alpha",
    "fleiss_kappa",
    "gwet_ac1",
}


@pytest.fixture
def path(tmp_path: Path) -> str:
    with project_with(tmp_path) as project:
        judge_ferry(project)
        for person in (INES, TOMAS):
            judging.toggle_label(project, person, sentence_id(MILL, 0), "hedge")
            judging.judge_none(project, person, sentence_id(MILL, 1))
        return str(project.path)


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert run(app, ["agreement", *command, "--json"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return json.loads(output.out, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


def measures(value: Any) -> list[dict[str, Any]]:
    """Return all measures in a JSON value."""
    if isinstance(value, dict):
        return [value] if "value" in value else [found for part in value.values() for found in measures(part)]
    return [found for part in value for found in measures(part)] if isinstance(value, list) else []


def test_json_has_the_keys_that_scripts_depend_on(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, path)
    assert (found["annotators"], found["articles"], found["sentences"]) == (["Ines", "Tomás"], 2, 4)
    assert list(found["labels"]) == ["anonymous_source", "on_record", "hedge", "denial"]
    assert all(set(label) == MEASURES for label in found["labels"].values())
    assert {"krippendorff_alpha_masi", "exact_match"} <= set(found["sets"])
    assert found["bootstrap"] == {"draws": 1000, "unit": "article", "seed": 0}
    pair = found["pairs"][2]
    assert (pair["a"], pair["b"], pair["label"], pair["sentences"]) == ("Ines", "Tomás", "hedge", 4)
    assert pair["cohen_kappa"]["value"] == pair["percent_agreement"]["value"] == 1
    assert all({"value", "low", "high", "sentences"} <= set(measure) for measure in measures(found))


def test_what_is_undefined_is_null_and_says_why(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = measures(printed(capsys, path))
    assert len(found) > 50
    for measure in found:
        assert measure["value"] is not None or measure["why"]
        assert (
            (measure["low"] is None) == (measure["high"] is None) == (measure["interval"] is None) == ("why" in measure)
        )
        assert measure["interval"] is None or [measure["low"], measure["high"]] == measure[measure["interval"]]


def test_the_seed_and_the_draws_are_those_that_are_asked_for(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, path, "--bootstrap", "20", "--seed", "7")
    assert found["bootstrap"] == {"draws": 20, "unit": "article", "seed": 7}
    assert found == printed(capsys, path, "--bootstrap", "20", "--seed", "7")


def test_without_draws_there_are_no_intervals(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, path, "--bootstrap", "0")
    assert {measure["interval"] for measure in measures(found)} == {None}
    assert found["labels"]["hedge"]["krippendorff_alpha"]["why"] == "no interval: no draws were asked for"


@pytest.mark.parametrize("wrong", [("--bootstrap", "-1"), ("--seed", "-1"), ("--bootstrap", "many")])
def test_a_number_that_cannot_be_is_wrong_usage(
    path: str, wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, ["agreement", path, *wrong]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1


def test_a_project_that_nobody_has_judged_has_nothing_but_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project_with(tmp_path).close()
    found = printed(capsys, str(tmp_path / "small"))
    assert (found["annotators"], found["articles"], found["sentences"], found["pairs"]) == ([], 0, 0, [])
    assert {measure["value"] for measure in measures(found)} == {None}
    assert {measure["why"] for measure in measures(found)} == {"nobody has judged a sentence for it"}


def test_one_article_of_one_sentence_is_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
    hedge = printed(capsys, str(project.path))["labels"]["hedge"]
    assert {name: measure["value"] for name, measure in hedge.items()} == {
        "prevalence": 0.5,
        "percent_agreement": 0,
        "positive_agreement": 0,
        "negative_agreement": 0,
        "krippendorff_alpha": 0,
        "fleiss_kappa": -1,
        "gwet_ac1": -1,
    }
    assert {measure["why"] for measure in hedge.values()} == {
        "no interval: it rests on the sentences of a single article"
    }


def test_people_read_a_table(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["agreement", path]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["2 annotators (Ines, Tomás)", "2 articles and 4 sentences with a judgment"]
    start = lines.index("hedge")
    assert lines[start + 2].split()[:3] == ["percent", "agreement", "1.000"]
    assert any(line.startswith("  krippendorff alpha") and "undefined: " in line for line in lines)
    assert "  Ines and Tomás, hedge: 1.000   1.000 to  1.000  4 sentences" in lines
    assert lines[-1].startswith("95 % intervals: bootstrap over articles, 1000 draws, seed 0")
