"""An article as it lies in the column: its document, where every sentence is, and what is shown of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt
from PySide6.QtGui import QTextDocument

from desktop.reading.column import Column
from desktop.reading.composition import BlockKind, compose
from desktop.reading.lines import LineBox, Lines
from desktop.reading.margins import Entry, Row, Sign, margin_rows
from desktop.reading.marks import Mark
from desktop.reading.typesetting import typeset
from labeling.domain.articles import Article, Sentence, Span
from labeling.domain.codebooks import Codebook

_REACH = 60.0  # how far above and below its line something of a sentence may be drawn, at any size
_EDGE = 6.0  # of its outline, signs and lowest underline


class Page:
    """One article on show. Coordinates are those of the document, which is laid out from top to bottom as needed."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        marks: Sequence[Mark],
        codebook: Codebook,
        *,
        show_title: bool,
    ) -> None:
        self.article = article
        self.sentences = tuple(sentences)
        self.marks = list(marks)
        self.codebook = codebook
        self.composition = compose(article, sentences, show_title=show_title)
        self.document = QTextDocument()
        self.lines = Lines(self.document, self.composition)
        self._laid_out = 0

    def set_type(self, size: int, column: Column) -> QTextDocument:
        """Set the text anew at a reading size and return its document."""
        self.document = typeset(self.composition, size, column)
        self.lines = Lines(self.document, self.composition)
        self._laid_out = 0
        return self.document

    def void_layout(self) -> None:
        """Forget where words stand: the document is being laid out anew."""
        self.lines.drop()
        self._laid_out = 0

    def lay_out(self, milliseconds: int) -> bool:
        """Go on laying out for about that long. Return whether everything has its place."""
        clock = QElapsedTimer()
        clock.start()
        layout, blocks = self.document.documentLayout(), len(self.composition.blocks)
        block = self.document.findBlockByNumber(self._laid_out)
        while self._laid_out < blocks and clock.elapsed() < milliseconds:
            layout.blockBoundingRect(block)
            block = block.next()
            self._laid_out += 1
        return self._laid_out >= blocks

    @property
    def origin(self) -> str:
        """Where the article comes from, as the line under its title says it."""
        return next((block.runs[0] for block in self.composition.blocks if block.kind is BlockKind.META), "")

    def boxes(self, index: int) -> tuple[LineBox, ...]:
        """Return the boxes of a sentence's words from top to bottom."""
        return self.lines.of_sentence(index)

    def find(self, start: int, end: int) -> tuple[LineBox, ...]:
        """Return the boxes of a range of code points."""
        positions = self.composition.positions
        return self.lines.between(positions.to_document(start), positions.to_document(end))

    def heading_bottom(self) -> float:
        """Return where the title ends; without one, the first line of text."""
        block = self.document.firstBlock()
        return self.document.documentLayout().blockBoundingRect(block).bottom()

    def places(self) -> list[float]:
        """Return the heights of the sentences; those on one line stand a little below each other."""
        layout, places = self.document.documentLayout(), []
        text = self.document.firstBlock()
        for block in self.composition.blocks:
            rect = layout.blockBoundingRect(text)
            for index in block.sentences:
                before = self.composition.ranges[index].start - text.position()
                places.append(rect.top() + rect.height() * before / text.length())
            text = text.next()
        return places

    def visible(self, area: QRectF) -> Iterator[int]:
        """Yield the sentences of which something is drawn in an area, the first one of a line first."""
        if not self.sentences:
            return
        top = QPointF(0, max(area.top() - _REACH, 0))
        position = self.document.documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        starts = self.composition.ranges
        first = max(bisect_right(starts, position, key=lambda span: span.start) - 1, 0)
        for index in range(first, len(self.sentences)):
            boxes = self.boxes(index)
            if boxes and boxes[0].baseline > area.bottom() + _REACH:
                return
            yield index

    def visible_at(self, y: float) -> Iterator[int]:
        """Yield the sentences of which something is drawn at a height."""
        return self.visible(QRectF(0, y, 1, 1))

    def rows(self, indices: Sequence[int], current: int | None, column: Column) -> list[Row]:
        """Return the rows of signs in the margins of sentences in reading order."""
        entries = (Entry(index, self.marks[index], self.boxes(index), index == current) for index in indices)
        return margin_rows(entries, self.codebook, column)

    def sign_beside(self, point: QPointF, current: int | None, column: Column) -> Sign | None:
        """Return the sign nearest to a point on the same line of text; None where no sentence begins."""
        rows = self.rows(list(self.visible_at(point.y())), current, column)
        row = next((row for row in rows if abs(row.middle - point.y()) <= row.line / 2), None)
        return row.sign_at(point.x()) if row is not None else None

    def sign_at(self, point: QPointF, current: int | None, column: Column) -> Sign | None:
        """Return the sign in the margins under a point."""
        sign = self.sign_beside(point, current, column)
        return sign if sign is not None and sign.left <= point.x() <= sign.right else None

    def extent(self, index: int) -> tuple[float, float]:
        """Return from where to where something of a sentence is drawn."""
        boxes = self.boxes(index)
        return (boxes[0].top - _EDGE, boxes[-1].bottom + _EDGE) if boxes else (0.0, 0.0)

    def sentence_near(self, point: QPointF) -> int | None:
        """Return the sentence at or beside a point; None where there is no text at that height."""
        position = self.document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        index = self.composition.sentence_at(max(position, 0))
        if index is None:
            return None
        top, bottom = self.extent(index)
        return index if top <= point.y() <= bottom else None

    def span_between(self, start: int, end: int) -> Span | None:
        """Return the code points between two document positions, without outer white space; None when none are left."""
        positions, text = self.composition.positions, self.article.text
        first, last = positions.to_text(start), positions.to_text(end)
        words = text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        return Span(first, last) if first < last else None
