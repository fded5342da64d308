"""Where each project was left, kept in the settings some time after the person has moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.session import Session
from desktop.settings import Settings
from labeling.store import facts

# How much of the way is lost when the process is killed; labels never are.
_KEPT_AFTER = 2000


class Places(QObject):
    """Asks `state` where the person is, given where they were, and keeps what it returns."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        state: Callable[[Mapping[str, Any]], dict[str, Any]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._state = state
        self._wait = QTimer(self, singleShot=True, interval=_KEPT_AFTER)
        self._wait.timeout.connect(self.keep)

    @property
    def kept(self) -> dict[str, Any]:
        """Where the open project was left."""
        return self._settings.workspace(self._project_id())

    def note_move(self) -> None:
        """Keep the place before long."""
        if self._session.is_open and not self._wait.isActive():
            self._wait.start()

    def keep(self) -> None:
        """Keep the place now."""
        self._wait.stop()
        self._settings.set_workspace(self._project_id(), self._state(self.kept))
        self._settings.save()

    def _project_id(self) -> str:
        """Return what tells projects apart: a handout has the id of its project."""
        db = self._session.project.connection
        return facts.get(db, "id") + facts.get(db, facts.HANDOUT_FOR, "")
