"""Tables (.csv, .tsv) -> one draft a row: one column has the texts, the others are metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from labeling.domain.errors import Refused
from labeling.importing.drafts import Draft
from labeling.importing.encodings import find_encoding
from labeling.importing.files import file_name, opened
from labeling.importing.metadata import article_metadata
from labeling.importing.plain_text import draft_of_text
from labeling.importing.problems import Problem
from labeling.importing.rows import Row, find_delimiter, read_rows

_TEXT_NAMES = ("text", "body", "content", "article", "article text", "full text", "fulltext", "story")
_TITLE_NAMES = ("title", "headline")
_HEADER_LENGTH = 100  # characters: a longer cell in the first row is a text, and the table has no header
_SAMPLE_ROWS = 50
_SAMPLE_CHARACTERS = 5_000_000
_FIRST_LINE = 1_000_000  # characters of the header that are looked at


class _Columns(NamedTuple):
    names: list[str]
    text: int
    title: int | None


def read(path: Path) -> Iterator[Draft | Problem]:
    """Yield an article for each row, and a problem for each row that has none."""
    return read_table(path)


def read_table(path: Path, text_column: str | None = None) -> Iterator[Draft | Problem]:
    """Yield an article for each row, and a problem for each row that has none; the table is never held whole.

    `text_column` is the header of the column that has the texts; None takes the one whose header says so, else the one
    with the longest texts. Refused when there is no such column.
    """
    name = file_name(path)
    with opened(path) as file:
        encoding = find_encoding(file, name)
        text = io.TextIOWrapper(file, encoding.codec, encoding.errors, newline="")
        try:
            yield from _drafts(text, path.suffix.lower(), name, text_column, encoding.note)
        except UnicodeDecodeError as error:
            raise Refused(f"“{name}” is damaged or was cut short where its text is no {encoding.codec}.") from error
        finally:
            text.detach()


def _drafts(
    file: io.TextIOWrapper, suffix: str, name: str, text_column: str | None, note: str | None
) -> Iterator[Draft | Problem]:
    delimiter = find_delimiter(file.readline(_FIRST_LINE), suffix)
    file.seek(0)
    rows = read_rows(file, delimiter, name)
    sample = _sample(rows)
    columns, first = _columns(sample, name, text_column)
    notes = (note,) if note else ()
    for row in chain(sample[first:], rows):
        draft = row if isinstance(row, Problem) else _draft(row, columns, name, notes)
        if draft is not None:
            yield draft
        notes = () if isinstance(draft, Draft) else notes  # said once, with the first article


def _sample(rows: Iterator[Row | Problem]) -> list[Row | Problem]:
    """Take the first rows, not more than fit in a little memory."""
    sample: list[Row | Problem] = []
    characters = 0
    for row in rows:
        sample.append(row)
        characters += sum(map(len, row.cells)) if isinstance(row, Row) else 0
        if len(sample) > _SAMPLE_ROWS or characters > _SAMPLE_CHARACTERS:
            break
    return sample


def _columns(sample: Sequence[Row | Problem], name: str, text_column: str | None) -> tuple[_Columns, int]:
    """Return the columns, and the place in the sample at which the articles begin."""
    rows = [row for row in sample if isinstance(row, Row)]
    if not rows or rows[0] is not sample[0]:
        raise Refused(f"“{name}” has a first row that cannot be read, so it is no table: save it as CSV again.")
    header = rows[0].cells
    has_header = max(map(len, header)) <= _HEADER_LENGTH
    names = _unique(header if has_header else [""] * len(header))
    plain = [" ".join(column.replace("_", " ").replace("-", " ").split()).lower() for column in names]
    text = _chosen(names, text_column, name) if text_column else _found(plain, rows[has_header:], name)
    title = next((plain.index(alias) for alias in _TITLE_NAMES if alias in plain), None)
    return _Columns(names, text, title), int(has_header)


def _unique(header: Sequence[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        column = cell.strip() or f"column {number}"
        names.append(column if column not in names else f"{column} ({number})")
    return names


def _chosen(names: Sequence[str], column: str, name: str) -> int:
    if column not in names:
        raise Refused(f"“{name}” has no column “{column}”: it has {', '.join(names)[:200]}.")
    return names.index(column)


def _found(names: Sequence[str], rows: Sequence[Row], name: str) -> int:
    known = next((names.index(alias) for alias in _TEXT_NAMES if alias in names), None)
    if known is not None:
        return known
    lengths = [sum(len(row.cells[column]) for row in rows) for column in range(len(names))]
    longest = lengths.index(max(lengths))
    if not any(" " in row.cells[longest].strip() for row in rows):
        raise Refused(f"“{name}” has no column with texts: give the column that has them the header “text”.")
    return longest


def _draft(row: Row, columns: _Columns, name: str, notes: tuple[str, ...]) -> Draft | Problem | None:
    """Return the article of a row, None for a row that is blank."""
    if not any(cell.strip() for cell in row.cells):
        return None
    if not row.cells[columns.text].strip():
        why = f"its column “{columns.names[columns.text]}” is empty"
        return Problem(f"row {row.number}", f"Row {row.number} of “{name}” was left out: {why}.")
    title = " ".join(row.cells[columns.title].split()) if columns.title is not None else ""
    others = {
        column: cell
        for place, (column, cell) in enumerate(zip(columns.names, row.cells, strict=True))
        if place not in (columns.text, columns.title)
    }
    try:
        return draft_of_text(row.cells[columns.text], f"{name}:{row.number}", title, article_metadata(others), notes)
    except Refused as refused:
        return Problem(f"row {row.number}", f"Row {row.number} of “{name}” was left out: {refused}")
