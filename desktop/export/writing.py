"""Writes a dataset in the background: a new one, or an earlier release once more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from labeling.export.options import Options
from labeling.operations.exporting import Result
from labeling.store.connection import Project


class Writing(QObject):
    """One dataset at a time. `began`; `progressed` carries a share of 1; `written` a Result, without a path after a
    cancel; `refused` a sentence.
    """

    began = Signal()
    progressed = Signal(float)
    written = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._errand = Errand(session, jobs, self)
        self._errand.progressed.connect(self.progressed)

    @property
    def is_running(self) -> bool:
        return self._errand.is_running

    def write(self, folder: Path, options: Options, name: str) -> None:
        """Write the sentences that these options choose into a new folder, as a release of that name."""

        def work(project: Project, job: Job[Result]) -> Result:
            from labeling.operations.exporting import export

            return export(project, folder, options, name=name, on_progress=job.report, cancelled=job.cancelled)

        self._start(work)

    def write_again(self, folder: Path, release: str) -> None:
        """Write the bytes of a release into a new folder."""

        def work(project: Project, job: Job[Result]) -> Result:
            from labeling.operations.exporting import export_again

            return export_again(project, folder, release, on_progress=job.report, cancelled=job.cancelled)

        self._start(work)

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        self._errand.cancel()

    def _start(self, work: Callable[[Project, Job[Result]], Result]) -> None:
        self._errand.start(self.tr("Exporting"), work, self.written.emit, self.refused.emit, shown=True)
        self.began.emit()
