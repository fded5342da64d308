"""Votes in long form: what a row says, and that tools for agreement can use it."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from labeling.domain.articles import Kind
from labeling.domain.judgments import Annotator
from labeling.export.formats.long_form import Ballots
from labeling.export.formats.votes import FORMAT
from labeling.export.gold import Policy, Reason
from labeling.export.options import Options
from labeling.export.pages import Pages
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

LABELS = ("anonymous_source", "on_record", "hedge", "denial")
EVERYTHING = Options("votes")


def rows_of(project: Project, folder: Path, options: Options = EVERYTHING) -> list[dict[str, str]]:
    out = written(project, Path(mkdtemp(dir=folder)), FORMAT, options, ["all"])
    return rows_in(out / "all.csv")


def rows_in(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def answers(rows: Sequence[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    return [(row["index"], row["annotator"], row["label"], row["value"]) for row in rows]


def test_a_row_is_a_sentence_an_annotator_and_a_label(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        rows = rows_of(project, tmp_path)
    assert len(rows) == 4 * len(LABELS)  # the third sentence has an adjudication and a vote that decides nothing
    assert rows[6] == {
        "id": f"{FERRY[0].id}:0-29",
        "article": FERRY[0].id,
        "index": "0",
        "annotator": "Tomás",
        "state": "labelled",
        "label": "hedge",
        "value": "1",
        "unsure": "false",
        "seconds": "4.25",
        "codebook": small_codebook().hash,
    }
    assert list(rows[0]) == list(rows[6])


def test_zeros_are_written(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
        rows = rows_of(project, tmp_path)
    assert answers(rows[:4]) == [("0", "Ines", label, str(int(label == "hedge"))) for label in LABELS]
    assert answers(rows[4:]) == [("0", "Tomás", label, "0") for label in LABELS]


def test_who_excludes_a_sentence_says_nothing_of_its_labels(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.exclude(project, INES, sentence_id(FERRY, 0))
        rows = rows_of(project, tmp_path)
    assert answers(rows) == [("0", "Ines", label, "") for label in LABELS]
    assert {row["state"] for row in rows} == {"excluded"}


def test_a_label_that_the_annotators_codebook_did_not_have_is_unknown(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "satire"))
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
        rows = rows_of(project, tmp_path)
    assert [(row["annotator"], row["label"], row["value"]) for row in rows] == [
        ("Ines", "hedge", "1"),
        ("Ines", "satire", ""),
        ("Tomás", "hedge", "0"),
        ("Tomás", "satire", "0"),
    ]


def test_under_a_codebook_that_is_not_known_all_labels_were_asked_about(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, sentence_id(FERRY, 0))
        snapshot = Snapshot(project.connection)
        page = Pages(snapshot, LABELS, EVERYTHING).page(FERRY[0].id)
        (ballot,) = Ballots(LABELS, {}).of_page(page)
        (elsewhere,) = Ballots(LABELS, {snapshot.codebook.hash: frozenset({"hedge"})}).of_page(page)
    assert ballot.answers == (0, 0, 0, 0)
    assert elsewhere.answers == (None, None, 0, None)


def test_a_label_that_was_given_is_one_even_if_the_codebook_does_not_have_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        page = Pages(Snapshot(project.connection), LABELS, EVERYTHING).page(FERRY[0].id)
        (ballot,) = Ballots(LABELS, {small_codebook().hash: frozenset({"denial"})}).of_page(page)
    assert ballot.answers == (None, None, 1, 0)


@pytest.mark.parametrize(
    "options",
    [
        Options("votes"),
        Options("votes", gold=Policy.ADJUDICATED),
        Options("votes", gold=Policy.UNANIMOUS, annotators=3, unsure=False),
        Options("votes", include_unjudged=True),
        Options("votes", codebooks=(small_codebook().hash,)),
    ],
)
def test_every_vote_is_in_it_whatever_was_settled(tmp_path: Path, options: Options) -> None:
    """The second sentence is a tie; the third is adjudicated without a vote, the fourth excluded by one person."""
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(FERRY, 3))
        judging.judge_none(project, TOMAS, sentence_id(FERRY, 3))
        replace_codebook(project, INES, small_codebook("hedge", "satire"))
        judging.judge_none(project, INES, sentence_id(MILL, 0))
        judging.toggle_unsure(project, INES, sentence_id(MILL, 0))
        result = export(project, tmp_path / "out", replace(options, split=None))
    rows = rows_in(tmp_path / "out" / "all.csv")
    assert {(row["id"], row["annotator"]) for row in rows} == {
        *((str(sentence_id(FERRY, index)), name) for index in (0, 1, 3) for name in ("Ines", "Tomás")),
        (str(sentence_id(MILL, 0)), "Ines"),
    }
    assert result.sentences == {"all": 4}
    assert result.left_out == {Reason.UNJUDGED: 1, Reason.NO_VOTE: 1}


def test_other_kinds_and_articles_have_no_rows(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        for index in range(4):
            judging.judge_none(project, INES, sentence_id(ODD, index))
            judging.judge_none(project, INES, sentence_id(FERRY, index))
        options = Options("votes", split=None, kinds=(Kind.BODY,), articles="source=*Lantern")
        export(project, tmp_path / "out", options)
    assert {row["id"] for row in rows_in(tmp_path / "out" / "all.csv")} == {
        str(sentence_id(ODD, 1)),
        str(sentence_id(ODD, 2)),
    }


def alpha(rows: Sequence[dict[str, str]]) -> float:
    """Krippendorff’s alpha of a label by its definition (Krippendorff 2011), over the sentences with two votes."""
    units: dict[str, list[str]] = {}
    for row in rows:
        units.setdefault(row["id"], []).append(row["value"])
    pairs = [pair for values in units.values() if len(values) == 2 for pair in (values, values[::-1])]
    ones = sum(first == "1" for first, _ in pairs)
    expected = 2 * ones * (len(pairs) - ones) / (len(pairs) - 1)
    return 1 - sum(first != second for first, second in pairs) / expected


def test_agreement_on_the_table_is_that_of_the_card(tmp_path: Path) -> None:
    """Also where what people differ on is left out of a dataset of settled sentences."""
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        judging.toggle_label(project, INES, sentence_id(MILL, 0), "hedge")
        judging.judge_none(project, TOMAS, sentence_id(MILL, 0))
        export(project, tmp_path / "out", Options("votes", split=None))
        export(project, tmp_path / "settled", Options(split=None))
    says, settled = (
        json.loads((tmp_path / name / "manifest.json").read_text(encoding="utf-8")) for name in ("out", "settled")
    )
    rows = [row for row in rows_in(tmp_path / "out" / "all.csv") if row["label"] == "hedge"]
    assert says["agreement"]["hedge"]["value"] == pytest.approx(alpha(rows))
    assert says["agreement"] == settled["agreement"]
    card = (tmp_path / "settled" / "README.md").read_text(encoding="utf-8")
    assert "2 sentences were left out because the annotators differ. On the votes of the others alone" in card
    assert "On the votes of the others alone" not in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_a_name_is_no_formula(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, Annotator(INES.id, '=HYPERLINK("a, b")'), sentence_id(FERRY, 0))
        rows = rows_of(project, tmp_path)
    assert {row["annotator"] for row in rows} == {'\'=HYPERLINK("a, b")'}


def test_a_file_without_votes_has_the_columns(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        content = (written(project, tmp_path / "out", FORMAT, EVERYTHING, ["all"]) / "all.csv").read_bytes()
    assert content == b"id,article,index,annotator,state,label,value,unsure,seconds,codebook\r\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two people on two articles; one excludes a sentence, another has not judged the last."""
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(MILL, 0))
        judging.toggle_label(project, TOMAS, sentence_id(MILL, 0), "hedge")
        judging.judge_none(project, INES, sentence_id(MILL, 1))
        return written(project, tmp_path / "out", FORMAT, EVERYTHING, ["all"]) / "all.csv"


