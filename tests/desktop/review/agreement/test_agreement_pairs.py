"""The heat map of pairs, the table of two, and the articles where people differ."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.page import AgreementPage
from desktop.review.names import short_names
from desktop.review.plots.drawing import heat
from desktop.session import Session
from desktop.theme.tokens import ThemeName, load_theme
from labeling.agreement.behind import Behind, Count
from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import DENIED, MAY, SEEMS, enter, judge, judge_as_a_team, shown_page, texts
from tests.desktop.shell.person import press, words
from tests.factories import FERRY

HEDGE = 3  # its column in the heat map


def test_the_pair_that_agrees_least_is_shown_first(page: AgreementPage) -> None:
    assert [row[0] for row in texts(page.pairs.heat_map)] == ["Ines and Tomás", "Ines and Wren", "Tomás and Wren"]
    assert "hedge: Tomás and Wren" in words(page) or "hedge: Ines and Wren" in words(page)


def test_a_cell_says_whom_and_what_it_is_of(page: AgreementPage) -> None:
    model, role = page.pairs.heat_map.figures, Qt.ItemDataRole.AccessibleTextRole
    said = str(model.index(0, HEDGE).data(role))
    assert said.startswith("Ines and Tomás, hedge: κ 1.00")
    assert str(model.index(0, 2).data(role)).startswith("Ines and Tomás, on_record: undefined: both gave the same")


def test_arrows_go_from_pair_to_pair_and_enter_lists_where_they_differ(qtbot: QtBot, page: AgreementPage) -> None:
    enter(page.pairs.heat_map)
    press("Up", "Up", "Left", "Left", "Left", "Left", "Right", "Right", "Down")
    assert "hedge: Ines and Wren" in words(page)
    assert texts(page.pairs.crossed) == [["Ines gave it", "1", "2"], ["Ines did not", "0", "3"]]
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert asked.args == [Behind(Count.DIFFERENT, "hedge", "Ines", "Wren")]


def test_the_counts_of_two_lead_to_their_sentences(qtbot: QtBot, page: AgreementPage) -> None:
    enter(page.pairs.heat_map)
    press("Up", "Up", "Down")
    enter(page.pairs.crossed)
    press("Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [DENIED, SEEMS]
    press("Left")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review.sentences(asked.args[0]) == [MAY]


def test_label_table_heat_map_and_articles_are_about_one_label(qtbot: QtBot, page: AgreementPage) -> None:
    enter(page.label_table)
    press("Down")
    qtbot.waitUntil(lambda: not page.is_stale)
    assert "denial: " in words(page)
    assert page.articles.table.figures.columns[-1].title == "On denial"
    enter(page.pairs.heat_map)
    press("Left")
    qtbot.waitUntil(lambda: not page.is_stale)
    assert page.articles.table.figures.columns[-1].title == "On hedge"
    assert page.label_table.currentIndex().row() == 2


def test_articles_lead_to_the_sentences_on_which_they_differ(qtbot: QtBot, page: AgreementPage) -> None:
    assert texts(page.articles.table) == [["mill.txt", "2", "1", "", "1"], ["ferry.txt", "4", "1", "", "1"]]
    enter(page.articles.table)
    press("Down", "Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert asked.args == [Behind(Count.SETS, articles=frozenset({FERRY[0].id}))]
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [DENIED]


def test_twenty_annotators_have_a_map_that_scrolls(
    qtbot: QtBot, session: Session, jobs: Jobs, project: Project
) -> None:
    for number in range(20):
        judge(project, Annotator(named_id(f"{number}"), f"Person {number:02}"), MAY, *(["hedge"] if number % 3 else []))
    page = shown_page(qtbot, session, jobs)
    table = page.pairs.heat_map
    assert table.figures.rowCount() == 190
    assert table.height() < 600
    enter(table)
    table.go_to(0, HEDGE)
    press(*["Down"] * 40)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    assert "judged by two or more of 20 annotators" in words(page)


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_ink_is_readable_on_every_ground(theme: ThemeName) -> None:
    def light(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    colours = load_theme(theme)
    for strength in (0.0, 0.5, 1.0, 2.0):
        bright = sorted(
            0.2126 * light(c.red()) + 0.7152 * light(c.green()) + 0.0722 * light(c.blue())
            for c in (heat(colours, strength), colours.text)
        )
        assert (bright[1] + 0.05) / (bright[0] + 0.05) >= 4.5


def test_high_contrast_has_outlines_for_grounds(qtbot: QtBot, session: Session, jobs: Jobs, project: Project) -> None:
    judge_as_a_team(project)
    page = shown_page(qtbot, session, jobs, ThemeName.HIGH_CONTRAST)
    table, theme = page.pairs.heat_map, load_theme(ThemeName.HIGH_CONTRAST)
    shown = table.viewport().grab(table.visualRect(table.figures.index(0, HEDGE))).toImage()
    middle = shown.height() // 2
    assert shown.pixelColor(8, middle) == theme.paper
    assert theme.border.name() in {shown.pixelColor(x, middle).name() for x in range(4)}


def test_first_words_stand_for_names_where_they_tell_people_apart() -> None:
    assert short_names(["Ines (sample)", "Jonas (sample)"]) == {"Ines (sample)": "Ines", "Jonas (sample)": "Jonas"}
    assert short_names(["Annotator 1", "Annotator 2"]) == {"Annotator 1": "Annotator 1", "Annotator 2": "Annotator 2"}
    assert short_names([""]) == {"": ""}
