"""Draws a page: what lies under the words, the words, what lies over them, the margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)

from desktop.reading.column import Column
from desktop.reading.composition import BlockKind
from desktop.reading.margin_painter import MarginPainter
from desktop.reading.page import Page
from desktop.reading.sentence_painter import SentencePainter
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import Span

_SELECTION = 0.32  # opacity: what lies under selected words stays visible


@dataclass(frozen=True, slots=True)
class Moment:
    """What is drawn of a page besides its marks.

    `selection` is the text cursor, whose caret is drawn when `caret` is true. `asleep` thins the outline of the current
    sentence: keys go elsewhere.
    """

    current: int | None
    hits: Sequence[Span]
    selection: QTextCursor
    caret: bool
    asleep: bool


class PagePainter:
    """Draws pages in a theme."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._theme = theme
        self._page = page
        self._sentences = SentencePainter(theme, page.codebook)
        self._margins = MarginPainter(theme)

    def paint(self, painter: QPainter, area: QRectF, column: Column, moment: Moment) -> None:
        """Draw what of the page lies in an area of the document; nothing else is touched."""
        page = self._page
        visible = list(page.visible(area))
        for index in visible:
            self._sentences.paint_under(painter, page.marks[index], page.boxes(index), page.find)
        self._paint_words(painter, area, visible, moment)
        for index in visible:
            current = index == moment.current
            self._sentences.paint_over(painter, page.marks[index], page.boxes(index), page.find, current=current)
            if page.marks[index].unsettled and not current:
                self._sentences.paint_unsettled(painter, page.boxes(index))
        for span in moment.hits:
            if visible and page.sentences[visible[0]].start <= span.start < page.sentences[visible[-1]].end:
                self._sentences.paint_hit(painter, page.find(*span))
        for row in page.rows(visible, moment.current, column):
            self._margins.paint(painter, row, column)
        if moment.current in visible:
            width = 1.0 if moment.asleep else float(METRICS.ring_width)
            self._sentences.paint_outline(painter, page.boxes(moment.current), width)

    def _paint_words(self, painter: QPainter, area: QRectF, visible: Sequence[int], moment: Moment) -> None:
        """Draw the letters. Ink goes in as selections without background, which colour letters and move none."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = area
        context.palette = _palette(self._theme)
        context.cursorPosition = moment.selection.position() if moment.caret else -1
        context.selections = [*self._inks(visible), *self._selected(moment.selection)]
        self._page.document.documentLayout().draw(painter, context)

    def _inks(self, visible: Sequence[int]) -> list[QAbstractTextDocumentLayout.Selection]:
        page, inks = self._page, []
        for number, block in enumerate(page.composition.blocks[:2]):
            if block.kind is BlockKind.META:
                text = page.document.findBlockByNumber(number)
                inks.append(self._ink(text.position(), text.position() + text.length() - 1, self._theme.muted))
        for index in visible:
            colour = self._sentences.ink(page.sentences[index].kind, page.marks[index])
            if colour is not None:
                inks.append(self._ink(*page.composition.ranges[index], colour))
        return inks

    def _ink(self, start: int, end: int, colour: QColor) -> QAbstractTextDocumentLayout.Selection:
        ink = QAbstractTextDocumentLayout.Selection()
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setForeground(colour)
        ink.cursor, ink.format = cursor, letters
        return ink

    def _selected(self, cursor: QTextCursor) -> list[QAbstractTextDocumentLayout.Selection]:
        if not cursor.hasSelection():
            return []
        selected = QAbstractTextDocumentLayout.Selection()
        words = QTextCharFormat()
        colour = QColor(self._theme.accent)
        colour.setAlphaF(_SELECTION)
        words.setBackground(colour)
        selected.cursor, selected.format = cursor, words
        return [selected]


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, theme.text)
    return palette
