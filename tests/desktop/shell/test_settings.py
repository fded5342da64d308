from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize

from desktop.settings import RECENT_PROJECTS, Settings
from desktop.theme.tokens import METRICS, ThemeName
from labeling.domain.showing import Showing


def again(settings: Settings) -> Settings:
    """The settings as the next start finds them."""
    settings.save()
    return Settings(settings.folder)


def test_a_first_start_has_the_usual_look(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.theme is ThemeName.SYSTEM
    assert (settings.reading_size, settings.measure) == (METRICS.reading_size, METRICS.measure)
    assert (settings.recent, settings.keys, settings.workspace("p")) == ((), {}, {})
    assert settings.suggestions is None
    assert settings.geometry(QSize(1440, 900)) is None


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.theme = ThemeName.HIGH_CONTRAST
    settings.reading_size = 22
    settings.measure = 500
    settings.keys = {"go.next_sentence": ("N",)}
    settings.suggestions = Showing.AFTER
    settings.set_geometry(QSize(1440, 900), QByteArray(b"somewhere"))
    settings.set_workspace("p", {"article": "a1", "scroll": 120})
    later = again(settings)
    assert later.theme is ThemeName.HIGH_CONTRAST
    assert (later.reading_size, later.measure) == (22, 500)
    assert later.suggestions is Showing.AFTER
    later.suggestions = None
    assert again(later).suggestions is None
    assert later.keys == {"go.next_sentence": ("N",)}
    assert later.geometry(QSize(1440, 900)) == QByteArray(b"somewhere")
    assert later.geometry(QSize(3840, 2160)) is None
    assert later.workspace("p") == {"article": "a1", "scroll": 120}
    assert later.workspace("q") == {}


@pytest.mark.parametrize(("wanted", "kept"), [(1, METRICS.reading_size_min), (99, METRICS.reading_size_max), (20, 20)])
def test_letters_stay_readable(tmp_path: Path, wanted: int, kept: int) -> None:
    settings = Settings(tmp_path)
    settings.reading_size = wanted
    assert again(settings).reading_size == kept


def test_recent_projects_stand_newest_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    names = [f"{n}.hedgerow" for n in range(RECENT_PROJECTS + 2)]
    for name in [*names, names[3]]:
        settings.remember_opened(tmp_path / name)
    found = [Path(recent.path).name for recent in again(settings).recent]
    assert found == [names[3], *reversed(names[4:]), names[2]]


def test_a_recent_project_keeps_how_far_it_was(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    path = tmp_path / "news.hedgerow"
    settings.remember_opened(path)
    settings.remember_progress(path, "Ines", 24, 632, 416)
    settings.remember_opened(path)
    (recent,) = again(settings).recent
    assert (recent.annotator, recent.articles, recent.sentences, recent.judged) == ("Ines", 24, 632, 416)
    assert abs((datetime.now(UTC) - recent.opened_at).total_seconds()) < 60


def test_a_project_that_moved_is_found_and_one_that_is_gone_forgotten(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for name in ("a", "b"):
        settings.remember_opened(tmp_path / name)
    settings.relocate(str(tmp_path / "a"), tmp_path / "c")
    settings.forget(str(tmp_path / "b"))
    assert [recent.path for recent in again(settings).recent] == [str(tmp_path / "c")]


@pytest.mark.parametrize(
    "content",
    [
        "[look]\ntheme=purple\nreading_size=large\n[recent]\nprojects=[{]\n[keys]\nchanged=7\n",
        '[recent]\nprojects="[{\\"path\\": \\"a\\"}, {\\"path\\": \\"b\\", \\"opened\\": \\"never\\"}]"\n',
        "\x00\x01 no settings at all",
    ],
)
def test_a_spoilt_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "hedgerow.ini").write_text(content, encoding="utf-8")
    settings = Settings(tmp_path)
    assert (settings.theme, settings.reading_size) == (ThemeName.SYSTEM, METRICS.reading_size)
    assert (settings.recent, settings.keys, settings.workspace("p")) == ((), {}, {})
