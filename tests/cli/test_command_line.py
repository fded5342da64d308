"""What every command has in common: exit codes, one sentence for an error, and clean output."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from labeling.cli.app import app, run
from labeling.operations.identity import settings_folder
from labeling.operations.projects import create_project


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["--version"]) == 0
    assert capsys.readouterr().out.startswith("hedgerow ")


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["--help"]) == 0
    listed = capsys.readouterr().out
    for command in ("new", "import", "label", "status", "export", "check"):
        assert command in listed
        assert run(app, [command, "--help"]) == 0
        assert "PROJECT" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "Missing command"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["new"], "Missing argument 'PROJECT'"),
        (["status", "a", "b"], "unexpected extra argument"),
        (["status", "a", "--jsonn"], "No such option"),
        (["import", "a"], "Missing argument 'PATH...'"),
        (["export", "a", "b"], "--format: choose one of jsonl"),
        (["export", "a", "b", "--format", "xml"], "“xml” is not one of jsonl, csv"),
        (["export", "a", "b", "--format", "csv", "--gold", "best"], "'best' is not one of"),
        (["export", "a", "b", "--format", "csv", "--split", "80/30"], "“80/30” is not a split"),
        (["export", "a", "b", "--format", "csv", "--seed", "x"], "'--seed'"),
        (["export", "a", "b", "--format", "csv", "--include", "all"], "'--include'"),
    ],
)
def test_wrong_usage_is_one_sentence_that_says_where_to_look(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, argv) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert words in output.err
    assert output.err.endswith(" --help”.\n")
    assert output.err.count("\n") == 1


@pytest.mark.parametrize("command", ["status", "check", "import", "label", "export"])
def test_a_project_that_is_missing_is_one_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = {"import": ["x.txt"], "label": ["x.jsonl"], "export": ["out", "--format", "csv"]}.get(command, [])
    assert run(app, [command, str(tmp_path / "none"), *rest]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("There is no project at “")
    assert output.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"not a database, not at all, and long enough to be looked at" * 20])
def test_a_file_that_is_no_project_is_one_sentence(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.hedgerow"
    path.write_bytes(content)
    assert run(app, ["status", str(path)]) == 1
    output = capsys.readouterr()
    assert "not a Hedgerow project" in output.err
    assert output.err.count("\n") == 1


def test_a_damaged_project_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.hedgerow"
    create_project(path).close()
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = bytes(len(damaged) - 4096)
    path.write_bytes(damaged)
    assert run(app, ["status", str(path)]) == 1
    output = capsys.readouterr()
    assert "hedgerow check" in output.err
    assert output.err.count("\n") == 1


def test_a_bug_is_one_sentence_and_the_log_has_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run(with_a_bug(), []) == 1
    output = capsys.readouterr()
    log = settings_folder() / "hedgerow.log"
    assert output.err == f"Hedgerow made a mistake; what it was is in “{log}”.\n"
    assert "ZeroDivisionError: never shown" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    for name in ("HEDGEROW_CONFIG", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    assert run(with_a_bug(), []) == 1
    output = capsys.readouterr()
    assert "could not be written" in output.err
    assert output.err.count("\n") == 1


def with_a_bug() -> typer.Typer:
    commands = typer.Typer()

    @commands.command()
    def fail() -> None:
        raise ZeroDivisionError("never shown")

    return commands
