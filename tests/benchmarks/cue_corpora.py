"""Labelled sentences to tune and to measure cues on, each half by itself. The corpora are not part of the project."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from labeling.domain.articles import Kind, Sentence
from labeling.operations.projects import standard_codebook
from labeling.resources import SEEDS
from labeling.suggestions.lexicon import FOLDER

CORPORA = Path(os.environ.get("HEDGEROW_CORPORA", Path(__file__).parents[2] / "../shared/corpora"))
LABELS = ("anonymous_source", "on_record", "hedge", "denial")
# The seed stories that were read while the cues were written; the others were not opened.
TUNING_SEEDS = frozenset(
    {
        *("border-drones", "crane-bridge", "data-breach", "election-count", "flour-recall", "harvest-subsidy"),
        *("hollin-water", "island-clinic", "lighthouse-strike", "north-line-signal", "orme-embassy", "vesk-prison"),
    }
)

EVERYDAY = SEEDS / "everyday"  # stories with as few sources, hedges and denials as the news has on most days

# What the examples in each file of cues tell of, and the groups that are only asked for beside a cue.
_TOLD: Mapping[str, tuple[str, ...]] = {
    "hedges": ("hedge",),
    "denials": ("denial",),
    "reporting": ("anonymous_source", "on_record"),
    "sources": ("anonymous_source", "on_record"),
}
_NO_CUES = frozenset({"ability", "permission", "thing", "neither", "harm"})
# What each label is measured on.
SOURCES: Mapping[str, tuple[str, ...]] = {
    "anonymous_source": ("polnear", "seeds", "everyday"),
    "on_record": ("polnear", "seeds", "everyday"),
    "hedge": ("meantime", "conll2010-wiki", "seeds", "everyday"),
    "denial": ("seeds", "everyday"),
}


class Half(Enum):
    """Which articles: those that the cues were written and weighed by, or those that were kept for measuring."""

    TUNING = "tuning"
    HELD_OUT = "held out"


class Labelled(NamedTuple):
    """An article with what people said of its sentences: 1, 0, or None where they did not say."""

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    labels: list[Mapping[str, int | None]]


class _Row(NamedTuple):
    text: str
    paragraph: int
    kind: str
    labels: Mapping[str, int | None]


def names() -> list[str]:
    """Return the corpora that are at hand; the seeds always are."""
    others = [name for name in ("polnear", "meantime", "conll2010-wiki") if _path(name).exists()]
    return [*others, "seeds", *(["everyday"] if EVERYDAY.exists() else ())]


@cache
def articles(corpus: str, half: Half) -> tuple[Labelled, ...]:
    """Return the articles of one half of a corpus, in order of their names."""
    if corpus == "codebook":
        return tuple(_codebook() if half is Half.TUNING else ())
    return tuple(_stories(corpus, half) if corpus in {"seeds", "everyday"} else _corpus(corpus, half))


def half_of(article: str) -> Half:
    """Return the half of an article: its name decides, so that it stays there."""
    return Half.TUNING if hashlib.sha256(article.encode()).digest()[0] % 2 == 0 else Half.HELD_OUT


def _path(corpus: str) -> Path:
    return CORPORA / f"{corpus}.jsonl"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _stories(corpus: str, half: Half) -> Iterator[Labelled]:
    for path in sorted((SEEDS if corpus == "seeds" else EVERYDAY).glob("*.jsonl")):
        if _half_of_story(corpus, path.stem) is half:
            rows = [
                _Row(line["text"], line["paragraph"], line["kind"], _of_seed(line["labels"], line["state"]))
                for line in _lines(path)
            ]
            yield _article(path.stem, rows)


def _half_of_story(corpus: str, name: str) -> Half:
    if corpus == "seeds":
        return Half.TUNING if name in TUNING_SEEDS else Half.HELD_OUT
    return half_of(name)


def _codebook() -> Iterator[Labelled]:
    """Yield the examples of the standard codebook and of the cues, each an article of its own."""
    for label in standard_codebook().labels:
        for number, example in enumerate(label.examples):
            labels = {each: int(example.applies) if each == label.id else None for each in LABELS}
            yield _article(f"{label.id}-{number}", [_Row(example.text, 0, Kind.BODY, labels)])
    for file, told in _TOLD.items():
        table = tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
        for group in (group for groups in table.values() for group in groups):
            yield from _of_cues(file, told, group)


def _of_cues(file: str, told: Sequence[str], group: Mapping[str, Any]) -> Iterator[Labelled]:
    """Yield the sentences that a group of cues gives for and against itself; they tell of the labels in `told`."""
    name = group.get("group", group.get("flag"))
    given = group.get("labels", None if len(told) > 1 else () if name in _NO_CUES else told)
    if given is None:
        return
    examples = [group["example"], *group.get("also", ())]
    texts = [*((text, given) for text in examples), *((text, ()) for text in group.get("against", ()))]
    for number, (text, holds) in enumerate(texts):
        labels = {each: int(each in holds) if each in told else None for each in LABELS}
        yield _article(f"{file}-{name}-{number}", [_Row(text, 0, Kind.BODY, labels)])


def _of_seed(labels: Sequence[str], state: str) -> dict[str, int | None]:
    return {label: None if state == "excluded" else int(label in labels) for label in LABELS}


def _corpus(corpus: str, half: Half) -> Iterator[Labelled]:
    wholes = _path(f"{corpus}-articles")
    texts = {line["article"]: line["text"] for line in _lines(wholes)} if wholes.exists() else {}
    by_article: dict[str, list[dict[str, Any]]] = {}
    for line in _lines(_path(corpus)):
        by_article.setdefault(line["article"], []).append(line)
    for name, lines in by_article.items():
        if half_of(name) is half:
            yield _article(name, list(_rows(lines, texts.get(name, ""))))


def _rows(lines: Sequence[dict[str, Any]], whole: str) -> Iterator[_Row]:
    """Yield the sentences with their paragraphs, found again in the whole text by how they begin."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in whole.split("\n\n")]
    number = place = 0
    for line in lines:
        text = " ".join(line["text"].split())
        beginning = text[:40].rstrip(".")
        for other in range(number, len(paragraphs)):
            found = paragraphs[other].find(beginning, place if other == number else 0)
            if found >= 0:
                number, place = other, found + len(beginning)
                break
        yield _Row(text, number, Kind.BODY, line["labels"])


def _article(name: str, rows: Sequence[_Row]) -> Labelled:
    text, sentences, paragraph = "", list[Sentence](), None
    for row in rows:
        if sentences:
            text += " " if row.paragraph == paragraph else "\n\n"
        sentences.append(Sentence(len(text), len(text) + len(row.text), Kind(row.kind), row.paragraph))
        text, paragraph = text + row.text, row.paragraph
    return Labelled(name, text, tuple(sentences), [row.labels for row in rows])
