"""Which parts of an article stand in quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from labeling.domain.articles import Sentence, Span

# A quotation whose closing mark does not come within so many code points was never closed: it ends with its paragraph.
_REACH = 1500

_DOUBLE = re.compile(r"[“”\"„«»]|''")
# British single marks. What closes stands behind a word or an end mark and before no letter; an apostrophe (“the
# keepers’ boat”) does too, so that a mark behind punctuation is preferred while no other quotation opens before it.
_SINGLE = re.compile(
    r"(?<!\w)‘(?:[^‘]{0,600}?[,.?!…]’(?!\w)|(?:[^‘’]|’(?=\w)){1,600}’(?!\w))"
    r"|(?<![\w'])'(?=\w)(?:[^']|'(?=\w)){1,300}'(?!\w)"
)


def find_quotations(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Return the spans of the quotations in order, with their marks and without overlap."""
    spans = [*_double(text, sentences)]
    if "‘" in text or " '" in text or "\n'" in text:
        spans = _merge([*spans, *_single(text, sentences)])
    return spans


def _double(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    paragraphs = _paragraphs(sentences)
    opened: int | None = None
    for match in _DOUBLE.finditer(text):
        place = match.start()
        if _opens(text, place, match[0], is_open=opened is not None):
            if opened is not None:
                yield Span(opened, _end_of_paragraph(paragraphs, opened, place))
            opened = place
        elif opened is not None:
            end = match.end()
            limit = _end_of_paragraph(paragraphs, opened, end)
            yield Span(opened, end if end - opened <= _REACH else limit)
            opened = None
    if opened is not None:
        yield Span(opened, _end_of_paragraph(paragraphs, opened, len(text)))


def _opens(text: str, place: int, mark: str, *, is_open: bool) -> bool:
    """Whether a mark opens a quotation: by its form, else by the space beside it, else by what is open already."""
    if mark in "“„«":
        return True
    if mark in "”»":
        return False
    before = text[place - 1 : place]
    after = text[place + len(mark) : place + len(mark) + 1]
    space_before = not before.strip() or before in "([—–-"
    space_after = not after.strip() or after in ".,;:!?)]—–-"
    if space_before != space_after:
        return space_before
    return not is_open


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """Return the spans of the paragraphs, from their first sentence to their last."""
    found: list[Span] = []
    number = None
    for sentence in sentences:
        if sentence.paragraph == number:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence.span)
        number = sentence.paragraph
    return found


def _end_of_paragraph(paragraphs: Sequence[Span], place: int, limit: int) -> int:
    number = bisect_right(paragraphs, place, key=attrgetter("end"))
    return min(paragraphs[number].end, limit) if number < len(paragraphs) else limit


def _single(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    for paragraph in _paragraphs(sentences):
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
            yield Span(*match.span())


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
