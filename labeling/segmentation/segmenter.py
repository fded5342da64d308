"""Text -> blocks -> sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from labeling.domain.articles import Block, Kind, Sentence, Span
from labeling.segmentation import furniture
from labeling.segmentation.boundaries import split
from labeling.segmentation.kinds import decide_kinds
from labeling.segmentation.paragraphs import find_paragraphs, trim

_CREDIT_SENTENCE = re.compile(rf"\s({furniture.CREDIT})\.$")
_LONGEST_CREDIT = 160


def segment(text: str, blocks: Sequence[Block] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a canonical text, in order; with the white space between them they tile it.

    `blocks` are the paragraphs that the source states, in order and without overlap, with a kind where it states one;
    ValueError when they are not. What lies outside them is parted into paragraphs like a text without blocks.
    """
    return split_blocks(text, find_blocks(text, blocks))


def find_blocks(text: str, blocks: Sequence[Block] = ()) -> list[Block]:
    """Return the paragraphs of a text, without outer white space and none of them empty, each with its kind."""
    return decide_kinds(text, list(_fill(text, blocks)))


def split_blocks(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Return the sentences of the blocks that `find_blocks` found."""
    return tuple(
        Sentence(start, end, block.kind or Kind.BODY, paragraph)
        for paragraph, block in enumerate(blocks)
        for start, end in _spans(text, block)
    )


def _fill(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the given blocks without outer white space, and between them the paragraphs of what they leave out."""
    position = 0
    for block in blocks:
        if not position <= block.start <= block.end <= len(text):
            raise ValueError(f"The block {block.start}–{block.end} overlaps the one before it or the end of the text.")
        yield from (Block(*span) for span in find_paragraphs(text, position, block.start))
        span = trim(text, block.start, block.end)
        if span.start < span.end:
            yield Block(*span, block.kind)
        position = block.end
    yield from (Block(*span) for span in find_paragraphs(text, position, len(text)))


def _spans(text: str, block: Block) -> list[Span]:
    """Return the sentences of a block. A heading is one, and so is furniture that is not written in sentences."""
    if block.kind is Kind.BODY:
        return split(text, block.start, block.end)
    if block.kind is Kind.HEADING or text[block.end - 1] != ".":
        return [Span(block.start, block.end)]
    credit = _CREDIT_SENTENCE.search(text, max(block.start, block.end - _LONGEST_CREDIT), block.end)
    if credit is None:
        return split(text, block.start, block.end)
    return [*split(text, *trim(text, block.start, credit.start())), Span(credit.start(1), block.end)]
