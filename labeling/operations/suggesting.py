"""What the cue rules suggest for the sentences of a project. Nothing is written: a suggestion is never a judgment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from labeling.domain.articles import SentenceId
from labeling.operations.reporting import Progress
from labeling.operations.steps import Cancelled, Steps
from labeling.store import articles
from labeling.store.connection import Project

if TYPE_CHECKING:
    import sqlite3

    from labeling.suggestions import Suggestion


class Suggested(NamedTuple):
    """A sentence with what is suggested for it. `name` is its article’s, `number` its place there, from 0."""

    sentence: SentenceId
    name: str
    number: int
    text: str
    suggestions: tuple[Suggestion, ...]


def suggest(
    project: Project, *, on_progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Suggested]:
    """Yield all sentences of a project with their suggestions, in the order of the project; stop after a cancel.

    Cues are spans of code points in the article. The project is read as it is at the start; `on_progress` gets the
    articles that were read, those in all, and the name of the one at hand.
    """
    steps = Steps(on_progress, cancelled, rounds=1)
    with project.read() as db:
        identifiers = articles.ids(db)
        steps.begin_round(len(identifiers))
        for done, identifier in enumerate(identifiers):
            try:
                found = suggest_for_article(db, identifier)
                steps.at(done, found[0].name if found else "")
            except Cancelled:
                return
            yield from found


def suggest_for_article(db: sqlite3.Connection, article_id: str) -> list[Suggested]:
    """Return the sentences of one article with their suggestions. KeyError when the file does not have it."""
    from labeling.suggestions import standard_rules  # imports spaCy when it is first asked

    article, sentences = articles.fetch(db, article_id), articles.sentences_of(db, article_id)
    return [
        Suggested(
            SentenceId(article_id, sentence.start, sentence.end),
            article.name,
            number,
            article.text[sentence.start : sentence.end],
            suggestions,
        )
        for number, (sentence, suggestions) in enumerate(
            zip(sentences, standard_rules().suggest(article.text, sentences), strict=True)
        )
    ]
