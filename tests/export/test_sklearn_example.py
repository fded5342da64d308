"""The help page on training: its commands and its examples, run one after the other."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from labeling.cli.app import app, run
from labeling.export.cautions import FEWEST_TO_TEST, FEWEST_TO_TRAIN
from labeling.export.formats.spacy_docs import DOCS
from labeling.operations.samples import make_sample
from labeling.resources import RESOURCES
from tests.contracts.markdown import blocks, section

PAGE = (RESOURCES / "help" / "training.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"hedgerow (export [^`\n]+)", PAGE)
LABELS = ["anonymous_source", "on_record", "hedge", "denial"]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every command of the page was given, in its order."""
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("training")
    make_sample(folder / "news.hedgerow").close()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in COMMANDS:
            assert run(app, command.split()) == 0, command
    return folder


@pytest.fixture
def example(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an example of the page can be put to be run beside the datasets."""
    monkeypatch.chdir(exported)
    return tmp_path / "example.py"


def run_example(path: Path, title: str, place: int = 0) -> dict[str, Any]:
    path.write_text(blocks(section(PAGE, title), "python")[place], encoding="utf-8")
    return runpy.run_path(str(path))


def test_the_page_gives_every_command_once() -> None:
    folders = [command.split()[2] for command in COMMANDS]
    assert len(set(folders)) == len(folders) == 9


def test_ten_lines_train_a_model_that_beats_chance(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("sklearn")
    result = run_example(example, "Ten lines with scikit-learn")
    scores = result["scores"]
    assert list(scores.index) == result["labels"] == LABELS
    assert (scores["average precision"] > 1.3 * scores["share"]).all()
    assert (scores["F1"] > 0.2).all()
    assert "average precision" in capsys.readouterr().out
    code = blocks(section(PAGE, "Ten lines with scikit-learn"), "python")[0].partition("\n\n")[2]
    assert len(code.splitlines()) == 10


def test_training_never_sees_the_articles_of_the_test(example: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("sklearn")
    result = run_example(example, "Ten lines with scikit-learn")
    train, test = result["train"], result["test"]
    assert len(train) > len(test) > 50
    assert not set(train["article"]) & set(test["article"])


def test_hugging_face_loads_the_folder(exported: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    code = blocks(section(PAGE, "Hugging Face"), "python")[0]
    environment = {**os.environ, "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=exported, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith(str(LABELS))


def test_pandas_reads_the_lines(example: Path) -> None:
    pytest.importorskip("pandas")
    result = run_example(example, "pandas")
    hedges, soft = result["hedges"], result["soft"]
    assert 0 < hedges.sum() < len(hedges)
    assert list(soft) == list(hedges.astype(float))  # one annotator: the share is the label


def test_the_votes_are_a_matrix_of_annotators_and_sentences(example: Path) -> None:
    pytest.importorskip("pandas")
    ratings = run_example(example, "Votes")["ratings"]
    assert list(ratings.index) == ["Sample annotator"]
    assert set(ratings.loc["Sample annotator"].dropna()) == {0.0, 1.0}


def test_each_fold_is_held_out_once(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    folds = run_example(example, "Folds")["folds"]
    sizes = [len(fold) for fold in folds]
    assert capsys.readouterr().out.splitlines() == [f"train on {sum(sizes) - size}, test on {size}" for size in sizes]
    articles = [set(fold["article"]) for fold in folds]
    assert sum(map(len, articles)) == len(set().union(*articles))


def test_spacy_trains_once_for_each_fold(example: Path, exported: Path) -> None:
    config = exported / "parted" / "config.cfg"
    shortened = config.read_text(encoding="utf-8").replace("max_steps = 20000", "max_steps = 2")
    config.write_text(shortened, encoding="utf-8")
    run_example(example, "Folds", 1)
    assert len(list((exported / "models").glob("fold_*/model-last"))) == 5
    assert len(list((exported / "others" / "fold_1").glob("fold_*.spacy"))) == 4
    assert not (exported / "others" / "fold_1" / "fold_1.spacy").exists()


def test_the_release_is_the_same_to_the_byte(exported: Path) -> None:
    first, again = exported / "dataset", exported / "again"
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted(path.name for path in again.iterdir())
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_the_numbers_of_the_page_are_those_of_the_export() -> None:
    page = " ".join(PAGE.split())
    assert f"fewer than {FEWEST_TO_TRAIN} sentences to train on" in page
    assert f"fewer than {FEWEST_TO_TEST} to test on" in page
    assert f"more than {DOCS:,} sentences is a folder" in page
