"""The one place that converts between an article's text and the document that shows it.

The store counts code points, Qt counts UTF-16 units. The document also shows a run of white space as one space, and has
lines that are not part of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_SPACES = " \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029"
# Qt takes U+FDD0 and U+FDD1 for the ends of a frame and U+FFFC for an object.
_SHOWN_OTHERWISE = re.compile(f"[{_SPACES}]{{2,}}|[{_SPACES[1:]}\0\ufdd0\ufdd1\ufffc]|[\U00010000-\U0010ffff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Anchor = tuple[int, int]


class Positions:
    """Where the code points of a text stand in a document.

    `anchors` are pairs of a code point and a document position, both growing; between two of them both count alike, and
    what is left over stands at the later one.
    """

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._points = [point for point, _ in anchors]
        self._places = [place for _, place in anchors]

    def to_document(self, point: int) -> int:
        """Return the document position of a code point; of one that isn't shown, that of the next."""
        return _convert(point, self._points, self._places)

    def to_text(self, position: int) -> int:
        """Return the code point at a document position; outside of the text, the nearest one."""
        return _convert(position, self._places, self._points)


def shown(text: str, start: int, end: int, position: int) -> tuple[str, list[Anchor]]:
    """Return `text[start:end]` as it is shown from a document position on, and its anchors."""
    words = text[start:end]
    if _is_shown_as_it_is(words):
        return words, [(start, position), (end, position + len(words))]
    pieces: list[str] = []
    anchors = [(start, position)]
    at = start
    for odd in _SHOWN_OTHERWISE.finditer(text, start, end):
        pieces += text[at : odd.start()], _replacement(odd[0])
        position += odd.start() - at + utf16_length(pieces[-1])
        at = odd.end()
        anchors.append((at, position))
    pieces.append(text[at:end])
    anchors.append((end, position + end - at))
    return "".join(pieces), anchors


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units of a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def by_unit(text: str) -> str:
    """Return a text in which every UTF-16 unit is one character, to look up what Qt's positions point at."""
    return text if text.isascii() else _ASTRAL.sub("\ufffd\ufffd", text)


def _is_shown_as_it_is(words: str) -> bool:
    """Return whether nothing in a text needs a look; most sentences of most articles pass this quick test."""
    unbroken = words.isprintable() and "  " not in words and "\ufffc" not in words
    return unbroken and utf16_length(words) == len(words)


def _replacement(odd: str) -> str:
    if _ASTRAL.match(odd):
        return odd
    return " " if odd.isspace() else "\ufffd"


def _convert(value: int, source: list[int], target: list[int]) -> int:
    place = max(bisect_right(source, value) - 1, 0)
    result = target[place] + max(value - source[place], 0)
    return min(result, target[min(place + 1, len(target) - 1)]) if place + 1 < len(target) else target[place]
