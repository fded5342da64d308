"""Going from one disagreement to the next, settling nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.review.docket import Docket
from desktop.review.place import ReviewPlace
from labeling.domain.articles import SentenceId


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

    def _go(self, sentence: SentenceId | None, otherwise: str) -> None:
        if sentence is not None:
            self._place.go_to(sentence)
        else:
            self.said.emit(otherwise)
