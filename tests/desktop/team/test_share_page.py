"""Sharing out articles in the window: shown as it would come, done, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.team.share_page import SharePage
from desktop.window import Window
from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator
from labeling.operations import assigning, judging
from labeling.operations.projects import create_project
from labeling.store import annotators
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import button, focus, press, type_text, words
from tests.desktop.team.looking import cells, table
from tests.factories import article_of, project_with, sentence_id

STORIES = [
    article_of([f"Story {number} may be true.", "An aide said so."], name=f"{number}.txt") for number in range(8)
]
ANA = Annotator(named_id("Ana"), "Ana")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path, *STORIES) as project:
        yield project


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> SharePage:
    window.run_action("file.share_out")
    calm(qtbot, window)
    return window.pages.over(SharePage)


def calm(qtbot: QtBot, window: Window) -> None:
    """Wait until what was chosen has been planned, and what was begun is done."""
    qtbot.wait(200)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_what_it_would_come_to_is_said_before(qtbot: QtBot, window: Window, page: SharePage) -> None:
    assert "Who has what; 8 articles are assigned to nobody" in words(page)
    assert "Choose or name at least one annotator." in words(page)
    type_text("Ana")
    calm(qtbot, window)
    assert "One annotator shares articles with nobody" in words(page)
    assert not page.foot.button.isEnabled()
    type_text(", Ben")
    calm(qtbot, window)
    assert "8 articles go to 2 annotators, 2 of them to two each." in words(page)
    assert cells(page, "Who has what") == [
        ["Ana", "0", "0", "0", "5", "10", ""],
        ["Ben", "0", "0", "0", "5", "10", ""],
    ]
    assert cells(page, "Pairs that share articles") == [["Ana and Ben", "0", "2"]]
    assert assigning.assigned(window.session.project).unassigned == 8
    assert annotators.everyone(window.session.project.connection) == []


def test_ctrl_enter_shares_out_and_leads_on_to_handing_out(qtbot: QtBot, window: Window, page: SharePage) -> None:
    type_text("Ana, Ben")
    calm(qtbot, window)
    assert page.foot.button.text() == "Share out 8 articles"
    press("Ctrl+Return")
    calm(qtbot, window)
    assert "Shared out: 8 articles go to 2 annotators, 2 of them to two each." in words(page)
    assert "assigned to nobody" not in words(page)
    assert cells(page, "Who has what") == [
        ["Ana", "5", "10", "0", "Withdraw 5 not begun"],
        ["Ben", "5", "10", "0", "Withdraw 5 not begun"],
    ]
    assert not page.foot.button.isEnabled()
    assert focus() is page.foot.link
    assert page.foot.link.text() == "Hand out…"
    press("Return")
    assert not page.isVisible()
    calm(qtbot, window)
    assert "Files for" in words(window)


def test_what_is_not_begun_is_withdrawn_and_given_to_another(qtbot: QtBot, window: Window, project: Project) -> None:
    assigning.assign(project, ["Ana"], overlap=0)
    judging.judge_none(project, ANA, sentence_id(STORIES[3], 0))
    window.run_action("file.share_out")
    calm(qtbot, window)
    page = window.pages.over(SharePage)
    assert "Every article is assigned." in words(page)
    people = table(page, "Who has what")
    people.setFocus()
    press("Return")
    calm(qtbot, window)
    assert "Withdrawn from Ana: 7 articles not begun." in words(page)
    assert [row[:4] for row in cells(page, "Who has what")] == [["Ana", "1", "2", "1"]]
    button(page, "Ana").click()
    page._form.names.setFocus()
    type_text("Ben")
    page._form.overlap.setFocus()
    page._form.overlap.setValue(0)
    calm(qtbot, window)
    assert "7 articles go to 1 annotator." in words(page)
    press("Ctrl+Return")
    calm(qtbot, window)
    assert [row[:2] for row in cells(page, "Who has what")] == [["Ana", "1"], ["Ben", "7"]]
    assert button(page, "Ben").isChecked()


def test_what_is_being_typed_survives_changes_from_elsewhere(
    qtbot: QtBot, window: Window, page: SharePage, project: Project
) -> None:
    type_text("Cleo, Ana")
    assigning.assign(project, ["Ana"], overlap=0)
    qtbot.waitUntil(lambda: any(row[0] == "Ana" for row in cells(page, "Who has what")), timeout=20_000)
    qtbot.waitUntil(lambda: "Every article is assigned." in words(page), timeout=20_000)
    qtbot.waitUntil(lambda: page._form.chosen == ["Ana", "Cleo"], timeout=20_000)


def test_the_seed_draws_other_articles(qtbot: QtBot, window: Window, page: SharePage) -> None:
    type_text("Ana, Ben")
    page._form.seed.setValue(7)
    calm(qtbot, window)
    press("Ctrl+Return")
    calm(qtbot, window)
    found = assigning.assigned(window.session.project)
    with project_with(window.session.project.path.parent, *STORIES, name="same") as same:
        assigning.assign(same, ["Ana", "Ben"], 0.2, 7)
        assert assigning.assigned(same) == found


def test_without_articles_there_is_nothing_to_share(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    create_project(tmp_path / "empty.hedgerow").close()
    assert closed_window.open_project(tmp_path / "empty.hedgerow")
    closed_window.run_action("file.share_out")
    calm(qtbot, closed_window)
    assert "No articles yet." in words(closed_window)


def test_everything_on_the_page_has_a_name(qtbot: QtBot, window: Window, page: SharePage) -> None:
    type_text("Ana, Ben")
    calm(qtbot, window)
    press("Ctrl+Return")
    calm(qtbot, window)
    assert nameless(window) == []
    press("Esc")
    assert focus() is window.annotate.text.view
