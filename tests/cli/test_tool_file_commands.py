"""`import` and `label` with files of other annotation tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.domain.articles import Span
from labeling.domain.judgments import State, Verdict
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.projects import open_project
from labeling.operations.statuses import status
from tests.export.datasets import adjudicate
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id
from tests.importing.tool_files import write_jsonl, write_list

SAID, DENIED = "An aide said so.", "The port denied it."


def choices(*labels: str) -> dict[str, object]:
    return {"from_name": "labels", "to_name": "text", "type": "choices", "value": {"choices": list(labels)}}


def tool_files(folder: Path) -> list[Path]:
    """The same two judgments in files of four tools; only doccano leaves open whose they are."""
    of_label_studio = [
        {
            "data": {"text": SAID, "article": "ferry.txt"},
            "annotations": [{"completed_by": 1, "result": [choices("hedge")]}],
        },
        {"data": {"text": DENIED, "article": "ferry.txt"}, "annotations": [{"completed_by": 1, "result": []}]},
    ]
    of_doccano = [
        {"text": SAID, "label": ["hedge"], "article": "ferry.txt"},
        {"text": DENIED, "label": [], "article": "ferry.txt", "is_confirmed": True},
    ]
    of_prodigy = [
        {
            "text": text,
            "options": [],
            "accept": labels,
            "answer": "accept",
            "_annotator_id": "ada",
            "meta": {"article": "ferry.txt"},
        }
        for text, labels in ((SAID, ["hedge"]), (DENIED, []))
    ]
    of_argilla = [
        {
            "fields": {"text": text},
            "metadata": {"article": "ferry.txt"},
            "responses": {"labels": [{"value": labels, "user_id": "ada", "status": "submitted"}]},
        }
        for text, labels in ((SAID, ["hedge"]), (DENIED, []))
    ]
    return [
        write_list(folder, *of_label_studio, name="label-studio.json"),
        write_jsonl(folder, *of_doccano, name="doccano.jsonl"),
        write_jsonl(folder, *of_prodigy, name="prodigy.jsonl"),
        write_list(folder, *of_argilla, name="argilla.json"),
    ]


@pytest.mark.parametrize("place", range(4), ids=["label-studio", "doccano", "prodigy", "argilla"])
def test_the_judgments_of_a_tool_are_added_to_the_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: int
) -> None:
    project_with(tmp_path).close()
    file = str(tool_files(tmp_path)[place])
    for expected in ("2 judgments added, 0 were there already.\n", "0 judgments added, 2 were there already.\n"):
        assert run(app, ["label", str(tmp_path / "small"), file, "--annotator", "Zoë"]) == 0
        assert capsys.readouterr() == (expected, "")


@pytest.mark.parametrize("place", range(4), ids=["label-studio", "doccano", "prodigy", "argilla"])
def test_the_texts_of_a_tool_become_articles_with_their_judgments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: int
) -> None:
    project, file = str(tmp_path / "new.hedgerow"), str(tool_files(tmp_path)[place])
    assert run(app, ["new", project]) == 0
    capsys.readouterr()
    assert run(app, ["import", project, file, "--annotator", "Zoë"]) == 0
    assert capsys.readouterr() == ("ferry.txt: 2 sentences.\n", "")
    with open_project(Path(project)) as opened:
        assert (status(opened).judgments, status(opened).labels["hedge"]) == (2, 1)


@pytest.mark.parametrize("chosen", ["label-studio", "prodigy", "argilla"])
def test_a_project_exported_for_a_tool_and_imported_again_says_the_same(tmp_path: Path, chosen: str) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge", Span(10, 13))
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
        judging.exclude(project, TOMAS, sentence_id(FERRY, 3))
        adjudicate(project, sentence_id(FERRY, 2), Verdict(State.LABELLED, ("denial",)), "See the codebook")
        expected = digest(project)
    out, copy = str(tmp_path / "out"), str(tmp_path / "copy.hedgerow")
    command = ["export", str(project.path), out, "--format", chosen, "--split", "none", "--include", "unjudged"]
    assert run(app, command) == 0
    assert run(app, ["new", copy, "--codebook", f"{out}/codebook.toml"]) == 0
    assert run(app, ["import", copy, *map(str, Path(out).glob("all.*"))]) == 0
    with open_project(Path(copy)) as again:
        assert digest(again) == expected


def test_what_is_wrong_is_one_sentence_each_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project_with(tmp_path).close()
    good, other = json.loads(tool_files(tmp_path)[0].read_text(encoding="utf-8"))
    unknown = {**good, "annotations": [{"completed_by": 1, "result": [choices("Rumour")]}]}
    file = write_list(tmp_path, unknown, {"data": {"text": 5}}, other)
    assert run(app, ["label", str(tmp_path / "small"), str(file)]) == 1
    output = capsys.readouterr()
    assert output.out == "1 judgments added, 0 were there already.\n"
    assert output.err.splitlines() == [
        "Entry 1 of “tasks.json” was left out. It uses the label “Rumour”, which the codebook does not have: "
        "add it there, or call it one of anonymous_source, on_record, hedge, denial.",
        "Entry 2 of “tasks.json” was left out: its data holds no text; call the one that was labelled “text”.",
    ]


def test_nobody_is_made_up_where_a_file_does_not_say_whose_its_labels_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project_with(tmp_path).close()
    assert run(app, ["label", str(tmp_path / "small"), str(tool_files(tmp_path)[1])]) == 1
    assert "repeat the import and name the annotator" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "why"), [("[{", "damaged"), ("{}", "is not a JSON list"), ("[]", "empty list")])
@pytest.mark.parametrize("command", ["import", "label"])
def test_a_file_that_is_none_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, content: str, why: str
) -> None:
    project_with(tmp_path).close()
    file = tmp_path / "tasks.json"
    file.write_text(content, encoding="utf-8")
    assert run(app, [command, str(tmp_path / "small"), str(file)]) == 1
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith("“tasks.json” ")
    assert why in sentence
