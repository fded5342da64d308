"""What the page of agreement shows, and where its numbers lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.page import AgreementPage
from desktop.session import Session
from desktop.theme.tokens import ThemeName, load_theme
from labeling.agreement.behind import Behind, Count
from labeling.operations import judging
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import (
    AIDE,
    DENIED,
    MAY,
    NOBODY,
    SEEMS,
    enter,
    judge,
    shown_page,
    texts,
)
from tests.desktop.shell.person import press, words
from tests.factories import INES, TOMAS

LABEL, APPLIED, ALPHA, PLOT, AC1, SAME, DIFFER = range(7)


def test_a_label_has_its_figures_and_where_they_are_undefined_the_reason(page: AgreementPage) -> None:
    rows = {row[LABEL]: row for row in texts(page.label_table)}
    assert rows["hedge"][APPLIED] == "38.9 %"
    assert rows["hedge"][DIFFER] == "2"
    assert rows["on_record"][ALPHA] == "–"
    assert rows["on_record"][PLOT] == "undefined: all judgments are the same"
    assert rows["denial"][SAME] == "100.0 %"
    assert rows["All as a set"][DIFFER] == "2"
    assert rows["Excluded or not"][DIFFER] == "1"


def test_the_head_says_who_judged_how_much_and_how_intervals_were_drawn(page: AgreementPage) -> None:
    assert "6 sentences of 2 articles judged by two or more of Ines, Tomás and Wren" in words(page)
    assert "1,000 draws of whole articles, seed 0" in words(page)


def test_arrows_and_enter_lead_from_a_number_to_its_sentences(qtbot: QtBot, page: AgreementPage) -> None:
    enter(page.label_table)
    press("Up", "Up", "Down", "Down", *["Right"] * DIFFER)
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert asked.args == [Behind(Count.DIFFERENT, "hedge")]
    assert page.review is not None
    assert page.review.sentences(Behind(Count.DIFFERENT, "hedge")) == [DENIED, SEEMS]
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press(*["Left"] * (DIFFER - APPLIED), "Enter")
    assert page.review.sentences(asked.args[0]) == [MAY, DENIED, SEEMS]


def test_a_click_on_a_number_does_so_too(qtbot: QtBot, page: AgreementPage) -> None:
    table = page.label_table
    where = table.visualRect(table.figures.index(5, DIFFER)).center()
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [NOBODY]


def test_a_table_is_copied_with_its_headings_as_programs_read_it(page: AgreementPage) -> None:
    enter(page.label_table)
    press("Ctrl+C")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][:3] == ["Label", "Applied", "Krippendorff’s α"]
    assert lines[3][:3] == ["hedge", "0.388889", "0.542857"]
    assert len({len(line) for line in lines}) == 1


def test_cells_say_in_full_what_they_are(page: AgreementPage) -> None:
    model, role = page.label_table.figures, Qt.ItemDataRole.AccessibleTextRole
    assert str(model.index(2, ALPHA).data(role)).startswith("hedge, Krippendorff’s α: 0.54, ")
    assert str(model.index(1, ALPHA).data(role)).startswith("on_record, Krippendorff’s α: undefined: all judgments")


def test_a_change_is_computed_anew_while_the_page_is_shown(
    qtbot: QtBot, page: AgreementPage, session: Session, project: Project
) -> None:
    with qtbot.waitSignal(page.computed):
        session.tell(judging.judge_none(project, INES, DENIED))
    assert texts(page.label_table)[2][DIFFER] == "2"
    assert texts(page.label_table)[3][DIFFER] == "1"


def test_a_hidden_page_computes_nothing_until_it_is_shown_again(
    qtbot: QtBot, page: AgreementPage, session: Session, jobs: Jobs, project: Project
) -> None:
    page.hide()
    session.tell(judging.judge_none(project, INES, AIDE))
    qtbot.wait(250)
    assert not jobs.running
    assert page.is_stale
    with qtbot.waitSignal(page.computed):
        page.show()
    assert texts(page.label_table)[0][DIFFER] == "1"


def test_leaving_the_page_stops_the_work(qtbot: QtBot, page: AgreementPage, jobs: Jobs) -> None:
    page.compute()
    qtbot.waitUntil(lambda: bool(jobs.running))
    (job,) = jobs.running
    page.hide()
    assert job.cancelled()
    qtbot.waitUntil(lambda: not jobs.running)
    assert page.is_stale


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_what_no_longer_holds_is_grey(page: AgreementPage, theme: ThemeName) -> None:
    page.set_theme(load_theme(theme))
    table = page.label_table

    def inks() -> set[str]:
        shown = table.viewport().grab(table.visualRect(table.figures.index(2, PLOT))).toImage()
        return {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}

    ink = load_theme(theme).text.name()
    assert ink in inks()
    table.set_stale(True)
    assert ink not in inks()


def test_nobody_one_and_two_apart_are_told_in_words(
    qtbot: QtBot, session: Session, jobs: Jobs, project: Project
) -> None:
    page = shown_page(qtbot, session, jobs)
    assert "Nobody has judged a sentence yet" in words(page)
    assert not page.label_table.isVisible()
    judge(project, INES, MAY, "hedge")
    with qtbot.waitSignal(page.computed):
        page.compute()
    assert "Only Ines has judged so far (1 sentence)" in words(page)
    judge(project, TOMAS, SEEMS)
    with qtbot.waitSignal(page.computed):
        page.compute()
    assert "Ines and Tomás have judged 2 sentences, but no sentence was judged by two of them" in words(page)
    assert not page.label_table.isVisible()


def test_another_project_shows_nothing_of_the_one_before(
    qtbot: QtBot, page: AgreementPage, session: Session, tmp_path: Path
) -> None:
    session.close()
    assert page.review is None
    assert not page.findChildren(FigureTable)[0].isVisible()
    assert page.head.isVisible()


@pytest.mark.parametrize("width", [760, 1040, 1600])
def test_figures_are_never_cut(page: AgreementPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 800)
    table = page.label_table
    qtbot.waitUntil(lambda: sum(table.columnWidth(c) for c in range(7)) <= table.viewport().width())
    for column in (APPLIED, ALPHA, SAME, DIFFER):
        needed = max(table.sizeHintForIndex(table.figures.index(row, column)).width() for row in range(6))
        assert table.columnWidth(column) >= needed
