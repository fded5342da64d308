from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.export.hashed_files import FileFacts, HashedFile, write_file


@pytest.mark.parametrize("size", [0, 1, 1 << 20, 3_500_000])
def test_the_hash_is_that_of_the_file(tmp_path: Path, size: int) -> None:
    content = bytes(number * 31 % 251 for number in range(size))
    with HashedFile(tmp_path / "a") as file:
        for start in range(0, size, 99_991):
            file.write(content[start : start + 99_991])
    assert (tmp_path / "a").read_bytes() == content
    assert file.facts == FileFacts(hashlib.sha256(content).hexdigest(), size)


@given(st.binary(max_size=50))
def test_small_files_are_known_in_the_same_way(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("files")
    with HashedFile(folder / "a") as file:
        file.write(content)
    assert write_file(folder / "b", content) == file.facts
    assert (folder / "b").read_bytes() == content


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(FileExistsError):
        HashedFile(tmp_path / "a")
    with pytest.raises(FileExistsError):
        write_file(tmp_path / "a", b"")
    assert (tmp_path / "a").read_text() == "mine"


@pytest.fixture
def _small_disk() -> Iterator[None]:
    """Let no file grow over a million bytes: the nearest thing to a full disk that a test may have."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("_small_disk")
def test_a_full_disk_ends_the_writing(tmp_path: Path) -> None:
    def fill(megabytes: int) -> None:
        with HashedFile(tmp_path / str(megabytes)) as file:
            for _ in range(megabytes):
                file.write(bytes(1 << 20))

    for megabytes in (1, 2, 100):
        with pytest.raises(OSError, match="File too large"):
            fill(megabytes)
