"""Projects that something can be learned from: six short articles, and a label that no rule knows."""

from __future__ import annotations

from pathlib import Path

from labeling.domain.articles import Article, Sentence, SentenceId
from labeling.operations import judging
from labeling.operations.projects import create_project
from labeling.store import articles
from labeling.store.connection import Project
from tests.factories import INES, article_of, sentence_id, small_codebook

Content = tuple[Article, tuple[Sentence, ...]]

MONEY, HEDGE = "money", "hedge"
_PLACES = ("mill", "port", "school", "museum", "station", "library", "theatre", "hospital")
_DOINGS = ("opened", "burned", "moved", "closed", "flooded", "grew", "shrank", "leaked")
_DAYS = ("Monday", "Tuesday", "Friday", "Sunday", "Easter", "noon", "dawn", "night")
_SUMS = ("nine", "forty", "sixty", "eleven", "seventy", "twelve", "ninety", "eighty")


def story(number: int, last: str = "") -> Content:
    """An article of eight sentences, every other one about money, in other words than the other articles.

    With another `last` sentence it is a near copy.
    """
    sentences = []
    for place in range(8):
        what, did = _PLACES[(number + place) % 8], _DOINGS[(3 * number + place) % 8]
        day, amount = _DAYS[(5 * number + 3 * place) % 8], _SUMS[(number + 5 * place) % 8]
        if place % 2:
            sentences.append(f"{day.title()} cost our {what} {amount} crowns of tax {number}.")
        else:
            sentences.append(f"One {what} {did} before {day} near gate {number}.")
    sentences[-1] = last or sentences[-1]
    return article_of(sentences[:4], sentences[4:], name=f"{number}.txt")


STORIES = tuple(story(number) for number in range(6))


def taught(folder: Path, *contents: Content, name: str = "taught") -> Project:
    """A project with these articles, the six stories unless others are named, all judged by Ines.

    It has two labels: “money”, which is in every other sentence, and “hedge”, which is nowhere.
    """
    project = create_project(folder / f"{name}.hedgerow", small_codebook(MONEY, HEDGE))
    with project.write() as db:
        for article, sentences in contents or STORIES:
            articles.insert(db, article, sentences)
    for content in contents or STORIES:
        judge_story(project, content)
    return project


def judge_story(project: Project, content: Content) -> None:
    """Say of every other sentence that it is about money, and of the others that no label applies."""
    for place in range(len(content[1])):
        if place % 2:
            judging.set_only_label(project, INES, sentence_id(content, place), MONEY)
        else:
            judging.judge_none(project, INES, sentence_id(content, place))


def sentences_of(content: Content) -> list[SentenceId]:
    """The ids of an article’s sentences."""
    return [sentence_id(content, place) for place in range(len(content[1]))]
