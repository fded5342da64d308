"""Notes on an annotator’s own judgments that may be worth a second look, and their dismissal.

Of what others judged nothing is read here: nobody may learn it before they have decided.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Annotator, Verdict
from labeling.operations.consistency import Note, note_on_repetition, notes_on_suggestions
from labeling.operations.steps import Cancelled
from labeling.store import annotators, articles, dismissals, judgments, repetitions
from labeling.store.connection import Project

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

FEWEST_WORDS = 5  # what is shorter, such as “He declined to comment.”, says the same in every article
_WORD = re.compile(r"\w+")
_ASKED_FOR = 4  # of a sentence's words, the longest: they are rare, and stand in few articles together
_ARTICLES_EACH = 20
_ARTICLES = 200


class Said(NamedTuple):
    """What the annotator says of another sentence with the same words."""

    sentence: SentenceId
    verdict: Verdict


class Repetition(NamedTuple):
    """Where the words of a sentence stand again: in the same article, and in others where they were judged."""

    here: tuple[SentenceId, ...]
    elsewhere: tuple[Said, ...]


def repetitions_in(
    db: sqlite3.Connection, article_id: str, annotator_id: str, cancelled: Callable[[], bool] = lambda: False
) -> Mapping[SentenceId, Repetition]:
    """Return which sentences of an article have the words of others that the annotator judged, in whatever white space.

    Sentences of a few words are left out. Of words that stand in very many articles, some are looked at. Raises
    Cancelled.
    """
    by_words: dict[str, list[SentenceId]] = {}
    text = articles.fetch(db, article_id).text
    for sentence in articles.sentences_of(db, article_id):
        words = _folded(text[sentence.start : sentence.end])
        if len(words.split()) >= FEWEST_WORDS:
            by_words.setdefault(words, []).append(SentenceId(article_id, sentence.start, sentence.end))
    elsewhere = _elsewhere(db, article_id, annotator_id, by_words, cancelled)
    return {
        sentence: Repetition(tuple(other for other in same if other != sentence), tuple(elsewhere.get(words, ())))
        for words, same in by_words.items()
        if len(same) > 1 or words in elsewhere
        for sentence in same
    }


def _elsewhere(
    db: sqlite3.Connection,
    article_id: str,
    annotator_id: str,
    wanted: Iterable[str],
    cancelled: Callable[[], bool],
) -> Mapping[str, Sequence[Said]]:
    candidates: dict[str, None] = {}
    for words in wanted:
        if cancelled():
            raise Cancelled
        asked = sorted(set(_WORD.findall(words)), key=lambda word: (-len(word), word))[:_ASKED_FOR]
        if asked and len(candidates) < _ARTICLES:
            found = repetitions.articles_with(db, annotator_id, asked, article_id, _ARTICLES_EACH)
            candidates |= dict.fromkeys(found)
    said: dict[str, list[Said]] = {words: [] for words in wanted}
    for other in candidates:
        if cancelled():
            raise Cancelled
        text = articles.fetch(db, other).text
        for judgment in judgments.current_of_article(db, other, annotator_id):
            same = said.get(_folded(text[judgment.sentence.start : judgment.sentence.end]))
            if same is not None and judgment.verdict.decided:
                same.append(Said(judgment.sentence, judgment.verdict))
    return {words: found for words, found in said.items() if found}


def notes_on(
    verdict: Verdict, suggestions: Sequence[Suggestion] | None, others: Iterable[Said], codebook: Codebook
) -> tuple[Note, ...]:
    """Return what may be worth a second look in a judgment.

    `suggestions` are those that the annotator may see, None while they may see none; `others` are their judgments of
    the same words.
    """
    repeated = note_on_repetition(verdict, others)
    suggested = () if suggestions is None else notes_on_suggestions(verdict, suggestions, codebook)
    return (*suggested, *((repeated,) if repeated else ()))


def dismiss(project: Project, annotator: Annotator, sentence: SentenceId, note: str) -> ChangeSet:
    """Show a note on a sentence, by its name, to this annotator no more."""
    with project.write() as db:
        annotators.add(db, annotator)
        dismissals.add(db, sentence, annotator.id, note)
    return ChangeSet(Act.DISMISSED, noted=(sentence,))


def show_again(project: Project, annotator: Annotator, sentence: SentenceId) -> ChangeSet:
    """Show all notes on a sentence again that this annotator dismissed."""
    with project.write() as db:
        dismissals.remove(db, sentence, annotator.id)
    return ChangeSet(Act.DISMISSED, noted=(sentence,))


def _folded(text: str) -> str:
    return " ".join(text.split())
