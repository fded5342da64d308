"""Sentence boundaries against those of the GUM news texts, and speed against spaCy’s blank pipeline and sentencizer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy

from labeling.segmentation import segment
from tests.benchmarks import synthetic, timing

CORPORA = Path(__file__).parents[2] / "../shared/corpora"
ARTICLES = 400
ROUNDS = 5


def main() -> None:
    """Print the F1 of boundaries, over all articles and over each half, and the time beside spaCy’s on two corpora."""
    gum, news = CORPORA / "gum-news.jsonl", CORPORA / "polnear-articles.jsonl"
    if gum.exists():
        articles = [line["paragraphs"] for line in read(gum)]
        for name, part in (("all", articles), ("even places", articles[::2]), ("odd places", articles[1::2])):
            say_f1(name, part)
    if news.exists():
        say_speed("segmentation of news", [line["text"] for line in read(news)])
    say_speed("segmentation of synthetic stories", [synthetic.text_of(p) for _, p in synthetic.stories(ARTICLES)])


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def say_f1(name: str, articles: Iterable[Sequence[Sequence[str]]]) -> None:
    """Print precision, recall and F1 of the boundaries inside paragraphs.

    A paragraph's text is its sentences joined by one space, and it is split by itself. A boundary is the place behind
    the last character of a sentence that is not the paragraph's last; it is right when it is at exactly that place.
    """
    right = found = wanted = 0
    for paragraph in (paragraph for article in articles for paragraph in article):
        gold = ends(len(sentence) for sentence in paragraph)
        ours = {sentence.end for sentence in segment(" ".join(paragraph))[:-1]}
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    precision, recall, f1 = right / found, right / wanted, 2 * right / (found + wanted)
    print(
        f"boundaries, {name}: F1 {f1:.4f} of {wanted}, precision {precision:.4f}, recall {recall:.4f}  must be ≥ 0.965"
    )


def ends(lengths: Iterable[int]) -> set[int]:
    """Return where sentences of these lengths end that are joined by one space, without the end of the last."""
    places, position = [], 0
    for length in lengths:
        places.append(position + length)
        position += length + 1
    return set(places[:-1])


def say_speed(what: str, texts: Sequence[str]) -> None:
    """Print the time for all texts of both, taking turns and keeping the best round of each."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ours, reference = [], []
    for _ in range(ROUNDS):
        reference.append(timing.seconds(lambda: [list(doc.sents) for doc in nlp.pipe(texts)]))
        ours.append(timing.seconds(lambda: [segment(text) for text in texts]))
    count = sum(len(segment(text)) for text in texts)
    print(f"{what}: {count / min(ours):,.0f} sentences a second, spaCy {count / min(reference):,.0f}")
    timing.say(what, min(ours), min(reference), "≤ 2 (≥ 0.5 of its speed)")


if __name__ == "__main__":
    main()
