"""Lines of the interchange -> articles, which are whole or not there at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path
from textwrap import shorten
from typing import BinaryIO, NamedTuple

from labeling.domain.errors import Refused
from labeling.importing.drafts import Draft
from labeling.importing.files import file_name
from labeling.importing.interchange.dialects import Translation
from labeling.importing.interchange.fields import name_of, object_of, text_of
from labeling.importing.interchange.joining import draft_of_lines
from labeling.importing.interchange.json_lines import Malformed, RawLine, place_of, raw_lines
from labeling.importing.interchange.json_list import opened_objects
from labeling.importing.interchange.lines import Line, article_of, line_of, problem_of, translated
from labeling.importing.metadata import article_metadata, scalars
from labeling.importing.plain_text import draft_of_text
from labeling.importing.problems import Problem

ARTICLE_LIMIT = 100_000_000  # bytes of the lines of one article
_ARTICLE_KEY = re.compile(rb'"article"\s*:\s*("(?:[^"\\]|\\.){1,1000}")')
_ABOUT = ("source", "date", "byline", "author", "url")
_TITLE_LENGTH = 80
_LABELS_DROPPED = "Labels of a whole article were left out: labels belong to sentences."


class _Run(NamedTuple):
    """Lines that follow each other: the place of the first in bytes, its number, and how many they are."""

    offset: int
    number: int
    lines: int


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one article; those of a group without `article` are articles each."""

    article: str | None
    runs: list[_Run] = field(default_factory=list)


def read(path: Path) -> Iterator[Draft | Problem]:
    """Yield the articles in the order of their first lines, and a problem for each line that is not as it should be.

    The file is read twice, so that lines of an article may lie apart and no more than one article is ever held. An
    article with a bad line is left out whole.
    """
    name = file_name(path)
    with opened_objects(path) as file:
        groups = _groups(file)
        if not groups:
            raise Refused(f"“{name}” holds blank lines only: check where it was copied from.")
        for group in groups:
            lines = (raw for run in group.runs for raw in islice(raw_lines(file, run.offset, run.number), run.lines))
            if group.article is None:
                yield from (_whole_article(raw, name) for raw in lines)
            else:
                yield from _article(lines, group.article, name)


def _groups(file: BinaryIO) -> list[_Group]:
    groups: list[_Group] = []
    known: dict[str, _Group] = {}
    for article, run in _runs(file):
        group = known.get(article) if article is not None else None
        if group is None:
            group = _Group(article)
            groups.append(group)
            if article is not None:
                known[article] = group
        group.runs.append(run)
    return groups


def _runs(file: BinaryIO) -> Iterator[tuple[str | None, _Run]]:
    for article, lines in groupby(_with_articles(file), key=lambda pair: pair[0]):
        yield article, _run(lines)


def _run(lines: Iterator[tuple[str | None, RawLine]]) -> _Run:
    first = next(lines)[1]
    return _Run(first.offset, first.number, 1 + sum(1 for _ in lines))


def _with_articles(file: BinaryIO) -> Iterator[tuple[str | None, RawLine]]:
    """Yield each line with its article; where a bad line does not show its own, that is the one of the line before."""
    before = None
    for raw in raw_lines(file):
        try:
            found = translated(raw)
            article = article_of(found.fields)
            before = None if _is_alone(article, found.task) else article
        except Malformed:
            article = before = _article_of_broken(raw) or before
        yield article, raw


def _is_alone(article: str | None, task: str) -> bool:
    """Whether an article is one sentence that another tool has labelled."""
    return article is not None and article == task


def _article_of_broken(line: RawLine) -> str | None:
    match = _ARTICLE_KEY.search(line.content)
    try:
        return article_of({"article": json.loads(match[1])}) if match else None
    except ValueError:
        return None


def _article(lines: Iterable[RawLine], article: str, name: str) -> Iterator[Draft | Problem]:
    """Yield the draft of an article, or the problems for which it is left out."""
    sentences: list[Line] = []
    problems: list[Problem] = []
    consequence = f"is not as it should be, and the article “{article[:80]}” was left out"
    size = 0
    for raw in lines:
        size += len(raw.content)
        if size > ARTICLE_LIMIT:
            problems.append(problem_of(raw, name, f"its lines have over {ARTICLE_LIMIT // 1_000_000} MB", consequence))
            break
        try:
            line = _line_with_text(raw)
        except Malformed as malformed:
            problems.append(problem_of(raw, name, str(malformed), consequence))
        if problems:
            sentences.clear()
        else:
            sentences.append(line)
    if problems:
        yield from problems
    else:
        yield _put_together(sentences, article, name)


def _line_with_text(raw: RawLine) -> Line:
    line = line_of(raw)
    if not line.text:
        raise Malformed("it has no “text”")
    return line


def _put_together(lines: list[Line], article: str, name: str) -> Draft | Problem:
    where = place_of(lines[0].number, name)
    if _is_alone(article, lines[0].task):
        lines = [_named(lines[0], name), *lines[1:]]
    try:
        return draft_of_lines(lines, article)
    except Malformed as malformed:
        what = f"The article “{article[:80]}”, from {where} of “{name}” on,"
        return Problem(where, f"{what} was left out: {malformed}.")


def _named(line: Line, name: str) -> Line:
    title = line.title or shorten(line.text, _TITLE_LENGTH, placeholder="…")
    return replace(line, name=line.name or f"{name}:{line.number}", title=title)


def _whole_article(raw: RawLine, name: str) -> Draft | Problem:
    try:
        return _draft_to_split(translated(raw), raw.number, name)
    except (Malformed, Refused) as error:
        return problem_of(raw, name, str(error).rstrip("."))


def _draft_to_split(found: Translation, number: int, name: str) -> Draft:
    fields = found.fields
    text = name_of(fields, "text")
    about = article_metadata({key: fields.get(key) for key in _ABOUT})
    metadata = about | scalars(object_of(fields, "metadata") or {})
    notes = (_LABELS_DROPPED,) if fields.get("labels") or fields.get("annotations") else ()
    title = " ".join(text_of(fields, "title").split())
    where = text_of(fields, "name") or f"{name}:{number}"
    return draft_of_text(text, where, title, metadata, notes + found.notes)
