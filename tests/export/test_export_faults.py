"""A full disk, a removed folder and a kill leave nothing under the name of a dataset, and the next export whole."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from labeling.domain.errors import Refused
from labeling.export.formats import row_groups, spacy_docs
from labeling.export.formats.table import FORMATS
from labeling.export.options import Options
from labeling.operations.exporting import export
from labeling.operations.projects import open_project
from labeling.operations.releasing import list_releases
from labeling.store.connection import Project
from tests.operations.test_releasing import judged

ARTICLES = 20
# An export asks whether it is cancelled once for each article that it signs, surveys and writes.
IN_THE_MIDDLE = 2 * ARTICLES + ARTICLES // 2


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Twenty articles, in a folder of their own; all formats write often."""
    monkeypatch.setattr(row_groups, "HELD", 5)
    monkeypatch.setattr(row_groups, "LEAST", 5)
    monkeypatch.setattr(spacy_docs, "DOCS", 5)
    (tmp_path / "project").mkdir()
    (tmp_path / "target").mkdir()
    with judged(tmp_path / "project", ARTICLES) as made:
        yield made


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class FullDisk:
    """A disk that has room for so many bytes of new files."""

    def __init__(self, room: int) -> None:
        self.room = room

    @contextmanager
    def instead_of(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        real_open: Callable[..., Any] = Path.open

        def opened(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
            file = real_open(path, mode, *rest, **named)
            return _Limited(file, self) if "x" in mode else file

        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", opened)
            yield


class _Limited:
    """A file on a disk that gets full."""

    def __init__(self, file: Any, disk: FullDisk) -> None:
        self._file = file
        self._disk = disk

    def __enter__(self) -> _Limited:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """Write what there is room for if the file has no buffer, as the system does; one with a buffer writes all."""
        room = self._disk.room
        if not room or (room < len(data) and isinstance(self._file, io.BufferedWriter)):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        some = data[:room]
        self._disk.room -= len(some)
        return int(self._file.write(some))


@pytest.mark.parametrize("chosen", FORMATS)
def test_a_full_disk_leaves_nothing_whenever_it_gets_full(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    target = tmp_path / "target"
    export(project, target / "whole", Options(chosen))
    whole = content(target / "whole")
    size = sum(map(len, whole.values()))
    for room in (0, size // 3, size // 2, size - len(whole["manifest.json"]), size - 1):
        with (
            FullDisk(room).instead_of(monkeypatch),
            pytest.raises(Refused, match="could not be written: No space left on device; nothing was left there"),
        ):
            export(project, target / "out", Options(chosen))
        assert names(target) == ["whole"]
    with FullDisk(size).instead_of(monkeypatch):
        export(project, target / "out", Options(chosen))
    assert content(target / "out") == whole
    assert [release.name for release in list_releases(project)] == ["out", "whole"]


@pytest.mark.parametrize("at", [1, IN_THE_MIDDLE, 3 * ARTICLES])
@pytest.mark.parametrize("chosen", FORMATS)
def test_a_folder_that_is_removed_meanwhile_is_not_made_again(
    project: Project, tmp_path: Path, chosen: str, at: int
) -> None:
    target, asked = tmp_path / "target", []

    def remove() -> bool:
        asked.append(True)
        if len(asked) == at:
            shutil.rmtree(target)
        return False

    with pytest.raises(Refused, match=r"The folder “.*target” is missing or was removed; make it, then export again"):
        export(project, target / "out", Options(chosen), cancelled=remove)
    assert len(asked) >= at
    assert names(tmp_path) == ["project"]
    assert list_releases(project) == []
    target.mkdir()
    export(project, target / "out", Options(chosen))
    assert names(target) == ["out"]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project for each format, of which an export was killed in the middle of its writing."""
    if not hasattr(os, "fork"):
        pytest.skip("killing at once needs POSIX signals")
    folder = tmp_path_factory.mktemp("killed")
    for chosen in FORMATS:
        (folder / chosen).mkdir()
        judged(folder / chosen, ARTICLES).close()
    program = f"""
        import os, signal
        from pathlib import Path
        from labeling.export.formats import row_groups, spacy_docs
        from labeling.export.formats.table import FORMATS
        from labeling.operations.exporting import Options, export
        from labeling.operations.projects import open_project
        row_groups.HELD = row_groups.LEAST = spacy_docs.DOCS = 5
        def run(chosen, asked=[]):
            def kill():
                asked.append(True)
                if len(asked) == {IN_THE_MIDDLE}:
                    os.kill(os.getpid(), signal.SIGKILL)
                return False
            folder = Path({str(folder)!r}) / chosen
            export(open_project(folder / "small.hedgerow"), folder / "out", Options(chosen), cancelled=kill)
        for chosen in FORMATS:
            child = os.fork()
            if not child:
                run(chosen)
                os._exit(0)
            print(chosen, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    assert ended.stdout.splitlines() == [f"{chosen} -9" for chosen in FORMATS], ended.stderr
    return folder


@pytest.mark.parametrize("chosen", FORMATS)
def test_a_kill_leaves_nothing_under_the_name_and_nothing_that_the_next_export_trips_over(
    killed: Path, tmp_path: Path, chosen: str
) -> None:
    folder = shutil.copytree(killed / chosen, tmp_path / "project")
    (left,) = (name for name in names(folder) if "out" in name)
    assert left.startswith(".out.hedgerow-")
    with open_project(folder / "small.hedgerow") as project:
        assert list_releases(project) == []
        export(project, folder / "other", Options(chosen))
        assert (folder / left).exists()
        export(project, folder / "out", Options(chosen))
        assert [release.name for release in list_releases(project)] == ["out", "other"]
    assert [name for name in names(folder) if "small" not in name] == ["other", "out"]
    assert content(folder / "out") == content(folder / "other")
