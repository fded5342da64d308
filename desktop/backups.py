"""Makes the backup copy of a project some time after it was opened, in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import Job, Jobs
from desktop.session import Session

# The backup copy reads the whole file; by then the first article is painted and being read.
_BACKUP_AFTER = 3000


class Backups(QObject):
    """One copy for each time that a project is opened. `refuse` is called with a sentence when it can't be made."""

    def __init__(self, session: Session, jobs: Jobs, refuse: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._refuse = refuse
        self._wait = QTimer(self, singleShot=True, interval=_BACKUP_AFTER)
        self._wait.timeout.connect(self._back_up)
        session.opened.connect(self._wait.start)
        session.closed.connect(self._wait.stop)

    def _back_up(self) -> None:
        path = self._session.project.path

        def work(_: Job[Path | None]) -> Path | None:
            from labeling.operations.projects import open_project
            from labeling.store.backup import back_up

            with open_project(path) as project:
                return back_up(project)

        self._jobs.start(self.tr("Making a backup copy"), work, lambda _: None, self._refuse, shown=False)
