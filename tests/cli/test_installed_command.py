"""The command as it is installed, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("hedgerow.exe" if os.name == "nt" else "hedgerow")
pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="the package is not installed beside this Python")


def hedgerow(*argv: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run([str(COMMAND), *argv], capture_output=True, env=environment, check=False)


def test_the_main_job_from_end_to_end(tmp_path: Path) -> None:
    news, story = str(tmp_path / "news"), tmp_path / "café.txt"
    story.write_text("The ferry may sail. Nobody knows.", encoding="utf-8")
    assert hedgerow("new", news).returncode == 0
    imported = hedgerow("import", news, str(story), encoding="cp1252")
    assert (imported.returncode, imported.stdout.decode()) == (0, f"café.txt: 2 sentences.{os.linesep}")
    assert imported.stderr == b""
    figures = json.loads(hedgerow("status", news, "--json").stdout)
    assert (figures["articles"], figures["sentences"]) == (1, 2)
    refused = hedgerow("export", news, str(tmp_path), "--format", "jsonl")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert hedgerow("check", news).returncode == 0


def test_wrong_usage_and_a_missing_project_are_sentences_without_a_traceback() -> None:
    for argv, code in ((["status"], 2), (["status", "none-such"], 1), (["export", "a", "b", "--format", "z"], 2)):
        ended = hedgerow(*argv)
        assert ended.returncode == code
        assert ended.stdout == b""
        assert ended.stderr.decode().count("\n") == 1
        assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes of a shell")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(300):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Story {number}.")
    assert hedgerow("new", str(tmp_path / "news")).returncode == 0
    command = f"'{COMMAND}' import '{tmp_path / 'news'}' '{tmp_path / 'in'}' | head -1"
    ended = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
    assert ended.stderr == b""
    assert ended.stdout == b"0.txt: 1 sentences.\n"
