"""Projects and texts of any size for measuring: the seed stories, told again with other names and numbers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from labeling.domain.articles import Kind, Sentence, make_article
from labeling.operations.projects import create_project
from labeling.resources import SEEDS
from labeling.store import articles
from labeling.store.connection import Project

SENTENCES_AN_ARTICLE = 25


def seed_sentences() -> list[str]:
    """Return every sentence of the seed stories."""
    lines = [line for file in sorted(SEEDS.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    return [str(json.loads(line)["text"]) for line in lines]


def stories(count: int, sentences: int = SENTENCES_AN_ARTICLE) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield titles and paragraphs of stories that all differ: a title, then paragraphs of three sentences."""
    pool, choice = seed_sentences(), random.Random(0)
    for number in range(count):
        title = f"Report {number}: {choice.choice(pool)[:60].rstrip('.,')}"
        chosen = choice.choices(pool, k=sentences - 1)
        yield title, [[title], *(chosen[place : place + 3] for place in range(0, len(chosen), 3))]


def text_of(paragraphs: list[list[str]]) -> str:
    """Return a story as plain text."""
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def make_project(path: Path, sentences: int) -> Project:
    """Make a project with about so many sentences, without the cost of splitting them."""
    project = create_project(path)
    batch = []
    for title, paragraphs in stories(max(1, sentences // SENTENCES_AN_ARTICLE)):
        batch.append((title, paragraphs))
        if len(batch) == 500:
            _insert(project, batch)
            batch = []
    _insert(project, batch)
    return project


def _insert(project: Project, batch: list[tuple[str, list[list[str]]]]) -> None:
    with project.write() as db:
        for title, paragraphs in batch:
            article = make_article(text_of(paragraphs), f"{title[:12]}.txt", title, {"source": "The Brenn Lantern"})
            articles.insert(db, article, tuple(_spans(paragraphs)))


def _spans(paragraphs: list[list[str]]) -> Iterator[Sentence]:
    place = 0
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            yield Sentence(place, place + len(sentence), Kind.BODY if number else Kind.HEADING, number)
            place += len(sentence) + 1
        place += 1
