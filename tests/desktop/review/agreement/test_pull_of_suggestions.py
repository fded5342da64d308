"""The part of the page on suggestions: what it shows, where its numbers lead, and when it is computed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.page import AgreementPage
from desktop.review.plots.scale import Scale, Unit, scale_of_points, scale_of_seconds
from desktop.session import Session
from desktop.theme.tokens import ThemeName, load_theme
from desktop.window import Window
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Interval, Measure
from labeling.operations import judging
from labeling.operations.judging import Circumstances
from labeling.operations.samples import make_team_sample
from labeling.reporting.suggestions import NOTHING_SHOWN
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import enter, judge_as_a_team, shown_page, texts
from tests.desktop.shell.person import press, words
from tests.factories import INES
from tests.pulled import AIDE, DENIED, MAY, SEEMS, judge_with_suggestions


def page_with_suggestions(qtbot: QtBot, session: Session, jobs: Jobs) -> AgreementPage:
    """The page, with what is said of suggestions."""
    page = shown_page(qtbot, session, jobs)
    qtbot.waitUntil(lambda: not page.is_stale, timeout=20_000)
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs, project: Project) -> AgreementPage:
    judge_with_suggestions(project)
    return page_with_suggestions(qtbot, session, jobs)


def test_rates_stand_beside_one_another_with_their_difference(page: AgreementPage) -> None:
    rows = {row[0]: row for row in texts(page.suggestions.labels.table)}
    assert rows["hedge"][1:4] == ["100.0 %", "0.0 %", "+100.0"]
    assert rows["denial"][1:5] == ["–", "–", "–", "suggested for nothing that was judged"]
    assert "3 of 7 first answers were given with a suggestion on screen" in words(page)
    assert "Who had one on screen: Ines always; Tomás never." in words(page)


def test_annotators_have_rates_of_their_own(page: AgreementPage) -> None:
    rows = {row[0]: row for row in texts(page.suggestions.people.table)}
    assert rows["Ines"][1] == "66.7 %"
    assert rows["Ines"][4] == "always on screen"
    assert rows["Tomás"][2:5] == ["33.3 %", "–", "never on screen"]


def test_what_came_of_suggestions_leads_to_the_sentences(qtbot: QtBot, page: AgreementPage) -> None:
    outcomes = page.suggestions.outcomes.table
    rows = {row[0]: row for row in texts(outcomes)}
    assert list(rows)[-3:] == ["To Ines", "To Tomás", "By cues"]
    assert rows["hedge"][1:6] == ["2", "2", "1", "0", "0"]
    assert rows["anonymous_source"][4] == "1"
    enter(outcomes)
    press("Down", "Down", "Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert asked.args == [Behind(Count.ACCEPTED, "hedge")]
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [MAY, SEEMS]
    press("Up", "Up", "Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review.sentences(asked.args[0]) == [AIDE]


def test_answers_that_were_changed_lead_to_the_sentences(qtbot: QtBot, page: AgreementPage) -> None:
    changed = page.suggestions.changed.table
    assert texts(changed)[0][1:] == ["3", "1", "33.3 %", "0", "0.0 %", "0"]
    enter(changed)
    press("Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [MAY]


def test_pairs_that_never_met_say_why(page: AgreementPage) -> None:
    table = page.suggestions.together.table
    rows = {row[0]: row for row in texts(table)}
    assert rows["hedge"][1:] == ["–", "–", "–", "–", "no two saw it on one sentence", "0 · 0 · 2"]
    said = str(table.figures.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("hedge, α of pairs who both saw it: undefined: no sentence that has this suggestion now")


def test_times_have_medians_and_quartiles(page: AgreementPage) -> None:
    rows = {row[0]: row for row in texts(page.suggestions.times.table)}
    assert rows["Something on screen"][1] == "3.0 s"
    assert rows["Something on screen"][3:] == ["2.0–4.0", "3", "0"]
    assert rows["Nothing on screen"][1] == "6.0 s"
    assert rows["Difference of the first two"][1] == "−3.0 s"


def test_a_table_is_copied_as_programs_read_it(page: AgreementPage) -> None:
    enter(page.suggestions.labels.table)
    press("Ctrl+C")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][:4] == ["Label", "On screen", "Not on screen", "Difference"]
    assert lines[3][:4] == ["hedge", "1.000000", "0.000000", "1.000000"]
    assert len({len(line) for line in lines}) == 1


def test_where_nothing_was_on_screen_one_sentence_says_so(
    qtbot: QtBot, session: Session, jobs: Jobs, project: Project
) -> None:
    judge_as_a_team(project)
    page = page_with_suggestions(qtbot, session, jobs)
    assert NOTHING_SHOWN in words(page)
    assert not any(table.isVisible() for section in page.suggestions.sections for table in section.stops)
    shown = ({"label": "denial", "score": 0.9, "by": "cues@1"},)
    with qtbot.waitSignal(page.anchored, timeout=20_000):
        session.tell(judging.judge_none(project, INES, DENIED, Circumstances(shown=shown)))
    assert page.suggestions.labels.isVisible()
    assert NOTHING_SHOWN not in words(page)


def test_nobody_has_judged_is_said_once(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    page = page_with_suggestions(qtbot, session, jobs)
    assert not page.suggestions.isVisible()


def test_one_person_alone_can_see_what_came_of_suggestions(
    qtbot: QtBot, session: Session, jobs: Jobs, project: Project
) -> None:
    shown = ({"label": "hedge", "score": 0.9, "by": "cues@1"},)
    judging.toggle_label(project, INES, MAY, "hedge", None, Circumstances(shown=shown))
    page = page_with_suggestions(qtbot, session, jobs)
    assert "Only Ines has judged so far" in words(page)
    assert page.suggestions.outcomes.isVisible()


def test_what_one_person_alone_accepted_is_listed(qtbot: QtBot, window: Window, project: Project) -> None:
    shown = ({"label": "hedge", "score": 0.9, "by": "cues@1"},)
    judging.toggle_label(project, INES, MAY, "hedge", None, Circumstances(shown=shown))
    agreement = window.pages.review.agreement
    press("Ctrl+2")
    qtbot.waitUntil(lambda: agreement.page.suggestions.isVisible() and not agreement.page.is_stale, timeout=20_000)
    assert not agreement.sentences.isVisible()
    enter(agreement.page.suggestions.outcomes.table)
    press("Down", "Down", "Right", "Right")
    with qtbot.waitSignal(agreement.sentences.listed):
        press("Enter")
    assert agreement.sentences.isVisible()
    assert "1 sentence where hedge was on screen and accepted" in words(agreement)
    assert list(agreement.sentences.model.sentences) == [MAY]


def test_the_team_sample_has_had_nothing_on_screen(qtbot: QtBot, session: Session, jobs: Jobs, tmp_path: Path) -> None:
    make_team_sample(tmp_path / "team.hedgerow").close()
    session.open(tmp_path / "team.hedgerow")
    page = page_with_suggestions(qtbot, session, jobs)
    assert words(page).count(NOTHING_SHOWN) == 1


def test_figures_of_agreement_come_first(qtbot: QtBot, session: Session, jobs: Jobs, project: Project) -> None:
    judge_with_suggestions(project)
    page = shown_page(qtbot, session, jobs)
    assert page.review is not None
    assert page.review.anchored is None
    assert page.label_table.isVisible()
    assert not page.suggestions.isVisible()


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
@pytest.mark.parametrize("width", [720, 1040, 1600])
def test_no_figure_is_cut(qtbot: QtBot, page: AgreementPage, theme: ThemeName, width: int) -> None:
    page.set_theme(load_theme(theme))
    page.resize(width, 800)

    def fits(table: FigureTable) -> bool:
        return sum(map(table.columnWidth, range(table.figures.columnCount()))) <= table.viewport().width()

    qtbot.waitUntil(lambda: all(fits(section.table) for section in page.suggestions.sections))


def test_what_is_listed_is_listed_anew_with_newer_figures(qtbot: QtBot, window: Window, project: Project) -> None:
    judge_with_suggestions(project)
    agreement = window.pages.review.agreement
    press("Ctrl+2")
    qtbot.waitUntil(lambda: agreement.page.suggestions.isVisible() and not agreement.page.is_stale, timeout=20_000)
    with qtbot.waitSignal(agreement.sentences.listed):
        agreement.list_sentences(Behind(Count.OVERRIDDEN, "anonymous_source"))
    assert "1 sentence where anonymous_source was on screen and overridden" in words(agreement)
    shown = ({"label": "anonymous_source", "score": 0.9, "by": "cues@1"},)
    with qtbot.waitSignal(agreement.sentences.listed, timeout=20_000):
        window.session.tell(judging.judge_none(project, INES, DENIED, Circumstances(shown=shown)))
    assert list(agreement.sentences.model.sentences) == [AIDE, DENIED]
    window.run_action("view.pseudonyms")
    qtbot.waitUntil(lambda: not agreement.page.is_stale, timeout=20_000)
    assert "To Annotator 1" in [row[0] for row in texts(agreement.page.suggestions.outcomes.table)]


def test_all_measures_have_them_too(qtbot: QtBot, window: Window, project: Project) -> None:
    judge_with_suggestions(project)
    agreement = window.pages.review.agreement
    press("Ctrl+2")
    qtbot.waitUntil(lambda: agreement.page.suggestions.isVisible() and not agreement.page.is_stale, timeout=20_000)
    press("Ctrl+M")
    measures = agreement.measures
    measures.choice.setCurrentIndex(measures.choice.findData("suggestion_counts"))
    model = measures.table.model()
    assert [str(model.index(2, column).data()) for column in range(5)] == ["label", "hedge", "2", "2", "1"]


def test_scales_hold_what_is_drawn() -> None:
    def measure(value: float, low: float, high: float) -> Measure:
        return Measure(value, 9, Interval(low, high))

    assert scale_of_points([measure(0.16, 0.02, 0.31)]) == Scale(-0.1, 0.4, Unit.POINTS)
    assert scale_of_points([measure(-0.16, -0.4, 0.05)]) == Scale(-0.4, 0.1, Unit.POINTS)
    assert Scale(-0.1, 0.4, Unit.POINTS).ticks(400) == [-0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]
    assert Scale(-0.1, 0.4, Unit.POINTS).in_words(-0.1) == "−10"
    assert scale_of_seconds([measure(4.5, 4.0, 5.2)]) == Scale(0.0, 6, Unit.SECONDS)
    assert Scale(0.0, 6, Unit.SECONDS).ticks(120) == [0.0, 2.0, 4.0, 6.0]
    assert Scale(0.0, 6, Unit.SECONDS).in_words(0.5) == "0.5"
