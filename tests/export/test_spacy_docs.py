"""What spaCy takes, read back by spaCy, and a model that it trains."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
import spacy
import srsly
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin
from spacy.training import Corpus
from spacy.vocab import Vocab

from labeling.export.formats import spacy_docs
from labeling.export.formats.spacy_docs import FORMAT, Entry, packed, stored
from labeling.export.options import Options
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.samples import make_sample
from labeling.resources import RESOURCES
from tests.contracts.markdown import blocks, section
from tests.export.datasets import ODD, judge_ferry, written
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

SETTLED = Options("spacy")
EVERYTHING = Options("spacy", include_unjudged=True)
STEPS = ("--training.max_steps", "400", "--training.eval_frequency", "400")
ENGLISH = spacy.blank("en")
SENTENCES = [Entry(str(place), f"They said {word}.", {"hedge": place % 2}) for place, word in enumerate("abcdefg")]


def docs_in(path: Path) -> list[Any]:
    """Read a part as `spacy train` does."""
    return [example.reference for example in Corpus(path)(ENGLISH)]


def config_in(folder: Path) -> Any:
    return spacy.util.load_config(folder / "config.cfg")


def test_a_document_is_a_sentence_with_a_number_for_each_label(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.judge_none(project, INES, sentence_id(FERRY, 3))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    docs = docs_in(folder / "all.spacy")
    assert [(doc.text, doc.cats) for doc in docs] == [
        ("The ferry may sail on Monday.", {"anonymous_source": 0.0, "on_record": 0.0, "hedge": 1.0, "denial": 0.0}),
        ("The port denied it.", {"anonymous_source": 0.0, "on_record": 1.0, "hedge": 0.0, "denial": 1.0}),
        ("Nobody was on board.", {"anonymous_source": 0.0, "on_record": 0.0, "hedge": 0.0, "denial": 0.0}),
    ]
    assert {type(value) for doc in docs for value in doc.cats.values()} == {float}
    flags = DocBin().from_disk(folder / "all.spacy").flags
    assert [flag["id"] for flag in flags] == [str(sentence_id(FERRY, index)) for index in (0, 2, 3)]


def test_a_label_that_nobody_was_asked_about_is_left_out(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "rumour"))
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    assert [doc.cats for doc in docs_in(folder / "all.spacy")] == [{"hedge": 1.0}, {"hedge": 0.0, "rumour": 0.0}]


def test_a_sentence_of_which_nothing_is_known_is_not_written(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        judging.exclude(project, INES, sentence_id(FERRY, 3))
        folder = written(project, tmp_path / "out", FORMAT, EVERYTHING, ["all"])
    assert [doc.text for doc in docs_in(folder / "all.spacy")] == [
        "The ferry may sail on Monday.",
        "The port denied it.",
    ]


def test_every_text_stays_as_it_is(tmp_path: Path) -> None:
    with project_with(tmp_path, ODD) as project:
        for index in range(4):
            judging.judge_none(project, TOMAS, sentence_id(ODD, index))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    article, sentences = ODD
    assert [doc.text for doc in docs_in(folder / "all.spacy")] == [
        article.text[one.start : one.end] for one in sentences
    ]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), max_size=4))
def test_the_content_is_what_spacy_itself_writes(texts: list[str]) -> None:
    expected = DocBin(attrs=[])
    for place, text in enumerate(texts):
        doc = ENGLISH(text)
        doc.cats = {"hedge": float(place % 2)}
        expected.add(doc)
    entries = [Entry(str(place), text, {"hedge": float(place % 2)}) for place, text in enumerate(texts)]
    ours, theirs = (srsly.msgpack_loads(zlib.decompress(made)) for made in (packed(entries), expected.to_bytes()))
    assert set(ours) == set(theirs)
    for key in ("version", "attrs", "tokens", "spaces", "lengths", "cats", "span_groups"):
        assert ours[key] == theirs[key], key
    assert set(ours["strings"]) <= set(theirs["strings"])
    loaded = DocBin().from_bytes(packed(entries)).get_docs(Vocab())
    assert [doc.text for doc in loaded] == texts


@pytest.mark.parametrize("size", [0, 1, 0xFFFF, 0x10000, 200_000])
def test_what_is_stored_can_be_read_by_what_decompresses(size: int) -> None:
    content = bytes(place % 251 for place in range(size))
    assert zlib.decompress(stored(content)) == content


def test_the_bytes_are_the_same_in_every_process() -> None:
    script = (
        "import hashlib; from labeling.export.formats.spacy_docs import Entry, packed;"
        f"print(hashlib.sha256(packed({SENTENCES!r})).hexdigest())"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == hashlib.sha256(packed(SENTENCES)).hexdigest()


@pytest.mark.parametrize(("most", "files"), [(1, 3), (2, 2), (3, 0)])
def test_a_large_part_is_a_folder_that_spacy_takes_like_a_file(
    most: int, files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_docs, "DOCS", most)
    with project_with(tmp_path, FERRY) as project:
        for index in range(3):
            judging.judge_none(project, INES, sentence_id(FERRY, index))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    part = folder / "all.spacy"
    assert (part.is_dir(), len(list(part.glob("*.spacy")))) == (files > 0, files)
    assert [doc.text for doc in docs_in(part)] == [FERRY[0].text[one.start : one.end] for one in FERRY[1][:3]]


@pytest.mark.parametrize(
    ("parts", "train", "dev"),
    [
        (["train", "validation", "test"], "train.spacy", "validation.spacy"),
        (["train", "test"], "train.spacy", "test.spacy"),
        (["train"], "train.spacy", "train.spacy"),
        (["all"], "all.spacy", "all.spacy"),
        (["fold_1", "fold_2"], None, None),
    ],
)
def test_the_config_names_what_to_train_on(
    parts: list[str], train: str | None, dev: str | None, tmp_path: Path
) -> None:
    with make_sample(tmp_path / "sample.hedgerow") as project:
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, parts)
    paths = config_in(folder)["paths"]
    assert (paths["train"], paths["dev"]) == (train, dev)
    assert all((folder / FORMAT.file_name(part)).exists() for part in parts)


def test_a_part_without_sentences_is_not_named_by_the_config(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judge_ferry(project)
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["train", "validation"])
    assert config_in(folder)["paths"]["dev"] == "train.spacy"
    assert len(DocBin().from_disk(folder / "validation.spacy")) == 0


def test_spacy_learns_from_labels_of_which_some_are_unknown_and_scores_them(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "rumour"))
        judging.toggle_label(project, INES, sentence_id(FERRY, 1), "rumour")
        judging.judge_none(project, INES, sentence_id(FERRY, 2))
        folder = written(project, tmp_path / "out", FORMAT, SETTLED, ["all"])
    nlp = spacy.util.load_model_from_config(config_in(folder), auto_fill=True)
    assert nlp.config["initialize"]["components"]["textcat_multilabel"]["labels"] == ["hedge", "rumour"]
    examples = list(Corpus(folder / "all.spacy")(nlp))
    nlp.initialize(lambda: examples)
    for _ in range(200):
        nlp.update(examples)
    classifier: Any = nlp.get_pipe("textcat_multilabel")
    _, gradient = classifier.get_loss(examples, classifier.predict([example.predicted for example in examples]))
    assert [bool(value) for value in gradient[:, 1]] == [False, True, True]  # nobody was asked about the first
    scores = nlp.evaluate(examples)["cats_f_per_type"]
    assert (scores["hedge"]["f"], scores["rumour"]["f"]) == (1, 1)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample as `dataset`."""
    folder = tmp_path_factory.mktemp("training")
    with make_sample(folder / "sample.hedgerow") as project:
        written(project, folder / "dataset", FORMAT, SETTLED, ["train", "validation", "train"])
    return folder


