"""What the program remembers between starts, in one file: how it looks, its keys, and where each project was left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QSize

from desktop.theme.tokens import METRICS, ThemeName
from labeling.domain.showing import Showing

RECENT_PROJECTS = 6
READING_SIZE = METRICS.reading_size
_READING_SIZES = range(METRICS.reading_size_min, METRICS.reading_size_max + 1)
_MEASURES = range(METRICS.measure_min, METRICS.measure_max + 1)


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open on this machine: where it lies and what was so when it was left. `opened` is ISO 8601."""

    path: str
    opened: str
    annotator: str = ""
    articles: int = 0
    sentences: int = 0
    judged: int = 0

    @property
    def opened_at(self) -> datetime:
        return datetime.fromisoformat(self.opened)


class Settings:
    """Typed access to `hedgerow.ini` in a folder. A value that cannot be read counts as not set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = QSettings(str(folder / "hedgerow.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeName:
        try:
            return ThemeName(self._text("look/theme"))
        except ValueError:
            return ThemeName.SYSTEM

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._store.setValue("look/theme", name.value)

    @property
    def reading_size(self) -> int:
        """Pixels of the reading column's type."""
        return self._number("look/reading_size", READING_SIZE, _READING_SIZES)

    @reading_size.setter
    def reading_size(self, pixels: int) -> None:
        self._store.setValue("look/reading_size", _within(pixels, _READING_SIZES))

    @property
    def measure(self) -> int:
        """Pixels of the reading column's width."""
        return self._number("look/measure", METRICS.measure, _MEASURES)

    @measure.setter
    def measure(self, pixels: int) -> None:
        self._store.setValue("look/measure", _within(pixels, _MEASURES))

    @property
    def pseudonyms(self) -> bool:
        """Whether Review calls annotators by numbers."""
        return self._text("review/pseudonyms") == "yes"

    @pseudonyms.setter
    def pseudonyms(self, on: bool) -> None:
        self._store.setValue("review/pseudonyms", "yes" if on else "no")

    @property
    def suggestions(self) -> Showing | None:
        """When suggestions are wished to be shown; None where each article decides."""
        try:
            return Showing(self._text("annotate/suggestions"))
        except ValueError:
            return None

    @suggestions.setter
    def suggestions(self, wished: Showing | None) -> None:
        self._store.setValue("annotate/suggestions", wished.value if wished else "")

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The projects opened last, newest first."""
        found = []
        for entry in self._json("recent/projects", []):
            try:
                recent = Recent(**entry)
                recent.opened_at  # noqa: B018  # an unreadable date makes the entry worthless
            except (TypeError, ValueError):
                continue
            found.append(recent)
        return tuple(found)

    def remember_opened(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        known = next((r for r in self.recent if r.path == str(path)), Recent(str(path), ""))
        opened = replace(known, opened=datetime.now(UTC).isoformat(timespec="seconds"))
        others = (r for r in self.recent if r.path != str(path))
        self._keep_recent((opened, *others))

    def remember_progress(self, path: Path, annotator: str, articles: int, sentences: int, judged: int) -> None:
        """Keep what the welcome page says of a recent project."""
        self._keep_recent(
            tuple(
                replace(r, annotator=annotator, articles=articles, sentences=sentences, judged=judged)
                if r.path == str(path)
                else r
                for r in self.recent
            )
        )

    def relocate(self, old: str, new: Path) -> None:
        """Say where a recent project has gone."""
        others = tuple(r for r in self.recent if r.path != str(new))
        self._keep_recent(tuple(replace(r, path=str(new)) if r.path == old else r for r in others))

    def forget(self, path: str) -> None:
        """Drop a project from the recent ones."""
        self._keep_recent(tuple(r for r in self.recent if r.path != path))

    def _keep_recent(self, recent: tuple[Recent, ...]) -> None:
        self._store.setValue("recent/projects", json.dumps([asdict(r) for r in recent[:RECENT_PROJECTS]]))

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Key sequences that the person gave to actions, by the action's id."""
        return {str(action): tuple(map(str, keys)) for action, keys in self._json("keys/changed", {}).items()}

    @keys.setter
    def keys(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        self._store.setValue("keys/changed", json.dumps(dict(changed)))

    def geometry(self, screen: QSize) -> QByteArray | None:
        """The window's place on a screen of this size, as QWidget saved it."""
        value = self._store.value(_geometry_key(screen))
        return value if isinstance(value, QByteArray) else None

    def set_geometry(self, screen: QSize, geometry: QByteArray) -> None:
        self._store.setValue(_geometry_key(screen), geometry)

    def workspace(self, project_id: str) -> dict[str, Any]:
        """Where a project was left, as its workspace described it; empty for a new one."""
        return dict(self._json(f"workspace/{project_id}", {}))

    def set_workspace(self, project_id: str, state: Mapping[str, Any]) -> None:
        self._store.setValue(f"workspace/{project_id}", json.dumps(dict(state)))

    def save(self) -> None:
        """Write what has changed to the file."""
        self._store.sync()

    def _text(self, key: str) -> str:
        return str(self._store.value(key, ""))

    def _number(self, key: str, default: int, allowed: range) -> int:
        try:
            return _within(int(self._text(key)), allowed)
        except ValueError:
            return default

    def _json(self, key: str, default: Any) -> Any:
        try:
            value = json.loads(self._text(key))
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default


def _within(value: int, allowed: range) -> int:
    return max(allowed.start, min(value, allowed.stop - 1))


def _geometry_key(screen: QSize) -> str:
    return f"window/{screen.width()}x{screen.height()}"
