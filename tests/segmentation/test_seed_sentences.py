"""The seed stories, split by hand: rebuilt as plain text and split again, they give the same sentences and kinds."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from labeling.resources import SEEDS
from labeling.segmentation import segment

STORIES = sorted(SEEDS.glob("*.jsonl"))
Row = tuple[str, str, int]


def read(story: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in story.read_text(encoding="utf-8").splitlines()]


def paragraphs(story: Path) -> Iterator[str]:
    for _, lines in groupby(read(story), key=lambda line: line["paragraph"]):
        yield " ".join(line["text"] for line in lines)


def by_hand(story: Path) -> list[Row]:
    return [(line["text"], line["kind"], line["paragraph"]) for line in read(story)]


def by_rule(text: str) -> list[Row]:
    return [(" ".join(text[s.start : s.end].split()), str(s.kind), s.paragraph) for s in segment(text)]


def test_there_are_stories() -> None:
    assert len(STORIES) >= 20


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "a paragraph a line"])
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_sentences_kinds_and_paragraphs_are_those_by_hand(story: Path, between: str) -> None:
    assert by_rule(between.join(paragraphs(story))) == by_hand(story)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_stories_keep_their_sentences(width: int) -> None:
    kept = total = 0
    for story in STORIES:
        wrapped = [textwrap.fill(p, width, break_long_words=False, break_on_hyphens=False) for p in paragraphs(story)]
        kept += len(set(by_rule("\n\n".join(wrapped))) & set(by_hand(story)))
        total += len(by_hand(story))
    assert kept / total >= 0.99
