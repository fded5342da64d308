"""Going from one disagreement to the next, settling nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.review.docket import Docket
from desktop.review.place import ReviewPlace
from labeling.domain.articles import SentenceId
from labeling.operations.disagreeing import Show, Wanted


class Moves(QObject):
    """Where the moving keys lead. `said` is one sentence on why a key led nowhere."""

    said = Signal(str)

    def __init__(self, place: ReviewPlace, docket: Docket, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._docket = docket

    def by_sentence(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence of the list."""
        first, last = (
            self.tr("This is the first sentence of the list"),
            self.tr("This is the last sentence of the list"),
        )
        self._go(self._docket.beside(self._place.current, step), last if step > 0 else first)

    def by_article(self, step: int) -> None:
        """Go to the first sentence of the next (1) or previous (-1) article in the list."""
        first, last = self.tr("This is the first article of the list"), self.tr("This is the last article of the list")
        self._go(self._docket.beside_article(self._place.current, step), last if step > 0 else first)

    def to_next_open(self) -> None:
        """Go to the next sentence of the list that is not settled; say so when there is none."""
        self._go(self._docket.next_open(self._place.current), self.tr("Everything else in this list is settled"))

    def go_on(self) -> None:
        """Go to the next sentence of the list that is not settled, and stay where there is none."""
        sentence = self._docket.next_open(self._place.current)
        if sentence is not None:
            self._place.go_to(sentence)

    def to_listed(self) -> None:
        """Go to the first sentence of the list, unless the current one is in it."""
        if self._docket.rows and not self._docket.is_listed(self._place.current):
            self._place.go_to(self._docket.rows[0])

    def to_beginning(self, left: SentenceId | None) -> None:
        """Open the sentence where one left, else the first that is listed, else the first that people differ on."""
        survey = self._docket.survey
        if survey is None or (left is not None and self._place.try_open(left.article, left.start)):
            return
        first = next(iter(self._docket.rows or survey.chosen(Wanted(show=Show.ALL))), None)
        if first is not None:
            self._place.open(first.article, first.start)

    def _go(self, sentence: SentenceId | None, otherwise: str) -> None:
        if sentence is not None:
            self._place.go_to(sentence)
        else:
            self.said.emit(otherwise)
