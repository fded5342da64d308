"""JSON Lines: a file -> its lines, and a line -> the object that it holds. No line can fill the memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from labeling.domain.errors import Refused
from labeling.importing.files import file_name, opened

LIST_SUFFIX = ".json"
LINE_LIMIT = 50_000_000  # bytes
_SKIP = 1 << 20
_HEAD = 1 << 16
_START = 10_000  # bytes that are kept of a line that is too long


class Malformed(ValueError):
    """A line does not hold what it should. Its text ends the sentence “Line 3 of … was left out: ”."""


class RawLine(NamedTuple):
    """A line as it stands in the file: its number from 1, its place in bytes, and its content.

    Of a line longer than LINE_LIMIT, `content` is only the beginning, and `whole` is false.
    """

    number: int
    offset: int
    content: bytes
    whole: bool = True


@contextmanager
def opened_lines(path: Path) -> Iterator[BinaryIO]:
    """Open a file of JSON Lines. Refused when it cannot be read or is plainly something else."""
    name = file_name(path)
    with opened(path) as file:
        head = file.read(_HEAD)
        file.seek(0)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise Refused(f"“{name}” is in UTF-16, and JSON Lines are UTF-8: save it as UTF-8.")
        if b"\0" in head:
            raise Refused(f"“{name}” is not JSON Lines but binary data: check what it is and give it the right suffix.")
        if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
            raise Refused(f"“{name}” is one JSON list, and not JSON Lines: give it the suffix {LIST_SUFFIX}.")
        yield file


def raw_lines(file: BinaryIO, offset: int = 0, number: int = 1) -> Iterator[RawLine]:
    """Yield the lines that are not blank, from the one at `offset`, whose number is `number`. Keep the file's place."""
    file.seek(offset)
    while content := file.readline(LINE_LIMIT + 1):
        length = len(content)
        whole = length <= LINE_LIMIT or content.endswith(b"\n")
        if not whole:
            content = content[:_START]
            length += _skip_line(file)
        if content.strip():
            yield RawLine(number, offset, content, whole)
        offset += length
        number += 1


def _skip_line(file: BinaryIO) -> int:
    skipped = 0
    while rest := file.readline(_SKIP):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped


def place_of(number: int, name: str) -> str:
    """Return what to call the line of this number in the file of this name."""
    return f"{'entry' if name.lower().endswith(LIST_SUFFIX) else 'line'} {number}"


def read_object(line: RawLine) -> dict[str, Any]:
    """Return the object that a line holds. Malformed when it holds none."""
    if not line.whole:
        raise Malformed(f"it is longer than {LINE_LIMIT // 1_000_000} MB")
    try:
        value = json.loads(line.content.decode("utf-8-sig" if line.number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise Malformed("it is not valid UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Malformed("it is not valid JSON, or was cut short") from error
    if not isinstance(value, dict):
        raise Malformed("it is not a JSON object")
    return value
