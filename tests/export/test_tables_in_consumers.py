"""What pandas, polars and pyarrow make of `jsonl`, `csv` and `parquet`: types right, nulls null, texts as they were."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
import pytest

from labeling.export.formats import csv_table, doccano, json_lines, parquet
from labeling.export.options import Options
from labeling.export.writers import Format
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, article_of, project_with

ODD_TEXTS = ["Ärger 🐎", "“=SUM(1)”, he said.", '-2 "of them"\u2028left.', "Source link"]
STATES = ["labelled", None, "labelled", *[None] * 5]
HEDGE = [1, None, 0, *[None] * 5]
SHARES = [1, 0, *[None] * 6]
LABELS = ("anonymous_source", "on_record", "hedge", "denial")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles in each format: of the first, two sentences are settled."""
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        for chosen in (csv_table.FORMAT, json_lines.FORMAT, parquet.FORMAT):
            written(project, tmp_path, chosen, Options(include_unjudged=True), ["all"])
    return tmp_path


def nulls(values: Any) -> list[object]:
    """Values as a list, NaN as None."""
    return [None if value is None or (isinstance(value, float) and math.isnan(value)) else value for value in values]


def test_pandas_reads_parquet(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_parquet(folder / "all.parquet")
    kinds = {name: str(kind) for name, kind in table.dtypes.items()}
    assert {kinds[name] for name in ("id", "text", "title", "state", "source", "kind")} == {"str"}
    assert {kinds[name] for name in ("index", "paragraph", "start", "end", "annotators")} == {"int32"}
    assert (nulls(table["state"]), nulls(table["hedge"]), nulls(table["hedge_share"])) == (STATES, HEDGE, SHARES)
    assert list(table["text"])[4:] == ODD_TEXTS
    assert table["before"][0] == ""
    assert dict(table["metadata"][4]) == {"source": "The | Lantern", "date": "2031-02-03"}
    (mark,) = table["votes"][0][0]["evidence"]
    assert table["text"][0][mark["start"] : mark["end"]] == "may"
    assert table["adjudication"][0] is None
    assert list(table["adjudication"][2]["labels"]) == ["on_record", "denial"]


def test_pandas_keeps_whole_numbers_where_it_is_asked_to(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_parquet(folder / "all.parquet", dtype_backend="numpy_nullable")
    assert str(table["hedge"].dtype) == "Int8"
    assert [None if value is pandas.NA else value for value in table["hedge"]] == HEDGE


def test_polars_reads_parquet(folder: Path) -> None:
    polars = pytest.importorskip("polars")
    table = polars.read_parquet(folder / "all.parquet")
    expected = {"id": "String", "start": "Int32", "hedge": "Int8", "hedge_share": "Float64", "labels": "List(String)"}
    assert {name: str(table.schema[name]) for name in expected} == expected
    assert table["state"].to_list() == STATES
    assert table["hedge"].to_list() == HEDGE
    assert table["labels"].to_list() == [["hedge"], None, ["on_record", "denial"], *[None] * 5]
    assert table["text"].to_list()[4:] == ODD_TEXTS
    assert table["votes"].to_list()[0][0]["evidence"] == [{"label": "hedge", "start": 10, "end": 13}]
    assert table["adjudication"].to_list()[:2] == [None, None]
    assert table["adjudication"].to_list()[2]["by"] == "Lead"
    assert polars.scan_parquet(folder / "all.parquet").select("metadata").collect().height == 8


def test_pandas_reads_csv(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(folder / "all.csv")
    assert {str(table[name].dtype) for name in ("index", "start", "end", "annotators")} == {"int64"}
    assert (nulls(table["state"]), nulls(table["hedge"]), nulls(table["hedge_share"])) == (STATES, HEDGE, SHARES)
    assert restored(table["text"])[4:] == ODD_TEXTS


def test_polars_reads_csv(folder: Path) -> None:
    polars = pytest.importorskip("polars")
    table = polars.read_csv(folder / "all.csv")
    assert {table.schema[name] for name in ("index", "start", "end", *LABELS)} == {polars.Int64}
    assert (table["state"].to_list(), table["hedge"].to_list()) == (STATES, HEDGE)
    assert table["hedge_share"].to_list() == SHARES
    assert restored(table["text"])[4:] == ODD_TEXTS


def test_pyarrow_reads_csv(folder: Path) -> None:
    empty_is_null = pa.csv.ConvertOptions(strings_can_be_null=True)
    lines = pa.csv.ParseOptions(newlines_in_values=True)
    table = pa.csv.read_csv(folder / "all.csv", convert_options=empty_is_null, parse_options=lines)
    assert {table.schema.field(name).type for name in ("index", "start", "end", *LABELS)} == {pa.int64()}
    assert (table["state"].to_pylist(), table["hedge"].to_pylist()) == (STATES, HEDGE)
    assert restored(table["text"].to_pylist())[4:] == ODD_TEXTS


def restored(texts: Any) -> list[str]:
    """Texts without the apostrophe that keeps a spreadsheet from running them."""
    return [text.removeprefix("'") for text in texts]


def test_pandas_reads_json_lines(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_json(folder / "all.jsonl", lines=True, dtype=False)
    assert {str(table[name].dtype) for name in ("index", "start", "end")} == {"int64"}
    assert nulls(table["state"]) == STATES
    assert list(table["text"])[4:] == ODD_TEXTS
    assert table["annotations"][0][0]["evidence"] == [{"label": "hedge", "start": 10, "end": 13}]


def test_polars_reads_json_lines(folder: Path) -> None:
    polars = pytest.importorskip("polars")
    table = polars.read_ndjson(folder / "all.jsonl", infer_schema_length=None)
    assert {table.schema[name] for name in ("index", "start", "end")} == {polars.Int64}
    assert table["state"].to_list() == STATES
    assert table["text"].to_list()[4:] == ODD_TEXTS
    assert table["adjudication"].to_list()[:2] == [None, None]


def test_pyarrow_reads_json_lines(folder: Path) -> None:
    table = pa.json.read_json(folder / "all.jsonl")
    assert {table.schema.field(name).type for name in ("index", "start", "end")} == {pa.int64()}
    assert table["state"].to_pylist() == STATES
    assert table["text"].to_pylist()[4:] == ODD_TEXTS
    assert table["annotations"].to_pylist()[1][1]["comment"] == "“Who?”\nAsk."


@pytest.mark.parametrize("chosen", [json_lines.FORMAT, csv_table.FORMAT, parquet.FORMAT, doccano.FORMAT])
@pytest.mark.parametrize("odd", ["NA", "null", "007", "1984", "1e5", "True", "2031-02-03"])
def test_the_example_of_the_card_keeps_names_and_texts_as_they_are(tmp_path: Path, chosen: Format, odd: str) -> None:
    pytest.importorskip("pandas")
    with project_with(tmp_path, article_of([odd], [odd], name=odd, title=odd)) as project:
        out = written(project, tmp_path, chosen, Options(include_unjudged=True), ["all"])
    names: dict[str, Any] = {}
    exec(chosen.loading.format(file=out / chosen.file_name("all")), names)  # noqa: S102
    table = names["sentences"]
    assert {value for name in ("name", "title", "text") for value in table[name]} == {odd}
    assert list(table["after"].fillna("")) == [odd, ""]
    assert list(table["index"]) == [0, 1]


def test_the_example_for_csv_has_numbers_and_nulls(folder: Path) -> None:
    pytest.importorskip("pandas")
    names: dict[str, Any] = {}
    exec(csv_table.FORMAT.loading.format(file=folder / "all.csv"), names)  # noqa: S102
    table = names["sentences"]
    assert {str(table[name].dtype) for name in ("index", "paragraph", "start", "end", "annotators")} == {"int64"}
    assert (nulls(table["state"]), nulls(table["hedge"]), nulls(table["hedge_share"])) == (STATES, HEDGE, SHARES)


def test_texts_that_look_like_numbers_stay_texts(tmp_path: Path) -> None:
    """Where the file says what they are."""
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    year = article_of(["1984"], name="1984", title="1984")
    with project_with(tmp_path, year) as project:
        for chosen in (json_lines.FORMAT, parquet.FORMAT):
            written(project, tmp_path, chosen, Options(include_unjudged=True), ["all"])
    tables = [
        pandas.read_parquet(tmp_path / "all.parquet"),
        pandas.read_json(tmp_path / "all.jsonl", lines=True, dtype=False),
        polars.read_parquet(tmp_path / "all.parquet"),
        polars.read_ndjson(tmp_path / "all.jsonl"),
    ]
    for table in tables:
        assert {value for name in ("name", "title", "text") for value in table[name]} == {"1984"}
