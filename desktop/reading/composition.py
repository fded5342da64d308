"""From an article and its sentences to the lines of text that are shown. Knows nothing of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from desktop.reading.positions import Anchor, Positions, shown, utf16_length
from labeling.domain.articles import Article, Kind, Sentence, Span

_META = ("source", "date", "byline")
_LONGEST = 60  # sentences in one block: Qt draws and finds places block by block, and some texts have no paragraphs


class BlockKind(StrEnum):
    """How a block of the document is set."""

    TITLE = "title"
    META = "meta"
    HEADING = "heading"
    FURNITURE = "furniture"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class ComposedBlock:
    """A paragraph of the document: its text in runs, and the sentences in it.

    Every second one of `runs` is the gap between two sentences: a space, or nothing where the text has no white space.
    `sentences` is empty for a title or a line of metadata that isn't part of the text.
    """

    kind: BlockKind
    runs: tuple[str, ...]
    sentences: range


@dataclass(frozen=True, slots=True)
class Composition:
    """An article as a document: its blocks, and the range of document positions of every sentence."""

    blocks: tuple[ComposedBlock, ...]
    ranges: tuple[Span, ...]
    block_numbers: tuple[int, ...]
    positions: Positions

    def sentence_at(self, position: int) -> int | None:
        """Return the index of the sentence at or before a document position; None in lines that aren't text."""
        index = bisect_right(self.ranges, position, key=lambda span: span.start) - 1
        if index < 0:
            return None
        number = self.block_numbers[index]
        last_in_block = index == len(self.ranges) - 1 or self.block_numbers[index + 1] != number
        return None if last_in_block and position > self.ranges[index].end else index


def compose(article: Article, sentences: Sequence[Sentence], *, show_title: bool) -> Composition:
    """Return the document of an article. With `show_title`, its title stands above the text as a line of its own."""
    builder = _Builder(article.text)
    if show_title and article.title:
        builder.add_line(BlockKind.TITLE, article.title)
    paragraphs = [list(group) for _, group in groupby(enumerate(sentences), key=lambda item: item[1].paragraph)]
    titled = not show_title and bool(paragraphs) and all(s.kind is Kind.HEADING for _, s in paragraphs[0])
    meta = " · ".join(value for name in _META if (value := article.metadata.get(name, "").strip()))
    if titled:
        builder.add_paragraph(BlockKind.TITLE, paragraphs.pop(0))
    if meta:
        builder.add_line(BlockKind.META, meta)
    for paragraph in paragraphs:
        for first in range(0, len(paragraph), _LONGEST):
            builder.add_paragraph(BlockKind(paragraph[first][1].kind.value), paragraph[first : first + _LONGEST])
    return builder.composition()


class _Builder:
    """Collects blocks from top to bottom, counting document positions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._blocks: list[ComposedBlock] = []
        self._ranges: list[Span] = []
        self._numbers: list[int] = []
        self._anchors: list[Anchor] = []

    def add_line(self, kind: BlockKind, text: str) -> None:
        """Add a line that isn't part of the article's text."""
        line, _ = shown(text, 0, len(text), 0)
        self._blocks.append(ComposedBlock(kind, (line,), range(0)))
        self._position += utf16_length(line) + 1

    def add_paragraph(self, kind: BlockKind, sentences: list[tuple[int, Sentence]]) -> None:
        runs: list[str] = []
        for index, sentence in sentences:
            if runs:
                runs.append(" " if self._text[sentence.start - 1].isspace() else "")
                self._position += len(runs[-1])
            words, anchors = shown(self._text, sentence.start, sentence.end, self._position)
            runs.append(words)
            self._anchors += anchors
            self._ranges.append(Span(self._position, anchors[-1][1]))
            self._numbers.append(len(self._blocks))
            self._position = anchors[-1][1]
            last = index
        self._position += 1
        self._blocks.append(ComposedBlock(kind, tuple(runs), range(sentences[0][0], last + 1)))

    def composition(self) -> Composition:
        anchors = self._anchors or [(0, 0)]
        return Composition(tuple(self._blocks), tuple(self._ranges), tuple(self._numbers), Positions(anchors))
