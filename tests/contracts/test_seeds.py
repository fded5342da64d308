"""The seed stories, those of the sample and the everyday ones, keep the rules of labels, kinds and states.

They are the dataset that seeds/README.md describes.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.articles import Kind
from labeling.domain.judgments import Annotator, State
from labeling.operations.importing import import_files
from labeling.operations.projects import create_project, standard_codebook
from labeling.resources import SEEDS

STORIES = sorted(SEEDS.glob("*.jsonl"))
EVERYDAY = sorted((SEEDS / "everyday").glob("*.jsonl"))
FIRST_LINE = {"article", "title", "metadata", "paragraph", "kind", "text", "labels", "state"}


def read(story: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in story.read_text(encoding="utf-8").splitlines()]


def everything(stories: Iterable[Path] = STORIES) -> list[dict[str, Any]]:
    return [line for story in stories for line in read(story)]


each_story = pytest.mark.parametrize("story", [*STORIES, *EVERYDAY], ids=lambda path: path.stem)


def test_there_are_enough_stories_sentences_and_denials() -> None:
    labels = Counter(label for line in everything() for label in line["labels"])
    assert len(STORIES) >= 20
    assert labels["denial"] >= 60
    assert min(labels[label.id] for label in standard_codebook().labels) >= 60


def test_the_figures_of_the_readme_are_right() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    denials = sum("denial" in line["labels"] for line in everything())
    assert f"{len(everything())} sentences, among them {denials} denials" in readme
    assert len(STORIES) == 24
    assert "Twenty-four" in readme


def test_the_figures_of_the_everyday_stories_are_right() -> None:
    readme = " ".join((SEEDS / "README.md").read_text(encoding="utf-8").split())
    lines = everything(EVERYDAY)
    labels = Counter(label for line in lines for label in line["labels"])
    states = Counter(line["state"] for line in lines)
    assert f"holds {len(EVERYDAY)} stories" in readme
    assert f"{len(lines):,} sentences in the format" in readme
    assert f"{labels['anonymous_source']} anonymous sources, {labels['on_record']} on record" in readme
    assert f"{labels['hedge']} hedges, {labels['denial']} denials" in readme
    assert f"{states['none']:,} have none of these and {states['excluded']} are furniture" in readme


@pytest.mark.parametrize(
    ("stories", "lengths"), [(STORIES, range(15, 41)), (EVERYDAY, range(25, 46))], ids=["sample", "everyday"]
)
def test_stories_are_of_an_ordinary_length(stories: list[Path], lengths: range) -> None:
    assert not [story.stem for story in stories if len(read(story)) not in lengths]


@each_story
def test_a_story_has_the_form_of_one(story: Path) -> None:
    lines = read(story)
    assert set(lines[0]) == FIRST_LINE
    assert {"source", "date"} <= set(lines[0]["metadata"]) <= {"source", "date", "byline"}
    assert all(set(line) == FIRST_LINE - {"metadata"} for line in lines[1:])
    assert {(line["article"], line["title"]) for line in lines} == {(story.stem, lines[0]["text"])}
    assert (lines[0]["kind"], lines[0]["paragraph"]) == ("heading", 0)


@each_story
def test_paragraphs_rise_by_one_and_only_body_sentences_share_one(story: Path) -> None:
    lines = read(story)
    for before, line in itertools.pairwise(lines):
        step = line["paragraph"] - before["paragraph"]
        assert step in (0, 1), line["text"]
        assert step == 1 or before["kind"] == line["kind"] == "body", line["text"]


@each_story
def test_labels_fit_kind_and_state(story: Path) -> None:
    codebook = standard_codebook()
    for line in read(story):
        state, kind = State(line["state"]), Kind(line["kind"])
        assert state is not State.CLEARED, line["text"]
        assert (state is State.LABELLED) == bool(line["labels"]), line["text"]
        assert (state is State.EXCLUDED) == (kind is Kind.FURNITURE), line["text"]
        assert tuple(line["labels"]) == codebook.in_order(line["labels"]), line["text"]
        assert all(codebook.label(label) for label in line["labels"]), line["text"]


@each_story
def test_a_denial_has_a_denier(story: Path) -> None:
    for line in read(story):
        if "denial" in line["labels"]:
            assert {"anonymous_source", "on_record"} & set(line["labels"]), line["text"]


def test_no_sentence_occurs_twice() -> None:
    texts = Counter(line["text"] for line in everything([*STORIES, *EVERYDAY]))
    assert not {text for text, count in texts.items() if count > 1 and len(text) > 20}
    assert all(text == text.strip() and "\n" not in text for text in texts)


@pytest.mark.parametrize("stories", [STORIES, EVERYDAY], ids=["sample", "everyday"])
def test_every_story_imports_with_its_boundaries_and_labels(tmp_path: Path, stories: list[Path]) -> None:
    project = create_project(tmp_path / "seeds.hedgerow")
    report = import_files(project, Annotator("1", "Sample"), stories)
    project.close()
    assert not report.refused
    assert not report.known
    assert len(report.added) == len(stories)
    assert sum(article.sentences for article in report.added) == len(everything(stories))
    assert report.judgments == len(everything(stories))
