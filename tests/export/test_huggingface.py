"""The folder as `datasets` and the Hub’s library take it, without any network."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from labeling.domain.judgments import State, Verdict
from labeling.export.formats.huggingface import FORMAT, front_matter
from labeling.export.options import Options
from labeling.export.parting.shares import parse_shares
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.exporting import export
from labeling.store.connection import Project
from tests.export.datasets import ODD, adjudicate, judge_ferry, written
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook

LABELS = ["anonymous_source", "on_record", "hedge", "denial"]
SETTLED = Options("huggingface")
EVERYTHING = Options("huggingface", include_unjudged=True)

Load = Callable[..., Any]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """`datasets.load_dataset` off line, with a cache of its own."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    datasets = pytest.importorskip("datasets")
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr("tqdm.tqdm.monitor_interval", 0)  # no thread that watches progress bars
    datasets.disable_progress_bars()
    return partial(datasets.load_dataset, cache_dir=str(tmp_path / "cache"))


def folder_of(project: Project, folder: Path, options: Options = EVERYTHING, parts: Sequence[str] = ("train",)) -> str:
    """Write a dataset with its card; return where it is."""
    out = written(project, folder / "dataset", FORMAT, options, parts)
    rows, votes = (
        {part: pq.read_metadata(out / where / f"{part}.parquet").num_rows for part in parts} for where in ("", "votes")
    )
    (out / "README.md").write_text(front_matter(rows, LABELS, votes) + "\n# A dataset\n", encoding="utf-8")
    (out / "manifest.json").write_text("{}", encoding="utf-8")
    return str(out)


def test_sentences_have_classes_with_names_and_vectors(tmp_path: Path, load: Load) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        sentences = load(folder_of(project, tmp_path, SETTLED))["train"]
    assert sentences.features["labels"].feature.names == LABELS
    assert (sentences.features["target"].length, sentences.features["target"].feature.dtype) == (4, "float32")
    first, adjudicated = sentences
    assert first == {
        "id": f"{FERRY[0].id}:0-29",
        "article": FERRY[0].id,
        "index": 0,
        "kind": "body",
        "text": "The ferry may sail on Monday.",
        "before": "",
        "after": "An aide said so.",
        "labels": [2],
        "target": [0.0, 0.0, 1.0, 0.0],
        "soft": [0.0, 0.0, 1.0, 0.0],
        "state": "labelled",
        "source": "majority",
        "annotators": 2,
    }
    assert sentences.features["labels"].feature.int2str(adjudicated["labels"]) == ["on_record", "denial"]
    assert adjudicated["soft"] == [None] * 4


def test_what_is_not_known_is_null(tmp_path: Path, load: Load) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "satire"))
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        judging.exclude(project, INES, sentence_id(FERRY, 2))
        sentences = load(folder_of(project, tmp_path))["train"]
    assert list(sentences["labels"]) == [[0], [], None, None]
    assert list(sentences["target"]) == [[1, None], [0, 0], [None, None], [None, None]]
    assert list(sentences["soft"]) == [[1, None], [0, 0], [None, None], [None, None]]
    assert list(sentences["state"]) == ["labelled", "none", "excluded", None]
    first = sentences.with_format("numpy")[0]["target"]
    assert (first[0], math.isnan(first[1])) == (1.0, True)


def test_votes_are_a_second_configuration_in_the_same_splits(tmp_path: Path, load: Load) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        judging.exclude(project, TOMAS, sentence_id(MILL, 0))
        votes = load(folder_of(project, tmp_path, parts=["train", "test"]), "votes")
    assert [len(votes["train"]), len(votes["test"])] == [4 * 4, 4]
    assert votes["train"].features["label"].names == LABELS
    assert votes["train"][9] == {
        "id": f"{FERRY[0].id}:30-46",
        "article": FERRY[0].id,
        "index": 1,
        "annotator": "Ines",
        "state": "labelled",
        "label": 1,
        "value": 0,
        "unsure": False,
        "seconds": None,
        "codebook": small_codebook().hash,
    }
    assert list(votes["train"]["value"]) == [0, 0, 1, 0] * 2 + [1, 0, 0, 0] + [0] * 4
    assert list(votes["train"]["seconds"])[3:5] == [None, 4.25]
    assert [(row["label"], row["value"]) for row in votes["test"]] == [(place, None) for place in range(4)]


@pytest.mark.parametrize("parts", [("train", "validation", "test"), ("fold_1", "fold_2", "fold_3")])
def test_parts_are_splits(tmp_path: Path, load: Load, parts: Sequence[str]) -> None:
    with project_with(tmp_path, FERRY, MILL, ODD) as project:
        for story in (FERRY, MILL, ODD):
            judging.judge_none(project, INES, sentence_id(story, 1))
        folder = folder_of(project, tmp_path, parts=parts)
        sentences, votes = load(folder), load(folder, "votes")
    assert list(sentences) == list(votes) == list(parts)
    assert [len(sentences[part]) for part in parts] == [4, 2, 4]
    assert sentences[parts[2]]["text"][0] == "Ärger 🐎"


def test_a_dataset_that_is_not_split_is_for_training(tmp_path: Path, load: Load) -> None:
    """`datasets` refuses a split that is called `all`."""
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        folder = folder_of(project, tmp_path, parts=["all"])
        assert {split: len(rows) for split, rows in load(folder).items()} == {"train": 4}
        assert list(load(folder, "votes")) == ["train"]
    assert (Path(folder) / FORMAT.file_name("all")).exists()


