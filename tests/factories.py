"""Small things to test with."""

from __future__ import annotations

from pathlib import Path

from labeling.domain.articles import Article, Kind, Sentence, SentenceId, make_article
from labeling.domain.codebooks import Codebook, read_codebook
from labeling.domain.judgments import Annotator
from labeling.operations.projects import create_project
from labeling.store import articles
from labeling.store.connection import Project

INES = Annotator("01890a5d-ac96-774b-bcce-b302099a8057", "Ines")
TOMAS = Annotator("01890a5d-ac96-774b-bcce-b302099a8058", "Tomás")


def small_codebook(*label_ids: str) -> Codebook:
    """A codebook with one-line definitions; the four standard labels unless others are named."""
    names = label_ids or ("anonymous_source", "on_record", "hedge", "denial")
    letters = "AOHDEFGIJ"
    labels = [
        {"id": name, "name": name, "letter": letters[place], "definition": f"What {name} means."}
        for place, name in enumerate(names)
    ]
    return read_codebook({"title": "Small", "labels": labels}, "The small codebook")


def article_of(
    *paragraphs: list[str], name: str = "ferry.txt", title: str = ""
) -> tuple[Article, tuple[Sentence, ...]]:
    """An article whose paragraphs are lists of sentences, with those boundaries."""
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    article, sentences, place = make_article(text, name, title or name), [], 0
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            start = article.text.index(sentence, place)
            place = start + len(sentence)
            sentences.append(Sentence(start, place, Kind.BODY, number))
    return article, tuple(sentences)


FERRY = article_of(
    ["The ferry may sail on Monday.", "An aide said so.", "The port denied it."],
    ["Nobody was on board."],
    name="ferry.txt",
)
MILL = article_of(["The mill seems to have closed.", "A miller said it had not."], name="mill.txt")


def project_with(folder: Path, *contents: tuple[Article, tuple[Sentence, ...]], name: str = "small") -> Project:
    """A project file in `folder` that holds these articles."""
    project = create_project(folder / f"{name}.hedgerow", small_codebook())
    with project.write() as db:
        for article, sentences in contents or (FERRY, MILL):
            articles.insert(db, article, sentences)
    return project


def sentence_id(content: tuple[Article, tuple[Sentence, ...]], index: int) -> SentenceId:
    """The id of the sentence at this place of an article."""
    article, sentences = content
    return SentenceId(article.id, sentences[index].start, sentences[index].end)
