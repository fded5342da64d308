"""The programs that datasets are made for take them as they are."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Span
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export
from labeling.store.connection import Project
from tests.export.datasets import ODD, judge_ferry
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

LABELS = ["hedge", "quote", "anonymous_source", "denial", "on_record"]


def labelled(folder: Path) -> Project:
    """A project with ties, adjudications, emoji, unknown labels and sentences that nobody judged."""
    project = project_with(folder, FERRY, ODD, MILL)
    judge_ferry(project)
    judging.toggle_label(project, INES, sentence_id(ODD, 1), "hedge", Span(10, 16))
    judging.judge_none(project, TOMAS, sentence_id(ODD, 2))
    replace_codebook(project, INES, small_codebook("hedge", "quote"))
    judging.toggle_label(project, INES, sentence_id(MILL, 0), "quote")
    return project


def exported(folder: Path, chosen: str, **choices: Any) -> Path:
    with labelled(folder) as project:
        export(project, folder / "out", Options(chosen, gold=Policy.ANY, **choices))
    return folder / "out"


def test_pandas_reads_parquet_with_nulls_as_nulls(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_parquet(exported(tmp_path, "parquet", split=None, include_unjudged=True) / "all.parquet")
    assert len(table) == 10
    by_text = table.set_index("text")
    assert by_text.loc["The mill seems to have closed.", "quote"] == 1
    assert by_text.loc["The mill seems to have closed.", ["denial", "on_record"]].isna().all()
    assert by_text.loc["A miller said it had not.", LABELS].isna().all()
    assert "Ärger 🐎" in set(table["text"])


def test_polars_and_pyarrow_read_parquet_with_its_types(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = exported(tmp_path, "parquet", split=None) / "all.parquet"
    table = polars.read_parquet(path)
    assert table.schema["hedge"] == polars.Int8
    assert table.schema["labels"] == polars.List(polars.String)
    rows = {row["text"]: row for row in parquet.read_table(path).to_pylist()}
    hedge = rows["“=SUM(1)”, he said."]
    assert hedge["votes"][0]["evidence"] == [{"label": "hedge", "start": 10, "end": 16}]
    assert hedge["quote"] is None
    assert (hedge["hedge"], hedge["hedge_share"], hedge["annotators"]) == (1, 1.0, 1)


@pytest.mark.parametrize("chosen", ["jsonl", "csv"])
def test_pandas_and_polars_read_the_text_formats(tmp_path: Path, chosen: str) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    path = exported(tmp_path, chosen, split=None) / f"all.{chosen}"
    one = pandas.read_json(path, lines=True) if chosen == "jsonl" else pandas.read_csv(path)
    other = polars.read_ndjson(path, infer_schema_length=None) if chosen == "jsonl" else polars.read_csv(path)
    assert list(one["index"]) == other["index"].to_list()
    assert len(one) == len(other) == 6


def test_hugging_face_loads_the_folder_with_its_splits_labels_and_votes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    tqdm = pytest.importorskip("tqdm")
    monkeypatch.setattr(tqdm.tqdm, "monitor_interval", 0)  # else a thread of its own outlives the test
    folder = exported(tmp_path, "huggingface")
    loaded = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "validation", "test"}
    assert loaded["train"].features["labels"].feature.names == LABELS
    rows = [row for part in loaded.values() for row in part]
    (quote,) = [row for row in rows if row["text"] == "The mill seems to have closed."]
    assert quote["labels"] == [1]
    assert quote["target"] == [0.0, 1.0, None, None, None]
    votes = datasets.load_dataset(str(folder), "votes", cache_dir=str(tmp_path / "cache"))
    assert sum(part.num_rows for part in votes.values()) == 7 * len(LABELS)


def test_votes_are_a_row_for_each_annotator_and_label_with_zeros(tmp_path: Path) -> None:
    path = exported(tmp_path, "votes", split=None) / "all.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = {
        (row["annotator"], row["label"]): row["value"] for row in rows if row["id"].startswith(FERRY[0].id + ":30-")
    }
    assert said[("Ines", "anonymous_source")] == "1"
    assert said[("Tomás", "anonymous_source")] == "0"
    assert said[("Tomás", "quote")] == ""
