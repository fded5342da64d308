"""All that the annotator has said of the current sentence, latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.verdict_words import origin_in_words, time_in_words, verdict_in_words
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment, Origin

_FIRST = 12
_TIME_GAP = 8
_LINE_GAP = 4
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop

Line = tuple[str, str]


class HistoryList(QWidget):
    """One line a judgment: when, and what it said. Old ones are shown on demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: Sequence[Judgment] = ()
        self._codebook: Codebook | None = None
        self._sentence: SentenceId | None = None
        self._table = HistoryTable(theme)
        heading = QLabel(self.tr("History of this sentence"))
        set_role(heading, "section")
        self.all = QPushButton()
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.clicked.connect(self._show_all)
        set_role(self.all, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(self._table)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown: time and words of judgments, latest first."""
        return self._table.lines

    def show_history(self, history: Sequence[Judgment], codebook: Codebook, sentence: SentenceId | None) -> None:
        """Show judgments, latest first; of those that were said of other boundaries, that is said too."""
        self._history, self._codebook, self._sentence = history, codebook, sentence
        self._show(history[:_FIRST])
        self.all.setVisible(len(history) > _FIRST)
        self.all.setText(self.tr("All {count}").format(count=len(history)))

    def set_theme(self, theme: Theme) -> None:
        self._table.set_theme(theme)

    def _show_all(self) -> None:
        self._show(self._history)
        self.all.hide()

    def _show(self, history: Sequence[Judgment]) -> None:
        now, codebook = datetime.now().astimezone(), self._codebook
        lines = [(time_in_words(j.id, now), self._words(j, codebook)) for j in history] if codebook else []
        self._table.set_lines(lines or [("", self.tr("Nothing yet. Every change will be kept here."))])

    def _words(self, judgment: Judgment, codebook: Codebook) -> str:
        said = _said(judgment, codebook)
        if judgment.sentence == self._sentence:
            return said
        return self.tr("{said} (before it was split or joined)").format(said=said)


class HistoryTable(QWidget):
    """Times and words in two columns. Painted: a label with a table takes longer than a frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show times and words; a line without a time is muted."""
        self.lines = tuple(lines)
        self.setAccessibleName("\n".join(" ".join(line).strip() for line in lines))
        self._fit()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setFont(fonts.interface())
        for (time, words), box in zip(self.lines, self._boxes(), strict=True):
            painter.setPen(self._theme.muted)
            painter.drawText(QRect(0, box.top(), box.left(), box.height()), _WRAPPED, time)
            painter.setPen(self._theme.text if time else self._theme.muted)
            painter.drawText(box, _WRAPPED, words)

    def _boxes(self) -> list[QRect]:
        """Return where the words of each line go."""
        metrics = QFontMetrics(fonts.interface())
        widest = max((metrics.horizontalAdvance(time) for time, _ in self.lines), default=0)
        left, top, boxes = widest + _TIME_GAP if widest else 0, 0, []
        for _, words in self.lines:
            room = QRect(left, top, max(1, self.width() - left), 10_000)
            box = QRect(left, top, room.width(), metrics.boundingRect(room, _WRAPPED, words).height())
            boxes.append(box)
            top = box.bottom() + 1 + _LINE_GAP
        return boxes

    def _fit(self) -> None:
        boxes = self._boxes()
        self.setFixedHeight(boxes[-1].bottom() + 1 if boxes else 0)


def _said(judgment: Judgment, codebook: Codebook) -> str:
    words = verdict_in_words(judgment.verdict, codebook)
    words = words[:1].upper() + words[1:]
    return words if judgment.origin is Origin.HAND else f"{words} ({origin_in_words(judgment.origin)})"
