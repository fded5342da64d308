"""From figures to sentences to settling, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.review.agreement.figure_table import FigureTable
from desktop.review.review import Review
from desktop.review.views import View
from desktop.window import Window
from labeling.agreement.behind import Behind, Count
from labeling.operations import judging
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import DENIED, MAY, SEEMS, judge_as_a_team
from tests.desktop.shell.person import button, click, focus, press, words
from tests.factories import INES


@pytest.fixture
def project(project: Project) -> Project:
    judge_as_a_team(project)
    return project


@pytest.fixture
def review(qtbot: QtBot, window: Window) -> Review:
    """Review, shown, with its figures and the list beside them."""
    review = window.pages.review
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press("Ctrl+2")
    qtbot.waitUntil(lambda: review.docket.survey is not None)
    return review


def listed(review: Review) -> list[object]:
    return list(review.agreement.sentences.model.sentences)


def test_review_opens_with_the_figures_and_the_focus_in_them(review: Review) -> None:
    assert review.view is View.AGREEMENT
    assert focus() is review.agreement.page.label_table
    assert "2 sentences differ on hedge" in words(review)
    assert listed(review) == [DENIED, SEEMS]


def test_enter_on_a_number_lists_its_sentences_and_enter_there_settles(
    qtbot: QtBot, window: Window, review: Review
) -> None:
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press("Right", "Enter")
    assert "3 sentences to which somebody gave hedge" in words(review)
    assert listed(review) == [MAY, DENIED, SEEMS]
    press("F6", "Down", "Down", "Enter")
    assert review.view is View.DISAGREEMENTS
    assert review.current == SEEMS
    press("Enter")
    assert "1 settled" in words(window)
    press("Ctrl+Z")


def test_the_list_follows_the_label_until_something_else_is_asked_for(qtbot: QtBot, review: Review) -> None:
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press("Down")
    assert "0 sentences differ on denial" in words(review)
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press("Right", "Enter")
    press("Up")
    qtbot.waitUntil(lambda: not review.agreement.page.is_stale)
    assert "to which somebody gave denial" in words(review)


def test_settle_these_leads_to_the_open_ones_among_them(qtbot: QtBot, window: Window, review: Review) -> None:
    click(button(review, "Settle these, one after another"))
    assert review.view is View.DISAGREEMENTS
    assert review.docket.wanted.label == "hedge"
    assert list(review.docket.rows) == [DENIED, SEEMS]
    press("Enter", "Enter")
    review.show_view(View.AGREEMENT)
    segments = [each.text() for each in review.agreement.findChildren(QAbstractButton) if each.isCheckable()]
    assert segments == ["Agreement", "Disagreements 1", "Settled 2"]


def test_segments_lead_from_view_to_view(window: Window, review: Review) -> None:
    seen = []
    for name in ("Settled 0", "Disagreements", "Agreement"):
        click(button(review if name != "Settled 0" else review.agreement, name))
        seen.append(review.view)
    assert seen == [View.SETTLED, View.DISAGREEMENTS, View.AGREEMENT]
    assert focus() is review.agreement.page.label_table


def test_label_keys_do_nothing_among_figures(window: Window, review: Review, project: Project) -> None:
    before = project.connection.total_changes
    press("1", "0", "X")
    assert project.connection.total_changes == before
    assert not window.actions_by_id["label.none"].isEnabled()


def test_a_narrow_window_shows_one_in_the_others_place(qtbot: QtBot, window: Window, review: Review) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not review.agreement.sentences.isVisible())
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press(*["Right"] * 6, "Enter")
    assert not review.agreement.page.isVisible()
    assert focus() is review.agreement.sentences.view
    press("Esc")
    assert review.agreement.page.isVisible()
    assert focus() is review.agreement.page.label_table


def test_numbers_stand_for_names_where_that_is_chosen(qtbot: QtBot, window: Window, review: Review) -> None:
    with qtbot.waitSignal(review.agreement.sentences.listed):
        window.run_action("view.pseudonyms")
    assert "Annotator 1, Annotator 2 and Annotator 3" in words(review.agreement)
    assert "Tomás" not in words(review.agreement)
    shown = str(review.agreement.sentences.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Annotator 1" in shown
    assert "Ines" not in shown


def test_what_is_judged_elsewhere_is_counted(qtbot: QtBot, window: Window, review: Review) -> None:
    with qtbot.waitSignal(review.agreement.sentences.listed):
        window.session.tell(judging.judge_none(window.session.project, INES, MAY))
    assert "3 sentences differ on hedge" in words(review)


def test_the_view_is_kept_until_the_project_is_opened_again(qtbot: QtBot, window: Window, review: Review) -> None:
    review.show_view(View.DISAGREEMENTS)
    path = window.session.project.path
    window.close_project()
    assert window.open_project(Path(path))
    press("Ctrl+2")
    assert review.view is View.DISAGREEMENTS


def test_a_click_on_a_number_lists_too(qtbot: QtBot, review: Review) -> None:
    table = review.agreement.page.pairs.crossed
    where = table.visualRect(table.figures.index(1, 2)).center()
    review.agreement.page.show_rect(table, table.rect())
    with qtbot.waitSignal(review.agreement.sentences.listed):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    behind = review.agreement.sentences.behind
    assert behind is not None
    assert behind == Behind(Count.NEITHER, "hedge", behind.a, behind.b)


def test_tab_leads_through_tables_in_the_order_of_the_page(review: Review) -> None:
    page, seen = review.agreement.page, [focus()]
    while focus() is not review.agreement.sentences.view:
        press("Tab")
        seen.append(focus())
    tables = [each for each in seen if isinstance(each, FigureTable)]
    shown = (page.label_table, *page.pairs.stops, page.articles.table, page.annotators.table, page.confusions.table)
    assert tables == list(shown)


def test_everything_that_takes_the_focus_has_a_name(review: Review) -> None:
    controls = [
        widget
        for widget in review.agreement.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(controls) > 8
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in controls]
    assert all(names), [each for each, name in zip(controls, names, strict=True) if not name]
