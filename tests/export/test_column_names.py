"""Columns of labels: no two with one name, and the same names in every table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from labeling.export.formats.column_names import SENTENCE, label_names, share_names
from labeling.export.formats.table import FORMATS
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from tests.export.datasets import written
from tests.factories import FERRY, INES, project_with, sentence_id, small_codebook

COLUMNS = (*SENTENCE, "state", "source", "labels", "annotators", "metadata", "adjudication", "votes")
TRAPS = st.sampled_from(["a", "a_share", "a_share_share", "label_a_share", "text", "label_text", "label_label_text"])


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("hedge", "votes"), ("hedge", "label_votes")),
        (("a", "a_share"), ("a", "label_a_share")),
        (("text", "label_text"), ("label_label_text", "label_text")),
        (("label_text", "text"), ("label_text", "label_label_text")),
    ],
)
def test_a_label_has_its_id_as_a_name_where_that_is_free(labels: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert label_names(labels) == names


@given(st.lists(TRAPS | st.sampled_from(COLUMNS), unique=True))
def test_no_two_columns_have_one_name_and_the_order_does_not_matter(labels: list[str]) -> None:
    names = [*COLUMNS, *label_names(labels), *share_names(labels)]
    assert len(set(names)) == len(names)
    forward = dict(zip(labels, label_names(labels), strict=True))
    assert forward == dict(zip(labels[::-1], label_names(labels[::-1]), strict=True))


@pytest.mark.parametrize("labels", [("a", "a_share"), ("votes", "text"), ("label_text", "text"), ("metadata", "id")])
def test_the_tables_have_the_same_names_for_a_label(tmp_path: Path, labels: tuple[str, ...]) -> None:
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, small_codebook(*labels))
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), labels[1])
        for name in ("csv", "parquet"):
            written(project, tmp_path, FORMATS[name], Options(name), ["all"])
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    (other,) = parquet.read_table(tmp_path / "all.parquet").to_pylist()
    assert [row[name] for name in label_names(labels)] == ["0", "1"]
    assert [other[name] for name in label_names(labels)] == [0, 1]
    assert [float(row[name]) for name in share_names(labels)] == [0.0, 1.0]
    assert [other[name] for name in share_names(labels)] == [0.0, 1.0]
    assert row["text"] == other["text"] == "The ferry may sail on Monday."
