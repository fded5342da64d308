"""Parquet files, written in row groups of one size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.writers import Plan

HELD = 30_000  # rows that are gathered in all parts together: what an export holds of a dataset
LEAST = 1_000  # fewer than these in a row group make a file large and slow to read


class Portion(Protocol):
    """Rows that were gathered from some pages."""

    def __len__(self) -> int: ...

    def add(self, page: Page) -> None:
        """Take the rows of a page."""
        ...

    def table(self) -> Any:
        """Return them as a pyarrow table."""
        ...


class TableOfPages:
    """Writes what portions gather of pages as a Parquet file, in the folder's thread: pyarrow lets go of Python's lock.

    `schema` is a pyarrow schema, `repeated` are the paths of the columns whose values come again and again, and `begin`
    makes an empty portion. Of the `plan` it needs the folder and the parts, each of which has such a file.
    """

    def __init__(
        self, file: Sink, plan: Plan, schema: Any, repeated: Sequence[str], begin: Callable[[], Portion]
    ) -> None:
        self._size = max(HELD // len(plan.parts), LEAST)
        self._groups = RowGroups(file, schema, repeated, self._size)
        self._begin = begin
        self._portion = begin()
        self._worker = plan.folder.worker
        self._handed_over: Future[None] | None = None

    def write(self, page: Page) -> None:
        """Write the rows of a page. Raises OSError, perhaps for rows of an earlier one, when the disk is full."""
        self._portion.add(page)
        if len(self._portion) >= self._size:
            self._hand_over(self._portion)
            self._portion = self._begin()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if len(self._portion):
            self._hand_over(self._portion)
        self._wait()
        self._groups.close()

    def _hand_over(self, portion: Portion) -> None:
        """Let the thread have what was gathered, once it is done with what it had."""
        self._wait()
        self._handed_over = self._worker.submit(self._put, portion)

    def _wait(self) -> None:
        if self._handed_over is not None:
            self._handed_over.result()

    def _put(self, portion: Portion) -> None:
        self._groups.add(portion.table())


class RowGroups:
    """Writes tables as a Parquet file, in row groups of `size` rows; the last has what is left.

    A file without rows has no row group: `datasets` can’t read an empty one.
    """

    def __init__(self, file: Sink, schema: Any, repeated: Sequence[str], size: int) -> None:
        from pyarrow.parquet import ParquetWriter

        self._size = size
        self._held = schema.empty_table()
        # All that decides the bytes is said, whatever the defaults of a version of pyarrow are.
        self._writer = ParquetWriter(
            _Target(file),
            schema,
            version="2.6",
            data_page_version="1.0",
            compression="zstd",
            compression_level=1,
            use_dictionary=list(repeated),
            write_statistics=True,
        )

    def add(self, table: Any) -> None:
        """Take the rows of a table, write the row groups that are full, and hold the rest."""
        import pyarrow as pa

        self._held = pa.concat_tables([self._held, table])
        while len(self._held) >= self._size:
            self._write(self._held.slice(0, self._size))
            self._held = self._held.slice(self._size)

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if len(self._held):
            self._write(self._held)
        self._writer.close()

    def _write(self, table: Any) -> None:
        # In one piece: the pages of a file are not to tell in which portions its rows came.
        self._writer.write_table(table.combine_chunks(), row_group_size=self._size)


class _Target:
    """A file as pyarrow asks for one.

    Where an export was given up, pyarrow still ends its file when it is collected; nobody wants that any more.
    """

    closed = False

    def __init__(self, file: Sink) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        return len(data) if self._file.closed else self._file.write(data)
