"""The names of a table’s columns, on the lines that its rows have."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.tables.row_delegate import OVERHANG, PADDING
from desktop.theme import fonts
from desktop.theme.tokens import METRICS, Theme

HEIGHT = 28


class Headings(QHeaderView):
    """Small muted words, at the left or right as the column is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(0)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def sectionSizeFromContents(self, column: int) -> QSize:  # noqa: N802 - Qt's name
        wide = QFontMetricsF(heading_font()).horizontalAdvance(self.words_of(column))
        return QSize(math.ceil(wide) + 2 * PADDING + 1, HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:  # noqa: N802 - Qt's name
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = OVERHANG if not column else PADDING
        right = OVERHANG if self._is_last(column) else PADDING
        self.paint_words(painter, QRectF(rect).adjusted(left, 0, -right, 0), column)
        painter.restore()

    def paint_words(self, painter: QPainter, box: QRectF, column: int) -> None:
        """Write the name of a column into its box."""
        alignment = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        self.write(painter, box, self.words_of(column), at_right=bool(alignment & Qt.AlignmentFlag.AlignRight))

    def write(self, painter: QPainter, box: QRectF, words: str, *, at_right: bool) -> float:
        """Write words, elided where there is too little room; return where they begin."""
        font = heading_font()
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, math.ceil(box.width()))
        x = box.right() - metrics.horizontalAdvance(words) if at_right else box.left()
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        painter.drawText(QPointF(x, round(box.center().y() + (metrics.ascent() - metrics.descent()) / 2)), words)
        return x

    def words_of(self, column: int) -> str:
        """Return the name of a column."""
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _is_last(self, column: int) -> bool:
        return all(self.isSectionHidden(later) for later in range(column + 1, self.count()))


def heading_font() -> QFont:
    """Return the font of the names of columns."""
    return fonts.interface(METRICS.small_size, QFont.Weight.Medium)
