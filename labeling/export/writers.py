"""The table from the name of a format to its writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from labeling.export import csv_table, json_lines
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.splits import Split


class Writer(Protocol):
    """Writes one split, page after page. `close` ends its content; the file stays open."""

    def write(self, page: Page) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a dataset. Its name in `FORMATS` is also the suffix of its files.

    `open` makes a writer from a file and the ids of the labels in order. `description` is a paragraph of Markdown for
    the card, `loading` a Python example in which `{file}` stands for a file's name.
    """

    open: Callable[[Sink, Sequence[str]], Writer]
    description: str
    loading: str


FORMATS: Mapping[str, Format] = {
    "jsonl": Format(json_lines.JsonLines, json_lines.DESCRIPTION, json_lines.LOADING),
    "csv": Format(csv_table.CsvTable, csv_table.DESCRIPTION, csv_table.LOADING),
}


def file_name(split: Split, chosen: str) -> str:
    """Return the name of the file of a split in a format."""
    return f"{split}.{chosen}"
