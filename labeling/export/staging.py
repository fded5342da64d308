"""A folder that appears whole or not at all: written beside its place, renamed at the end."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from labeling.domain.errors import Refused

_LOCK = "hedgerow-export.lock"
_CONTENT = "dataset"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Yield an empty folder whose content becomes the folder `out` when the body returns.

    Whatever ends the body earlier leaves nothing behind; what a killed export to the same `out` left is removed. Raises
    Refused when `out` exists or can't be made, also when the disk gets full in the body.
    """
    out = out.absolute()
    _refuse_existing(out)
    try:
        _remove_abandoned(out)
        staging = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
        try:
            with _locked(staging / _LOCK):
                content = staging / _CONTENT
                content.mkdir()
                yield content
                _sync_folder(content)
                _refuse_existing(out)
                content.rename(out)
                _sync_folder(out.parent)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except FileNotFoundError as error:
        raise Refused(f"The folder “{out.parent}” is missing or was removed; make it, then export again.") from error
    except OSError as error:
        raise Refused(f"“{out}” could not be written: {error.strerror or error}; nothing was left there.") from error


def _refuse_existing(out: Path) -> None:
    if os.path.lexists(out):
        raise Refused(f"“{out}” exists already; choose another name.")


def _prefix(out: Path) -> str:
    return f".{out.name}.hedgerow-"


def _remove_abandoned(out: Path) -> None:
    """Remove what killed exports to `out` left: folders of such a name with a lock that nobody holds any more."""
    for folder in out.parent.glob(glob.escape(_prefix(out)) + "*"):
        lock = folder / _LOCK
        if lock.is_file() and not folder.is_symlink() and _free(lock):
            shutil.rmtree(folder, ignore_errors=True)


def _free(lock: Path) -> bool:
    try:
        with _locked(lock):
            return True
    except OSError:
        return False


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that the system frees when the process ends, however it ends. OSError when another one holds it."""
    with path.open("ab") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _sync_folder(folder: Path) -> None:
    """Put the names of a folder's files on disk; Windows does it by itself, and can't open folders."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
