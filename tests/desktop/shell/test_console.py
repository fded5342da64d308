from __future__ import annotations

from pathlib import Path

import pytest

from desktop import console
from desktop.main import Arguments, read_arguments
from tests.factories import project_with


@pytest.mark.parametrize("words", [[], ["--annotator", "Ines"], ["--annotator=Ines"], ["news.hedgerow"]])
def test_without_a_command_the_window_is_meant(words: list[str]) -> None:
    assert console.opens_window(words)


def test_a_project_may_be_named_without_its_suffix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project_with(tmp_path, name="news").close()
    monkeypatch.chdir(tmp_path)
    assert console.opens_window(["news"])
    assert not console.opens_window(["nothing"])


@pytest.mark.parametrize("words", [["export", "a.hedgerow", "out"], ["--help"], ["exprot", "a.hedgerow"]])
def test_commands_options_and_mistakes_are_for_the_command_line(words: list[str]) -> None:
    assert not console.opens_window(words)


def test_a_command_wins_over_a_project_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project_with(tmp_path, name="export").close()
    monkeypatch.chdir(tmp_path)
    assert not console.opens_window(["export", "a.hedgerow", "out"])


def test_a_project_that_is_not_there_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert console.run([str(tmp_path / "gone.hedgerow")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("There is no project at “")
    assert said.err.count("\n") == 1


def test_the_window_understands_a_project_and_a_name(tmp_path: Path) -> None:
    path = tmp_path / "news.hedgerow"
    assert read_arguments([str(path), "--annotator", "Ines"]) == Arguments(path, "Ines")
    assert read_arguments([str(tmp_path / "news")]) == Arguments(path)
    assert read_arguments(["--sample"]) == Arguments(sample=True)
    assert read_arguments(["--sample-team"]) == Arguments(team_sample=True)
    assert read_arguments([]) == Arguments()


@pytest.mark.parametrize("words", [["a.hedgerow", "b.hedgerow"], ["--annotator"], ["--colour", "red"]])
def test_anything_else_is_wrong_usage(words: list[str]) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        read_arguments(words)
