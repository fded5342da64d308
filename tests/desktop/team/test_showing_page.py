"""Suggestions for everyone: a lead fixes when they are shown, for all who work in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.export.fields import Choice
from desktop.team.showing_page import ShowingPage
from desktop.window import Window
from labeling.domain.showing import Showing
from labeling.operations import assigning
from labeling.operations.handing_out import hand_out
from labeling.operations.showing import fixed_showing
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import press, the, words


@pytest.fixture
def page(window: Window) -> ShowingPage:
    window.run_action("file.suggestions")
    return window.pages.over(ShowingPage)


def test_everyone_chooses_until_a_lead_fixes_it_and_again_afterwards(
    window: Window, page: ShowingPage, project: Project
) -> None:
    choice = the(Choice, page)
    assert choice.currentText() == "Everyone chooses"
    assert choice.hasFocus()
    assert not page.foot.button.isEnabled()
    assert nameless(window) == []
    press("End")
    assert choice.currentText() == "Never"
    assert "Nobody sees suggestions, nor notes that rest on them." in words(page)
    press("Ctrl+Return")
    assert page.foot.said == "This holds for everyone now."
    assert fixed_showing(project) is Showing.OFF
    assert not page.foot.button.isEnabled()
    assert window.annotate.suggestions.in_force is Showing.OFF
    press("Home", "Ctrl+Return")
    assert page.foot.said == "Everyone chooses now."
    assert fixed_showing(project) is None


def test_in_a_file_that_was_handed_out_it_can_be_seen_only(
    qtbot: QtBot, window: Window, project: Project, tmp_path: Path
) -> None:
    assigning.assign(project, ["Ana"], overlap=0)
    ana = assigning.assigned(project).people[0].annotator
    hand_out(project, ana, tmp_path / "ana.hedgerow", showing=Showing.AFTER)
    assert window.open_project(tmp_path / "ana.hedgerow")
    window.run_action("file.suggestions")
    page = window.pages.over(ShowingPage)
    assert the(Choice, page).currentText() == "After one’s own judgment"
    assert not the(Choice, page).isEnabled()
    assert not page.foot.button.isEnabled()
    assert "was handed out" in page.foot.said