def test_the_training_of_the_help_page_learns(dataset: Path) -> None:
    page = (RESOURCES / "help" / "training.md").read_text(encoding="utf-8")
    command = next(line for line in blocks(section(page, "spaCy"))[0].splitlines() if " train " in line)
    _, *words = command.replace("documents/", "dataset/").split()
    subprocess.run([sys.executable, *words, *STEPS], cwd=dataset, check=True, capture_output=True)
    nlp = spacy.load(dataset / "model" / "model-best")
    docs = docs_in(dataset / "dataset" / "validation.spacy")
    gold = [doc.cats["on_record"] > 0 for doc in docs]
    predicted = [nlp(doc.text).cats["on_record"] > 0.5 for doc in docs]
    share = sum(gold) / len(gold)
    right = [one == other for one, other in zip(gold, predicted, strict=True)]
    hits = sum(one and other for one, other in zip(gold, predicted, strict=True))
    assert sum(right) / len(right) > max(share, 1 - share) + 0.05  # never, or always
    assert 2 * hits / (sum(gold) + sum(predicted)) > 2 * share / (share + 1) + 0.05  # F1; always


def test_the_config_trains_inside_its_folder_as_it_is(dataset: Path, tmp_path: Path) -> None:
    steps = ("--training.max_steps", "2", "--training.eval_frequency", "1")
    command = [sys.executable, "-m", "spacy", "train", "config.cfg", "--output", str(tmp_path / "model"), *steps]
    subprocess.run(command, cwd=dataset / "dataset", check=True, capture_output=True)
    assert (tmp_path / "model" / "model-best").is_dir()
