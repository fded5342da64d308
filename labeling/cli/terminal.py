"""What goes to the terminal: results to the standard output, complaints and progress to the error output."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_CLEARED_LINE = "\r\N{ESCAPE}[K"


def prepare() -> None:
    """Write UTF-8 whatever the code page of the system; what can't be encoded (odd file names) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print one line of the result."""
    print(line)


def complain(sentence: str) -> None:
    """Print one sentence about what went wrong."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr)


def hang_up() -> None:
    """Drop what could not be written because the reader of the output is gone."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@contextmanager
def progress(verb: str) -> Iterator[Callable[[int, int, str], None] | None]:
    """Yield what an operation tells its progress to: a line that is written over on a terminal, else None."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, in_all: int, name: str) -> None:
        counted = f"{done + 1} of {in_all}" if in_all else str(done)
        line = f"{verb} {counted}: {name}"
        sys.stderr.write(_CLEARED_LINE + line[: shutil.get_terminal_size().columns - 1])
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write(_CLEARED_LINE)
        sys.stderr.flush()
