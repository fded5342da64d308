"""Merging in the window: said before, done in the background, taken back."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.actions import imports
from desktop.dialogs import choose
from desktop.team.merge_page import MergePage
from desktop.window import Window
from labeling.domain.articles import SentenceId
from labeling.export.options import Options
from labeling.operations import judging, merging
from labeling.operations.digests import digest
from labeling.operations.exporting import export
from labeling.operations.projects import open_project
from labeling.store import annotators, judgments
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import button, focus, press, words
from tests.desktop.team.conftest import Gate
from tests.desktop.team.looking import cells, settle, table
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the person chooses when asked for files."""
    paths: list[Path] = []
    monkeypatch.setattr(choose, "projects", lambda _: list(paths))
    return paths


@pytest.fixture
def page(window: Window) -> MergePage:
    return window.pages.over(MergePage)


def examine(qtbot: QtBot, window: Window, chosen: list[Path], *paths: Path) -> None:
    chosen[:] = paths
    window.run_action("file.merge")
    settle(qtbot, window.pages.over(MergePage))


def said_of(window: Window, sentence: SentenceId) -> tuple[str, ...] | None:
    db, who = window.session.project.connection, window.session.annotator
    known = [person.id for person in annotators.everyone(db)]
    found = judgments.current(db, sentence, who.id) if who.id in known else None
    return found.verdict.labels if found else None


def test_who_brings_what_is_said_before_anything_happens(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, letter: Path
) -> None:
    before = digest(window.session.project)
    examine(qtbot, window, chosen, theirs, letter)
    assert cells(page, "Who brings what") == [
        ["theirs.hedgerow", "3", "0", "1", "0", "0", "2"],
        ["Ines", "1", "0", "", "", "", ""],
        ["Tomás", "2", "0", "", "", "", ""],
    ]
    assert "1 file brings 3 new judgments of 2 annotators and 1 new article." in words(page)
    assert cells(page, "Where they differ") == [["theirs.hedgerow", "It is a file of another project."]]
    assert [row[0].partition(" is ")[0] for row in cells(page, "Refused files")] == ["“letter.hedgerow”"]
    assert "Nothing was changed yet. 1 difference to look at." in words(page)
    assert digest(window.session.project) == before
    assert merging.list_merges(window.session.project) == []
    button(page, "Show").click()
    assert focus() is table(page, "Where they differ")


def test_ctrl_enter_merges_and_the_result_is_taken_back_in_place(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path
) -> None:
    before = digest(window.session.project)
    examine(qtbot, window, chosen, theirs)
    press("Ctrl+Return")
    settle(qtbot, page)
    assert "Merged: 1 file brings 3 new judgments of 2 annotators and 1 new article." in words(page)
    assert len(window.session.project.connection.execute("SELECT id FROM articles").fetchall()) == 3
    assert [row[1:] for row in cells(page, "Merges")] == [["theirs.hedgerow", "Take back"]]
    button(page, "Take back").click()
    settle(qtbot, page)
    assert "The merge was taken back" in words(page)
    assert not table(page, "Merges").isVisible()
    assert digest(window.session.project) == before
    assert "does it again" not in words(window.statusBar())


def test_enter_on_the_button_merges_and_the_views_follow(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path
) -> None:
    examine(qtbot, window, chosen, theirs)
    assert focus() is page.foot.button
    press("Return")
    settle(qtbot, page)
    press("Esc")
    assert isinstance(focus(), QTextEdit)
    assert window.annotate.isVisible()
    assert "Yours 0 of 8" in words(window.statusBar())
    press("E")
    assert said_of(window, sentence_id(FERRY, 0)) == ("hedge",)


def test_no_key_judges_while_a_merge_runs(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, gate: Gate
) -> None:
    examine(qtbot, window, chosen, theirs)
    press("Ctrl+Return")
    assert gate.begun.wait(20)
    for key in ("E", "0", "1", "Ctrl+1", "Ctrl+3", "Ctrl+Z"):
        press(key)
    assert page.isVisible()
    assert "Merging is under way. Wait until it is done, or cancel it." in words(window.statusBar())
    window.session.run(judging.judge_none, sentence_id(FERRY, 0))
    imports.import_paths(window, [theirs])
    assert len(window.jobs.running) == 1
    assert said_of(window, sentence_id(FERRY, 0)) is None
    gate.go_on.set()
    settle(qtbot, page)
    assert "Merged: " in words(page)
    press("Ctrl+1")
    press("E")
    assert said_of(window, sentence_id(FERRY, 0)) == ("hedge",)


@pytest.mark.parametrize("key", ["Esc", "Return"])
def test_a_cancelled_merge_leaves_nothing(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, gate: Gate, key: str
) -> None:
    before = digest(window.session.project)
    examine(qtbot, window, chosen, theirs)
    press("Ctrl+Return")
    assert gate.begun.wait(20)
    assert focus() is page.foot.cancel
    press(key)
    assert "Stopping…" in words(page)
    gate.go_on.set()
    settle(qtbot, page)
    assert page.isVisible()
    assert "Cancelled; nothing was merged." in words(page)
    assert digest(window.session.project) == before
    assert merging.list_merges(window.session.project) == []
    press("Ctrl+Return")
    settle(qtbot, page)
    assert "Merged: " in words(page)


