"""Files that know the hash of what was written, as a manifest needs it."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
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

    @property
    def closed(self) -> bool: ...

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

    @property
    def closed(self) -> bool:
        """Whether it was written to its end, or given up."""
        return self._file.closed

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


class Folder:
    """The folder that a dataset is written into. A context manager, at whose end all is on disk.

    It is made at the start, and not again when somebody removes it: OSError. `facts` has what is known of the finished
    files, by their name relative to the folder: a plain one, or that of a folder, “/” and a plain one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: dict[str, HashedFile] = {}
        self._stack = ExitStack()
        self._worker: Executor | None = None
        self.facts: dict[str, FileFacts] = {}

    def __enter__(self) -> Self:
        self._path.mkdir(exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)
        if kind is None:
            self.facts.update((name, file.facts) for name, file in self._open.items())
        self._open.clear()

    @property
    def worker(self) -> Executor:
        """One thread for all that may be done beside the reading. It ends with the folder."""
        if self._worker is None:
            self._worker = self._stack.enter_context(ThreadPoolExecutor(max_workers=1))
        return self._worker

    def open(self, name: str) -> HashedFile:
        """Begin a new file that is written piece by piece until the folder is closed. OSError when that can't be."""
        file = self._stack.enter_context(HashedFile(self._place(name)))
        self._open[name] = file
        return file

    def put(self, name: str, content: bytes) -> None:
        """Write a small file that is on disk when this returns."""
        self.facts[name] = write_file(self._place(name), content)

    def _place(self, name: str) -> Path:
        path = self._path / name
        if path.parent != self._path:
            # Never the folder itself: where somebody removed it, what was written into it is gone.
            path.parent.mkdir(exist_ok=True)
        return path


def write_file(path: Path, content: bytes) -> FileFacts:
    """Write a small file that is on disk when this returns."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return FileFacts(hashlib.sha256(content).hexdigest(), len(content))
