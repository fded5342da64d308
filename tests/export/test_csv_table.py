from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.export.formats.csv_table import safe
from labeling.export.formats.table import FORMATS
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from tests.export.datasets import ODD, as_csv, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

LABELS = ("anonymous_source", "on_record", "hedge", "denial")
EVERYTHING = Options("csv", include_unjudged=True)


def test_a_row_is_a_sentence_and_a_column_a_label(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        rows = as_csv(project, Options("csv"))
    assert [[row[label] for label in LABELS] for row in rows] == [["0", "0", "1", "0"], ["0", "1", "0", "1"]]
    assert {key: value for key, value in rows[1].items() if not key.startswith(LABELS)} == {
        "id": f"{FERRY[0].id}:47-66",
        "article": FERRY[0].id,
        "name": "ferry.txt",
        "title": "ferry.txt",
        "index": "2",
        "paragraph": "0",
        "start": "47",
        "end": "66",
        "kind": "body",
        "text": "The port denied it.",
        "before": "An aide said so.",
        "after": "Nobody was on board.",
        "state": "labelled",
        "source": "adjudicated",
        "annotators": "0",
    }


def test_labels_are_empty_where_nothing_was_settled(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(FERRY, 3))
        rows = as_csv(project, EVERYTHING)
    assert [(row["state"], row["source"], row["hedge"]) for row in rows] == [
        ("labelled", "majority", "1"),
        ("", "", ""),
        ("labelled", "adjudicated", "0"),
        ("excluded", "majority", ""),
    ]


def test_none_is_a_negative_for_every_label(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        (row,) = as_csv(project, Options("csv"))
    assert row["state"] == "none"
    assert [row[label] for label in LABELS] == ["0"] * 4


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        rows = as_csv(project, EVERYTHING)
    assert [row["text"] for row in rows] == [
        "Ärger 🐎",
        "“=SUM(1)”, he said.",
        '\'-2 "of them"\u2028left.',
        "Source link",
    ]
    assert rows[1]["after"] == rows[3]["before"] == rows[2]["text"]
    assert {row["title"] for row in rows} == {"'=Ärger"}
    assert {row["name"] for row in rows} == {'odd "name".txt'}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(cell: str) -> None:
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "1 + 1", "a=b", "“-”", "'tis", "''", " =1"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert safe(cell) == cell


@given(st.text(alphabet="'=+-@ \t\na", max_size=6), st.text(alphabet="'=+-@ \t\na", max_size=6))
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert (safe(one) == safe(other)) == (one == other)


def test_a_label_named_like_another_column_has_a_column_of_its_own(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, small_codebook("text", "hedge"))
        judge_first(project)
        (row,) = as_csv(project, Options("csv"))
    assert (row["label_text"], row["hedge"], row["text"]) == ("0", "1", "The ferry may sail on Monday.")


def test_soft_labels_are_shares_of_the_annotators(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_first(project)
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
        (row,) = as_csv(project, Options("csv", gold=Policy.ANY))
    assert (row["annotators"], row["hedge"], row["hedge_share"], row["denial_share"]) == ("2", "1", "0.5", "0.0")


def test_excel_is_told_that_it_is_unicode(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        folder = written(project, tmp_path / "out", FORMATS["csv"], EVERYTHING, ["all"])
    assert (folder / "all.csv").read_bytes().startswith(b"\xef\xbb\xbfid,article,")


def judge_first(project: Project) -> None:
    judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
