"""How a sentence looks in the list: two lines of it, who said what, and its article."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.review.agreement.sentences.model import Entry, Role, Vote
from desktop.row_delegate import RowDelegate
from desktop.theme import fonts
from desktop.theme.lines import two_lines
from desktop.theme.signs import paint_chip
from desktop.theme.tokens import METRICS

ROW = 106
_SIDE, _TOP = 16, 11
_LINE, _WORDS_SIZE = 20, 14
_VOTES_LINE, _ARTICLE_LINE = 24, 18
_AFTER_NAME, _AFTER_CHIP, _AFTER_VOTE = 6, 2, 12


class SentenceDelegate(RowDelegate):
    """Paints the rows of the list."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, ruled=True)
        box = QRectF(option.rect).adjusted(_SIDE, _TOP, 0, 0)
        box.setRight(self._view.width() - _SIDE)
        self._paint_words(painter, box, entry)
        votes = QRectF(box.left(), box.top() + 2 * _LINE, box.width(), _VOTES_LINE)
        self._paint_votes(painter, votes, entry.votes)
        self._paint_article(painter, QRectF(box.left(), votes.bottom(), box.width(), _ARTICLE_LINE), entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        font = fonts.reading(_WORDS_SIZE)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.text)
        for number, words in enumerate(two_lines(entry.text, font, box.width())):
            baseline = box.top() + number * _LINE + (_LINE + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(box.left(), round(baseline)), words)

    def _paint_votes(self, painter: QPainter, line: QRectF, votes: tuple[Vote, ...]) -> None:
        x, metrics = line.left(), QFontMetricsF(_small())
        baseline = round(line.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        for place, vote in enumerate(votes):
            more = f"+{len(votes) - place}"
            rest = metrics.horizontalAdvance(more) if place < len(votes) - 1 else 0.0
            painter.setFont(_small())
            painter.setPen(self._theme.muted)
            if x + _width(vote, metrics) + rest > line.right():
                painter.drawText(
                    QPointF(x, baseline),
                    more if place else metrics.elidedText(vote.spoken, Qt.TextElideMode.ElideRight, line.width()),
                )
                return
            words = f"{vote.called} {vote.words}".strip()
            painter.drawText(QPointF(x, baseline), words)
            x += metrics.horizontalAdvance(words) + (_AFTER_NAME if vote.labels else 0)
            for label in vote.labels:
                chip = QRectF(round(x), round(line.center().y() - METRICS.chip / 2), METRICS.chip, METRICS.chip)
                paint_chip(painter, chip, label, self._theme, filled=True)
                x += METRICS.chip + _AFTER_CHIP
            x += _AFTER_VOTE

    def _paint_article(self, painter: QPainter, line: QRectF, entry: Entry) -> None:
        metrics, x = QFontMetricsF(_small()), line.left()
        baseline = round(line.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        painter.setPen(self._theme.muted)
        if entry.settled:
            bold = fonts.interface(METRICS.small_size, QFont.Weight.DemiBold)
            painter.setFont(bold)
            words = self.tr("Settled")
            painter.drawText(QPointF(x, baseline), words)
            x += math.ceil(QFontMetricsF(bold).horizontalAdvance(words))
            painter.setFont(_small())
            painter.drawText(QPointF(x, baseline), " · ")
            x += metrics.horizontalAdvance(" · ")
        painter.setFont(_small())
        title = metrics.elidedText(entry.article, Qt.TextElideMode.ElideRight, line.right() - x)
        painter.drawText(QPointF(x, baseline), title)


def _width(vote: Vote, metrics: QFontMetricsF) -> float:
    chips = len(vote.labels) * (METRICS.chip + _AFTER_CHIP) + (_AFTER_NAME if vote.labels else 0)
    return metrics.horizontalAdvance(f"{vote.called} {vote.words}".strip()) + chips + _AFTER_VOTE


def _small() -> QFont:
    return fonts.interface(METRICS.small_size)
