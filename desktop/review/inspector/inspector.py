"""The panel beside the text: what everybody said of the current sentence, and the controls that settle it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.codebook_entry import CodebookEntry
from desktop.comment_box import Save
from desktop.review.inspector.decisions import Decisions
from desktop.review.inspector.note import Note
from desktop.review.inspector.remarks import Remarks
from desktop.review.inspector.votes import Votes, VotesTable
from desktop.review.people import People
from desktop.scrolled import Scrolled
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import Article, SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment

STRIP_HEIGHT = 186
_EDGE = 16
_LEAST_READING = 72  # of remarks and codebook entry; below that the whole panel scrolls
_LOW = 720  # a column lower than this has room for one line of the reason
_UNBOUNDED = 16_777_215


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is shown of a sentence; without `sentence`, that there is none."""

    sentence: SentenceId | None
    place: str
    state: str
    hint: str
    votes: Votes
    said: Sequence[Judgment]
    article: Article | None
    note: str


class Inspector(QStackedWidget):
    """A column at the side of the text, or a strip below it, with the same parts."""

    def __init__(self, save: Save, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Inspector"))
        self.place, self.state, self.hint = QLabel(), QLabel(), QLabel()
        self.votes = VotesTable(theme)
        self.decisions = Decisions(theme)
        self.remarks = Remarks(theme)
        self.entry = CodebookEntry(theme)
        self.note = Note(save, theme)
        self._codebook: Codebook | None = None
        self._sentence: SentenceId | None = None
        for label, role, height in ((self.place, "place", 22), (self.state, "muted", 38), (self.hint, "caption", 36)):
            set_role(label, role)
            label.setWordWrap(True)
            label.setMinimumHeight(height)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._votes_place, self._decisions_place, self._note_place = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._place_block = _block(bottom=8)
        self._strip_left, self._strip_right = QVBoxLayout(), QVBoxLayout()
        self.addWidget(self._made_column())
        self.addWidget(self._made_strip())
        self.votes.focused.connect(self.entry.show_label)
        self.set_strip(strip=False)

    def _made_column(self) -> QWidget:
        panel, reading = QWidget(), QWidget()
        inner = QVBoxLayout(reading)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self.remarks, _rule(), self.entry):
            inner.addWidget(part)
        inner.addStretch(1)
        votes = _block()
        votes.addLayout(self._votes_place)
        votes.addSpacing(8)
        votes.addWidget(self.hint)
        votes.addSpacing(6)
        votes.addLayout(self._decisions_place)
        note = _block()
        note.addLayout(self._note_place)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._place_block)
        column.addWidget(_rule())
        column.addLayout(votes)
        column.addWidget(_rule())
        column.addWidget(_scrolling(reading, _LEAST_READING), 1)
        column.addWidget(_rule())
        column.addLayout(note)
        return _scrolling(panel)

    def _made_strip(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        for side, stretch in ((self._strip_left, 3), (self._strip_right, 2)):
            side.setSpacing(6)
            row.addLayout(side, stretch)
        return _scrolling(content)

    def set_strip(self, *, strip: bool) -> None:
        """Become a strip below the text, or a column at its side."""
        self.votes.set_low(low=strip)
        if strip:
            for layout in (self._strip_left, self._strip_right):
                while layout.count():
                    layout.takeAt(0)
            for widget in (self.place, self.votes):
                self._strip_left.addWidget(widget)
            self._strip_left.addStretch(1)
            for control in (self.decisions, self.note):
                self._strip_right.addWidget(control)
            self._strip_right.addStretch(1)
        else:
            self._place_block.addWidget(self.place)
            self._place_block.addWidget(self.state)
            self._votes_place.addWidget(self.votes)
            self._decisions_place.addWidget(self.decisions)
            self._note_place.addWidget(self.note)
        self.setCurrentIndex(int(strip))
        self.setMinimumWidth(0 if strip else METRICS.review_inspector_min)
        self.setMaximumWidth(_UNBOUNDED if strip else METRICS.review_inspector_max)
        self.setMinimumHeight(STRIP_HEIGHT if strip else 0)
        self.setMaximumHeight(STRIP_HEIGHT if strip else _UNBOUNDED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note.set_low(low=self.height() < _LOW)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [*self.votes.buttons, *self.decisions.all, *self.entry.buttons, self.note.field]

    def set_codebook(self, codebook: Codebook) -> None:
        """Show the labels of a codebook and what they mean."""
        self._codebook = codebook
        self.votes.set_codebook(codebook)
        self.entry.set_codebook(codebook)

    def show_sentence(self, sight: Sight, people: People) -> None:
        """Show a sentence; with another one, the codebook’s entry of the first label that people differ on."""
        self.place.setText(sight.place)
        self.state.setText(sight.state)
        self.hint.setText(sight.hint)
        self.votes.show_votes(sight.votes)
        self.decisions.show_people([(vote.name, vote.short) for vote in sight.votes.votes])
        self.decisions.show_decision(sight.votes.gold, has_majority=sight.votes.proposed is not None)
        for part in (self.votes, self.decisions, self.note):
            part.setEnabled(sight.sentence is not None)
        if self._codebook is not None:
            self.remarks.show_remarks(sight.said, people, self._codebook, sight.article if sight.sentence else None)
        if sight.sentence != self._sentence and sight.votes.differing:
            self.entry.show_label(sight.votes.differing[0])
        self._sentence = sight.sentence
        self.note.field.show_comment(sight.sentence, sight.note)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands that they run."""
        for part in (self.votes, self.decisions, self.note):
            part.set_keys(keys)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.votes, self.decisions, self.remarks, self.entry, self.note):
            part.set_theme(theme)


def _block(bottom: int = 12) -> QVBoxLayout:
    block = QVBoxLayout()
    block.setContentsMargins(_EDGE, 12, _EDGE, bottom)
    block.setSpacing(0)
    return block


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, "rule")
    return rule


def _scrolling(content: QWidget, least: int = 0) -> QScrollArea:
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_role(content, "panel")
    area = Scrolled(content)
    if least:  # it has what the rest leaves; its own wish would make the whole panel scroll
        area.setMinimumHeight(least)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return area
