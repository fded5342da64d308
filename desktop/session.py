"""The open project and who works on it; the one place from which every view is refreshed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from labeling.domain.changes import Act, ChangeSet
from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.operations.handouts import handed_to
from labeling.operations.projects import open_project
from labeling.store import codebooks
from labeling.store.connection import Project

# Labels written by a second window or by a job of this one appear within this time.
POLL_MILLISECONDS = 500


class Session(QObject):
    """At most one open project. Writes happen on the GUI thread, one short transaction each; long work is for `jobs`.

    `changed` carries a ChangeSet after every commit; `saved` the moment of the commit, `refused` a sentence for the
    person when nothing was written.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, annotator: Annotator | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._codebook: Codebook | None = None
        self._annotator = annotator
        self._handed_to: Annotator | None = None
        self._held = ""
        self._deriving: set[object] = set()
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self.look_elsewhere)

    @property
    def is_open(self) -> bool:
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project; RuntimeError when there is none, which is a bug of the caller."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def codebook(self) -> Codebook:
        """The version of the codebook in use."""
        if self._codebook is None:
            self._codebook = codebooks.current(self.project.connection)
        return self._codebook

    @property
    def annotator(self) -> Annotator:
        """Whom the open file was handed out to, else who works at this machine.

        RuntimeError before they have given a name.
        """
        annotator = self._handed_to or self._annotator
        if annotator is None:
            raise RuntimeError("no annotator is known yet")
        return annotator

    @property
    def at_this_machine(self) -> Annotator | None:
        """Who works at this machine, in files that were handed out to nobody."""
        return self._annotator

    @at_this_machine.setter
    def at_this_machine(self, annotator: Annotator) -> None:
        self._annotator = annotator

    @property
    def has_annotator(self) -> bool:
        return (self._handed_to or self._annotator) is not None

    def set_annotator(self, annotator: Annotator) -> None:
        """Say who works from now on, also in a file that was handed out to someone else."""
        if self._handed_to is not None and self._handed_to.id == annotator.id:
            self._handed_to = annotator  # under another name; at this machine still works who did
        else:
            self._annotator, self._handed_to = annotator, None
        if self.is_open:
            self.changed.emit(ChangeSet(Act.ELSEWHERE, annotators=True, everything=True))

    @property
    def held(self) -> str:
        """Why nothing may be written now, as a sentence; else empty."""
        return self._held

    def hold(self, why: str) -> None:
        """Write nothing while long work keeps the file for itself; an empty sentence lets writing go on."""
        self._held = why

    def begin_deriving(self, work: object) -> None:
        """Show nothing anew for what is written elsewhere, until `end_deriving`.

        Long work is going to write what follows from the rest, such as suggestions, many times.
        """
        self._deriving.add(work)

    def end_deriving(self, work: object) -> None:
        """That work has ended; what was written elsewhere meanwhile is shown soon."""
        self._deriving.discard(work)

    def open(self, path: Path) -> None:
        """Open a project in the place of the one that is open; when Refused is raised, that one stays."""
        self.adopt(open_project(path))

    def adopt(self, project: Project) -> None:
        """Take over a project that is open, such as one that was just made."""
        self.close()
        self._project = project
        self._handed_to = handed_to(project)
        self._poll.start()
        self.opened.emit()

    def close(self) -> None:
        """Close the project; everything judged is on disk already."""
        if self._project is None:
            return
        self._poll.stop()
        self._project.close()
        self._project = self._codebook = None
        self._handed_to, self._held = None, ""
        self._deriving.clear()
        self.closed.emit()

    def run(self, operation: Callable[..., ChangeSet | None], *values: object, **options: object) -> ChangeSet | None:
        """Run an operation that writes as this annotator: `operation(project, annotator, *values, **options)`.

        Tells every view what changed. Returns None when it had nothing to do, or was refused: then the sentence goes
        out by `refused`. Nothing is written, and nobody waits, while the file is held.
        """
        if self._held:
            self.refused.emit(self._held)
            return None
        try:
            changes = operation(self.project, self.annotator, *values, **options)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return None
        if changes:
            self.tell(changes)
            self.saved.emit(datetime.now().astimezone())
        return changes

    def tell(self, changes: ChangeSet) -> None:
        """Tell every view of changes that were made through another connection, or just now through this one."""
        if changes.codebook or changes.everything:
            self._codebook = None
        if not self._deriving:
            self.project.written_elsewhere()
        self.changed.emit(changes)

    def look_elsewhere(self) -> None:
        """Refresh everything when another window or program has written to the file."""
        if self._project is not None and not self._deriving and self._project.written_elsewhere():
            self.tell(ChangeSet(Act.ELSEWHERE, everything=True))
