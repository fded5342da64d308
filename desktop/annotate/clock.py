"""How long someone works: on the current sentence, and in all. No clock is ever shown."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

IDLE_SECONDS = 30.0  # a longer gap without key or mouse is a pause, and none of it counts
PACE_SECONDS = 30 * 60.0
_ENOUGH_SENTENCES = 10  # before that, a pace would be an accident
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class WorkClock:
    """Counts seconds of work: without pauses, and without the time in which the window is not the active one.

    `now` gives seconds of a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._worked = 0.0
        self._latest: float | None = now()
        self._focused_at = 0.0
        self._judged_at: deque[float] = deque()

    def touch(self) -> None:
        """A key was pressed or the mouse moved."""
        if self._latest is None:
            return
        now = self._now()
        gap = now - self._latest
        if gap <= IDLE_SECONDS:
            self._worked += gap
        self._latest = now

    def pause(self) -> None:
        """The window is no longer the active one."""
        self.touch()
        self._latest = None

    def resume(self) -> None:
        """The window is the active one again."""
        if self._latest is None:
            self._latest = self._now()

    def focus(self) -> None:
        """Another sentence is the current one."""
        self.touch()
        self._focused_at = self._worked

    def seconds(self) -> float:
        """Return the seconds of work since the sentence became the current one."""
        self.touch()
        return self._worked - self._focused_at

    def count_judged(self) -> None:
        """A sentence was judged that had not been."""
        self.touch()
        self._judged_at.append(self._worked)
        while self._judged_at[0] < self._worked - PACE_SECONDS:
            self._judged_at.popleft()

    def pace(self) -> int | None:
        """Return sentences an hour over the last 30 minutes of work; None while there are too few to tell."""
        recent = [at for at in self._judged_at if at >= self._worked - PACE_SECONDS]
        span = min(self._worked, PACE_SECONDS)
        if len(recent) < _ENOUGH_SENTENCES or span <= 0:
            return None
        return round(len(recent) * 3600 / span)


class InputWatch(QObject):
    """Tells a clock of keys and mouse in a window, and whether that is active. Each comes by its native handle once."""

    def __init__(self, clock: WorkClock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._handle: QWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow_focus)

    def follow(self, window: QWidget) -> None:
        """Watch a window that is being shown."""
        handle = window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _follow_focus(self, window: QWindow | None) -> None:
        if window is self._handle:
            self._clock.resume()
        else:
            self._clock.pause()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() in _INPUT:
            self._clock.touch()
        return False
