from __future__ import annotations

import json
from pathlib import Path

import pytest

from labeling.cli.app import app, run
from labeling.operations.projects import create_project, open_project
from labeling.operations.statuses import status
from tests.factories import small_codebook

STORY = "The ferry may sail on Monday. An aide said so.\n\nThe port denied it."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """An empty project, and a folder beside it to import from."""
    create_project(tmp_path / "news.hedgerow", small_codebook()).close()
    (tmp_path / "in").mkdir()
    return tmp_path / "news.hedgerow"


def test_each_article_is_one_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = news.with_name("in")
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "b.md").write_text("# Mill\n\nThe mill seems to have closed.", encoding="utf-8")
    assert run(app, ["import", str(news), str(folder)]) == 0
    output = capsys.readouterr()
    assert output.out.splitlines() == ["a.txt: 3 sentences.", "b.md: 2 sentences."]
    assert output.err == ""


def test_an_article_that_is_there_is_said_and_not_added(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "again.txt"):
        (news.with_name("in") / name).write_text(STORY, encoding="utf-8")
    assert run(app, ["import", str(news), str(news.with_name("in"))]) == 0
    assert capsys.readouterr().out.splitlines() == ["a.txt: 3 sentences.", "again.txt: already there."]
    with open_project(news) as project:
        assert status(project).articles == 1


def test_a_guessed_encoding_is_said_in_the_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = "“Où est-il ?” he said — in the café of Besançon, naïvely. " * 5
    (news.with_name("in") / "a.txt").write_bytes(story.encode("cp1252"))
    assert run(app, ["import", str(news), str(news.with_name("in"))]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("a.txt: ")
    assert "Windows-1252" in line


def test_an_empty_folder_is_said(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["import", str(news), str(news.with_name("in"))]) == 0
    assert capsys.readouterr().out == "There was nothing to import.\n"


def test_refused_files_are_named_and_the_others_kept(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = news.with_name("in")
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (folder / "empty.txt").touch()
    assert run(app, ["import", str(news), str(folder), str(folder / "none.txt")]) == 1
    output = capsys.readouterr()
    assert output.out.splitlines() == ["a.txt: 3 sentences."]
    empty, missing = output.err.splitlines()
    assert "“empty.txt” is empty" in empty
    assert "“none.txt” is not there" in missing


def test_labels_that_do_not_say_whose_they_are_need_a_name(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        {"article": "a", "text": "It may.", "labels": ["hedge"]},
        {"article": "a", "text": "It did.", "labels": []},
    ]
    file = news.with_name("in") / "a.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert run(app, ["import", str(news), str(file)]) == 1
    assert "does not say whose" in capsys.readouterr().err
    assert run(app, ["import", str(news), str(file), "--annotator", "Zoë"]) == 0
    with open_project(news) as project:
        assert status(project).annotators == (("Zoë", 1),)


def test_the_column_of_the_texts_can_be_chosen(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = news.with_name("in") / "a.csv"
    file.write_text("id,lead,story\n1,Not this one.,This one it is.\n", encoding="utf-8")
    assert run(app, ["import", str(news), str(file), "--text-column", "story"]) == 0
    with open_project(news) as project:
        (text,) = project.connection.execute("SELECT text FROM texts").fetchone()
    assert text == "This one it is."
