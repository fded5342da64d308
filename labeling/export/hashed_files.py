"""Files that know the hash of what was written, as a manifest needs it."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a manifest says of a file."""

    sha256: str
    bytes: int


class Sink(Protocol):
    """Where a writer puts its bytes."""

    def write(self, data: bytes, /) -> int: ...


class HashedFile:
    """A new file, written and hashed in a thread of its own: both let go of Python's lock, so they cost little time.

    A context manager. `write` takes bytes, keeps little of them in memory and raises OSError, perhaps at a later call,
    when the disk is full. At the end all is on disk.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb", buffering=0)
        self._hash = hashlib.sha256()
        self._size = 0
        self._chunk = bytearray()
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._handed_over: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file, self._worker:
            if kind is None:
                self._hand_over()
                self._wait()
                os.fsync(self._file.fileno())

    @property
    def facts(self) -> FileFacts:
        """What the file is known by, once it is written."""
        return FileFacts(self._hash.hexdigest(), self._size)

    def write(self, data: bytes, /) -> int:
        """Write bytes; return how many, as all files do."""
        self._chunk += data
        if len(self._chunk) >= _CHUNK:
            self._hand_over()
        return len(data)

    def _hand_over(self) -> None:
        """Let the thread have what was gathered, once it is done with what it had."""
        self._wait()
        self._handed_over = self._worker.submit(self._put, self._chunk)
        self._chunk = bytearray()

    def _wait(self) -> None:
        if self._handed_over is not None:
            self._handed_over.result()

    def _put(self, chunk: bytearray) -> None:
        rest = memoryview(chunk)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._hash.update(chunk)
        self._size += len(chunk)


def write_file(path: Path, content: bytes) -> FileFacts:
    """Write a small file that is on disk when this returns."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return FileFacts(hashlib.sha256(content).hexdigest(), len(content))
