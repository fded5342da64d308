"""Reading what a test has just written."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.importing.drafts import Draft
from labeling.importing.problems import Problem
from labeling.importing.readers import read_file


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file; text as UTF-8, with its line ends as they are."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def drafts_and_problems(path: Path) -> tuple[list[Draft], list[Problem]]:
    items = list(read_file(path))
    drafts = [item for item in items if isinstance(item, Draft)]
    return drafts, [item for item in items if isinstance(item, Problem)]


def only_draft(path: Path) -> Draft:
    (draft,) = read_file(path)
    assert isinstance(draft, Draft)
    assert_sound(draft)
    return draft


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Refused) as caught:
        list(read_file(path))
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def blocks_of(draft: Draft) -> list[tuple[str | None, str]]:
    """The kind and the text of each block."""
    text = draft.article.text
    return [(block.kind, text[block.start : block.end]) for block in draft.blocks]


def assert_sound(draft: Draft) -> None:
    """Blocks and sentences are in order, hold no outer white space, and leave nothing but white space between them."""
    text, position = draft.article.text, 0
    for part in draft.blocks or draft.sentences:
        assert not text[position : part.start].strip()
        span = text[part.start : part.end]
        assert span
        assert span == span.strip()
        position = part.end
    if position:
        assert position == len(text)
