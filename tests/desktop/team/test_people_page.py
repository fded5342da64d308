"""People in the window: two names of one person, and two again."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.team.people_page import PeoplePage
from desktop.window import Window
from labeling.domain.judgments import Annotator
from labeling.operations import judging
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import focus, press, words
from tests.desktop.team.looking import cells, table
from tests.factories import FERRY, INES, TOMAS, sentence_id

OTHER_INES = Annotator("01890a5d-ac96-774b-bcce-b302099a8060", "ines")


@pytest.fixture
def page(qtbot: QtBot, window: Window, project: Project) -> PeoplePage:
    judging.judge_none(project, INES, sentence_id(FERRY, 0))
    judging.judge_none(project, INES, sentence_id(FERRY, 1))
    judging.judge_none(project, TOMAS, sentence_id(FERRY, 0))
    judging.judge_none(project, OTHER_INES, sentence_id(FERRY, 2))
    window.session.set_annotator(INES)
    window.run_action("file.people")
    calm(qtbot, window)
    return window.pages.over(PeoplePage)


def calm(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_everyone_is_there_with_what_they_did(window: Window, page: PeoplePage) -> None:
    assert cells(page, "People") == [["Ines", "", "2", "0"], ["Tomás", "", "1", "0"], ["ines", "", "1", "0"]]
    assert nameless(window) == []


def test_two_who_are_called_alike_are_made_one_and_every_view_follows(
    qtbot: QtBot, window: Window, page: PeoplePage
) -> None:
    assert page.foot.button.isEnabled()  # they are proposed
    press("Ctrl+Return")
    calm(qtbot, window)
    assert "“ines” and “Ines” are one person now." in words(page)
    assert cells(page, "People") == [["Ines", "ines", "3", "0"], ["Tomás", "", "1", "0"]]
    assert cells(page, "Names made one") == [["ines", "Ines", "Part again"]]
    press("Esc")
    assert "Yours 3 of 6" in words(window.statusBar())


def test_they_are_parted_again(qtbot: QtBot, window: Window, page: PeoplePage) -> None:
    press("Ctrl+Return")
    calm(qtbot, window)
    table(page, "Names made one").setFocus()
    press("Return")
    calm(qtbot, window)
    assert "“ines” and “Ines” are two people again." in words(page)
    assert len(cells(page, "People")) == 3
    press("Esc")
    assert "Yours 2 of 6" in words(window.statusBar())


def test_a_name_is_not_made_one_with_itself(qtbot: QtBot, window: Window, page: PeoplePage) -> None:
    page._other.setFocus()
    press("Home")
    assert not page.foot.button.isEnabled()
    page._one.choose(TOMAS.id)
    page._other.choose(TOMAS.id)
    assert not page.foot.button.isEnabled()
    page._other.choose(INES.id)
    press("Ctrl+Return")
    calm(qtbot, window)
    assert cells(page, "Names made one") == [["Tomás", "Ines", "Part again"]]


def test_a_project_in_which_nobody_has_worked_says_so(qtbot: QtBot, window: Window) -> None:
    window.run_action("file.people")
    calm(qtbot, window)
    page = window.pages.over(PeoplePage)
    assert "Nobody has worked in this project yet." in words(page)
    assert not page.foot.button.isEnabled()
    press("Esc")
    assert focus() is window.annotate.text.view
