"""Opening files that somebody else made: whatever is wrong with one is a sentence, never a traceback."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from labeling.domain.errors import Refused


def file_name(path: Path) -> str:
    """Return the name of a file as text that can be stored: some systems allow names that are not Unicode."""
    return unicodedata.normalize("NFC", path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read its bytes. Refused when it is missing, a folder, a device, not readable or empty."""
    name = file_name(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Refused(f"“{name}” is a folder, and not a file that can be read: check its name and its permissions.")
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"“{name}” is a device or a pipe: save its content to a file and import that.")
        if not status.st_size:
            raise Refused(f"“{name}” is empty: check where it was copied from.")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise Refused(f"“{name}” is not there: check its name and folder.") from error
    except PermissionError as error:
        raise Refused(f"“{name}” may not be read: ask for the permission to read it.") from error
    except OSError as error:
        raise Refused(f"“{name}” cannot be read ({error.strerror or error}): copy it to another disk.") from error


def read_whole(path: Path, limit: int) -> bytes:
    """Return the content of a file. Refused as by `opened`, and when it has more than `limit` bytes."""
    with opened(path) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Refused(
            f"“{file_name(path)}” is larger than {limit // 1_000_000} MB, too large for one article: divide it."
        )
    return content
