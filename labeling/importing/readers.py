"""Which reader reads which file. To add a format: a module with `read(path)`, and a line in the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from labeling.domain.errors import Refused
from labeling.importing.drafts import Draft
from labeling.importing.files import file_name
from labeling.importing.plain_text import draft_of_text
from labeling.importing.problems import Problem


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, path: Path) -> Iterator[Draft | Problem]:
        """Yield the articles of a file, and problems in their place. Refused when nothing of it can be read."""
        ...


# Modules by name: what they import takes long, and is needed only for a file of that format.
READERS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "labeling.importing.plain_text",
        ".md": "labeling.importing.markdown",
        ".html": "labeling.importing.html",
        ".htm": "labeling.importing.html",
        ".docx": "labeling.importing.word",
        ".pdf": "labeling.importing.pdf",
        ".jsonl": "labeling.importing.interchange.articles",
        ".json": "labeling.importing.interchange.articles",
        ".csv": "labeling.importing.table",
        ".tsv": "labeling.importing.table",
    }
)
SUFFIXES = frozenset(READERS)


def read_file(path: Path) -> Iterator[Draft | Problem]:
    """Yield the articles of a file, and a problem for each row or line that is left out.

    Tables and JSON Lines are read as the iterator is consumed. Refused, while it is consumed, when the file cannot be
    read: unknown, missing, empty, binary, encrypted, damaged, too large, or without text. What was yielded before stays
    whole.
    """
    suffix = path.suffix.lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise Refused(f"“{file_name(path)}” is of a kind that cannot be read: save it as one of {known}.")
    reader = cast("Reader", import_module(READERS[suffix]))
    yield from reader.read(path)


def read_text(text: str, name: str) -> Draft:
    """Return the draft of a text from the clipboard. Refused when there is no text in it."""
    return draft_of_text(text, name)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among `paths`, in their order, and those with a known suffix in their folders, sorted by name.

    Hidden files and folders are passed over unless named. A folder that cannot be opened is yielded itself, so that
    reading it says why.
    """
    for path in paths:
        if _is_folder(path):
            yield from _files_in(path, frozenset())
        else:
            yield path


def _files_in(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """`above` are the folders that this one lies in, by device and number: a link back to one of them is a loop."""
    try:
        status = folder.stat()
        paths = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    for path in (path for path in paths if not path.name.startswith(".")):
        if _is_folder(path):
            yield from _files_in(path, above | {identity})
        elif path.suffix.lower() in SUFFIXES:
            yield path


def _is_folder(path: Path) -> bool:
    """Whether it is a folder, false where that may not be known: then reading it says why."""
    try:
        return path.is_dir()
    except OSError:
        return False
