"""Review in windows of other widths, and where there is nothing to settle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.review.review import Review
from desktop.window import Window
from labeling.operations import adjudicating
from labeling.operations.disagreeing import Show, Wanted
from labeling.operations.projects import create_project
from labeling.store.connection import Project
from tests.desktop.review.settling.conftest import ANA, BEN, CLEO, FIRST, IN_MILL, LAST, SECOND, THIRD, Press, judge
from tests.factories import project_with

Key = Qt.Key


@pytest.mark.parametrize("width", [1440, 1024, 800])
def test_everything_that_settles_is_in_view(qtbot: QtBot, window: Window, review: Review, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    QApplication.processEvents()
    inspector = review.inspector
    for control in (*inspector.votes.buttons, *inspector.decisions.all, inspector.note.field):
        assert not control.visibleRegion().isEmpty(), control.accessibleName()
        corner = control.mapTo(window, control.rect().bottomRight())
        assert window.rect().contains(corner), control.accessibleName()


def test_in_a_narrow_window_the_list_opens_over_the_text(
    qtbot: QtBot, window: Window, review: Review, press: Press
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not review.list.isVisible())
    assert window.header.articles.text() == "Disagreements"
    window.run_action("go.articles")
    assert review.list.view.hasFocus()
    press(Key.Key_Escape)
    assert not review.list.isVisible()
    assert review.text.view.hasFocus()


def said_of(qtbot: QtBot, window: Window, project: Project) -> str:
    """What stands in the place of the list on a project."""
    path = project.path
    project.close()
    assert window.open_project(path)
    window.run_action("go.review")
    review = window.pages.review
    qtbot.waitUntil(lambda: review.docket.survey is not None and not review.docket.is_reading)
    assert not review.has_sentence
    assert not review.inspector.decisions.majority.isEnabled()
    return review.list.notice


def test_an_empty_project_says_why_there_is_nothing_to_settle(
    qtbot: QtBot, closed_window: Window, tmp_path: Path
) -> None:
    words = said_of(qtbot, closed_window, create_project(tmp_path / "empty.hedgerow"))
    assert words.startswith("Nothing to settle: nobody has judged a sentence yet.")


def test_one_annotator_alone_is_told_so(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    alone = project_with(tmp_path, name="alone")
    judge(alone, ANA, FIRST, "hedge")
    assert said_of(qtbot, closed_window, alone).startswith("Nothing to settle: only Ana has judged here.")


def test_two_who_never_met_and_two_who_agree_are_told_so(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    apart = project_with(tmp_path, name="apart")
    judge(apart, ANA, FIRST, "hedge")
    judge(apart, BEN, SECOND, "hedge")
    assert "no sentence was judged by two people" in said_of(qtbot, closed_window, apart)
    agreed = project_with(tmp_path, name="agreed")
    for person in (ANA, BEN):
        judge(agreed, person, FIRST, "hedge")
    assert said_of(qtbot, closed_window, agreed).endswith("on all 1 sentences that several people judged they agree.")


def test_when_all_is_settled_that_is_said(qtbot: QtBot, window: Window, project: Project) -> None:
    for sentence in (FIRST, THIRD, LAST, IN_MILL):
        adjudicating.settle_none(project, CLEO, sentence)
    window.run_action("go.review")
    review = window.pages.review
    qtbot.waitUntil(lambda: bool(review.list.notice))
    assert review.list.notice == "Everything is settled: 4 of 4."
    assert review.current == FIRST
    review.show_disagreements(Wanted(show=Show.ALL))
    assert len(review.docket.rows) == 4
