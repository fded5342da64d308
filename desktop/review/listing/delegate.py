"""How a disagreement looks in the list: two lines of the sentence, under them what people differ on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.review.listing.model import Entry, Role, state_in_words
from desktop.row_delegate import RowDelegate
from desktop.theme import fonts
from desktop.theme.icons import paint_icon
from desktop.theme.lines import two_lines
from desktop.theme.tokens import METRICS

ROW = 77
TITLE_ROW = 34
_SIDE, _TOP = 16, 9
_LINE = 19
_WORDS_SIZE = 14
_GAP = 3
_LABELS_LINE = 16
_CHECK = 14


class DisagreementDelegate(RowDelegate):
    """Paints the rows of the list."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(_SIDE, _TOP, 0, 0)
        box.setRight(self._view.width() - _SIDE)
        if entry.sentence is None:
            self._paint_title(painter, QRectF(option.rect), box, entry.words)
        else:
            self.paint_ground(painter, option)
            self._paint_entry(painter, box, entry)
        painter.restore()

    def _paint_title(self, painter: QPainter, row: QRectF, box: QRectF, title: str) -> None:
        font = fonts.interface(METRICS.small_size, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        words = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        line = QRectF(box.left(), row.top() + 8, box.width(), row.height() - 10)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        font = fonts.reading(_WORDS_SIZE)
        painter.setFont(font)
        painter.setPen(self._theme.settled if entry.settled else self._theme.text)
        metrics = QFontMetricsF(font)
        for number, words in enumerate(two_lines(entry.words, font, box.width())):
            baseline = box.top() + number * _LINE + (_LINE + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(box.left(), baseline), words)
        line = QRectF(box.left(), box.top() + 2 * _LINE + _GAP, box.width(), _LABELS_LINE)
        painter.setFont(fonts.interface(METRICS.small_size))
        painter.setPen(self._theme.muted)
        end = self._paint_state(painter, line, entry)
        room = line.adjusted(0, 0, end - line.right() - 10, 0)
        labels = painter.fontMetrics().elidedText(entry.labels, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, labels)

    def _paint_state(self, painter: QPainter, line: QRectF, entry: Entry) -> float:
        """Write whether it is settled at the right end of the line; return where that begins."""
        words = state_in_words(entry)
        if entry.settled:
            check = QRectF(line.right() - _CHECK, line.center().y() - _CHECK / 2, _CHECK, _CHECK)
            paint_icon(painter, "check", check, self._theme.muted)
            line = line.adjusted(0, 0, -_CHECK - 4, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return line.right() - painter.fontMetrics().horizontalAdvance(words)
