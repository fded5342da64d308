"""Work of a team page that changes the project: while it runs, nothing else writes, and nobody waits for the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from labeling.store.connection import Project

T = TypeVar("T")


class Work(QObject):
    """One piece at a time. `began` carries what it does; `progressed` a share of 1; `ended`: it came to its end.

    `stoppable`: what runs can be cancelled. `holding`: it keeps the file for itself, and the person on its page.
    """

    began = Signal(str)
    progressed = Signal(float)
    ended = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._errand = Errand(session, jobs, self)
        self._errand.progressed.connect(self.progressed)
        self.stoppable = self.holding = True

    @property
    def is_running(self) -> bool:
        return self._errand.is_running

    def start(
        self,
        title: str,
        work: Callable[[Project, Job[T | None]], T],
        done: Callable[[T | None], object],
        refused: Callable[[str], object],
        *,
        stoppable: bool = False,
        holding: bool = True,
    ) -> None:
        """Run `work` on a connection of its own; `done` gets None when it was cancelled, and nothing was changed.

        What does not hold the file writes at its end alone; meanwhile others go on, and the status bar shows how far
        it is.
        """
        busy = next((job.title for job in self._jobs.running if job.shown), "") or self._session.held
        if busy:
            refused(self.tr("Something else is under way: {what}. Wait until it is done.").format(what=busy))
            return

        def run(project: Project, job: Job[T | None]) -> T | None:
            from labeling.operations.steps import Cancelled

            try:
                return work(project, job)
            except Cancelled:
                return None

        def answer(value: T | None) -> None:
            self._end()
            done(value)

        def refuse(sentence: str) -> None:
            self._end()
            refused(sentence)

        wait = self.tr("Wait until it is done, or cancel it.") if stoppable else self.tr("Wait until it is done.")
        if holding:
            self._session.hold(self.tr("{title} is under way.").format(title=title) + " " + wait)
        self.stoppable, self.holding = stoppable, holding
        self.began.emit(title)
        self._errand.start(title, run, answer, refuse, shown=not holding)

    def cancel(self) -> None:
        """Stop soon; nothing is left behind."""
        self._errand.cancel()

    def _end(self) -> None:
        if self.holding:
            self._session.hold("")
        self.ended.emit()
