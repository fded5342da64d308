"""The part of the page on suggestions: what can be said, what can’t, and the tables."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.outcomes import Changed, Outcomes
from desktop.review.agreement.suggestions.pairs import TogetherByLabel
from desktop.review.agreement.suggestions.pulled import PulledLabels, PulledPeople
from desktop.review.agreement.suggestions.times import Times
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.reporting.overview import Overview
from labeling.reporting.suggestions import NOTHING_SHOWN, caveat

_BETWEEN = 26


class SuggestionsPart(QWidget):
    """One plain sentence where nothing was ever on screen, else tables. `behind_wanted` as for sections."""

    behind_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.words = QLabel(self.tr("Suggestions")), QLabel()
        set_role(self.title, "title")
        set_role(self.words, "muted")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        indented(self.title, self.words)
        self.labels, self.people = PulledLabels(theme), PulledPeople(theme)
        self.outcomes, self.changed = Outcomes(theme), Changed(theme)
        self.together, self.times = TogetherByLabel(theme), Times(theme)
        self.sections: tuple[Section, ...] = (
            self.labels,
            self.people,
            self.outcomes,
            self.changed,
            self.together,
            self.times,
        )
        self._tables = QWidget()
        column = QVBoxLayout(self._tables)
        column.setContentsMargins(0, _BETWEEN - 8, 0, 0)
        column.setSpacing(_BETWEEN)
        for section in self.sections:
            column.addWidget(section)
            section.behind_wanted.connect(self.behind_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, _BETWEEN + 8, 0, 0)
        whole.setSpacing(4)
        for widget in (self.title, self.words, self._tables):
            whole.addWidget(widget)
        self.clear()

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [stop for section in self.sections for stop in section.stops]

    def clear(self) -> None:
        """Show nothing."""
        self._tables.hide()
        self.hide()

    def say_what(self, overview: Overview) -> bool:
        """Say in words what was found; return whether there are figures, which the sections are to show."""
        found = overview.anchoring
        self.setVisible(found is not None and overview.agreement.sentences > 0)
        if found is None:
            return False
        self._tables.setVisible(found.says_something)
        if not found.says_something:
            self.words.setText(NOTHING_SHOWN)
            return False
        shown = self.tr(
            "{shown:,} of {answers:,} first answers were given with a suggestion on screen. A first answer is what "
            "somebody said of a sentence before going on to another one."
        ).format(shown=found.shown, answers=found.answers)
        self.words.setText(f"{shown}\n{caveat(found.balance)}")
        return True

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        for section in self.sections:
            section.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        for section in self.sections:
            section.set_theme(theme)
