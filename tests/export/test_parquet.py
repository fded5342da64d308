"""Parquet as pyarrow reads it: the types, the values, and that the same is written as JSON Lines."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from labeling.domain.articles import Span
from labeling.domain.judgments import State, Verdict
from labeling.export.formats import row_groups
from labeling.export.formats.column_names import label_names
from labeling.export.formats.parquet import FORMAT
from labeling.export.gold import Policy
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, as_json_lines, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, article_of, project_with, sentence_id, small_codebook

LABELS = ("anonymous_source", "on_record", "hedge", "denial")
SETTLED = Options("parquet")
EVERYTHING = Options("parquet", include_unjudged=True)


def table_of(project: Project, folder: Path, options: Options = EVERYTHING) -> Any:
    return pq.read_table(written(project, folder / "out", FORMAT, options, ["all"]) / "all.parquet")


def rows_of(project: Project, folder: Path, options: Options = EVERYTHING) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table_of(project, folder, options).to_pylist()
    return rows


def test_every_column_has_its_type(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        schema = table_of(project, tmp_path).schema
    text, number, labels = pa.string(), pa.int32(), pa.list_(pa.string())
    evidence = pa.list_(pa.struct([("label", text), ("start", number), ("end", number)]))
    vote = pa.struct([
        ("annotator", text), ("state", text), ("labels", labels), ("unsure", pa.bool_()), ("comment", text),
        ("evidence", evidence), ("seconds", pa.float64()), ("codebook", text),
    ])  # fmt: skip
    decision = [("by", text), ("state", text), ("labels", labels), ("note", text), ("codebook", text)]
    assert [(field.name, field.type) for field in schema] == [
        ("id", text), ("article", text), ("name", text), ("title", text),
        ("index", number), ("paragraph", number), ("start", number), ("end", number),
        ("kind", text), ("text", text), ("before", text), ("after", text),
        ("state", text), ("source", text), ("labels", labels),
        *((label, pa.int8()) for label in LABELS),
        *((f"{label}_share", pa.float64()) for label in LABELS),
        ("annotators", number), ("metadata", pa.map_(text, text)),
        ("adjudication", pa.struct(decision)), ("votes", pa.list_(vote)),
    ]  # fmt: skip


def test_the_rows_say_what_the_lines_of_json_say(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        judging.judge_none(project, INES, sentence_id(ODD, 0))
        rows, lines = rows_of(project, tmp_path), as_json_lines(project, EVERYTHING)
    assert len(rows) == 8
    for row, line in zip(rows, lines, strict=True):
        assert row["votes"] == line["annotations"]
        assert dict(row["metadata"]) == line.get("metadata", {})
        assert (row["labels"] or []) == line["labels"]
        assert {label: row[f"{label}_share"] for label in LABELS} == line.get("shares", dict.fromkeys(LABELS))
        same = line.keys() - {"annotations", "metadata", "labels", "shares", "adjudication", "gap"}
        assert {key: row[key] for key in same} == {key: line[key] for key in same}
        assert {**(row["adjudication"] or {}), "codebook": ""} == {**(line["adjudication"] or {}), "codebook": ""}


def test_nothing_settled_no_label_and_not_prose_are_three_things(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        judging.exclude(project, INES, sentence_id(FERRY, 1))
        rows = rows_of(project, tmp_path)
    said = [(row["state"], row["labels"], row["hedge"], row["hedge_share"], row["annotators"]) for row in rows]
    assert said[:3] == [("none", [], 0, 0.0, 1), ("excluded", None, None, None, 1), (None, None, None, None, 0)]


def test_a_label_that_nobody_was_asked_about_is_null(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "satire"))
        (row,) = rows_of(project, tmp_path, SETTLED)
    assert (row["labels"], row["hedge"], row["satire"], row["satire_share"]) == (["hedge"], 1, None, None)


def test_an_adjudication_says_who_why_and_under_which_codebook(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        adjudicate(project, sentence_id(FERRY, 1), Verdict(State.NONE), "“No.”")
        adjudicate(project, sentence_id(FERRY, 3), Verdict(State.LABELLED, ("hedge", "denial")))
        version = small_codebook().hash
        decisions = [row["adjudication"] for row in rows_of(project, tmp_path)]
    assert decisions == [
        None,
        {"by": "Lead", "state": "none", "labels": [], "note": "“No.”", "codebook": version},
        None,
        {"by": "Lead", "state": "labelled", "labels": ["hedge", "denial"], "note": "", "codebook": version},
    ]


def test_evidence_counts_code_points(tmp_path: Path) -> None:
    article, sentences = article_of(["🐎🐎 may win."], name="race.txt")
    with project_with(tmp_path, (article, sentences)) as project:
        start = article.text.index("may")
        judging.toggle_label(project, INES, sentence_id((article, sentences), 0), "hedge", Span(start, start + 3))
        (row,) = rows_of(project, tmp_path)
    ((mark,),) = [vote["evidence"] for vote in row["votes"]]
    assert article.text[mark["start"] : mark["end"]] == "may"
    assert mark == {"label": "hedge", "start": 3, "end": 6}


def test_soft_labels_are_shares_of_the_annotators(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for person, label in ((INES, "hedge"), (TOMAS, "denial")):
            judging.toggle_label(project, person, sentence_id(FERRY, 0), label)
        (row,) = rows_of(project, tmp_path, Options("parquet", gold=Policy.ANY))
    assert row["labels"] == ["hedge", "denial"]
    assert [row[f"{label}_share"] for label in LABELS] == [0.0, 0.0, 0.5, 0.5]


def test_a_part_without_sentences_has_the_columns(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["train", "test"])
    train, test = (pq.read_table(folder / f"{part}.parquet") for part in ("train", "test"))
    assert (len(train), len(test)) == (0, 0)
    assert train.schema == test.schema
    assert "votes" in train.schema.names


def test_the_same_project_is_the_same_bytes(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        folders = [written(project, tmp_path / name, FORMAT, EVERYTHING) for name in ("first", "second")]
    first, second = ([(folder / f"{part}.parquet").read_bytes() for part in ("train", "test")] for folder in folders)
    assert first == second


def test_many_articles_keep_their_order_and_their_votes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_groups, "HELD", 7)
    monkeypatch.setattr(row_groups, "LEAST", 1)
    choice = random.Random(0)
    stories = [article_of([f"Number {number}.", "It may."], name=f"{number}.txt") for number in range(30)]
    with project_with(tmp_path, *stories) as project:
        for story in stories:
            for person in choice.sample((INES, TOMAS), choice.randrange(3)):
                judging.toggle_label(project, person, sentence_id(story, 1), choice.choice(LABELS))
        rows, lines = rows_of(project, tmp_path), as_json_lines(project, EVERYTHING)
    assert pq.ParquetFile(tmp_path / "out" / "all.parquet").num_row_groups == 9
    assert [(row["id"], row["name"], row["text"]) for row in rows] == [
        (line["id"], line["name"], line["text"]) for line in lines
    ]
    assert [row["votes"] for row in rows] == [line["annotations"] for line in lines]
    assert [row["labels"] or [] for row in rows] == [line["labels"] for line in lines]


@pytest.mark.parametrize(
    "labels",
    [("votes", "labels", "text"), ("hedge", "hedge_share"), ("label_text", "text"), ("text", "label_text"), LABELS],
)
def test_no_two_columns_have_one_name(tmp_path: Path, labels: tuple[str, ...]) -> None:
    with project_with(tmp_path, FERRY) as project:
        replace_codebook(project, INES, small_codebook(*labels))
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), labels[-1])
        table = table_of(project, tmp_path, SETTLED)
    assert len(set(table.schema.names)) == len(table.schema.names)
    (row,) = table.to_pylist()
    assert [row[name] for name in label_names(labels)] == [int(label == labels[-1]) for label in labels]
    assert row["text"] == "The ferry may sail on Monday."
