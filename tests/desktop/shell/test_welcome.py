"""First use, and the page without a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs import choose
from desktop.dialogs.help_book import HelpBook
from desktop.main import Arguments, make_window
from desktop.settings import Settings
from desktop.window import Window
from labeling.operations import identity
from labeling.store import annotators
from labeling.store.connection import Project
from tests.desktop.shell.person import answer, button, click, press, the, words
from tests.factories import TOMAS, project_with


def type_name(name: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        field = dialog.findChildren(QLineEdit)[0]
        field.setText(name)
        QApplication.processEvents()
        dialog.accept()

    return act


def test_the_page_says_what_one_can_do(closed_window: Window) -> None:
    shown = words(closed_window)
    assert "Hedgerow" in shown
    assert "Drop a project here" in shown
    assert "Your work stays on this computer; Hedgerow sends nothing anywhere" in shown
    assert "Version " in shown
    names = [b.text() for b in closed_window.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    assert {
        "New project…",
        "Open project…",
        "Try the sample project",
        "Try the sample team project",
        "Five-minute tour",
        "Keys",
        "Codebook",
    } <= {*names}
    assert "Search" not in names


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_a_new_project_is_made_where_one_says(
    qtbot: QtBot, closed_window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(choose, "new_project", lambda _: tmp_path / "pilot")
    if how == "key":
        press("Ctrl+N")
    else:
        click(button(closed_window, "New project…"))
    assert (tmp_path / "pilot.hedgerow").is_file()
    assert closed_window.windowTitle() == "pilot – Hedgerow"
    qtbot.waitUntil(lambda: "Yours 0 of 0" in words(closed_window))


def test_file_new_over_a_file_that_exists_is_refused(
    closed_window: Window, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "new_project", lambda _: project.path)
    closed_window.run_action("file.new")
    assert "exists already" in words(closed_window)


def test_file_open_opens_what_is_chosen(
    closed_window: Window, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "project", lambda _: project.path)
    closed_window.run_action("file.open")
    assert closed_window.session.is_open


@pytest.mark.parametrize("which", ["file.sample", "file.team_sample"])
def test_a_sample_project_is_made_once(qtbot: QtBot, closed_window: Window, which: str) -> None:
    closed_window.run_action(which)
    qtbot.waitUntil(lambda: closed_window.session.is_open, timeout=30_000)
    path = closed_window.session.project.path
    made = path.stat().st_ino
    closed_window.run_action("file.close")
    closed_window.run_action(which)
    assert closed_window.session.project.path.stat().st_ino == made


def test_the_team_sample_is_opened_by_the_command_line_and_says_whose_it_is(
    qtbot: QtBot, settings_folder: Path
) -> None:
    identity.name_annotator("Tove", settings_folder)
    window = make_window(Arguments(team_sample=True), settings_folder)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.session.is_open, timeout=30_000)
    assert window.windowTitle() == "Sample team project – Hedgerow"
    names = [person.name for person in annotators.everyone(window.session.project.connection)]
    assert len([name for name in names if "(sample" in name]) == 4
    window.close()


def test_recent_projects_are_offered_with_their_progress(qtbot: QtBot, window: Window) -> None:
    press("3")
    window.run_action("file.close")
    row = button(window, "small.hedgerow, 1 of 6 yours, Ines · 2 articles · opened today")
    assert "5 to do" in words(window)
    row.setFocus()
    press("Space")
    assert window.session.is_open


def test_a_project_that_is_gone_can_be_located_or_forgotten(
    closed_window: Window, tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_window.settings.remember_opened(tmp_path / "gone.hedgerow")
    closed_window.settings.remember_opened(tmp_path / "moved.hedgerow")
    closed_window.show_welcome()
    assert words(closed_window).count("Not found") == 2
    button(closed_window, "Forget gone.hedgerow").click()
    assert "gone.hedgerow" not in words(closed_window)
    monkeypatch.setattr(choose, "project", lambda _: project.path)
    button(closed_window, "Locate moved.hedgerow").click()
    assert closed_window.session.is_open
    assert [recent.path for recent in closed_window.settings.recent] == [str(project.path)]


def test_the_tour_of_the_help_book_is_one_click_away(qtbot: QtBot, closed_window: Window) -> None:
    button(closed_window, "Five-minute tour").click()
    book = the(HelpBook, closed_window)
    assert book is not None
    book.close()


def test_first_use_asks_for_a_name_once(qtbot: QtBot, project: Project, settings_folder: Path, tmp_path: Path) -> None:
    answer(type_name(" Ada "))
    window = make_window(Arguments(project.path), settings_folder)
    qtbot.addWidget(window)
    assert window.session.annotator.name == "Ada"
    assert identity.this_annotator(settings_folder) == window.session.annotator
    project_with(tmp_path, name="other").close()
    assert window.open_project(tmp_path / "other.hedgerow")  # would hang here if it asked again


def test_without_a_name_nothing_is_opened(qtbot: QtBot, project: Project, settings_folder: Path) -> None:
    answer(lambda dialog: dialog.reject())
    window = make_window(Arguments(project.path), settings_folder)
    qtbot.addWidget(window)
    assert not window.session.is_open
    assert identity.this_annotator(settings_folder) is None


def test_a_name_given_at_the_start_works_for_this_window(qtbot: QtBot, project: Project, settings: Settings) -> None:
    with project.write() as db:
        db.execute("INSERT INTO annotators (id, name) VALUES (?, ?)", (TOMAS.id, TOMAS.name))
    window = make_window(Arguments(project.path, TOMAS.name), settings.folder)
    qtbot.addWidget(window)
    assert window.session.annotator == TOMAS
    here = identity.this_annotator(settings.folder)
    assert here is not None
    assert here.name == "Ines"


def test_file_annotator_corrects_a_name(window: Window) -> None:
    before = window.session.annotator
    answer(type_name("Inês"))
    window.run_action("file.annotator")
    assert window.session.annotator.name == "Inês"
    assert window.session.annotator.id == before.id
    assert "Annotator Inês" in words(window)


def test_file_annotator_lets_someone_else_take_over(window: Window) -> None:
    before = window.session.annotator

    def someone_else(dialog: QDialog) -> None:
        the(QComboBox, dialog).setEditText("Bo")
        dialog.accept()

    answer(someone_else)
    window.run_action("file.annotator")
    assert window.session.annotator.name == "Bo"
    assert window.session.annotator.id != before.id
    assert identity.this_annotator(window.settings.folder) == before
