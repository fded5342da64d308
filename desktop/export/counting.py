"""Counts what would be written, a moment after the last change, without holding up the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from labeling.export.options import Options
from labeling.operations.previewing import Preview
from labeling.store.connection import Project

COUNT_MILLISECONDS = 150
# What is quicker needs no sign: it would only flicker.
_SLOW_MILLISECONDS = 300


class Counting(QObject):
    """`slow`: what is shown no longer holds, and it takes a while to know what does. `counted` carries a Preview.

    `refused` carries the sentence for choices that can't be.
    """

    slow = Signal()
    counted = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._errand = Errand(session, jobs, self)
        self._options: Options | None = None
        self._wait = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._wait.timeout.connect(self._start)
        self._slow = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS + _SLOW_MILLISECONDS)
        self._slow.timeout.connect(self.slow)
        session.closed.connect(self.stop)

    @property
    def is_under_way(self) -> bool:
        return self._wait.isActive() or self._errand.is_running

    def want(self, options: Options) -> None:
        """Count by these choices, once nothing else was chosen for a moment."""
        self._options = options
        self._errand.stop()
        self._wait.start()
        self._slow.start()

    def stop(self) -> None:
        """Count no more."""
        for timer in (self._wait, self._slow):
            timer.stop()
        self._errand.stop()

    def _start(self) -> None:
        options = self._options
        if options is None:
            return

        def read(project: Project, job: Job[Preview | None]) -> Preview | None:
            from labeling.operations.previewing import preview

            return preview(project, options, cancelled=job.cancelled)

        self._errand.start(self.tr("Counting"), read, self._show, self._refuse)

    def _show(self, found: Preview | None) -> None:
        self._slow.stop()
        if found is not None:
            self.counted.emit(found)

    def _refuse(self, sentence: str) -> None:
        self._slow.stop()
        self.refused.emit(sentence)
