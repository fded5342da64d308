"""How an article looks in the list: its title in two lines, under it how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.models.articles import Role, progress_of, sample_words, title_of
from desktop.row_delegate import RowDelegate
from desktop.theme import fonts
from desktop.theme.icons import paint_icon
from desktop.theme.lines import two_lines
from desktop.theme.tokens import METRICS
from desktop.words import counted
from labeling.store.articles import ArticleRow

_LEFT, _RIGHT, _TOP = 16, 16, 9
_TITLE_LINE = 18
_GAP = 4
_PROGRESS_LINE = 16
_CHECK = 14
_AFTER_FACTS = 10


class ArticleDelegate(RowDelegate):
    """Paints the rows of the article list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(METRICS.article_list_min, METRICS.article_row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, ArticleRow):
            return
        is_open = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        box = QRectF(option.rect).adjusted(_LEFT, _TOP, 0, 0)
        box.setRight(self._view.width() - _RIGHT)
        top = self._paint_title(painter, box, title_of(row), is_open=is_open) + _GAP
        line = QRectF(box.left(), top, box.width(), _PROGRESS_LINE)
        painter.setFont(fonts.interface(METRICS.small_size))
        self._paint_progress(painter, line, row, index.data(Role.HITS), is_open=is_open)
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, title: str, *, is_open: bool) -> float:
        """Write the title; return where it ends."""
        painter.setPen(self._theme.text)
        font = fonts.interface(weight=QFont.Weight.DemiBold if is_open else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        lines = two_lines(title, font, box.width())
        for number, words in enumerate(lines):
            baseline = box.top() + number * _TITLE_LINE + (_TITLE_LINE + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(box.left(), baseline), words)
        return box.top() + len(lines) * _TITLE_LINE

    def _paint_progress(
        self, painter: QPainter, line: QRectF, row: ArticleRow, hits: int | None, *, is_open: bool
    ) -> None:
        if row.done:
            line_end = self._paint_end(painter, line.adjusted(0, 0, -_CHECK - _GAP, 0), f"{row.sentences:,}")
            check = QRectF(line.right() - _CHECK, line.center().y() - _CHECK / 2, _CHECK, _CHECK)
            paint_icon(painter, "check", check, self._theme.muted)
        else:
            words = progress_of(row) if row.judged else f"{row.sentences:,}"
            line_end = self._paint_end(painter, line, words)
        if hits is not None:
            painter.setPen(self._theme.text)
            self._paint_start(painter, line, [*sample_words(row), self._hits_in_words(hits)])
        elif row.judged and not row.done:
            start = self._paint_start(painter, line, sample_words(row))
            bar = QRectF(start, line.center().y() - 2, line_end - start - 10, 4)
            self._paint_bar(painter, bar, row.judged / row.sentences, is_open=is_open)
        else:
            self._paint_start(painter, line, [*sample_words(row), progress_of(row)])

    def _paint_end(self, painter: QPainter, line: QRectF, words: str) -> float:
        """Write words at the right end of the line; return where they begin."""
        painter.setPen(self._theme.muted)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return line.right() - painter.fontMetrics().horizontalAdvance(words)

    def _paint_start(self, painter: QPainter, line: QRectF, facts: list[str]) -> float:
        """Write facts at the left end of the line; return where something else can begin."""
        words = " · ".join(facts)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        return line.left() + (painter.fontMetrics().horizontalAdvance(words) + _AFTER_FACTS if facts else 0)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float, *, is_open: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self._theme.accent if is_open else self._theme.control)
        ground = QColor(colour)
        ground.setAlphaF(0.22)
        painter.setBrush(ground)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(4.0, bar.width() * share), bar.height()), 2, 2)

    def _hits_in_words(self, hits: int) -> str:
        if not hits:
            return self.tr("In the title or source")
        return counted(hits, self.tr("hit"), self.tr("hits"))
