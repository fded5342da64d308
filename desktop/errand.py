"""Work on the open project in the background, on a connection of its own, one piece at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Jobs, Progress
from desktop.session import Session
from labeling.store.connection import Project

T = TypeVar("T")


class Errand(QObject):
    """A new piece takes the place of the one before, whose answer is dropped; closing the project drops it too.

    `progressed` carries how far it is, as a share of 1.
    """

    progressed = Signal(float)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job[Any] | None = None
        session.closed.connect(self.stop)
        jobs.progressed.connect(self._follow)
        jobs.failed.connect(self._fail)
        jobs.ended.connect(session.end_deriving)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def start(
        self,
        title: str,
        work: Callable[[Project, Job[T]], T],
        done: Callable[[T], object],
        refused: Callable[[str], object] = lambda _: None,
        *,
        shown: bool = False,
        derives: bool = False,
    ) -> None:
        """Run `work`, and hand on what it returns, or the sentence when that is Refused or an error stopped it.

        `shown`: the status bar shows how far it is. `derives`: it writes only what follows from the rest.
        """
        self.stop()
        path = self._session.project.path

        def run(job: Job[T]) -> T:
            from labeling.operations.projects import open_project

            with open_project(path) as project:
                return work(project, job)

        def answer(value: T) -> None:
            if self._job is started:
                self._job = None
                done(value)

        def refuse(sentence: str) -> None:
            if self._job is started:
                self._job = None
                refused(sentence)

        started = self._jobs.start(title, run, answer, refuse, shown=shown)
        self._job = started
        if derives:
            self._session.begin_deriving(started)

    def cancel(self) -> None:
        """Ask the work to end soon; what it returns then is handed on."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Ask the work to end soon, and want no answer."""
        self.cancel()
        self._job = None

    def _follow(self, job: Job[Any], progress: Progress) -> None:
        if job is self._job and progress.total:
            self.progressed.emit(progress.done / progress.total)

    def _fail(self, _: BaseException, job: Job[Any]) -> None:
        if job is self._job:
            job.refused(self.tr("An error in Hedgerow stopped this."))
