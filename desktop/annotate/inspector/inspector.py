"""The panel beside the text: what is said of the current sentence, and the controls that say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.annotate.hints import Hint
from desktop.annotate.inspector.history_list import HistoryList
from desktop.annotate.inspector.judgment_buttons import JudgmentButtons
from desktop.annotate.inspector.label_rows import LabelRows
from desktop.annotate.inspector.slot import Slot
from desktop.codebook_entry import CodebookEntry
from desktop.comment_box import Save
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from desktop.verdict_words import state_in_words
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment, Verdict

STRIP_HEIGHT = 88
_EDGE = 16
_HEADING_GAP = 6
_ROW_OVERHANG = 8  # the outline of a row stands outside of the column that its words are in
_LEAST_READING = 96  # of codebook entry and history; below that the whole panel scrolls


class Inspector(QStackedWidget):
    """A column at the side of the text, or a strip below it, with the same parts: rows of labels, buttons, slot."""

    def __init__(self, save: Save, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Inspector"))
        self.place = QLabel()
        self.state = QLabel()
        self.rows = LabelRows(theme)
        self.buttons = JudgmentButtons(theme)
        self.slot = Slot(save, theme)
        self.entry = CodebookEntry(theme)
        self.history = HistoryList(theme)
        self._codebook: Codebook | None = None
        self._proposed = ""
        self._place_block = _block(bottom=10)
        self._labels_block = _block(side=_EDGE - _ROW_OVERHANG)
        self._slot_block = _block()
        self._rows_place, self._buttons_place = QVBoxLayout(), QVBoxLayout()
        self._strip_rows = (QHBoxLayout(), QHBoxLayout())
        self.place.setMinimumHeight(22)
        self.state.setMinimumHeight(20)
        set_role(self.place, "place")
        set_role(self.state, "muted")
        self.addWidget(self._made_column())
        self.addWidget(self._made_strip())
        self.rows.focused.connect(self.entry.show_label)
        self.set_strip(strip=False)

    def _made_column(self) -> QWidget:
        panel = QWidget()
        heads = QHBoxLayout()
        heads.setContentsMargins(_ROW_OVERHANG, 0, _ROW_OVERHANG, _HEADING_GAP)
        for words, alignment in ((self.tr("Toggle"), "Left"), (self.tr("Set and go on"), "Right")):
            heading = QLabel(words)
            set_role(heading, "section")
            heads.addWidget(heading, 0, Qt.AlignmentFlag[f"Align{alignment}"])
        self._labels_block.addLayout(heads)
        self._labels_block.addLayout(self._rows_place)
        self._buttons_place.setContentsMargins(_ROW_OVERHANG, 8, _ROW_OVERHANG, 0)
        self._labels_block.addLayout(self._buttons_place)
        reading = QWidget()
        inner = QVBoxLayout(reading)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.entry)
        inner.addWidget(_rule())
        inner.addWidget(self.history, 1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for block in (self._place_block, self._labels_block, self._slot_block):
            column.addLayout(block)
            column.addWidget(_rule())
        column.addWidget(_scrolling(reading, _LEAST_READING), 1)
        return _scrolling(panel)

    def _made_strip(self) -> QWidget:
        strip = QWidget()
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(strip, "panel")
        column = QVBoxLayout(strip)
        column.setContentsMargins(8, 4, 12, 8)
        column.setSpacing(4)
        for row in self._strip_rows:
            row.setSpacing(12)
            column.addLayout(row)
        self._strip_rows[1].setContentsMargins(8, 0, 0, 0)
        return strip

    def set_strip(self, *, strip: bool) -> None:
        """Become a strip below the text, or a column at its side."""
        self.rows.set_side_by_side(side_by_side=strip)
        self.buttons.set_side_by_side(side_by_side=strip)
        self.slot.set_one_line(one_line=strip)
        if strip:
            self._strip_rows[0].addWidget(self.rows)
            for widget, stretch in ((self.place, 0), (self.slot, 1), (self.buttons, 0)):
                self._strip_rows[1].addWidget(widget, stretch)
        else:
            self._place_block.addWidget(self.place)
            self._place_block.addWidget(self.state)
            self._rows_place.addWidget(self.rows)
            self._buttons_place.addWidget(self.buttons)
            self._slot_block.addWidget(self.slot)
        self.setCurrentIndex(int(strip))
        self._bound(strip=strip)

    def _bound(self, *, strip: bool) -> None:
        self.setMinimumWidth(0 if strip else METRICS.inspector_min)
        self.setMaximumWidth(METRICS.inspector_max if not strip else 16_777_215)
        self.setMinimumHeight(STRIP_HEIGHT if strip else 0)
        self.setMaximumHeight(STRIP_HEIGHT if strip else 16_777_215)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [*self.rows.buttons, *self.buttons.all, *self.slot.stops, *self.entry.buttons, self.history.all]

    def set_codebook(self, codebook: Codebook) -> None:
        """Show the labels of a codebook and what they mean."""
        self._codebook = codebook
        self.rows.set_codebook(codebook)
        self.entry.set_codebook(codebook)

    def show_sentence(
        self,
        place: str,
        sentence: SentenceId | None,
        judgment: Judgment | None,
        history: Sequence[Judgment],
        hint: Hint,
    ) -> None:
        """Show a sentence, or with None as `sentence` that there is none."""
        verdict = judgment.verdict if judgment else Verdict()
        self.place.setText(place)
        self.state.setText(state_in_words(judgment, datetime.now().astimezone()) if sentence else "")
        self.place.setToolTip(self.state.text())
        self.rows.set_labels(verdict.labels, hint.labels)
        self.buttons.show_verdict(verdict)
        for part in (self.rows, self.buttons, self.slot):
            part.setEnabled(sentence is not None)
        self._proposed = "" if verdict.decided else next(iter(hint.labels), "")
        if self._codebook is not None:
            self.slot.show_sentence(sentence, verdict, hint, self._codebook)
            self.history.show_history(history, self._codebook, sentence)

    def show_suggested_entry(self) -> None:
        """Show what the codebook says of the label that is suggested first, if there is one."""
        self.entry.show_label(self._proposed)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands that they run."""
        self.rows.set_keys(keys)
        self.buttons.set_keys(keys)
        self.slot.set_key(keys.get("label.accept", ""), keys.get("label.dismiss", ""))

    def set_theme(self, theme: Theme) -> None:
        for part in (self.rows, self.buttons, self.slot, self.entry, self.history):
            part.set_theme(theme)


def _block(side: int = _EDGE, bottom: int = 12) -> QBoxLayout:
    block = QVBoxLayout()
    block.setContentsMargins(side, 12, side, bottom)
    block.setSpacing(0)
    return block


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, "rule")
    return rule


def _scrolling(content: QWidget, least: int = 0) -> QScrollArea:
    area = QScrollArea()
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_role(content, "panel")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setMinimumHeight(least)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
