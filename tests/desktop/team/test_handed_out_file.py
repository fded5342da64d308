"""A file that was handed out works as the one it was handed to, and comes back under their name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.annotator import WhoDialog
from desktop.main import Arguments, make_window
from desktop.window import Window
from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator
from labeling.operations import assigning, handing_out, identity, merging
from labeling.operations.projects import open_project
from labeling.operations.statuses import status
from labeling.store.connection import Project
from tests.desktop.shell.person import answer, press, words

ANA = Annotator(named_id("Ana"), "Ana")


@pytest.fixture
def handout(project: Project, tmp_path: Path) -> Path:
    """All articles of the small project, for Ana."""
    assigning.assign(project, ["Ana"], overlap=0)
    handing_out.hand_out(project, ANA, tmp_path / "ana.hedgerow")
    return tmp_path / "ana.hedgerow"


def people(path: Path) -> tuple[tuple[str, int], ...]:
    with open_project(path) as project:
        return status(project).annotators


def test_labels_come_back_under_the_annotator_it_was_handed_to(
    qtbot: QtBot, closed_window: Window, handout: Path, project: Project, settings_folder: Path
) -> None:
    here = identity.this_annotator(settings_folder)
    assert closed_window.open_project(handout)
    assert "Annotator Ana" in words(closed_window.statusBar())
    press("E", "0")
    closed_window.close_project()
    assert identity.this_annotator(settings_folder) == here
    merging.merge(project, [handout])
    assert status(project).annotators == (("Ana", 2),)


def test_another_project_is_labelled_by_who_works_at_this_machine(
    qtbot: QtBot, closed_window: Window, handout: Path, project: Project
) -> None:
    assert closed_window.open_project(handout)
    assert closed_window.open_project(project.path)
    assert "Annotator Ines" in words(closed_window.statusBar())


def test_someone_else_can_still_take_over(qtbot: QtBot, closed_window: Window, handout: Path) -> None:
    assert closed_window.open_project(handout)

    def choose_someone_else(dialog: QDialog) -> None:
        assert isinstance(dialog, WhoDialog)
        dialog.findChildren(QLineEdit)[-1].setText("Ben")
        dialog.accept()

    answer(choose_someone_else)
    closed_window.run_action("file.annotator")
    closed_window.activateWindow()  # as the system does
    closed_window.annotate.focus_text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is closed_window.annotate.text.view)
    press("E")
    assert ("Ben", 1) in people(handout)


def test_a_corrected_name_goes_with_the_judgments_and_not_with_the_machine(
    qtbot: QtBot, closed_window: Window, handout: Path, project: Project, settings_folder: Path
) -> None:
    assert closed_window.open_project(handout)

    def correct(dialog: QDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText("Ana Mora")
        dialog.accept()

    answer(correct)
    closed_window.run_action("file.annotator")
    closed_window.activateWindow()  # as the system does
    closed_window.annotate.focus_text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is closed_window.annotate.text.view)
    press("E")
    here = identity.this_annotator(settings_folder)
    assert here is not None
    assert here.name == "Ines"
    assert people(handout) == (("Ana Mora", 1),)
    assert closed_window.open_project(project.path)
    assert "Annotator Ines" in words(closed_window.statusBar())
    merging.merge(project, [handout])
    assert status(project).annotators == (("Ana Mora", 1),)


def test_the_command_line_has_the_last_word(qtbot: QtBot, handout: Path, settings_folder: Path) -> None:
    identity.name_annotator("Ines", settings_folder)
    window = make_window(Arguments(handout, "Cleo"), settings_folder)
    qtbot.addWidget(window)
    window.show()
    assert "| Cleo" in words(window.statusBar())
    window.close()


def test_a_machine_on_which_nobody_has_worked_asks_for_no_name(
    qtbot: QtBot, handout: Path, project: Project, settings_folder: Path
) -> None:
    window = make_window(Arguments(handout), settings_folder)
    qtbot.addWidget(window)
    window.show()
    assert "Ana" in words(window.statusBar())
    assert identity.this_annotator(settings_folder) is None
    answer(lambda dialog: dialog.reject())
    assert not window.open_project(project.path)  # here it is not known who works
    assert "Ana" in words(window.statusBar())
    window.close()
