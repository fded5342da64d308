"""The seed stories as the tour needs them: their texts, and what they say of each sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from labeling.domain.judgments import State
from labeling.resources import SEEDS


@dataclass(frozen=True, slots=True)
class Expected:
    """What a seed story says of one sentence."""

    state: State
    labels: tuple[str, ...]


def text_of(story: str) -> str:
    """Return a story as plain text."""
    paragraphs = groupby(_lines(story), key=lambda line: line["paragraph"])
    return "\n\n".join(" ".join(str(line["text"]) for line in lines) for _, lines in paragraphs) + "\n"


def labels_of(story: str) -> Mapping[str, Expected]:
    """Return what a story says of its sentences, by their words."""
    expected = {}
    for line in _lines(story):
        labels = line["labels"]
        if isinstance(labels, list):
            expected[str(line["text"])] = Expected(State(str(line["state"])), tuple(map(str, labels)))
    return expected


def _lines(story: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (SEEDS / f"{story}.jsonl").read_text(encoding="utf-8").splitlines()]
