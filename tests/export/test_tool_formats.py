"""What annotation tools import: their documented form, and none of it says more than was judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Article, Kind, Sentence, Span, make_article
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.operations import judging
from tests.export.datasets import judge_ferry, written
from tests.factories import FERRY, INES, project_with, sentence_id

EMOJI: tuple[Article, tuple[Sentence, ...]] = (
    make_article("🐎🐎 It may rain. 🌧 It may not.", "emoji.txt"),
    (Sentence(0, 15, Kind.BODY, 0), Sentence(16, 29, Kind.BODY, 0)),
)


def rows_of(folder: Path, chosen: str, **choices: Any) -> list[dict[str, Any]]:
    """Return what is written of two stories, of which one begins with characters that are two units in UTF-16."""
    with project_with(folder, FERRY, EMOJI) as project:
        judge_ferry(project)
        judging.toggle_label(project, INES, sentence_id(EMOJI, 0), "hedge", Span(6, 9))
        judging.judge_none(project, INES, sentence_id(EMOJI, 1))
        out = written(project, folder / "out", FORMATS[chosen], Options(gold=Policy.ANY, **choices), ["all"])
    content = (out / FORMATS[chosen].file_name("all")).read_text(encoding="utf-8")
    return list(json.loads(content)) if content.startswith("[") else [json.loads(line) for line in content.splitlines()]


def choices_of(annotation: dict[str, Any]) -> list[str]:
    return [
        choice
        for result in annotation["result"]
        if (result["type"], result["from_name"]) == ("choices", "labels")
        for choice in result["value"]["choices"]
    ]


def test_label_studio_has_an_annotation_for_each_vote_and_an_empty_one_for_none(tmp_path: Path) -> None:
    tasks = {task["data"]["text"]: task["annotations"] for task in rows_of(tmp_path, "label-studio")}
    assert [choices_of(one) for one in tasks["The ferry may sail on Monday."]] == [["hedge"], ["hedge"]]
    assert [choices_of(one) for one in tasks["An aide said so."]] == [["anonymous_source"], []]
    assert [choices_of(one) for one in tasks["🌧 It may not."]] == [[]]


def test_label_studio_counts_code_points(tmp_path: Path) -> None:
    (task,) = [task for task in rows_of(tmp_path, "label-studio") if task["data"]["text"].startswith("🐎")]
    (marked,) = [one["value"] for one in task["annotations"][0]["result"] if one["type"] == "labels"]
    assert (marked["start"], marked["end"], marked["text"]) == (6, 9, "may")


def test_the_label_studio_sdk_reads_the_tasks_by_the_configuration(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter")
    rows_of(tmp_path, "label-studio")
    out = tmp_path / "out"
    reader = converter.Converter(str(out / "label_config.xml"), str(tmp_path), download_resources=False)
    reader.convert_to_json_min(str(out / "all.json"), str(tmp_path / "read"), is_dir=False)
    read = json.loads((tmp_path / "read" / "result.json").read_text(encoding="utf-8"))
    assert [row["labels"] for row in read if row["text"] == "The ferry may sail on Monday."] == ["hedge", "hedge"]


def test_prodigy_counts_code_points_and_accepts_nothing_for_none(tmp_path: Path) -> None:
    rows = {row["text"]: row for row in rows_of(tmp_path, "prodigy")}
    assert (rows["🌧 It may not."]["accept"], rows["🌧 It may not."]["answer"]) == ([], "accept")
    marked = rows["🐎🐎 It may rain."]["votes"][0]["spans"]
    assert marked == [{"start": 6, "end": 9, "label": "hedge"}]


def test_doccano_has_a_list_of_labels(tmp_path: Path) -> None:
    rows = {row["text"]: row["label"] for row in rows_of(tmp_path, "doccano")}
    assert rows["The port denied it."] == ["on_record", "denial"]
    assert rows["🌧 It may not."] == []


def test_argilla_has_a_submitted_response_for_each_vote(tmp_path: Path) -> None:
    rows = {row["fields"]["text"]: row["responses"] for row in rows_of(tmp_path, "argilla")}
    responses = rows["The ferry may sail on Monday."]["labels"]
    assert [(one["value"], one["status"]) for one in responses] == [(["hedge"], "submitted")] * 2
    assert len({one["user_id"] for one in responses}) == 2


def test_what_nobody_judged_has_no_answer(tmp_path: Path) -> None:
    (task,) = [
        task
        for task in rows_of(tmp_path, "label-studio", include_unjudged=True)
        if task["data"]["text"] == "Nobody was on board."
    ]
    assert task["annotations"] == []
