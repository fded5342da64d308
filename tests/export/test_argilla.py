from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock
from uuid import UUID

import pytest

from labeling.domain.articles import Span
from labeling.domain.ids import named_id
from labeling.export.formats.argilla import FORMAT
from labeling.export.options import Options
from labeling.operations import judging
from labeling.store.connection import Project
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id

# The keys with which `argilla.Record.from_dict` calls `Response`, beside the question’s name.
RESPONSE = {"value", "user_id", "status"}


def records_of(project: Project, folder: Path) -> list[dict[str, Any]]:
    out = written(project, folder / "out", FORMAT, Options(include_unjudged=True), ["all"])
    records: list[dict[str, Any]] = read(out / "all.json")
    return records


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="ascii"))


def answers(record: dict[str, Any], question: str = "labels") -> list[Any]:
    return [response["value"] for response in record["responses"].get(question, [])]


def judged(folder: Path) -> Project:
    project = project_with(folder, FERRY, ODD)
    judge_ferry(project)
    judging.exclude(project, INES, sentence_id(ODD, 3))
    judging.toggle_label(project, INES, sentence_id(ODD, 0), "denial", Span(6, 7))
    judging.toggle_unsure(project, INES, sentence_id(ODD, 0))
    return project


def test_a_record_has_a_response_of_everyone_who_decided(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        records = records_of(project, tmp_path)
    assert records[0]["id"] == f"{FERRY[0].id}:0-29"
    assert records[0]["fields"] == {"text": "The ferry may sail on Monday.", "after": "An aide said so."}
    assert [answers(record) for record in records] == [
        [["hedge"], ["hedge"]],
        [["anonymous_source"], ["none applies"]],
        [],
        [],
        [["denial"]],
        [],
        [],
        [["not prose"]],
    ]
    assert answers(records[0], "evidence") == [[{"label": "hedge", "start": 10, "end": 13}]]
    assert answers(records[1], "comment") == ["“Who?”\nAsk."]
    assert answers(records[4], "certainty") == ["unsure"]
    assert answers(records[4], "evidence") == [[{"label": "denial", "start": 6, "end": 7}]]
    responses = [entry for record in records for question in record["responses"].values() for entry in question]
    assert all(entry.keys() == RESPONSE and entry["status"] == "submitted" for entry in responses)
    assert {entry["user_id"] for entry in responses} == {named_id("Ines"), named_id("Tomás")}


def test_gold_is_metadata_and_no_suggestion(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        first, second, third, untouched, odd, *_ = records_of(project, tmp_path)
    gold = [first["metadata"].get(key) for key in ("gold", "gold_state", "gold_source", "annotators")]
    assert gold == [["hedge"], "labelled", "majority", ["Ines", "Tomás"]]
    assert "gold_state" not in second["metadata"] | untouched["metadata"]
    assert json.loads(third["metadata"]["adjudication"])["note"] == "See the codebook"
    assert json.loads(odd["metadata"]["metadata"])["source"] == "The | Lantern"
    assert not any(record["suggestions"] for record in (first, second, third, odd))


def test_the_users_are_named_by_their_ids(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        records_of(project, tmp_path)
    users = read(tmp_path / "out" / "users.json")
    assert users[named_id("Tomás")] == "Tomás"
    assert all(str(UUID(user)) == user for user in users)


def test_no_answer_is_a_label_of_the_codebook(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        records_of(project, tmp_path)
    settings = read(tmp_path / "out" / "settings.json")
    labels, evidence, *_ = settings["questions"]
    values = [option["value"] for option in labels["settings"]["options"]]
    assert values[:4] == [option["value"] for option in evidence["settings"]["options"]]
    assert values[4:] == ["none applies", "not prose"]
    assert not any(value.isidentifier() for value in values[4:])


def test_argilla_reads_records_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    argilla = pytest.importorskip("argilla")
    reader = pytest.importorskip("argilla.records._io").JsonIO  # what `Dataset.records.from_json` reads with
    monkeypatch.setattr(argilla.Argilla, "_get_default", classmethod(lambda _: MagicMock()))
    with judged(tmp_path) as project:
        records_of(project, tmp_path)
    settings = argilla.Settings.from_json(tmp_path / "out" / "settings.json")
    assert [question.name for question in settings.questions] == ["labels", "evidence", "certainty", "comment"]
    records = reader._records_from_json(tmp_path / "out" / "all.json")
    assert [response.value for response in records[1].responses["labels"]] == [["anonymous_source"], ["none applies"]]
    assert {response.status.value for record in records for response in record.responses} == {"submitted"}


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    with judged(tmp_path) as project:
        judging.judge_none(project, TOMAS, sentence_id(ODD, 1))
        first, second = (written(project, tmp_path / name, FORMAT, Options()) for name in ("one", "two"))
    for name in ("train.json", "test.json", "settings.json", "users.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
