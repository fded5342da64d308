"""The votes on a sentence: a row a label, a column a person, and what it is settled on in a box at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from desktop.theme import fonts
from desktop.theme.signs import key_cap_size, paint_chip, paint_key_cap, paint_underline
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Codebook, Label
from labeling.domain.judgments import State, Verdict

_HEAD, _HEAD_LOW = 30, 24
_LOW_ROW = 26
_COLUMN, _LEAST_COLUMN = 42, 24
_GOLD, _BEFORE_GOLD = 58, 10
_LEAST_LABEL = 108
_GAP = 9
_KEY = METRICS.key_cap + _GAP + 5
_RAISED = 6  # is a name that has no room for “differs” at its right
_MARKS = {State.EXCLUDED: "×", State.NONE: "–", State.LABELLED: "–", State.CLEARED: ""}


@dataclass(frozen=True, slots=True)
class Vote:
    """One column: what somebody is called, in full and in few letters, and what they said."""

    name: str
    short: str
    verdict: Verdict
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Votes:
    """All that the table shows. `gold` is what the sentence is settled on, else `proposed` what the majority gives.

    `even` are the labels without a majority, `differing` those that people differ on.
    """

    votes: Sequence[Vote] = ()
    differing: Sequence[str] = ()
    gold: Verdict | None = None
    proposed: Verdict | None = None
    even: frozenset[str] = field(default_factory=frozenset)


class VotesTable(QWidget):
    """`toggled` carries the id of a label whose row was clicked; `focused`, of one whose row has the focus."""

    toggled = Signal(str)
    focused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown = Votes()
        self._rows: dict[str, VoteRow] = {}
        self._keys: Mapping[str, str] = {}
        self._low = False
        self._label_width = float(_LEAST_LABEL)  # kept free for the longest name
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("Votes"))
        self._arrange()

    @property
    def buttons(self) -> list[QWidget]:
        """The rows, from top to bottom."""
        return list(self._rows.values())

    def row(self, label_id: str) -> VoteRow:
        """Return the row of a label; KeyError when the codebook does not have it."""
        return self._rows[label_id]

    def set_codebook(self, codebook: Codebook) -> None:
        """Show a row for each label."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {label.id: self._made(label) for label in codebook.labels}
        bold = QFontMetricsF(fonts.interface(weight=QFont.Weight.DemiBold))
        self._label_width = _KEY + max(bold.horizontalAdvance(label.name) for label in codebook.labels)
        self._arrange()
        self.set_keys(self._keys)

    def _made(self, label: Label) -> VoteRow:
        row = VoteRow(label, self)
        row.clicked.connect(lambda: self.toggled.emit(label.id))
        row.focused.connect(lambda: self.focused.emit(label.id))
        self._column.addWidget(row)
        return row

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands."""
        self._keys = keys
        for label_id, row in self._rows.items():
            row.set_key(keys.get(f"label.toggle.{label_id}", ""))

    def set_low(self, *, low: bool) -> None:
        """Take little height, or the usual one."""
        self._low = low
        self._arrange()

    def show_votes(self, votes: Votes) -> None:
        """Show what was said of a sentence."""
        self.shown = votes
        for row in self._rows.values():
            row.describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def columns(self) -> list[QRectF]:
        """Return where the columns of people stand, from top to bottom of the table."""
        count = len(self.shown.votes)
        right = self.gold_box().left() - _BEFORE_GOLD
        width = max(_LEAST_COLUMN, min(_COLUMN, (right - self._label_width) / max(count, 1)))
        left = right - count * width
        return [QRectF(left + place * width, 0, width, self.height()) for place in range(count)]

    def gold_box(self) -> QRectF:
        """Return where the box of what is settled stands."""
        return QRectF(self.width() - _GOLD - 0.5, 0.5, _GOLD, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setFont(fonts.interface(METRICS.small_size))
        painter.setPen(self.theme.muted)
        metrics = QFontMetricsF(painter.font())
        for column, vote in zip(self.columns(), self.shown.votes, strict=True):
            words = metrics.elidedText(vote.short, Qt.TextElideMode.ElideRight, column.width() - 2)
            painter.drawText(self._head(column), Qt.AlignmentFlag.AlignCenter, words)
        box = self.gold_box()
        painter.setPen(QPen(self.theme.control, 1))
        painter.setBrush(self.theme.paper)
        painter.drawRect(box)
        painter.setFont(fonts.interface(METRICS.small_size, QFont.Weight.DemiBold))
        painter.setPen(self.theme.text)
        painter.drawText(self._head(box), Qt.AlignmentFlag.AlignCenter, self.tr("Gold"))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            over = (
                vote
                for column, vote in zip(self.columns(), self.shown.votes, strict=True)
                if column.contains(QPointF(event.pos()))
            )
            vote = next(over, None)
            QToolTip.showText(event.globalPos(), vote.name if vote else "", self)
            return True
        return super().event(event)

    def _head(self, column: QRectF) -> QRectF:
        return QRectF(column.left(), 0, column.width(), self._column.contentsMargins().top())

    def _arrange(self) -> None:
        self._column.setContentsMargins(0, _HEAD_LOW if self._low else _HEAD, 0, 1)
        usual = METRICS.label_row if len(self._rows) <= 4 else METRICS.row
        for row in self._rows.values():
            row.set_height(_LOW_ROW if self._low else usual)


class VoteRow(QPushButton):
    """One label: its key, name and underline, whether people differ, their letters, and that of gold."""

    focused = Signal()

    def __init__(self, label: Label, table: VotesTable) -> None:
        super().__init__(table)
        self._label = label
        self._table = table
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label.name)
        self.setToolTip(self.tr("Settle that “{label}” applies, or no longer").format(label=label.name))

    def set_height(self, height: int) -> None:
        self.setFixedHeight(height)
        self.setStyleSheet(f"min-height: {height}px; max-height: {height}px; padding: 0; border: none;")

    def set_key(self, key: str) -> None:
        self._key = key
        self.update()

    def describe(self) -> None:
        """Say for a screen reader what is painted."""
        votes = self._table.shown
        words = [f"{vote.name}: {self._said(vote.verdict)}" for vote in votes.votes]
        if self.differs:
            words.append(self.tr("they differ"))
        given = votes.gold or votes.proposed
        if given is not None:
            name = self.tr("gold") if votes.gold else self.tr("the majority")
            words.append(f"{name}: {self._said(given)}")
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def _said(self, verdict: Verdict) -> str:
        if verdict.state is State.EXCLUDED:
            return self.tr("excluded")
        return self.tr("yes") if self._label.id in verdict.labels else self.tr("no")

    @property
    def differs(self) -> bool:
        """Whether people differ on this label."""
        return self._label.id in self._table.shown.differing

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_LABEL + _GOLD + 3 * _COLUMN, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_LABEL + _GOLD, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, votes, gold = self._table.theme, self._table.shown, self._table.gold_box()
        columns = self._table.columns()
        left = gold.left() - _BEFORE_GOLD
        if self.underMouse() and self.isEnabled():
            painter.fillRect(QRectF(0, 1, left, self.height() - 1), theme.hover)
        painter.fillRect(QRectF(0, 0, left, 1), theme.border)
        painter.fillRect(QRectF(gold.left() + 1, 0, gold.width() - 1, 1), theme.border)
        self._paint_label(painter, columns[0].left() if columns else left)
        for column, vote in zip(columns, votes.votes, strict=True):
            asked = self._label.id in vote.asked or self._label.id in vote.verdict.labels
            self._paint_cell(painter, column, vote.verdict if asked else None, filled=True)
        if votes.gold is None and self._label.id in votes.even:
            self._paint_words(painter, gold, "?")
        else:
            self._paint_cell(painter, gold, votes.gold or votes.proposed, filled=votes.gold is not None)

    def _paint_cell(self, painter: QPainter, column: QRectF, verdict: Verdict | None, *, filled: bool) -> None:
        if verdict is None:
            return
        if self._label.id not in verdict.labels:
            self._paint_words(painter, column, _MARKS[verdict.state])
            return
        middle = QPointF(column.center().x(), self.height() / 2)
        box = QRectF(
            round(middle.x() - METRICS.chip / 2), round(middle.y() - METRICS.chip / 2), METRICS.chip, METRICS.chip
        )
        paint_chip(painter, box, self._label, self._table.theme, filled=filled)

    def _paint_words(self, painter: QPainter, column: QRectF, words: str) -> None:
        painter.setFont(fonts.interface(weight=QFont.Weight.DemiBold))
        painter.setPen(self._table.theme.muted)
        painter.drawText(QRectF(column.left(), 0, column.width(), self.height()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_label(self, painter: QPainter, right: float) -> None:
        theme, x, height = self._table.theme, 0.0, float(self.height())
        if self._key:
            cap = key_cap_size(self._key)
            paint_key_cap(
                painter, QRectF(x, (height - cap.height()) / 2, cap.width(), cap.height()), self._key, theme, theme.text
            )
            x += cap.width() + _GAP
        bold = QFontMetricsF(fonts.interface(weight=QFont.Weight.DemiBold))
        small, differs, room = fonts.interface(METRICS.small_size - 1), self.tr("differs"), right - x - 4
        needed = _GAP + QFontMetricsF(small).horizontalAdvance(differs)
        fits = bold.horizontalAdvance(self._label.name) + needed <= room
        raised = 0 if fits or height < METRICS.label_row else _RAISED
        font = fonts.interface(weight=QFont.Weight.DemiBold if self.differs else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        for_name = room - needed if self.differs and not raised else room
        name = metrics.elidedText(self._label.name, Qt.TextElideMode.ElideRight, for_name)
        baseline = (height + metrics.ascent() - metrics.descent()) / 2 - 1 - raised
        painter.setFont(font)
        painter.setPen(theme.text)
        painter.drawText(QPointF(x, baseline), name)
        end = x + metrics.horizontalAdvance(name)
        width = METRICS.underline_width * theme.strong
        paint_underline(painter, self._label.underline, x, end, baseline + 6, theme.of(self._label).solid, width)
        if self.differs:
            painter.setFont(small)
            painter.setPen(theme.muted)
            painter.drawText(QPointF(x, baseline + 19) if raised else QPointF(end + _GAP, baseline), differs)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
