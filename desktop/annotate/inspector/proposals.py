"""What is suggested for the current sentence, painted: letters, names, scores, and the words behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.annotate.note_words import (
    cues_in_words,
    reason_in_words,
    score_explained,
    score_in_words,
    suggestion_in_words,
)
from desktop.theme import fonts
from desktop.theme.signs import paint_chip
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Codebook, Label

if TYPE_CHECKING:
    from labeling.suggestions.suggestion import Suggestion

_GAP, _CLOSE = 8, 3
_COLUMN_GAP = 12
_LINE = 20
_REASON_AWAY = 4
_LEAST_WORDS = 40  # narrower than this, words are left out
_WITH_WORDS, _WITH_NAMES = 3, 6  # at most so many are shown with their words, with their names


class _Line(NamedTuple):
    label: Label
    suggestion: Suggestion


class Proposals(QWidget):
    """One suggestion with its reason below, a few one below the other, many in columns; or all of them in one line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[_Line, ...] = ()
        self._one_line = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_suggestions(self, suggestions: Sequence[Suggestion], codebook: Codebook) -> None:
        """Show suggestions with the names and letters of a codebook."""
        labels = {label.id: label for label in codebook.labels}
        self._lines = tuple(_Line(labels[each.label], each) for each in suggestions if each.label in labels)
        known = [line.suggestion for line in self._lines]
        self.setAccessibleName("; ".join(suggestion_in_words(each, codebook) for each in known))
        self.setToolTip("\n".join(score_explained(each, codebook) for each in known))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def set_one_line(self, *, one_line: bool) -> None:
        """Show everything in one line, or below each other."""
        self._one_line = one_line
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(METRICS.chip, METRICS.chip)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._one_line:
            self._paint_one_line(painter)
        elif len(self._lines) == 1:
            self._paint_alone(painter, self._lines[0])
        else:
            for line, box in zip(self._lines, self.boxes, strict=True):
                self._paint_line(painter, line, box)

    @property
    def boxes(self) -> list[QRect]:
        """Where each suggestion goes when there are several, column by column."""
        count = len(self._lines)
        columns = 1 if count <= _WITH_WORDS else 2 if count <= _WITH_NAMES else 3
        rows = -(-count // columns)
        width = (self.width() - (columns - 1) * _COLUMN_GAP) // columns
        top = max(0, (self.height() - rows * _LINE) // 2)
        places = (divmod(place, rows) for place in range(count))
        return [QRect(column * (width + _COLUMN_GAP), top + row * _LINE, width, _LINE) for column, row in places]

    def _paint_alone(self, painter: QPainter, line: _Line) -> None:
        box = QRect(0, 0, self.width(), _LINE)
        score = self.tr("score {score}").format(score=score_in_words(line.suggestion.score))
        room = self._paint_score(painter, score, self._paint_chip(painter, line, box))
        self._paint_words(painter, line.label.name, room, _bold())
        reason = QRect(0, _LINE + _REASON_AWAY, self.width(), _LINE)
        self._paint_words(painter, reason_in_words(line.suggestion), reason, fonts.interface())

    def _paint_line(self, painter: QPainter, line: _Line, box: QRect) -> None:
        room = self._paint_chip(painter, line, box)
        room = self._paint_score(painter, score_in_words(line.suggestion.score), room)
        if len(self._lines) > _WITH_NAMES:
            return
        used = self._paint_words(painter, line.label.name, room, _bold())
        if len(self._lines) <= _WITH_WORDS:
            painter.setPen(self._theme.muted)
            room.setLeft(room.left() + used + _GAP)
            self._paint_words(painter, cues_in_words(line.suggestion), room, fonts.interface(METRICS.small_size))

    def _paint_one_line(self, painter: QPainter) -> None:
        """Draw the letters; as far as there is room, scores too, and of a single one its name and reason."""
        alone, room, small = len(self._lines) == 1, self.rect(), fonts.interface(METRICS.small_size)
        score = QFontMetrics(small).horizontalAdvance(score_in_words(0))
        scored = len(self._lines) * (METRICS.chip + _CLOSE + score + _GAP) - _GAP <= room.width()
        for line in self._lines:
            room = self._paint_chip(painter, line, room, _GAP if alone else _CLOSE)
            if alone:
                name = room.adjusted(0, 0, -score - _GAP, 0)
                room.setLeft(room.left() + self._paint_words(painter, line.label.name, name, _bold()))
                room.setLeft(room.left() + (_GAP if room.left() > name.left() else 0))
            painter.setPen(self._theme.muted)
            if scored:
                self._paint_words(painter, score_in_words(line.suggestion.score), room, small)
                room.setLeft(room.left() + score + _GAP)
            if alone:
                self._paint_words(painter, cues_in_words(line.suggestion), room, small)

    def _paint_chip(self, painter: QPainter, line: _Line, box: QRect, gap: int = _GAP) -> QRect:
        """Draw the letter at the left of a box; return what is left of the box."""
        side = METRICS.chip
        top = box.top() + (box.height() - side) // 2
        paint_chip(painter, QRectF(box.left(), top, side, side), line.label, self._theme, filled=False)
        painter.setPen(self._theme.text)
        return box.adjusted(side + gap, 0, 0, 0)

    def _paint_score(self, painter: QPainter, score: str, box: QRect) -> QRect:
        """Draw the score at the right of a box; return what is left of the box."""
        font = fonts.interface(METRICS.small_size)
        width = QFontMetrics(font).horizontalAdvance(score)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, score)
        painter.setPen(self._theme.text)
        return box.adjusted(0, 0, -width - _GAP, 0)

    @staticmethod
    def _paint_words(painter: QPainter, words: str, box: QRect, font: QFont) -> int:
        """Draw words at the left of a box, elided; return how wide they are."""
        metrics = QFontMetrics(font)
        if box.width() < min(_LEAST_WORDS, metrics.horizontalAdvance(words)):
            return 0
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


def _bold() -> QFont:
    return fonts.interface(weight=QFont.Weight.DemiBold)
