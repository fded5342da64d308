from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.export.gold import Policy
from labeling.export.options import read_options
from labeling.operations import judging
from labeling.operations.digests import digest
from labeling.operations.exporting import Options, export
from labeling.operations.projects import open_project
from labeling.operations.statuses import status
from tests.export.datasets import judge_ferry
from tests.factories import FERRY, INES, project_with, sentence_id


def test_an_export_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        judge_ferry(project)
    out = tmp_path / "out"
    assert run(app, ["export", str(project.path), str(out), "--format", "jsonl"]) == 0
    output = capsys.readouterr()
    cautions = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["cautions"]
    assert len(cautions) == 5
    assert output.out.splitlines() == [
        "train: 2 sentences.",
        "validation: 0 sentences.",
        "test: 0 sentences.",
        "left out (not judged): 3 sentences.",
        "left out (tie): 1 sentences.",
        *(f"Note: {caution}" for caution in cautions),
        f"Made “{out}”, release “out”.",
    ]
    assert output.err == ""


def test_the_options_of_the_command_are_those_of_the_operation(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judge_ferry(project)
        judging.judge_none(project, INES, sentence_id(FERRY, 3))
    command = ["export", str(project.path), str(tmp_path / "out"), "--format", "csv", "--gold", "any"]
    assert run(app, [*command, "--split", "none", "--seed", "7", "--include", "unjudged"]) == 0
    says = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert read_options(says["options"]) == Options("csv", Policy.ANY, split=None, seed=7, include_unjudged=True)
    assert (tmp_path / "out" / "all.csv").is_file()


def test_an_existing_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project_with(tmp_path).close()
    (tmp_path / "out").mkdir()
    assert run(app, ["export", str(tmp_path / "small"), str(tmp_path / "out"), "--format", "csv"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "exists already" in output.err


def test_a_project_exported_and_imported_again_says_the_same(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judge_ferry(project)
        expected = digest(project)
    out, copy = str(tmp_path / "out"), str(tmp_path / "copy.hedgerow")
    command = ["export", str(project.path), out, "--format", "jsonl", "--split", "none", "--include", "unjudged"]
    assert run(app, command) == 0
    assert run(app, ["new", copy, "--codebook", f"{out}/codebook.toml"]) == 0
    assert run(app, ["import", copy, f"{out}/all.jsonl"]) == 0
    with open_project(Path(copy)) as again:
        assert digest(again) == expected


def test_judgments_are_added_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project, project_with(tmp_path, name="copy") as copy:
        judge_ferry(project)
        export(project, tmp_path / "out", Options(split=None))
    for expected in ("4 judgments added, 0 were there already.\n", "0 judgments added, 4 were there already.\n"):
        assert run(app, ["label", str(copy.path), str(tmp_path / "out" / "all.jsonl")]) == 0
        assert capsys.readouterr().out == expected


def test_lines_that_fit_nothing_are_named_up_to_a_handful(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with project_with(tmp_path) as project:
        lines = [{"article": "ferry.txt", "text": f"Never written {number}.", "labels": []} for number in range(8)]
        lines.append({"article": "ferry.txt", "text": "An aide said so.", "labels": ["anonymous_source"]})
    file = tmp_path / "labels.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert run(app, ["label", str(project.path), str(file), "--annotator", "Zoë"]) == 1
    output = capsys.readouterr()
    assert output.out == "1 judgments added, 0 were there already.\n"
    named, rest = output.err.splitlines()[:-1], output.err.splitlines()[-1]
    assert [line[:6] for line in named] == ["Line 1", "Line 2", "Line 3", "Line 4", "Line 5"]
    assert rest == "So were 3 other lines."
    with open_project(project.path) as again:
        assert status(again).annotators == (("Zoë", 1),)
