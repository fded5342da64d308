"""Computes the figures in the background, a moment after the last change, without holding up the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from labeling.operations.anchoring import Anchored, anchor
from labeling.operations.naming import Naming, names
from labeling.operations.overviewing import Review, review
from labeling.store.connection import Project

COMPUTE_MILLISECONDS = 150
# What is quicker needs no sign: it would only flicker.
_SLOW_MILLISECONDS = 300


class Computing(QObject):
    """`slow`: what is shown no longer holds, and it takes a while to know what does. `computed` carries a Review.

    `anchored` carries what is said of suggestions, which is computed when it is wanted, as it may take longer.
    `refused` carries the sentence when nothing could be read.
    """

    slow = Signal()
    computed = Signal(object)
    anchored = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._errand = Errand(session, jobs, self)
        self._naming: Naming = names
        self._wait = QTimer(self, singleShot=True, interval=COMPUTE_MILLISECONDS)
        self._wait.timeout.connect(self._start)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self.slow)
        session.closed.connect(self.stop)

    @property
    def is_under_way(self) -> bool:
        return self._wait.isActive() or self._errand.is_running

    def set_naming(self, naming: Naming) -> bool:
        """Call annotators otherwise from now on; return whether that is another way."""
        changed = naming is not self._naming
        self._naming = naming
        return changed

    def want(self) -> None:
        """Compute, once nothing else was changed for a moment; what was being computed is dropped."""
        self._errand.stop()
        self._wait.start()
        if not self._slow.isActive():
            self._slow.start()

    def stop(self) -> None:
        """Compute no more."""
        for timer in (self._wait, self._slow):
            timer.stop()
        self._errand.stop()

    def want_suggestions(self) -> None:
        """Compute what is said of suggestions."""
        naming = self._naming

        def read(project: Project, job: Job[Anchored | None]) -> Anchored | None:
            return anchor(project, naming=naming, on_progress=job.report, cancelled=job.cancelled)

        def show(found: Anchored | None) -> None:
            if found is not None:
                self.anchored.emit(found)

        self._errand.start(self.tr("Computing"), read, show, self.refused.emit)

    def _start(self) -> None:
        naming = self._naming

        def read(project: Project, job: Job[Review | None]) -> Review | None:
            return review(project, naming=naming, on_progress=job.report, cancelled=job.cancelled)

        self._errand.start(self.tr("Computing"), read, self._show, self._refuse)

    def _show(self, found: Review | None) -> None:
        self._slow.stop()
        if found is not None:
            self.computed.emit(found)

    def _refuse(self, sentence: str) -> None:
        self._slow.stop()
        self.refused.emit(sentence)
