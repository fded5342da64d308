"""What rows from someone else’s file must be, before they are believed. Each check raises Unsound."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from labeling.domain.articles import Sentence, article_id, canonical_text
from labeling.domain.boundaries import Edit
from labeling.domain.codebooks import read_codebook
from labeling.domain.errors import Refused
from labeling.domain.ids import is_uuid7
from labeling.domain.judgments import Origin, State
from labeling.store.transfer.rows import AdjudicationRow, ArticleLog, ArticleRow, EditRow, JudgmentRow, ProjectLog

_LONGEST_NAME = 1000  # characters


class Unsound(Exception):
    """A row is not what Hedgerow writes. Its text says what is wrong, as the end of a sentence."""


def check_project(log: ProjectLog) -> None:
    """Check what was said of the project as a whole."""
    people, versions = set(log.people), {row.hash for row in log.versions}
    _all(map(_is_name, people), "an annotator has no usable id")
    _all((_is_name(row.name) and row.annotator in people for row in log.namings), "an annotator has no usable name")
    _all((row.united in {0, 1} for row in log.unions), "it does not say which annotators are one person")
    for row in log.versions:
        _check_version(row.hash, row.content)
    _all((row.codebook in versions for row in log.choices), "the codebook that it uses is not in it")
    _check_ids([row.id for rows in (log.namings, log.unions, log.choices) for row in rows])


def _check_version(content_hash: str, content: str) -> None:
    try:
        codebook = read_codebook(json.loads(content), "It")
    except (Refused, ValueError, TypeError) as error:
        raise Unsound("a version of its codebook can’t be read") from error
    if codebook.hash != content_hash:
        raise Unsound("a version of its codebook is not the one that it is said to be")


def check_article(row: ArticleRow) -> None:
    """Check an article and the sentences that it was imported with."""
    if not isinstance(row.text, str) or article_id(row.text) != row.id or canonical_text(row.text) != row.text:
        raise Unsound("the text of an article is not the one that it is said to be")
    metadata = _decoded(row.metadata)
    usable = isinstance(metadata, dict) and all(isinstance(value, str) for value in metadata.values())
    if not usable or not isinstance(row.name, str) or not isinstance(row.title, str):
        raise Unsound("what it says of an article can’t be read")
    if row.imported and not is_uuid7(row.imported):
        raise Unsound("an article has no usable id of its import")
    if not tiled(row.text, row.sentences):
        raise Unsound(f"the sentences of “{row.name}” overlap or leave out text")


def tiled(text: str, sentences: Iterable[Sentence]) -> bool:
    """Return whether sentences, with the white space between them, are the whole text."""
    place = 0
    for sentence in sentences:
        if not place <= sentence.start < sentence.end <= len(text) or text[place : sentence.start].strip():
            return False
        place = sentence.end
    return place > 0 and not text[place:].strip()


def check_log(log: ArticleLog, text: str, people: Collection[str], versions: Collection[str]) -> None:
    """Check what was said of an article, by people and under versions of the codebook that the file has."""
    size = len(text)
    said: list[JudgmentRow | AdjudicationRow] = [*log.judgments, *log.adjudications]
    _all((_is_verdict(row, size) and row.codebook in versions for row in said), "a judgment can’t be read")
    _all((_is_judgment(row) and row.annotator in people for row in log.judgments), "a judgment can’t be read")
    _all((row.author in people for row in log.adjudications), "a judgment can’t be read")
    _all((isinstance(row.note, str) for row in log.adjudications), "a judgment can’t be read")
    _all((row.annotator in people and _is_edit(row, text) for row in log.edits), "a split or join can’t be read")
    _all((row.annotator in people and row.assigned in {0, 1} for row in log.assignments), "an assignment can’t be read")
    _all((row.sampled in {0, 1} for row in log.samplings), "the sample to measure on can’t be read")
    _check_ids([row.id for row in said])
    _check_ids([row.id for rows in (log.edits, log.assignments, log.samplings) for row in rows])


def _is_verdict(row: JudgmentRow | AdjudicationRow, size: int) -> bool:
    return (
        isinstance(row.start, int)
        and isinstance(row.end, int)
        and 0 <= row.start < row.end <= size
        and _is_decision(row.state, row.labels)
    )


@lru_cache(maxsize=1024)  # most decisions of a project are one of a few
def _is_decision(state: str, labels: str) -> bool:
    given = _decoded(labels)
    return (
        state in set(State)
        and isinstance(given, list)
        and all(isinstance(label, str) and label.isidentifier() for label in given)
        and bool(given) == (state == State.LABELLED)
    )


def _is_judgment(row: JudgmentRow) -> bool:
    measured = row.seconds is None or (isinstance(row.seconds, float) and math.isfinite(row.seconds))
    return (
        measured
        and row.unsure in {0, 1}
        and isinstance(row.comment, str)
        and row.origin in set(Origin)
        and _is_evidence(row.evidence)
        and _is_list_of_objects(row.shown)
    )


@lru_cache(maxsize=1024)
def _is_evidence(evidence: str) -> bool:
    marks = _decoded(evidence)
    return isinstance(marks, list) and all(
        isinstance(mark, list) and [type(part) for part in mark] == [str, int, int] for mark in marks
    )


@lru_cache(maxsize=1024)
def _is_list_of_objects(shown: str) -> bool:
    found = _decoded(shown)
    return isinstance(found, list) and all(isinstance(each, dict) for each in found)


def _is_edit(row: EditRow, text: str) -> bool:
    if not isinstance(row.position, int) or not 0 < row.position < len(text):
        return False
    return row.edit in set(Edit) and not text[row.position].isspace()


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME


def _check_ids(ids: list[str]) -> None:
    if len(set(ids)) < len(ids) or not all(isinstance(each, str) and is_uuid7(each) for each in ids):
        raise Unsound("its records have no usable ids")


def _all(sound: Iterable[bool], otherwise: str) -> None:
    if not all(sound):
        raise Unsound(otherwise)


def _decoded(content: object) -> Any:
    """Return the value of JSON text, None where it is none."""
    try:
        return json.loads(content) if isinstance(content, str) else None
    except (ValueError, RecursionError):
        return None
