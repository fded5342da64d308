"""The manifest and the card count what is in the files, whatever a format can't hold."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet
from spacy.tokens import DocBin

from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy, Reason
from labeling.export.options import Options
from labeling.export.parting.shares import Shares
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export
from labeling.operations.previewing import left_out, preview
from labeling.store.connection import Project
from tests.export.datasets import ODD, judge_ferry
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook


def distinct(path: Path, column: str) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return len({row[column] for row in csv.DictReader(file)})


COUNTED: Mapping[str, Callable[[Path], int]] = {
    "parquet": lambda path: int(parquet.read_metadata(path).num_rows),
    "jsonl": lambda path: len(path.read_bytes().splitlines()),
    "txt": lambda path: len(path.read_bytes().splitlines()),
    "json": lambda path: len(json.loads(path.read_bytes())),
    "spacy": lambda path: len(DocBin().from_disk(path)),
    "csv": lambda path: distinct(path, "id"),
}
HALVES = Shares(50, 0, 50)


def labelled(folder: Path) -> Project:
    """Ties, an adjudication without votes, excluded, unknown and untouched sentences in three articles."""
    project = project_with(folder, FERRY, ODD, MILL)
    judge_ferry(project)
    judging.exclude(project, INES, sentence_id(ODD, 3))
    judging.toggle_label(project, INES, sentence_id(ODD, 1), "hedge")
    replace_codebook(project, INES, small_codebook("hedge", "quote"))
    judging.toggle_label(project, INES, sentence_id(MILL, 0), "quote")
    judging.judge_none(project, TOMAS, sentence_id(MILL, 1))
    judging.judge_none(project, INES, sentence_id(ODD, 2))
    return project


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "manifest.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("include_unjudged", [False, True])
@pytest.mark.parametrize("gold", [Policy.MAJORITY, Policy.ANY])
def test_as_many_sentences_are_in_a_file_as_are_counted(
    tmp_path: Path, chosen: str, include_unjudged: bool, gold: Policy
) -> None:
    options = Options(chosen, gold=gold, include_unjudged=include_unjudged, split=HALVES)
    with labelled(tmp_path) as project:
        result = export(project, tmp_path / "out", options)
        seen = preview(project, options)
    in_files = {
        part: COUNTED[FORMATS[chosen].suffix](tmp_path / "out" / FORMATS[chosen].file_name(part))
        for part in ("train", "test")
    }
    parts = manifest(tmp_path / "out")["splits"]
    assert in_files == result.sentences == {name: one["sentences"] for name, one in parts.items()}
    assert {name: sum(one["states"].values()) for name, one in parts.items()} == in_files
    assert seen is not None
    assert {name: one.sentences for name, one in seen.parts.items()} == in_files
    assert sum(in_files.values()) + sum(result.left_out.values()) == 10


@pytest.mark.parametrize("chosen", FORMATS)
def test_what_a_format_cannot_hold_is_counted_by_part_and_reason_and_can_be_listed(tmp_path: Path, chosen: str) -> None:
    options = Options(chosen, gold=Policy.ANY, include_unjudged=True, split=HALVES)
    with labelled(tmp_path) as project:
        result = export(project, tmp_path / "out", options)
        listed = {reason: len(left_out(project, options, reason)) for reason in Reason}
    says = manifest(tmp_path / "out")
    by_part: dict[str, int] = {}
    for one in says["splits"].values():
        for reason, count in one["left_out"].items():
            by_part[reason] = by_part.get(reason, 0) + count
    assert by_part == says["left_out"] == result.left_out
    assert {reason: count for reason, count in listed.items() if count} == result.left_out


def test_the_card_says_how_many_sentences_of_each_part_a_format_has_no_place_for(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        replace_codebook(project, INES, small_codebook("hedge", "quote"))
        judging.toggle_label(project, INES, sentence_id(MILL, 0), "quote")
        judging.judge_none(project, TOMAS, sentence_id(MILL, 1))
        for name, everything in (("fasttext", False), ("spacy", True), ("jsonl", True)):
            export(project, tmp_path / name, Options(name, include_unjudged=everything, split=None))
    fasttext, spacy, jsonl = (
        (tmp_path / name / "README.md").read_text(encoding="utf-8") for name in ("fasttext", "spacy", "jsonl")
    )
    head = "| split | articles | sentences | labelled | none | `hedge` | `quote` | left out: "
    assert f"{head}a label unknown |\n" in fasttext
    assert "\n| all | 1 | 2 | 1 | 1 | 0 (0.0 %) | 1 (50.0 %) | 1 |\n" in fasttext
    assert "| a label unknown | 1 | the format has no place for them: nobody who judged" in fasttext
    assert f"{head}no label known |\n" in spacy
    assert "\n| all | 2 | 3 | 2 | 1 | 1 (33.3 %) | 1 (50.0 %) | 3 |\n" in spacy
    assert "| no label known | 3 | the format has no place for them: nobody was asked" in spacy
    assert "were not settled are in it" not in spacy
    assert "were not settled are in it" in jsonl
    assert "left out: " not in jsonl
