"""Splitting and joining sentences by hand."""

from __future__ import annotations

from dataclasses import replace

from labeling.domain.articles import Sentence, SentenceId
from labeling.domain.boundaries import Edit
from labeling.domain.changes import Act, ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.store import acts, annotators, articles, boundaries
from labeling.store.connection import Project


def split_sentence(project: Project, annotator: Annotator, sentence: SentenceId, position: int) -> ChangeSet:
    """Split a sentence in two at a code point of the article. Judgments of the whole stay in the history.

    Raises Refused when one of the two would be empty.
    """
    with project.write() as db:
        whole = _sentence(articles.sentences_of(db, sentence.article), sentence)
        halves = parted(whole, articles.fetch(db, sentence.article).text, position)
        annotators.add(db, annotator)
        boundaries.edit(db, sentence.article, {halves[1].start: Edit.SPLIT}, annotator.id)
        acts.push(db, annotator.id, acts.ActRecord(Act.SPLIT, sentence, position=halves[1].start))
    return _changed(Act.SPLIT, sentence.article, halves[0])


def join_with_next(project: Project, annotator: Annotator, sentence: SentenceId) -> ChangeSet:
    """Make one sentence of this one and the next of its paragraph. Judgments of the two stay in the history.

    Raises Refused when it is the last of its paragraph.
    """
    with project.write() as db:
        first, second = _with_next(articles.sentences_of(db, sentence.article), sentence)
        whole = replace(first, end=second.end)
        annotators.add(db, annotator)
        boundaries.edit(db, sentence.article, {second.start: Edit.JOIN}, annotator.id)
        joined = SentenceId(sentence.article, whole.start, whole.end)
        acts.push(db, annotator.id, acts.ActRecord(Act.JOINED, joined, position=second.start))
    return _changed(Act.JOINED, sentence.article, whole)


def parted(whole: Sentence, text: str, position: int) -> tuple[Sentence, Sentence]:
    """Return the two sentences that a cut makes, without white space at the cut. Refused when one would be empty."""
    left = text[whole.start : max(position, whole.start)].rstrip()
    right = text[max(position, whole.start) : whole.end].lstrip()
    if not left or not right:
        raise Refused("Put the text cursor between two words of the current sentence, then split it there.")
    return replace(whole, end=whole.start + len(left)), replace(whole, start=whole.end - len(right))


def _sentence(sentences: tuple[Sentence, ...], wanted: SentenceId) -> Sentence:
    for sentence in sentences:
        if sentence.span == (wanted.start, wanted.end):
            return sentence
    raise Refused("This sentence has other boundaries by now; look at the article again.")


def _with_next(sentences: tuple[Sentence, ...], wanted: SentenceId) -> tuple[Sentence, Sentence]:
    first = _sentence(sentences, wanted)
    place = sentences.index(first) + 1
    if place == len(sentences) or sentences[place].paragraph != first.paragraph:
        raise Refused("This is the last sentence of its paragraph; only sentences of one paragraph can be joined.")
    return first, sentences[place]


def _changed(act: Act, article: str, focus: Sentence) -> ChangeSet:
    return ChangeSet(act, boundaries=frozenset({article}), focus=SentenceId(article, focus.start, focus.end))
