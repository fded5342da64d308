"""How the title of an article is found where its format does not state one."""

from __future__ import annotations

from pathlib import PurePath

_TITLE_LENGTH = 200


def reads_as_title(line: str) -> bool:
    """Whether a line that stands alone is a title: short, and without a full stop at its end."""
    return 0 < len(line) <= _TITLE_LENGTH and not line.endswith(".")


def title_from_name(name: str) -> str:
    """Return the name of a file without its suffix."""
    return PurePath(name).stem or name