def test_closing_the_window_stops_a_merge(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, gate: Gate
) -> None:
    path, before = window.session.project.path, digest(window.session.project)
    examine(qtbot, window, chosen, theirs)
    press("Ctrl+Return")
    assert gate.begun.wait(20)
    threading.Timer(0.2, gate.go_on.set).start()
    press("Ctrl+Q")
    with open_project(path) as project:
        assert digest(project) == before
        assert merging.list_merges(project) == []


def test_closing_the_project_stops_a_merge(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, gate: Gate
) -> None:
    path, before = window.session.project.path, digest(window.session.project)
    examine(qtbot, window, chosen, theirs)
    press("Ctrl+Return")
    assert gate.begun.wait(20)
    press("Ctrl+W")
    gate.go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)
    assert "Recent projects" in words(window)
    assert window.open_project(path)
    assert digest(window.session.project) == before
    press("E")
    assert said_of(window, sentence_id(FERRY, 0)) == ("hedge",)
    examine(qtbot, window, chosen, theirs)
    assert button(page, "Choose files…").isEnabled()
    assert page.foot.button.isVisible()


def test_a_merge_of_an_earlier_day_is_taken_back_from_the_list(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, tmp_path: Path
) -> None:
    with project_with(tmp_path, MILL, name="later") as later:
        judging.judge_none(later, INES, sentence_id(MILL, 0))
    with open_project(window.session.project.path) as elsewhere:
        merging.merge(elsewhere, [theirs])
        merging.merge(elsewhere, [later.path])
    examine(qtbot, window, chosen)
    assert [row[1:] for row in cells(page, "Merges")] == [["later.hedgerow", "Take back"], ["theirs.hedgerow", ""]]
    merges = table(page, "Merges")
    merges.setFocus()
    press("Down", "Return")
    assert not page.work.is_running  # only the latest one can be taken back
    press("Up", "Return")
    settle(qtbot, page)
    assert [row[1:] for row in cells(page, "Merges")] == [["theirs.hedgerow", "Take back"]]


def test_a_merge_that_a_dataset_rests_on_is_not_taken_back(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, tmp_path: Path
) -> None:
    with open_project(window.session.project.path) as elsewhere:
        merging.merge(elsewhere, [theirs])
        export(elsewhere, tmp_path / "set", Options(include_unjudged=True, split=None), name="v1")
    examine(qtbot, window, chosen)
    table(page, "Merges").setFocus()
    press("Return")
    settle(qtbot, page)
    assert "The dataset “v1” was exported after the latest merge" in words(page)
    assert len(merging.list_merges(window.session.project)) == 1


def test_a_file_that_brings_nothing_is_not_merged(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path
) -> None:
    with open_project(window.session.project.path) as elsewhere:
        merging.merge(elsewhere, [theirs])
    examine(qtbot, window, chosen, theirs)
    assert "The project has all of it already; there is nothing to merge." in words(page)
    assert not page.foot.button.isEnabled()
    press("Ctrl+Return")
    assert not page.work.is_running


def test_a_project_that_cannot_be_written_is_said_in_words(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labeling.store.connection.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(window.session.project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    examine(qtbot, window, chosen, theirs)
    assert "Another program keeps “small.hedgerow” locked; close it and repeat." in words(page)
    other.execute("ROLLBACK")
    other.close()


def test_the_page_does_not_come_up_beside_other_work(qtbot: QtBot, window: Window, page: MergePage) -> None:
    window.session.hold("Sharing out is under way.")
    window.run_action("file.merge")
    assert not page.isVisible()
    assert "Sharing out is under way." in words(window.statusBar())
    window.session.hold("")


def test_without_a_project_there_is_nothing_to_merge_into(closed_window: Window) -> None:
    assert not closed_window.actions_by_id["file.merge"].isEnabled()


def test_everything_on_the_page_has_a_name_and_tab_leads_through_it(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], theirs: Path, letter: Path
) -> None:
    examine(qtbot, window, chosen, theirs, letter)
    assert nameless(window) == []
    button(page, "Choose files…").setFocus()
    seen = []
    for _ in range(5):
        press("Tab")
        seen.append(focus().accessibleName())
    assert seen == ["Refused files", "Who brings what", "Where they differ", "Show", "Merge 1 file"]
    press("F6")
    assert window.header.isAncestorOf(focus())
    press("F6")
    assert focus() is button(page, "Choose files…")
    table(page, "Who brings what").setFocus()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("File and annotators\tNew judgments")


def test_whoever_is_at_work_is_among_those_who_bring(
    qtbot: QtBot, window: Window, page: MergePage, chosen: list[Path], tmp_path: Path
) -> None:
    with project_with(tmp_path, FERRY, name="mine") as mine:
        judging.judge_none(mine, TOMAS, sentence_id(FERRY, 2))
    examine(qtbot, window, chosen, mine.path)
    press("Ctrl+Return")
    settle(qtbot, page)
    window.session.set_annotator(TOMAS)
    press("Esc")
    assert "Yours 1 of 6" in words(window.statusBar())
