"""What is suggested for the sentences of a project. A suggestion is never a judgment: nothing is said by it.

Suggestions are derived from the texts. Those of whole projects are kept in the file, since the order of the work asks
for all of them at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from labeling.domain.articles import Article, SentenceId
from labeling.domain.codebooks import Codebook
from labeling.operations.model_in_use import in_use
from labeling.operations.reporting import Progress
from labeling.operations.steps import Cancelled, Steps
from labeling.store import articles, codebooks, suggested
from labeling.store.connection import Project

if TYPE_CHECKING:
    import sqlite3

    from labeling.suggestions.suggester import Suggester
    from labeling.suggestions.suggestion import Suggestion

Found = Mapping[SentenceId, "tuple[Suggestion, ...]"]

_ARTICLES_AT_ONCE = 50


class Suggested(NamedTuple):
    """A sentence with what is suggested for it. `name` is its article’s, `number` its place there, from 0."""

    sentence: SentenceId
    name: str
    number: int
    text: str
    suggestions: tuple[Suggestion, ...]


def suggester_of(db: sqlite3.Connection) -> Suggester:
    """Return what suggests in a project: the model in use, or the rules where there is none or it can’t be read.

    It imports spaCy when it is first asked, which takes a second.
    """
    from labeling.suggestions.rules import standard_rules

    return in_use(db).suggester or standard_rules()


def suggest(
    project: Project, *, on_progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Suggested]:
    """Yield all sentences of a project with their suggestions, in the order of the project; stop after a cancel.

    Cues are spans of code points in the article. The project is read as it is at the start; `on_progress` gets the
    articles that were read, those in all, and the name of the one at hand.
    """
    steps = Steps(on_progress, cancelled, rounds=1)
    with project.read() as db:
        identifiers, suggester = articles.ids(db), suggester_of(db)
        steps.begin_round(len(identifiers))
        for done, identifier in enumerate(identifiers):
            article = articles.fetch(db, identifier)
            try:
                steps.at(done, article.name)
            except Cancelled:
                return
            yield from _suggested(db, article, suggester)


def _suggested(db: sqlite3.Connection, article: Article, suggester: Suggester) -> Iterator[Suggested]:
    found = suggestions_of(db, article.id, suggester)
    for number, sentence in enumerate(articles.sentences_of(db, article.id)):
        identifier = SentenceId(article.id, sentence.start, sentence.end)
        text = article.text[sentence.start : sentence.end]
        yield Suggested(identifier, article.name, number, text, found.get(identifier, ()))


def suggestions_of(db: sqlite3.Connection, article_id: str, suggester: Suggester) -> Found:
    """Return the suggestions for an article’s sentences, for labels of the codebook in use; those without are left out.

    They are read where they were kept, else made. KeyError when the file does not have the article.
    """
    article, codebook = articles.fetch(db, article_id), codebooks.current(db)
    content = suggested.fetch(db, article_id, suggester.by)
    kept = None if content is None else _decoded(content, article, codebook)
    return _decoded(_made(db, article_id, suggester), article, codebook) or {} if kept is None else kept


def suggest_all(
    project: Project, *, on_progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Make and keep the suggestions for all articles that have none of the present version.

    They are kept a few articles at a time, so those made until a cancel stay. Raises Cancelled.
    """
    db, steps = project.connection, Steps(on_progress, cancelled, rounds=1)
    suggester = suggester_of(db)
    missing = suggested.missing(db, suggester.by)
    steps.begin_round(len(missing))
    for start in range(0, len(missing), _ARTICLES_AT_ONCE):
        made = []
        for place, article_id in enumerate(missing[start : start + _ARTICLES_AT_ONCE], start):
            steps.at(place)
            made.append((article_id, articles.sentences_of(db, article_id), _made(db, article_id, suggester)))
        with project.write() as db:
            same = [(each, content) for each, bounds, content in made if articles.sentences_of(db, each) == bounds]
            suggested.keep(db, suggester.by, same)


def all_scores(
    db: sqlite3.Connection, suggester: Suggester
) -> Iterator[tuple[str, dict[SentenceId, dict[str, float]]]]:
    """Yield the id of each article with what was kept for it, as far as ordering the work needs it: scores by label.

    Sentences without suggestions are left out; the others come in reading order.
    """
    labels = {label.id for label in codebooks.current(db).labels}
    for article_id, content in suggested.everything(db, suggester.by):
        try:
            rows = [(start, end, label, float(score)) for start, end, label, score, _, _ in json.loads(content)]
        except (ValueError, TypeError):
            continue  # another program may have written it; it is made anew where it is shown
        found: dict[SentenceId, dict[str, float]] = {}
        for start, end, label, score in rows:
            if label in labels:
                scores = found.setdefault(SentenceId(article_id, start, end), {})
                scores[label] = max(score, scores.get(label, 0.0))
        yield article_id, found


def _made(db: sqlite3.Connection, article_id: str, suggester: Suggester) -> str:
    """Return the suggestions for an article in the form in which they are kept: a list for each suggestion."""
    article, sentences = articles.fetch(db, article_id), articles.sentences_of(db, article_id)
    rows = [
        [*sentence.span, each.label, each.score, each.by, [[cue.start, cue.end] for cue in each.cues]]
        for sentence, suggestions in zip(sentences, suggester.suggest(article.text, sentences), strict=True)
        for each in suggestions
    ]
    return json.dumps(rows, separators=(",", ":"))


def _decoded(content: str, article: Article, codebook: Codebook) -> Found | None:
    """Return what was kept; None when it can’t be read, as another program may have written it."""
    from labeling.suggestions.suggestion import Cue, Suggestion

    found: dict[SentenceId, tuple[Suggestion, ...]] = {}
    try:
        for start, end, label, score, by, cues in json.loads(content):
            if codebook.label(label) is not None:
                spans = tuple(Cue(first, last, article.text[first:last]) for first, last in cues)
                sentence = SentenceId(article.id, start, end)
                found[sentence] = (*found.get(sentence, ()), Suggestion(label, float(score), spans, by))
    except (ValueError, TypeError):
        return None
    return found
