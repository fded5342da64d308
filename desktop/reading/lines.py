"""Where words stand in the document: one box for every line that they are on."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from desktop.reading.composition import Composition
from desktop.reading.positions import by_unit
from desktop.reading.typesetting import SETTINGS, Setting
from desktop.theme.tokens import METRICS


class LineBox(NamedTuple):
    """Words on one line, in document coordinates. `setting` and `scale` say how far tints and outlines reach."""

    left: float
    right: float
    baseline: float
    setting: Setting
    scale: float

    @property
    def tint(self) -> QRectF:
        top = round(self.baseline - self.setting.above * self.scale)
        bottom = round(self.baseline + self.setting.below * self.scale)
        return QRectF(self.left, top, self.right - self.left, bottom - top)

    @property
    def top(self) -> float:
        return self.baseline - self.setting.rise * self.scale

    @property
    def bottom(self) -> float:
        return self.baseline + self.setting.drop * self.scale

    @property
    def middle(self) -> float:
        """The height of the middle of small letters, where signs in the margins are centred."""
        return self.baseline - 7 * self.scale


class Lines:
    """The boxes of words in a document, kept until the document is laid out anew."""

    def __init__(self, document: QTextDocument, composition: Composition) -> None:
        self._document = document
        self._composition = composition
        self._boxes: dict[tuple[int, int], tuple[LineBox, ...]] = {}
        self._units: dict[int, str] = {}  # the text of a block, by its number

    def drop(self) -> None:
        """Forget everything: the document is laid out anew."""
        self._boxes.clear()

    def of_sentence(self, index: int) -> tuple[LineBox, ...]:
        """Return the boxes of a sentence from top to bottom."""
        return self.between(*self._composition.ranges[index])

    def between(self, start: int, end: int) -> tuple[LineBox, ...]:
        """Return the boxes of the words between two document positions, without the space at which a line broke."""
        boxes = self._boxes.get((start, end))
        if boxes is None:
            first = self._document.findBlock(start).blockNumber()
            last = self._document.findBlock(max(start, end - 1)).blockNumber()
            found = [box for number in range(first, last + 1) for box in self._in_block(number, start, end)]
            boxes = self._boxes[start, end] = tuple(found)
        return boxes

    def _in_block(self, number: int, start: int, end: int) -> list[LineBox]:
        block = self._document.findBlockByNumber(number)
        setting = SETTINGS[self._composition.blocks[number].kind]
        scale = self._document.defaultFont().pixelSize() / METRICS.reading_size
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout, units, boxes = block.layout(), self._units_of(number, block), []
        start, end = max(start - block.position(), 0), min(end - block.position(), len(units))
        for place in range(max(layout.lineForTextPosition(start).lineNumber(), 0), layout.lineCount()):
            line = layout.lineAt(place)
            if line.textStart() >= end:
                break
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            while last > first and units[last - 1].isspace():
                last -= 1
            if first < last:
                left, right = sorted((_x(line, first), _x(line, last)))
                # A fixed line height is added above the letters: only the baseline says where they are.
                baseline = float(round(corner.y() + line.y() + line.ascent()))
                boxes.append(LineBox(corner.x() + left, corner.x() + right, baseline, setting, scale))
        return boxes

    def _units_of(self, number: int, block: QTextBlock) -> str:
        units = self._units.get(number)
        if units is None:
            units = self._units[number] = by_unit(block.text())
        return units


def _x(line: QTextLine, position: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(position))[0]
