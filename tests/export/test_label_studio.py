from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from labeling.domain.articles import Span
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.export.formats.label_studio import FORMAT
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.projects import standard_codebook
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id

LABELS = ["anonymous_source", "on_record", "hedge", "denial"]
EVERYTHING = Options(include_unjudged=True)


def tasks_of(project: Project, folder: Path, options: Options = EVERYTHING) -> list[dict[str, Any]]:
    out = written(project, folder / "out", FORMAT, options, ["all"])
    tasks: list[dict[str, Any]] = json.loads((out / "all.json").read_text(encoding="utf-8"))
    return tasks


def results(annotation: dict[str, Any]) -> dict[str, list[Any]]:
    """What each control of an annotation came to."""
    found: dict[str, list[Any]] = {}
    for result in annotation["result"]:
        value = result["value"]
        said = value if result["type"] == "labels" else value["choices" if result["type"] == "choices" else "text"]
        found.setdefault(result["from_name"], []).append(said)
    return found


def configuration(folder: Path) -> Element:
    view: Element = fromstring((folder / "out" / "label_config.xml").read_bytes())
    return view


def test_a_task_holds_a_sentence_its_place_and_what_it_was_settled_on(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        tasks = tasks_of(project, tmp_path)
    assert [task["id"] for task in tasks] == [1, 2, 3, 4]
    assert tasks[2]["data"] == {
        "text": "The port denied it.",
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
        "gold": ["on_record", "denial"],
        "gold_state": "labelled",
        "gold_source": "adjudicated",
    }


def test_everyone_who_decided_has_an_annotation(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        first, second, third, last = tasks_of(project, tmp_path)
    marked = {"start": 10, "end": 13, "text": "may", "labels": ["hedge"]}
    assert [results(annotation) for annotation in first["annotations"]] == [
        {"annotator_name": [["Ines"]], "labels": [["hedge"]], "evidence": [marked]},
        {"annotator_name": [["Tomás"]], "labels": [["hedge"]]},
    ]
    assert "lead_time" not in first["annotations"][0]
    assert first["annotations"][1]["lead_time"] == 4.25
    assert results(second["annotations"][1]) == {"annotator_name": [["Tomás"]], "comment": [["“Who?”\nAsk."]]}
    assert not any(annotation["ground_truth"] for annotation in first["annotations"] + second["annotations"])
    assert len(third["annotations"]) == 1, "who was only unsure decided nothing"
    numbers = [annotation["id"] for task in (first, second, third) for annotation in task["annotations"]]
    assert numbers == [1, 2, 3, 4, 5]
    assert last["annotations"] == []
    assert last["data"]["gold_state"] is None


def test_an_adjudication_is_a_ground_truth(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        adjudicate(project, sentence_id(FERRY, 0), Verdict(State.LABELLED, ("hedge",)), "Agreed")
        (annotation,) = tasks_of(project, tmp_path)[0]["annotations"]
    assert annotation["ground_truth"] is True
    assert results(annotation) == {
        "annotator_name": [["Lead"]],
        "labels": [["hedge"]],
        "flags": [["adjudicated"]],
        "comment": [["Agreed"]],
    }


def test_none_is_an_empty_annotation_and_excluded_a_skipped_one(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        judging.toggle_unsure(project, INES, sentence_id(FERRY, 1))
        none, excluded, *_ = tasks_of(project, tmp_path)
    assert [none["annotations"][0]["was_cancelled"], excluded["annotations"][0]["was_cancelled"]] == [False, True]
    assert results(none["annotations"][0]) == {"annotator_name": [["Ines"]]}
    assert results(excluded["annotations"][0])["flags"] == [["excluded", "unsure"]]


def test_offsets_are_code_points_of_the_sentence(tmp_path: Path) -> None:
    """`charsToCodePoints` of Label Studio's editor: what lies behind an emoji isn't moved by its second unit."""
    with project_with(tmp_path, ODD) as project:
        first = sentence_id(ODD, 0)
        judging.toggle_label(project, INES, first, "denial", Span(6, 7))
        third = sentence_id(ODD, 2)
        judging.toggle_label(project, INES, third, "hedge", Span(third.start + 3, third.start + 12))
        tasks = tasks_of(project, tmp_path)
    regions = [value for task in tasks for one in task["annotations"] for value in results(one)["evidence"]]
    assert [(region["start"], region["end"], region["text"]) for region in regions] == [
        (6, 7, "🐎"),
        (3, 12, '"of them"'),
    ]


def test_only_names_that_are_addresses_are_users_of_label_studio(tmp_path: Path) -> None:
    ada = Annotator("01890a5d-ac96-774b-bcce-b302099a8060", "ada@example.org")
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, ada, sentence_id(FERRY, 0))
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        annotations = tasks_of(project, tmp_path)[0]["annotations"]
    assert {"email": "ada@example.org"} in [annotation.get("completed_by") for annotation in annotations]
    assert [
        results(annotation)["annotator_name"] for annotation in annotations if "completed_by" not in annotation
    ] == [[["Ines"]]]


def test_the_configuration_has_the_labels_with_their_hints(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, standard_codebook())
        tasks_of(project, tmp_path)
    view = configuration(tmp_path)
    (choices,) = view.findall(".//Choices[@name='labels']")
    assert choices.get("choice") == "multiple"
    assert [choice.get("alias") for choice in choices] == LABELS
    assert choices[0].get("value") == "Anonymous source"
    assert (choices[0].get("hint") or "").startswith("The sentence attributes what it reports to someone")
    assert [label.get("alias") for label in view.findall(".//Labels[@name='evidence']/Label")] == LABELS


def test_the_configuration_is_ascii_and_holds_no_character_that_xml_forbids(tmp_path: Path) -> None:
    codebook = standard_codebook()
    odd = codebook.labels[0].__class__("a", 'Ä "<&>', "A", "violet", "dashed", "Left\x01 “out”\n& kept")
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, Codebook("Odd", "", (odd,)))
        tasks_of(project, tmp_path)
    (choice,) = configuration(tmp_path).findall(".//Choices[@name='labels']/Choice")
    assert (choice.get("value"), choice.get("hint")) == ('Ä "<&>', "Left “out”\n& kept")
    assert (tmp_path / "out" / "label_config.xml").read_bytes().isascii()


def test_a_part_without_sentences_is_an_empty_list(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        out = written(project, tmp_path / "out", FORMAT, Options(), ["train", "test"])
    assert [json.loads((out / name).read_text()) for name in ("train.json", "test.json")] == [[], []]


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        first, second = (written(project, tmp_path / name, FORMAT, EVERYTHING) for name in ("one", "two"))
    for name in ("train.json", "test.json", "label_config.xml"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def judged_by_all_means(folder: Path) -> Project:
    project = project_with(folder, FERRY, ODD)
    judge_ferry(project)
    judging.judge_none(project, INES, sentence_id(FERRY, 3))
    judging.exclude(project, TOMAS, sentence_id(ODD, 3))
    judging.toggle_label(project, TOMAS, sentence_id(ODD, 0), "hedge", Span(6, 7))
    judging.toggle_label(project, TOMAS, sentence_id(ODD, 0), "denial")
    return project


def test_the_sdk_accepts_configuration_tasks_and_annotations(tmp_path: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface
    with judged_by_all_means(tmp_path) as project:
        tasks = tasks_of(project, tmp_path)
    known = interface((tmp_path / "out" / "label_config.xml").read_text(encoding="utf-8"))
    known.validate()
    for task in tasks:
        assert known.validate_task({"data": task["data"]})
        for annotation in task["annotations"]:
            assert known.validate_prediction(annotation, return_errors=True) == []
    assert known.get_control("labels").labels == LABELS


def test_the_converter_gives_the_choices_of_each_annotator(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter").Converter
    with judged_by_all_means(tmp_path) as project:
        tasks_of(project, tmp_path)
    known = converter(str(tmp_path / "out" / "label_config.xml"), project_dir=None)
    known.convert(str(tmp_path / "out" / "all.json"), str(tmp_path / "min"), "JSON_MIN", is_dir=False)
    rows = json.loads((tmp_path / "min" / "result.json").read_text(encoding="utf-8"))
    said = [(row["index"], row.get("annotator_name"), row.get("labels")) for row in rows if row["name"] == "ferry.txt"]
    assert said == [
        (0, "Ines", "hedge"),
        (0, "Tomás", "hedge"),
        (1, "Ines", "anonymous_source"),
        (1, "Tomás", None),
        (2, "Lead", {"choices": ["on_record", "denial"]}),
        (3, "Ines", None),
    ]
    odd = [(row["index"], row["annotation_id"], row.get("labels")) for row in rows if row["name"] != "ferry.txt"]
    assert odd == [(0, 7, {"choices": ["hedge", "denial"]}), (1, None, None), (2, None, None)], "excluded is left out"


def test_the_example_of_loading_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("label_studio_sdk.converter")
    with judged_by_all_means(tmp_path) as project:
        tasks_of(project, tmp_path)
    monkeypatch.chdir(tmp_path / "out")
    exec(FORMAT.loading.format(file="all.json"), {})  # noqa: S102
    with Path("annotations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["labels"] for row in rows if row["text"] == "The ferry may sail on Monday."] == ["hedge", "hedge"]
