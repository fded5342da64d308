"""The interchange (.jsonl, one sentence a line) -> drafts of articles, or judgments of articles that a project has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from labeling.domain.articles import Kind, SentenceId, canonical_text
from labeling.importing.drafts import Vote
from labeling.importing.files import file_name
from labeling.importing.interchange.dialects import Translation, translate
from labeling.importing.interchange.fields import count_of, object_of, sentence_id_of, text_of
from labeling.importing.interchange.json_lines import Malformed, RawLine, place_of, raw_lines, read_object
from labeling.importing.interchange.json_list import opened_objects
from labeling.importing.interchange.votes import votes_of
from labeling.importing.metadata import scalars
from labeling.importing.problems import Problem

_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as a line of the interchange has it.

    `text` is canonical, and empty only where judgments may do without. `votes` count from the sentence's first code
    point: `moved(vote, sentence.start)` puts one in its place. `id`, and `start` and `end` in the article, are what the
    line says of the project that it came from, None where it says nothing. `gap` is the white space before the
    sentence, None where it is the usual. Lines of an article that share a `task` are one sentence.
    """

    number: int
    text: str
    id: SentenceId | None = None
    article: str | None = None
    start: int | None = None
    end: int | None = None
    votes: tuple[Vote, ...] = ()
    name: str = ""
    title: str = ""
    metadata: Mapping[str, str] | None = None
    paragraph: int | None = None
    kind: Kind = Kind.BODY
    gap: str | None = None
    notes: tuple[str, ...] = ()
    task: str = ""


def read_judgments(path: Path) -> Iterator[Line | Problem]:
    """Yield the lines of a file of judgments, in order, and a problem for each that is not as it should be.

    A line needs a `text` or the `id` of a sentence. Refused when the file cannot be read or is something else.
    """
    name = file_name(path)
    with opened_objects(path) as file:
        for raw in raw_lines(file):
            try:
                yield _read_judged_line(raw)
            except Malformed as malformed:
                yield problem_of(raw, name, str(malformed))


def translated(raw: RawLine) -> Translation:
    """Return what a line of whichever tool says, in the words of the interchange. Malformed when it holds no object."""
    return translate(read_object(raw))


def line_of(raw: RawLine) -> Line:
    """Return a line of whichever tool. Malformed where it is not as it should be."""
    found = translated(raw)
    line = read_line(found.fields, raw.number)
    votes = tuple(replace(vote, adds=True) for vote in line.votes) if found.adds else line.votes
    return replace(line, votes=votes, task=found.task, notes=(*line.notes, *found.notes))


def read_line(fields: Mapping[str, Any], number: int) -> Line:
    """Return a line from the object that it holds. Malformed where that is not as the contract says."""
    written = text_of(fields, "text")
    text = canonical_text(written)
    identity = sentence_id_of(fields)
    start, end = count_of(fields, "start"), count_of(fields, "end")
    if start is not None and end is not None and start >= end:
        raise Malformed("its “start” is not before its “end”")
    base = start if start is not None else identity.start if identity else 0
    length = len(text) or (identity.end - identity.start if identity else 0)
    votes = votes_of(fields, length, _offsets(written, text, base))
    metadata = object_of(fields, "metadata")
    return Line(
        number=number,
        text=text,
        id=identity,
        article=article_of(fields),
        start=start,
        end=end,
        votes=votes.votes,
        name=text_of(fields, "name"),
        title=text_of(fields, "title"),
        metadata=None if metadata is None else scalars(metadata),
        paragraph=count_of(fields, "paragraph"),
        kind=_kind(fields),
        gap=_gap(fields),
        notes=votes.notes,
    )


def _read_judged_line(raw: RawLine) -> Line:
    line = line_of(raw)
    if not line.text and not line.id:
        raise Malformed("it has neither a “text” nor the “id” of a sentence")
    return line


def article_of(fields: Mapping[str, Any]) -> str | None:
    """Return what a line says of the article that it belongs to, None when it is an article of its own."""
    value = fields.get("article")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text_of(fields, "article").strip() or None


def problem_of(line: RawLine, name: str, why: str, consequence: str = "was left out") -> Problem:
    """Return the problem of a line, with the reason as Malformed gives it."""
    place = place_of(line.number, name)
    return Problem(place, f"{place.capitalize()} of “{name}” {consequence}: {why}.")


def _offsets(written: str, text: str, base: int) -> Callable[[int], int]:
    """Return what turns an offset in the line's article into one in the canonical text of its sentence."""
    if written == text:
        return lambda offset: offset - base
    outer = len(written) - len(written.lstrip())

    def place(offset: int) -> int:
        inside = offset - base
        before = written[outer : max(outer, inside)].replace("\r\n", "\n")
        return inside if inside < 0 else len(unicodedata.normalize("NFC", before))

    return place


def _kind(fields: Mapping[str, Any]) -> Kind:
    value = text_of(fields, "kind") or Kind.BODY
    if value not in _KINDS:
        raise Malformed(f"its “kind” is “{value}”, and not one of {', '.join(Kind)}")
    return Kind(value)


def _gap(fields: Mapping[str, Any]) -> str | None:
    if fields.get("gap") is None:
        return None
    gap = text_of(fields, "gap").replace("\r\n", "\n").replace("\r", "\n")
    if gap.strip():
        raise Malformed("its “gap” is not white space")
    return gap