def test_pandas_reads_the_types(table: Path) -> None:
    pandas = pytest.importorskip("pandas")
    votes = pandas.read_csv(table)
    assert (str(votes["value"].dtype), str(votes["seconds"].dtype), str(votes["unsure"].dtype)) == (
        "float64",
        "float64",
        "bool",
    )
    assert votes["value"].isna().sum() == len(LABELS)
    assert votes.columns[0] == "id"


def test_polars_reads_the_types(table: Path) -> None:
    polars = pytest.importorskip("polars")
    votes = polars.read_csv(table)
    assert votes.schema["value"] == polars.Int64
    assert votes.schema["unsure"] == polars.Boolean
    assert votes.schema["seconds"] == polars.Float64
    assert votes["value"].null_count() == len(LABELS)


def test_pyarrow_reads_the_types(table: Path) -> None:
    from pyarrow import csv as arrow_csv

    votes = arrow_csv.read_csv(table)
    assert [str(votes.schema.field(name).type) for name in ("value", "unsure", "seconds")] == [
        "int64",
        "bool",
        "double",
    ]
    assert votes["value"].null_count == len(LABELS)


def matrices(table: Path) -> dict[str, Any]:
    """What the example of the card makes of each label."""
    pytest.importorskip("pandas")
    found: dict[str, Any] = {}
    exec(FORMAT.loading.format(file=table) + "\n    found[label] = ratings", {"found": found})  # noqa: S102
    return found


def test_the_example_makes_a_reliability_matrix(table: Path) -> None:
    """Annotators down, sentences across; who did not answer is missing."""
    found = matrices(table)
    assert sorted(found) == sorted(LABELS)
    hedge = found["hedge"]
    assert list(hedge.index) == ["Ines", "Tomás"]
    by_sentence = {column: [None if math.isnan(one) else one for one in hedge[column]] for column in hedge.columns}
    assert by_sentence == {
        str(sentence_id(FERRY, 0)): [1, 1],
        str(sentence_id(FERRY, 1)): [0, 0],
        str(sentence_id(MILL, 0)): [None, 1],
        str(sentence_id(MILL, 1)): [0, None],
    }


@pytest.mark.parametrize("name", ["NA", "007", "1e5", "true"])
def test_somebody_may_be_called_so(tmp_path: Path, name: str) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, Annotator(INES.id, name), sentence_id(FERRY, 0))
        found = matrices(written(project, tmp_path / "out", FORMAT, EVERYTHING, ["all"]) / "all.csv")
    assert list(found["hedge"].index) == [name]
