"""Setting pages of text to be read: room round headings, lines and lists."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

_MARGIN = 20
_INDENT = 18
_LINE_HEIGHT = 128  # percent
_ABOVE_HEADING = (0, 4, 20, 14)  # pixels by level; the first level is the title at the top
_BELOW_HEADING = 4
_BELOW_PARAGRAPH = 8
_BELOW_ITEM = 3


def typeset(document: QTextDocument) -> None:
    """Give a document that was just filled from Markdown or HTML its spacing."""
    document.setDocumentMargin(_MARGIN)
    document.setIndentWidth(_INDENT)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(_spacing(block))
        block = block.next()


def _spacing(block: QTextBlock) -> QTextBlockFormat:
    result = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    if level:
        result.setTopMargin(_ABOVE_HEADING[min(level, len(_ABOVE_HEADING) - 1)])
        result.setBottomMargin(_BELOW_HEADING)
    elif block.textList() is not None:
        result.setBottomMargin(_BELOW_ITEM)
    elif not block.blockFormat().nonBreakableLines():
        result.setBottomMargin(_BELOW_PARAGRAPH)
    result.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return result
