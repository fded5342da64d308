"""Datasets that were written before: their list, the same bytes again, and what changed between two."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose as questions
from desktop.window import Window
from labeling.operations import judging
from labeling.operations.projects import open_project
from tests.desktop.export.conftest import STORIES
from tests.desktop.export.screen import fill, has_table, headings, is_writing, open_more, rows, select, table, until
from tests.desktop.shell.person import button, focus, press, words
from tests.factories import INES, TOMAS, sentence_id

CHANGED = "What changed"


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write(qtbot: QtBot, window: Window, name: str) -> None:
    """Write a dataset, and wait until it is among the releases."""
    fill(window, "Folder", name)
    press("Ctrl+Enter")
    until(qtbot, lambda: name in [row[0] for row in rows(window, "Releases")])


@pytest.fixture
def released(qtbot: QtBot, export: Window) -> Window:
    """Two releases; before the second one a tie was broken."""
    write(qtbot, export, "first")
    with open_project(export.session.project.path) as project:
        judging.toggle_label(project, TOMAS, sentence_id(STORIES[0], 1), "denial")
    write(qtbot, export, "second")
    return export


def test_there_are_none_at_first(qtbot: QtBot, export: Window) -> None:
    assert "None yet. Each export is kept here under a name, and can be written again, byte for byte." in words(export)
    assert not has_table(export, "Releases")


def test_the_newest_one_comes_first(released: Window) -> None:
    assert headings(released, "Releases") == ["Name", "Made", "Format", "Sentences", "Digest"]
    assert [(row[0], row[2], row[3]) for row in rows(released, "Releases")] == [
        ("second", "JSON Lines", "37"),
        ("first", "JSON Lines", "36"),
    ]


def test_a_release_is_written_again_to_the_byte(
    qtbot: QtBot, released: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def ask(_: object, suggested: Path) -> Path:
        asked.append(suggested)
        return tmp_path / "again"

    monkeypatch.setattr(questions, "new_folder", ask)
    select(table(released, "Releases"), 1)
    button(released, "Write again…").setFocus()
    press("Return")
    until(qtbot, lambda: "Written: 36 sentences." in words(released))
    assert content(tmp_path / "again") == content(tmp_path / "first")
    assert asked == [tmp_path / "first-2"]
    assert len(rows(released, "Releases")) == 2


def test_nothing_is_written_when_one_thinks_better_of_it(released: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "new_folder", lambda *_: None)
    select(table(released, "Releases"), 0)
    button(released, "Write again…").click()
    assert not is_writing(released)


def test_two_releases_are_compared(qtbot: QtBot, released: Window) -> None:
    select(table(released, "Releases"), 0, 1)
    assert not button(released, "Write again…").isEnabled()
    button(released, "Compare").setFocus()
    press("Return")
    until(qtbot, lambda: bool(rows(released, CHANGED)))
    assert "From “first” to “second”" in words(released)
    assert headings(released, CHANGED) == ["What", "first", "second"]
    changed = {row[0]: row[1:] for row in rows(released, CHANGED)}
    assert changed["Left out: tie"] == ["4", "3"]
    assert any(after == str(int(before) + 1) for what, (before, after) in changed.items() if "denial" in what)
    press("Esc")
    assert focus() is table(released, "Releases")


def test_one_release_is_compared_with_the_one_before(qtbot: QtBot, released: Window) -> None:
    select(table(released, "Releases"), 1)
    assert not button(released, "Compare").isEnabled()
    select(table(released, "Releases"), 0)
    button(released, "Compare with the one before").click()
    until(qtbot, lambda: bool(rows(released, CHANGED)))
    assert "From “first” to “second”" in words(released)


def test_releases_that_say_the_same_have_no_differences(qtbot: QtBot, export: Window) -> None:
    write(qtbot, export, "first")
    write(qtbot, export, "second")
    select(table(export, "Releases"), 0)
    button(export, "Compare with the one before").click()
    until(qtbot, lambda: "Nothing changed: both say the same." in words(export))


def test_a_release_has_the_name_and_the_line_that_are_typed(qtbot: QtBot, export: Window, tmp_path: Path) -> None:
    open_more(export)
    fill(export, "Release line", "news")
    fill(export, "Name of the release", "v1")
    press("Ctrl+Enter")
    until(qtbot, lambda: has_table(export, "Releases"))
    assert headings(export, "Releases")[2] == "Line"
    assert rows(export, "Releases")[0][0::2][:2] == ["v1", "news"]
    fill(export, "Name of the release", "v1")
    press("Ctrl+Enter")
    until(qtbot, lambda: "The project has a release “v1” already; choose another name." in words(export))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["town-dataset"]


def test_rows_are_copied_as_text_for_a_spreadsheet(released: Window) -> None:
    with open_project(released.session.project.path) as project:
        judging.judge_none(project, INES, sentence_id(STORIES[0], 2))
    select(table(released, "Releases"), 1)
    press("Ctrl+C")
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t") == headings(released, "Releases")
    assert row.split("\t")[0] == "first"
