"""Sections are shown one at a time: the window answers between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QTimer

from desktop.review.agreement.pairs import Pairs
from desktop.review.agreement.section import Section

AnySection = Section | Pairs


class Turns(QObject):
    """Calls `show` with each section that was asked for, in the order of the page."""

    def __init__(self, sections: Sequence[AnySection], show: Callable[[AnySection], object], parent: QObject) -> None:
        super().__init__(parent)
        self._sections = sections
        self._show = show
        self._waiting: list[AnySection] = []
        self._then: Callable[[], object] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def are_under_way(self) -> bool:
        return bool(self._waiting) or self._then is not None

    def take(self, sections: Collection[AnySection], then: Callable[[], object] | None = None) -> None:
        """Show these besides those that wait already; `then` is called when all are shown."""
        self._waiting = [each for each in self._sections if each in sections or each in self._waiting]
        self._then = then or self._then
        self._turn.start()

    def stop(self) -> None:
        """Show nothing more."""
        self._waiting, self._then = [], None
        self._turn.stop()

    def _go_on(self) -> None:
        if self._waiting:
            self._show(self._waiting.pop(0))
            self._turn.start()
        elif self._then is not None:
            then, self._then = self._then, None
            then()
