"""Row groups: of one size, whatever the portions in which rows come, and no more of them held than one."""

from __future__ import annotations

import gc
import io
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.export.formats.row_groups import HELD, LEAST, RowGroups, TableOfPages
from labeling.export.hashed_files import Folder
from labeling.export.writers import Plan
from labeling.operations.projects import standard_codebook

SIZE = 10
LONG = 10_000
SCHEMA = pa.schema([("number", pa.int64()), ("text", pa.string()), ("many", pa.list_(pa.int8()))])


def rows(start: int, end: int) -> Any:
    """A table whose rows all differ, some with nulls."""
    numbers = range(start, end)
    values = [[*numbers], [f"“{n}”" if n % 3 else None for n in numbers], [[1] * (n % 4) for n in numbers]]
    return pa.table(values, schema=SCHEMA)


def written(portions: Sequence[int], file: io.BytesIO) -> bytes:
    groups = RowGroups(file, SCHEMA, ["text"], SIZE)
    for end, count in zip(accumulate(portions), portions, strict=True):
        groups.add(rows(end - count, end))
    groups.close()
    return file.getvalue()


def sizes(content: bytes) -> list[int]:
    metadata = pq.ParquetFile(io.BytesIO(content)).metadata
    return [metadata.row_group(place).num_rows for place in range(metadata.num_row_groups)]


@settings(deadline=None)
@given(st.lists(st.integers(0, 35), max_size=8))
def test_the_bytes_tell_the_rows_and_not_the_portions_in_which_they_came(portions: list[int]) -> None:
    total = sum(portions)
    content = written(portions, io.BytesIO())
    assert content == written([total], io.BytesIO())
    assert content == written([1] * total, io.BytesIO())
    assert sizes(content) == [SIZE] * (total // SIZE) + ([total % SIZE] if total % SIZE else [])
    assert pq.read_table(io.BytesIO(content)).equals(rows(0, total))


def test_long_rows_make_no_difference() -> None:
    """Of so many bytes a row group has several pages."""
    schema = pa.schema([("text", pa.string())])
    texts = [f"{number} " * 100 for number in range(LONG)]

    def content(portion: int) -> bytes:
        file = io.BytesIO()
        groups = RowGroups(file, schema, [], LONG)
        for start in range(0, LONG, portion):
            groups.add(pa.table([texts[start : start + portion]], schema=schema))
        groups.close()
        return file.getvalue()

    assert content(333) == content(LONG)


@settings(deadline=None)
@given(st.lists(st.integers(0, 35), min_size=1, max_size=8))
def test_a_row_group_is_written_as_soon_as_it_is_full(portions: list[int]) -> None:
    file = io.BytesIO()
    groups = RowGroups(file, SCHEMA, ["text"], SIZE)
    total = 0
    for count in portions:
        before = len(file.getvalue())
        groups.add(rows(total, total + count))
        assert (len(file.getvalue()) > before) == (total // SIZE < (total + count) // SIZE)
        total += count
    groups.close()


class Numbers:
    """A portion of which each page is ten rows."""

    begun = 0

    def __init__(self) -> None:
        type(self).begun += 1
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, _page: object) -> None:
        self._count += 10

    def table(self) -> Any:
        return rows(0, self._count)


def plan(folder: Folder, parts: int) -> Plan:
    return Plan(folder, [str(part) for part in range(parts)], standard_codebook(), [])


@pytest.mark.parametrize(("parts", "size"), [(1, HELD), (3, HELD // 3), (100, LEAST)])
def test_the_parts_of_a_dataset_share_what_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: int, size: int
) -> None:
    """A portion is handed over when it makes a row group."""
    monkeypatch.setattr(Numbers, "begun", 0)
    file = io.BytesIO()
    with Folder(tmp_path) as folder:
        table = TableOfPages(file, plan(folder, parts), SCHEMA, [], Numbers)
        for _ in range(2 * size // 10 + 1):
            table.write(None)  # type: ignore[arg-type]
        table.close()
    assert Numbers.begun == 3
    assert sizes(file.getvalue()) == [size, size, 10]


def test_what_fails_in_the_thread_is_raised_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_portion: Numbers) -> Any:
        raise OSError("File too large")

    monkeypatch.setattr(Numbers, "table", fail)
    with Folder(tmp_path) as folder:
        table = TableOfPages(io.BytesIO(), plan(folder, 1), SCHEMA, [], Numbers)
        table.write(None)  # type: ignore[arg-type]
        with pytest.raises(OSError, match="File too large"):
            table.close()


def test_a_file_that_was_given_up_is_not_missed() -> None:
    """That pyarrow ends it when it is collected, after it was closed, is no error."""

    def give_up() -> None:
        with io.BytesIO() as file:
            groups = RowGroups(file, SCHEMA, [], SIZE)
            groups.add(rows(0, 25))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    gc.collect()


@pytest.fixture
def _small_disk() -> Iterator[None]:
    """Let no file grow over a million bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("_small_disk")
def test_a_full_disk_ends_the_writing(tmp_path: Path) -> None:
    schema = pa.schema([("noise", pa.binary())])
    noise = pa.table([[random.Random(0).randbytes(1 << 20)]], schema=schema)

    def fill(rows_written: int) -> None:
        with Folder(tmp_path / str(rows_written)) as folder:
            groups = RowGroups(folder.open("a.parquet"), schema, [], 1)
            for _ in range(rows_written):
                groups.add(noise)
            groups.close()

    for megabytes in (1, 2, 20):
        with pytest.raises(OSError, match="File too large"):
            fill(megabytes)
        gc.collect()
