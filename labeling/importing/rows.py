"""The rows of a table of separated values, read so that one bad row neither stops the others nor fills the memory."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from labeling.importing.problems import Problem

ROW_LIMIT = 50_000_000  # characters
_REREADS = 10  # times that lines are read again after a quotation mark that nothing closes: bounds the time
_SKIP = 1 << 20
_LINE_ENDS = "\r\n"
_DELIMITERS = "\t|;,"  # the seldom ones first: they stand in a header for nothing else
_TOO_LONG = "it is longer than {0} million characters, or a quotation mark in it is never closed".format


class Row(NamedTuple):
    """One row: its number as a spreadsheet counts, the header being row 1, and its cells."""

    number: int
    cells: list[str]


def find_delimiter(header: str, suffix: str) -> str:
    """Return what separates the cells, judged by the header alone: sniffing whole cells can take forever."""
    plain = re.sub(r'"[^"]*"', "", header)
    if suffix == ".tsv" and "\t" in plain:
        return "\t"
    return max(_DELIMITERS, key=plain.count)


def read_rows(file: TextIO, delimiter: str, name: str) -> Iterator[Row | Problem]:
    """Yield the rows that have as many cells as the first, and problems in place of others; empty lines are skipped."""
    csv.field_size_limit(ROW_LIMIT)  # of the whole process: Python's own limit is below the length of an article
    lines = _Lines(file)
    width = 0
    number = 0
    while lines.more():
        number += 1
        try:
            cells = _read_row(lines, delimiter, width)
        except csv.Error as error:
            yield _problem(number, name, str(error))
            continue
        width = width or len(cells)
        if cells and len(cells) != width:
            yield _problem(number, name, f"it has {len(cells)} cells, and the header {width}")
        elif cells:
            yield Row(number, cells)


class _Lines:
    """Lines of a file, none longer than a row may be, that can be given back to be read again."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self._rereads = 0

    def more(self) -> bool:
        if not self._again and (line := self._file.readline(ROW_LIMIT + 1)):
            self._again.append(line)
        return bool(self._again)

    def take(self) -> str:
        """Return the next line, raising csv.Error for one that is too long, whose rest is skipped."""
        line = self._again.popleft()
        if len(line) > ROW_LIMIT and line[-1] not in _LINE_ENDS:
            while (rest := self._file.readline(_SKIP)) and rest[-1] not in _LINE_ENDS:
                pass
            raise csv.Error(_TOO_LONG(ROW_LIMIT // 1_000_000))
        return line

    def give_back(self, lines: list[str]) -> None:
        if lines and self._rereads < _REREADS:
            self._rereads += 1
            self._again.extendleft(reversed(lines))


def _read_row(lines: _Lines, delimiter: str, width: int) -> list[str]:
    """Return the cells of the next row. After csv.Error, the next row begins on the line behind this one's first."""
    taken: list[str] = []
    try:
        return next(csv.reader(_taking(lines, taken), delimiter=delimiter, strict=True))
    except csv.Error:
        lines.give_back(taken[1:])
        cells = taken[0].rstrip(_LINE_ENDS).split("\t") if taken and delimiter == "\t" else []
        if cells and len(cells) == width:
            return cells  # many programs that separate by tabs quote nothing
        raise


def _taking(lines: _Lines, taken: list[str]) -> Iterator[str]:
    length = 0
    while lines.more():
        line = lines.take()
        taken.append(line)
        length += len(line)
        if length > ROW_LIMIT:
            raise csv.Error(_TOO_LONG(ROW_LIMIT // 1_000_000))
        yield line


def _problem(number: int, name: str, why: str) -> Problem:
    reasons = {
        "unexpected end of data": "a quotation mark in it is never closed",
        "field larger than field limit": _TOO_LONG(ROW_LIMIT // 1_000_000),
        "expected after": "a quotation mark stands alone inside a quoted cell, where it must be doubled",
    }
    reason = next((reason for words, reason in reasons.items() if words in why), why)
    return Problem(f"row {number}", f"Row {number} of “{name}” was left out: {reason}.")