def test_a_part_without_rows_is_a_file_with_the_schema_and_no_split(tmp_path: Path, load: Load) -> None:
    """`datasets` refuses to load a split without rows."""
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        folder = folder_of(project, tmp_path, SETTLED, ["train", "test"])
        assert {split: len(rows) for split, rows in load(folder).items()} == {"train": 2}
        assert list(load(folder, "votes")) == ["train"]
    train, test = (pq.read_table(Path(folder) / f"{part}.parquet") for part in ("train", "test"))
    assert (len(test), test.schema) == (0, train.schema)
    assert test.schema.metadata == train.schema.metadata


def test_a_part_in_which_nobody_voted_is_a_split_of_the_sentences_only(tmp_path: Path, load: Load) -> None:
    with project_with(tmp_path, FERRY, MILL) as project:
        judge_ferry(project)
        folder = folder_of(project, tmp_path, EVERYTHING, ["train", "test"])
        assert {split: len(rows) for split, rows in load(folder).items()} == {"train": 4, "test": 2}
        assert list(load(folder, "votes")) == ["train"]


def test_the_features_are_written_as_datasets_writes_them(tmp_path: Path, load: Load) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        folder = folder_of(project, tmp_path, SETTLED)
        for name, configuration in (("train.parquet", "default"), ("votes/train.parquet", "votes")):
            ours = pq.read_schema(Path(folder) / name)
            theirs = load(folder, configuration)["train"].features.arrow_schema
            assert ours.equals(theirs)
            assert json.loads(ours.metadata[b"huggingface"]) == json.loads(theirs.metadata[b"huggingface"])


def test_the_card_is_read_by_the_library_of_the_hub() -> None:
    hub = pytest.importorskip("huggingface_hub")
    data = hub.DatasetCard(front_matter({"train": 800, "test": 300}, LABELS) + "\n# A dataset\n").data
    assert (data.language, data.license, data.size_categories) == (["en"], "other", ["1K<n<10K"])
    assert (data.task_categories, data.task_ids) == (["text-classification"], ["multi-label-classification"])


def test_the_front_matter_names_the_files_of_each_split() -> None:
    content = yaml.safe_load(front_matter({"train": 1, "fold_2": 3}, LABELS).strip("-\n"))
    assert content["configs"] == [
        {
            "config_name": "default",
            "data_files": [
                {"split": "train", "path": "train.parquet"},
                {"split": "fold_2", "path": "fold_2.parquet"},
            ],
        },
        {
            "config_name": "votes",
            "data_files": [
                {"split": "train", "path": "votes/train.parquet"},
                {"split": "fold_2", "path": "votes/fold_2.parquet"},
            ],
        },
    ]


@pytest.mark.parametrize(
    ("sentences", "category"),
    [(0, "n<1K"), (999, "n<1K"), (1000, "1K<n<10K"), (99_999, "10K<n<100K"), (10**7, "10M<n<100M")],
)
def test_the_size_is_one_of_the_hubs_categories(sentences: int, category: str) -> None:
    content = front_matter({"train": sentences, "test": 0}, LABELS)
    assert yaml.safe_load(content.strip("-\n"))["size_categories"] == [category]


def test_the_same_project_is_the_same_bytes(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        folders = [written(project, tmp_path / name, FORMAT, EVERYTHING, ["all"]) for name in ("first", "second")]
    first, second = (
        [(path.relative_to(folder), path.read_bytes()) for path in sorted(folder.rglob("*.parquet"))]
        for folder in folders
    )
    assert first == second
    assert [str(name) for name, _ in first] == ["all.parquet", "votes/all.parquet"]


def test_the_example_runs_in_the_folder(tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        folder = folder_of(project, tmp_path)
    monkeypatch.chdir(Path(folder).parent)
    monkeypatch.setattr("datasets.load_dataset", load)
    names: dict[str, Any] = {}
    exec(FORMAT.loading.format(file=FORMAT.file_name("train")), names)  # noqa: S102
    assert (len(names["sentences"]["train"]), len(names["votes"]["train"])) == (4, 16)


def exported(folder: Path, voted: Sequence[int], adjudicated: Sequence[int]) -> str:
    """Export one article a part; of some the first sentence is voted on, of some it is adjudicated."""
    stories = (FERRY, MILL, ODD)
    with project_with(folder, *stories) as project:
        for place in voted:
            judging.judge_none(project, INES, sentence_id(stories[place], 0))
        for place in adjudicated:
            adjudicate(project, sentence_id(stories[place], 0), Verdict(State.LABELLED, ("hedge",)))
        export(project, folder / "dataset", Options("huggingface", split=parse_shares("34/33/33")))
    return str(folder / "dataset")


@pytest.mark.parametrize("voted", [(0, 1), (2,)])
def test_an_export_with_a_split_of_votes_that_is_empty_loads_as_it_is(
    tmp_path: Path, load: Load, voted: Sequence[int]
) -> None:
    folder = exported(tmp_path, voted, [place for place in range(3) if place not in voted])
    sentences, votes = load(folder), load(folder, "votes")
    assert {split: len(rows) for split, rows in sentences.items()} == {"train": 1, "validation": 1, "test": 1}
    assert {len(rows) for rows in votes.values()} == {4}
    assert len(votes) == len(voted)
    written_votes = {part: pq.read_metadata(f"{folder}/votes/{part}.parquet").num_rows for part in sentences}
    assert {part for part, rows in written_votes.items() if rows} == set(votes)


def test_an_export_in_which_nobody_voted_loads_without_the_votes(tmp_path: Path, load: Load) -> None:
    folder = exported(tmp_path, [], [0, 1, 2])
    assert {split: len(rows) for split, rows in load(folder).items()} == {"train": 1, "validation": 1, "test": 1}
    assert "config_name: votes" not in (Path(folder) / "README.md").read_text(encoding="utf-8")
