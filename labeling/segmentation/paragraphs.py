"""Which parts of a plain text are its paragraphs: by blank lines, or by what the text's line breaks look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from labeling.domain.articles import Span

_BREAKS = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"\S(?:[^{_BREAKS}]*\S)?")
_BREAK = re.compile(f"[{_BREAKS}]")
_FIRST_WORD = re.compile(r"\S{1,60}")
_BULLET = re.compile(r"[•▪●‣◦]|(?:[-–—*]|\d{1,3}[.)])\s")
_SURE_BULLETS = frozenset("•▪●‣◦")
_FINISHED = frozenset(".!?…:;\"'”’»)]")
_BYLINE = re.compile(r"by\s[A-Z]")

# Lines are taken for hard-wrapped when this share of them goes on in lower case on the next, within their chunk …
_WRAPPED_SHARE = 0.2
# … or this share in the whole text.
_WRAPPED_SHARE_OF_ALL = 0.4
# A line that ends this far before the usual width of wrapped lines, or behind the greatest, was ended on purpose.
_SHORT_LINE = 0.75
_LONG_LINE = 1.25


class _Line(NamedTuple):
    """A line without outer white space, and the white space that parts it from the line before."""

    start: int
    end: int
    gap: str

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def indent(self) -> int:
        return len(_BREAK.split(self.gap)[-1])


class _Wrap(NamedTuple):
    """How a text is wrapped: the usual and the greatest length of the lines that surely go on on the next."""

    usual: float
    longest: int
    exact: bool  # no line that goes on had room for one more word: one that has room was ended on purpose


def find_paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Return the paragraphs of `text[start:end]`, without outer white space and without empty ones.

    A blank line always parts paragraphs. A single line break does too, unless the lines are hard-wrapped: then only one
    that comes too early or too late to be a wrap, or that stands before a bullet or an indented line.
    """
    chunks = _chunks(text, start, end)
    wraps = [[pair for pair in pairwise(lines) if _goes_on(text, *pair)] for lines in chunks]
    wrap = _read_wrap(text, [pair for part in wraps for pair in part])
    breaks = sum(len(lines) - 1 for lines in chunks)
    all_wrapped = sum(map(len, wraps)) >= _WRAPPED_SHARE_OF_ALL * breaks
    spans: list[Span] = []
    for lines, part in zip(chunks, wraps, strict=True):
        if wrap and (all_wrapped or len(part) >= _WRAPPED_SHARE * len(lines)):
            spans += _unwrap(text, lines, wrap)
        else:
            spans += [Span(line.start, line.end) for line in lines]
    return spans


def trim(text: str, start: int, end: int) -> Span:
    """Return `text[start:end]` without outer white space; an empty span when nothing else is there."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Span(start, start + len(part.strip()))


def _chunks(text: str, start: int, end: int) -> list[list[_Line]]:
    """Return the lines of `text[start:end]`, parted where there are blank lines."""
    chunks: list[list[_Line]] = []
    for match in _LINE.finditer(text, start, end):
        line = _Line(match.start(), match.end(), text[start : match.start()])
        if not chunks or _has_blank_line(line.gap):
            chunks.append([])
        chunks[-1].append(line)
        start = line.end
    return chunks


def _has_blank_line(gap: str) -> bool:
    return gap == "\n\n" or "\u2029" in gap or len(_BREAK.findall(gap)) > 1


def _begins_low(text: str, line: _Line) -> bool:
    return text[line.start].islower() and not _BYLINE.match(text, line.start, line.end)


def _goes_on(text: str, line: _Line, following: _Line) -> bool:
    return text[line.end - 1] not in _FINISHED and _begins_low(text, following)


def _read_wrap(text: str, pairs: Sequence[tuple[_Line, _Line]]) -> _Wrap | None:
    if not pairs:
        return None
    lengths = [line.length for line, _ in pairs]
    longest = max(lengths)
    return _Wrap(median(lengths), longest, min(_length_with_next_word(text, *pair) for pair in pairs) > longest)


def _length_with_next_word(text: str, line: _Line, following: _Line) -> int:
    word = _FIRST_WORD.match(text, following.start, following.end)
    return line.length + 1 + (word.end() - word.start() if word else 0)


def _unwrap(text: str, lines: Sequence[_Line], wrap: _Wrap) -> Iterator[Span]:
    """Yield the paragraphs that hard-wrapped lines make."""
    start = lines[0].start
    for line, following in pairwise(lines):
        if _parts(text, line, following, wrap):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _parts(text: str, line: _Line, following: _Line, wrap: _Wrap) -> bool:
    """Whether the break between two hard-wrapped lines parts paragraphs."""
    finished = text[line.end - 1] in _FINISHED
    bullet = _BULLET.match(text, following.start, following.end)
    if bullet and (finished or bullet[0] in _SURE_BULLETS):
        return True
    if _begins_low(text, following):
        return False
    if following.indent > line.indent and not _BULLET.match(text, line.start, line.end):
        return True
    length = _length_with_next_word(text, line, following)
    if length <= _SHORT_LINE * wrap.usual or (finished and line.length > _LONG_LINE * wrap.longest):
        return True
    return length <= wrap.longest and (finished or wrap.exact)
