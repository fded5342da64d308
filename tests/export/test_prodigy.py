from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Span
from labeling.export.formats.prodigy import FORMAT
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.projects import standard_codebook
from labeling.store.connection import Project
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id

EVERYTHING = Options(include_unjudged=True)


def tasks_of(project: Project, folder: Path, options: Options = EVERYTHING) -> list[dict[str, Any]]:
    out = written(project, folder / "out", FORMAT, options, ["all"])
    return [json.loads(line) for line in (out / "all.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_task_is_a_multiple_choice_with_the_settled_answer(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, standard_codebook())
        judge_ferry(project)
        first, _, third, _ = tasks_of(project, tmp_path)
    assert first["options"][0] == {"id": "anonymous_source", "text": "Anonymous source"}
    assert (first["accept"], first["answer"], first["_view_id"]) == (["hedge"], "accept", "choice")
    assert first["config"] == {"choice_style": "multiple"}
    assert third["accept"] == ["on_record", "denial"]
    assert third["meta"] == {
        "sentence_id": f"{FERRY[0].id}:47-66",
        "article": FERRY[0].id,
        "name": "ferry.txt",
        "title": "ferry.txt",
        "index": 2,
        "paragraph": 0,
        "start": 47,
        "end": 66,
        "kind": "body",
        "gold_state": "labelled",
        "gold_source": "adjudicated",
    }
    assert (third["before"], third["after"]) == ("An aide said so.", "Nobody was on board.")


def test_none_excluded_and_unsettled_are_told_apart(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        judging.judge_none(project, INES, sentence_id(FERRY, 2))
        judging.toggle_label(project, TOMAS, sentence_id(FERRY, 2), "hedge")
        none, excluded, tie, untouched = tasks_of(project, tmp_path)
    assert (none["accept"], none["answer"]) == ([], "accept")
    assert (excluded["accept"], excluded["answer"]) == ([], "ignore")
    assert not {"accept", "answer"} & (tie.keys() | untouched.keys())
    assert [vote["accept"] for vote in tie["votes"]] == [[], ["hedge"]]
    assert untouched["votes"] == []


def test_everyone_has_a_vote_with_spans_in_code_points(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        judging.toggle_label(project, TOMAS, sentence_id(ODD, 0), "hedge", Span(6, 7))
        judging.toggle_unsure(project, TOMAS, sentence_id(ODD, 0))
        tasks = tasks_of(project, tmp_path)
    spans = [{"start": 10, "end": 13, "label": "hedge"}]
    assert tasks[0]["votes"] == [
        {"annotator": "Ines", "accept": ["hedge"], "answer": "accept", "spans": spans},
        {"annotator": "Tomás", "accept": ["hedge"], "answer": "accept", "seconds": 4.25},
    ]
    assert tasks[1]["votes"][1]["comment"] == "“Who?”\nAsk."
    assert tasks[2]["votes"] == [
        {
            "annotator": "Lead",
            "accept": ["on_record", "denial"],
            "answer": "accept",
            "adjudication": True,
            "note": "See the codebook",
        }
    ]
    assert tasks[4]["votes"][0]["spans"] == [{"start": 6, "end": 7, "label": "hedge"}]
    assert tasks[4]["votes"][0]["unsure"] is True


def test_the_example_of_loading_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(ODD, 3))
        tasks_of(project, tmp_path)
    monkeypatch.chdir(tmp_path / "out")
    names: dict[str, Any] = {}
    exec(FORMAT.loading.format(file="all.jsonl"), names)  # noqa: S102
    assert [task["accept"] for task in names["answered"]] == [["hedge"], ["on_record", "denial"]]
