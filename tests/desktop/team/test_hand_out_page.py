"""Handing out in the window: a file for each annotator, in a folder, never over another."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from desktop.export.fields import Choice
from desktop.team.hand_out_page import HandOutPage
from desktop.window import Window
from labeling.domain.showing import Showing
from labeling.operations import assigning
from labeling.operations.handouts import handed_to
from labeling.operations.projects import open_project
from labeling.operations.showing import fix_showing, fixed_showing
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import button, press, words


@pytest.fixture
def page(qtbot: QtBot, window: Window, project: Project) -> HandOutPage:
    assigning.assign(project, ["Ana", "Ben"], overlap=0.5)
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: Window) -> HandOutPage:
    window.run_action("file.hand_out")
    calm(qtbot, window)
    return window.pages.over(HandOutPage)


def calm(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_each_annotator_gets_a_file(
    qtbot: QtBot, window: Window, page: HandOutPage, tmp_path: Path, opened: list[str]
) -> None:
    assert "Into “small-Ana.hedgerow”." in words(page)
    assert page.foot.button.text() == "Hand out 2 files"
    assert nameless(window) == []
    press("Ctrl+Return")
    calm(qtbot, window)
    assert "Written: 2 files." in words(page)
    assert "Written as “small-Ana.hedgerow”." in words(page)
    assert "exists already" not in words(page)
    for name in ("Ana", "Ben"):
        with open_project(tmp_path / f"small-{name}.hedgerow") as handout:
            person = handed_to(handout)
            assert person is not None
            assert person.name == name
    button(page, "Open folder").click()
    assert opened == [str(tmp_path)]


def test_a_file_that_is_there_is_never_written_over(
    qtbot: QtBot, window: Window, page: HandOutPage, tmp_path: Path
) -> None:
    (tmp_path / "small-Ben.hedgerow").write_text("mine")
    page = shown(qtbot, window)
    assert "“small-Ben.hedgerow” exists already; choose another folder, or put the file away." in words(page)
    assert page.foot.button.text() == "Hand out 1 file"
    (tmp_path / "small-Ana.hedgerow").write_text("mine, too")  # in the meantime
    press("Ctrl+Return")
    calm(qtbot, window)
    assert "exists already; choose another name." in page.foot.said
    assert (tmp_path / "small-Ana.hedgerow").read_text() == "mine, too"
    assert (tmp_path / "small-Ben.hedgerow").read_text() == "mine"


def test_one_annotator_and_another_folder_are_chosen(
    qtbot: QtBot, window: Window, page: HandOutPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(choose, "folder_for_files", lambda _parent, _beside: tmp_path / "out")
    button(page, "Choose the folder…").click()
    assert str(tmp_path / "out") in words(page)
    button(page, "Ana").setFocus()
    press("Space")
    assert page.foot.button.text() == "Hand out 1 file"
    press("Ctrl+Return")
    calm(qtbot, window)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["small-Ben.hedgerow"]


def test_a_folder_that_is_gone_is_said_in_words(
    qtbot: QtBot, window: Window, page: HandOutPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "folder_for_files", lambda _parent, _beside: tmp_path / "gone")
    button(page, "Choose the folder…").click()
    press("Ctrl+Return")
    calm(qtbot, window)
    assert f"There is no folder “{tmp_path / 'gone'}”" in page.foot.said
    assert "Written" not in page.foot.said
    assert not (tmp_path / "gone").exists()


def test_without_assignments_the_page_leads_to_sharing_out(qtbot: QtBot, window: Window) -> None:
    page = shown(qtbot, window)
    assert "No articles are assigned to anyone; share some out first." in words(page)
    assert not page.foot.button.isEnabled()
    button(page, "Share out articles…").click()
    assert "Give articles to" in words(window)


def test_closing_the_project_forgets_who_gets_files(qtbot: QtBot, window: Window, page: HandOutPage) -> None:
    press("Ctrl+W")
    assert not page.isVisible()
    assert "Recent projects" in words(window)


def test_suggestions_in_the_files_are_as_in_the_project_or_as_chosen(
    qtbot: QtBot, window: Window, page: HandOutPage, project: Project, tmp_path: Path
) -> None:
    fix_showing(project, Showing.ALWAYS)
    page = shown(qtbot, window)
    choice = page.findChild(Choice)
    assert choice is not None
    assert choice.currentText() == "As in this project: from the start"
    choice.choose("after")
    press("Ctrl+Return")
    calm(qtbot, window)
    with open_project(tmp_path / "small-Ana.hedgerow") as handout:
        assert fixed_showing(handout) is Showing.AFTER
    assert fixed_showing(project) is Showing.ALWAYS
    shown(qtbot, window)
    assert choice.value == "", "another time it is as in the project again"
