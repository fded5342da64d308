"""Lines on pages -> paragraphs. A PDF knows where letters stand, not what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_EDGE = 2  # lines at the top and bottom of a page that may be its header or footer
_REPEATED = 0.4  # share of pages on which a header stands: left and right pages may have their own
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:][”’»\"')\]]*$")
_WORD = re.compile(r"[\w’'-]+")
_BROKEN = re.compile(r"\w-$")
_BULLET = re.compile(r"[•◦▪‣∙]")
_ITEM = re.compile(r"[•◦▪‣∙*–—-]|\(?\w{1,3}[.)]\s")  # of a list: the lines below stand further in
_GAP = 1.3  # times the usual distance of lines
_OTHER_SIZE = 0.15
_INDENT = 0.8  # times the height of a line
_LETTER_WIDTH = 0.45  # times the height of a line
_COLUMN_GRID = 4.0  # times the height of a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its place on the page in points, `bottom` counted upwards.

    `hyphenated` says that a hyphen at its end was cut off.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line, the page that it stands on, and the right edge of its column."""

    line: Line
    page: int
    edge: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Return the paragraphs of a document in reading order, without what repeats on its pages and page numbers."""
    placed = [_with_edges(lines, number) for number, lines in enumerate(_without_furniture(pages))]
    lines = [line for page in placed for line in page]
    distance = _usual_distance(lines)
    words = {word for page in pages for line in page for word in _WORD.findall(line.text)}
    result: list[list[_Placed]] = []
    for line in lines:
        if result and not _begins(result[-1], line, distance):
            result[-1].append(line)
        else:
            result.append([line])
    return [_joined([placed.line for placed in paragraph], words) for paragraph in result]


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    counts = Counter(text for lines in pages for text in {_pattern(line) for line in _edges(lines)})
    needed = max(2, _REPEATED * len(pages))
    kept = []
    for lines in pages:
        furniture = [
            line
            for line in _edges(lines)
            if counts[_pattern(line)] >= needed or _PAGE_NUMBER.fullmatch(line.text.strip())
        ]
        kept.append([line for line in lines if line not in furniture])
    return kept


def _edges(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.bottom)
    return by_height[:_EDGE] + by_height[max(_EDGE, len(lines) - _EDGE) :]


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip().lower())


def _with_edges(lines: Sequence[Line], page: int) -> list[_Placed]:
    """Lines that begin at about the same place make a column; where its longest line ends is its edge."""
    edges: dict[int, float] = {}
    columns = [round(line.left / (_COLUMN_GRID * max(line.height, 1.0))) for line in lines]
    for line, column in zip(lines, columns, strict=True):
        edges[column] = max(edges.get(column, 0.0), line.right)
    return [_Placed(line, page, edges[column]) for line, column in zip(lines, columns, strict=True)]


def _usual_distance(lines: Sequence[_Placed]) -> float:
    """The distance of lines inside paragraphs: the lower quartile, as short paragraphs have more gaps than lines."""
    distances = sorted(
        first.line.bottom - second.line.bottom
        for first, second in pairwise(lines)
        if first.page == second.page and 0 < first.line.bottom - second.line.bottom < 3 * first.line.height
    )
    return distances[len(distances) // 4] if distances else 0.0


def _begins(paragraph: Sequence[_Placed], line: _Placed, distance: float) -> bool:
    """Whether a line begins a new paragraph."""
    previous = paragraph[-1]
    if previous.line.hyphenated:
        return False
    height = max(previous.line.height, line.line.height)
    if abs(previous.line.height - line.line.height) > _OTHER_SIZE * height:
        return True
    drop = previous.line.bottom - line.line.bottom
    if _BULLET.match(line.line.text):
        return True
    if previous.page != line.page or drop < -height:  # the next page or column
        return _ENDS.search(previous.line.text) is not None
    if drop > _GAP * distance:
        return True
    return _is_indented(paragraph, line) or _is_short(previous, line)


def _is_indented(paragraph: Sequence[_Placed], line: _Placed) -> bool:
    """Whether a line stands further in than the one before, or leaves a block that stands further in."""
    shift = line.line.left - paragraph[-1].line.left
    indent = _INDENT * line.line.height
    if len(paragraph) == 1:
        return shift > indent and not _ITEM.match(paragraph[0].line.text)
    return abs(shift) > indent


def _is_short(previous: _Placed, line: _Placed) -> bool:
    """Whether a sentence ended although the first word of the next line would have had room behind it."""
    first_word = line.line.text.split(maxsplit=1)[0]
    room = previous.edge - previous.line.right
    needed = (len(first_word) + 2) * _LETTER_WIDTH * line.line.height
    return room > needed and _ENDS.search(previous.line.text) is not None


def _joined(lines: Sequence[Line], words: set[str]) -> str:
    """Join the lines of a paragraph."""
    text = lines[0].text
    for before, line in pairwise(lines):
        if before.hyphenated:
            text += ("-" if _is_compound(before, line, words) else "") + line.text
        else:
            text += ("" if _BROKEN.search(before.text) else " ") + line.text
    return text + ("-" if lines[-1].hyphenated else "")


def _is_compound(before: Line, line: Line, words: set[str]) -> bool:
    """Whether the hyphen between two lines is the word’s own: it has it elsewhere, or a capital or figure follows."""
    first, last = _WORD.findall(line.text[:100]), _WORD.findall(before.text[-100:])
    if not first or not last or not line.text[0].islower():
        return True
    return f"{last[-1]}-{first[0]}" in words
