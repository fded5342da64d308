"""What could not be read of a file whose other articles could."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One row or line that was left out.

    `where` is its place ("row 3"), `sentence` what the person reads, with that place and the file's name in it.
    """

    where: str
    sentence: str
