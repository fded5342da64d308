"""Long work in the background, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from labeling.domain.errors import Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` steps (0 when nobody knows), and the name of what it is at."""

    done: int
    total: int
    what: str


@dataclass(frozen=True, eq=False)
class Job(Generic[T]):
    """One piece of work in the background, as the rest of the window knows it.

    `work` runs in a thread of its own, with the Job as its only argument: it opens its own connection, tells
    how far it is by `report`, and stops soon once `cancelled()` is true. `done` and `refused` run on the GUI thread.
    `shown` jobs stand in the status bar.
    """

    title: str
    work: Callable[[Job[T]], T]
    done: Callable[[T], object]
    refused: Callable[[str], object]
    report: Callable[[int, int, str], None]
    shown: bool = True
    _stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop; `done` still runs, with what was finished by then."""
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: Job[Any]
    value: object = None
    refusal: str = ""
    error: BaseException | None = None


class Jobs(QObject):
    """Starts jobs and tells of them. It owns the signals, so a worker never outlives what it emits.

    `failed` carries the exception of a job that had a bug, and the Job.
    """

    started = Signal(object)
    progressed = Signal(object, object)
    ended = Signal(object)
    failed = Signal(object, object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: list[Job[Any]] = []
        self._closing = False
        self._finished.connect(self._settle)

    @property
    def running(self) -> tuple[Job[Any], ...]:
        """The jobs that have not ended, oldest first."""
        return tuple(self._running)

    def start(
        self,
        title: str,
        work: Callable[[Job[T]], T],
        done: Callable[[T], object],
        refused: Callable[[str], object],
        *,
        shown: bool = True,
    ) -> Job[T]:
        """Run `work` in the background; `title` says what it does."""

        def report(steps: int, total: int, what: str) -> None:
            self.progressed.emit(job, Progress(steps, total, what))

        job = Job(title, work, done, refused, report, shown)
        self._running.append(job)
        self.started.emit(job)
        self._pool.start(_Runner(job, self))
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self._running:
            job.cancel()

    def close(self) -> None:
        """Cancel every job and wait until none runs; nothing of them is told any more."""
        self._closing = True
        self.cancel_all()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _settle(self, outcome: _Outcome) -> None:
        if self._closing:
            return
        self._running.remove(outcome.job)
        self.ended.emit(outcome.job)
        if outcome.error is not None:
            self.failed.emit(outcome.error, outcome.job)
        elif outcome.refusal:
            outcome.job.refused(outcome.refusal)
        else:
            outcome.job.done(outcome.value)


class _Runner(QRunnable):
    def __init__(self, job: Job[Any], jobs: Jobs) -> None:
        super().__init__()
        self._job = job
        self._jobs = jobs

    def run(self) -> None:
        self._jobs._finished.emit(self._outcome())

    def _outcome(self) -> _Outcome:
        try:
            return _Outcome(self._job, self._job.work(self._job))
        except Refused as refusal:
            return _Outcome(self._job, refusal=str(refusal))
        except Exception as error:  # noqa: BLE001  # every bug of a job reaches the dialog for bugs
            return _Outcome(self._job, error=error)
