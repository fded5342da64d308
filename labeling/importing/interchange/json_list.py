"""A JSON list, as other annotation tools export it: a file -> the lines of its objects. No list fills the memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from labeling.domain.errors import Refused
from labeling.importing.files import file_name, opened
from labeling.importing.interchange.dialects import is_readable
from labeling.importing.interchange.json_lines import LINE_LIMIT, LIST_SUFFIX, Malformed, opened_lines

_HEAD = 1 << 16
_CHUNK = 1 << 20
_EXPECTED = "a JSON list of annotated tasks, as Label Studio, doccano and Argilla export them"
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@contextmanager
def opened_objects(path: Path) -> Iterator[BinaryIO]:
    """Open a file of JSON Lines, or by its suffix one of a JSON list, as lines. Refused as `opened_lines` does."""
    with (opened_list if path.suffix.lower() == LIST_SUFFIX else opened_lines)(path) as lines:
        yield lines


@contextmanager
def opened_list(path: Path) -> Iterator[BinaryIO]:
    """Open a file of a JSON list as lines, one an entry. Refused when it is damaged, or holds something else.

    The lines are in a temporary file, so that they can be read in any order.
    """
    name = file_name(path)
    with opened(path) as file, TemporaryFile() as lines:
        head = file.read(_HEAD)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise Refused(f"“{name}” is in UTF-16, and JSON is UTF-8: save it as UTF-8.")
        if not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
            raise Refused(f"“{name}” is not {_EXPECTED}: check what it is.")
        file.seek(0)
        try:
            _copy(file, lines)
        except Malformed as malformed:
            raise Refused(f"“{name}” {malformed}: check what it is.") from malformed
        except (ValueError, RecursionError) as error:
            raise Refused(f"“{name}” is not whole JSON, it is damaged or was cut short: get it again.") from error
        lines.seek(0)
        yield lines


def _copy(file: BinaryIO, lines: BinaryIO) -> None:
    """Write the entries of a list as lines. Malformed where they are not tasks, ValueError where it isn't whole."""
    copied = False
    for value, written in _entries(_Window(file)):
        if not copied and not (isinstance(value, dict) and is_readable(value)):
            raise Malformed(f"holds something else than {_EXPECTED}")
        # A line end in valid JSON lies outside its texts, where it is white space.
        lines.write(written.replace("\n", " ").replace("\r", " ").encode() + b"\n")
        copied = True
    if not copied:
        raise Malformed("holds an empty list")


def _entries(window: _Window) -> Iterator[tuple[Any, str]]:
    """Yield the entries of the list that a file holds, each with how it is written."""
    window.take("[")
    more = window.mark() != "]"
    while more:
        yield window.value()
        more = window.mark() == ","
        if more:
            window.take(",")
    window.take("]")
    if window.mark():
        raise ValueError("something follows the list")


class _Window:
    """The part of a JSON text that is being read, no larger than its largest value."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._place = 0

    def mark(self) -> str:
        """Return the character that follows after white space, empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._place)
            self._place = space.end() if space else self._place
            if self._place < len(self._text) or not self._read_on():
                return self._text[self._place : self._place + 1]

    def take(self, mark: str) -> None:
        """Go on after a character. ValueError when another one follows."""
        if self.mark() != mark:
            raise ValueError(f"“{mark}” was expected")
        self._place += 1

    def value(self) -> tuple[Any, str]:
        """Return the value that follows, and how it is written. ValueError when there is none."""
        self.mark()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._place)
            except ValueError:
                if not self._read_on():
                    raise
            else:
                if end < len(self._text) or not self._read_on():  # a number may go on
                    written, self._place = self._text[self._place : end], end
                    return value, written

    def _read_on(self) -> bool:
        """Read as much again as is still to be read, so that a long value is not tried too often."""
        self._text = self._text[self._place :]
        self._place = 0
        if len(self._text) > LINE_LIMIT:
            raise Malformed(f"holds an entry of over {LINE_LIMIT // 1_000_000} MB")
        chunk = self._file.read(max(_CHUNK, len(self._text)))
        self._text += self._decoder.decode(chunk, final=not chunk)
        return bool(chunk)
