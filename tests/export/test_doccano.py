from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.export.formats.doccano import FORMAT
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, project_with, sentence_id, small_codebook

# What doccano’s own import takes for something else: `BaseData.parse` and `LabelMaker` in its backend.
RESERVED = {"filename", "upload_name", "example_uuid", "uuid", "meta", "#line_number"}


def examples_of(project: Project, folder: Path, options: Options) -> list[dict[str, Any]]:
    out = written(project, folder / "out", FORMAT, options, ["all"])
    return [json.loads(line) for line in (out / "all.jsonl").read_text(encoding="utf-8").splitlines()]


def test_an_example_is_a_text_with_the_settled_labels(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        first, third = examples_of(project, tmp_path, Options())
    assert (first["text"], first["label"]) == ("The ferry may sail on Monday.", ["hedge"])
    assert third == {
        "text": "The port denied it.",
        "label": ["on_record", "denial"],
        "sentence_id": f"{FERRY[0].id}:47-66",
        "article": FERRY[0].id,
        "name": "ferry.txt",
        "title": "ferry.txt",
        "index": 2,
        "paragraph": 0,
        "start": 47,
        "end": 66,
        "kind": "body",
        "before": "An aide said so.",
        "after": "Nobody was on board.",
        "gold_state": "labelled",
        "gold_source": "adjudicated",
    }
    assert not RESERVED & first.keys()


def test_an_empty_list_says_why_it_is_empty(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        found = examples_of(project, tmp_path, Options(include_unjudged=True))
    assert [(one["label"], one["gold_state"]) for one in found] == [
        ([], "none"),
        ([], "excluded"),
        ([], None),
        ([], None),
    ]


def test_labels_that_nobody_was_asked_about_are_named(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        replace_codebook(project, INES, small_codebook("hedge", "satire"))
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        first, second = examples_of(project, tmp_path, Options())
    assert first["gold_unknown"] == ["satire"]
    assert "gold_unknown" not in second


def test_a_line_is_a_line_for_every_reader(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        found = examples_of(project, tmp_path, Options(include_unjudged=True))
    assert [one["text"] for one in found][2] == '-2 "of them"\u2028left.'
    assert found[1]["metadata"] == {"source": "The | Lantern", "date": "2031-02-03"}
    assert [one.get("gap") for one in found] == [None, "\n", "  ", "\n"]


def test_the_example_of_loading_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        examples_of(project, tmp_path, Options(include_unjudged=True))
    monkeypatch.chdir(tmp_path / "out")
    names: dict[str, Any] = {}
    exec(FORMAT.loading.format(file="all.jsonl"), names)  # noqa: S102
    assert list(names["sentences"]["label"])[:3] == [["hedge"], [], ["on_record", "denial"]]
