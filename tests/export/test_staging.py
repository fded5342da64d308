"""A folder that appears whole or not at all."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.export.staging import staged


def test_the_folder_appears_when_all_is_written(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as folder:
        (folder / "train.jsonl").write_text("{}\n")
        assert not (tmp_path / "out").exists()
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["train.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_whatever_ends_the_work_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), staged(tmp_path / "out") as folder:  # noqa: PT012 - it fails half-way
        (folder / "train.jsonl").write_text("{}\n")
        raise error
    assert names(tmp_path) == []


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(Refused, match="could not be written: No space left on device; nothing was left there"),
        staged(tmp_path / "out"),
    ):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["folder", "file", "broken link"])
def test_what_is_there_is_never_touched(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    if kind == "folder":
        out.mkdir()
    elif kind == "file":
        out.write_text("mine")
    else:
        out.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="exists already; choose another name"), staged(out):
        pytest.fail("the work must not begin")
    assert names(tmp_path) == ["out"]


def test_what_appears_meanwhile_is_not_touched(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="exists already"), staged(tmp_path / "out"):
        (tmp_path / "out").write_text("mine")
    assert (tmp_path / "out").read_text() == "mine"
    assert names(tmp_path) == ["out"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="missing or was removed"), staged(tmp_path / "none" / "out"):
        pytest.fail("the work must not begin")


def test_what_a_killed_export_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = kill_while_writing(tmp_path / "out")
    (tmp_path / ".out.hedgerow-mine").mkdir()
    (tmp_path / ".out.hedgerow-mine" / "letter.txt").write_text("mine")
    other = kill_while_writing(tmp_path / "other")
    with staged(tmp_path / "out"):
        pass
    assert not left.exists()
    assert names(tmp_path) == sorted([".out.hedgerow-mine", other.name, "out"])


def test_what_another_export_is_writing_is_left_alone(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as first:
        (first / "train.jsonl").write_text("first")
        with pytest.raises(Refused, match="exists already"), staged(tmp_path / "out") as second:  # noqa: PT012
            (second / "train.jsonl").write_text("second")
            assert (first / "train.jsonl").read_text() == "first"
            (tmp_path / "out").mkdir()
        (tmp_path / "out").rmdir()
    assert (tmp_path / "out" / "train.jsonl").read_text() == "first"


def kill_while_writing(out: Path) -> Path:
    """Kill a process in the middle of its work; return what it left, which is not `out`."""
    program = f"""
        import os, signal
        from pathlib import Path
        from labeling.export.staging import staged
        with staged(Path({str(out)!r})) as folder:
            (folder / "train.jsonl").write_text("half")
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert ended.returncode
    assert not out.exists()
    (left,) = out.parent.glob(f".{out.name}.hedgerow-*")
    return left


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
