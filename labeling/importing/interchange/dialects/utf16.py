"""Offsets that count UTF-16 units, as JavaScript does."""

from __future__ import annotations


def code_points_before(text: str, units: int) -> int | None:
    """Return the offset in code points; None where it lies within a character, or beyond the text."""
    written = text.encode("utf-16-le", "surrogatepass")
    if not 0 <= 2 * units <= len(written):
        return None
    try:
        return len(written[: 2 * units].decode("utf-16-le"))
    except UnicodeDecodeError:
        return None
