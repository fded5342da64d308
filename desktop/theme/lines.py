"""Text in rows of lists, where there is room for so many lines only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_MOST = 2


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into at most two lines of `width` pixels, the second elided."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < _MOST:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        last = len(lines) == _MOST - 1
        lines.append(text[start:] if last else text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    if len(lines) == _MOST:
        lines[-1] = QFontMetricsF(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines
