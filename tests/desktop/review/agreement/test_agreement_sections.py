"""What is said of annotators, of labels taken for one another, and of agreement over time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.review.agreement.page import AgreementPage
from desktop.review.plots.scale import Scale, Unit, scale_of, scale_of_shares
from desktop.session import Session
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Interval, Measure
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import (
    AIDE,
    DENIED,
    MAY,
    SEEMS,
    enter,
    judge,
    judge_as_a_team,
    shown_page,
    texts,
)
from tests.desktop.shell.person import press, words
from tests.factories import INES, TOMAS, article_of, project_with


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs, project: Project) -> AgreementPage:
    judge_as_a_team(project)
    judge(project, TOMAS, AIDE, "on_record", "anonymous_source")  # the second is taken back by that
    page = shown_page(qtbot, session, jobs)
    enter(page.label_table)
    press(*["Up"] * 5, "Down", "Down")
    qtbot.waitUntil(lambda: not page.is_stale)
    return page


def test_each_annotator_has_rate_and_comparisons_on_the_label(page: AgreementPage) -> None:
    rows = {row[0]: row for row in texts(page.annotators.table)}
    assert list(rows) == ["Ines", "Tomás", "Wren"]
    assert rows["Wren"][1] == "16.7 %"
    assert rows["Tomás"][1] == "60.0 %"
    assert "Annotators on hedge" in words(page)


def test_a_rate_leads_to_the_sentences_that_the_annotator_gave_it_to(qtbot: QtBot, page: AgreementPage) -> None:
    enter(page.annotators.table)
    press("Down", "Down", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [MAY]
    press("Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert asked.args == [Behind(Count.REST, "hedge", "Wren")]
    assert page.review.sentences(asked.args[0]) == [DENIED, SEEMS]


def test_what_is_undefined_says_why_to_those_who_listen(page: AgreementPage) -> None:
    model = page.annotators.table.figures
    said = str(model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Ines, with gold: undefined: this annotator has judged no sentence that was adjudicated"


def test_two_labels_that_were_taken_for_one_another_are_counted_once(qtbot: QtBot, page: AgreementPage) -> None:
    rows = {row[0]: row for row in texts(page.confusions.table)}
    assert rows["anonymous_source"] == ["anonymous_source", "2", "0", "0", "0"]
    assert rows["hedge"] == ["hedge", "", "", "0", "4"]
    enter(page.confusions.table)
    press("Down", "Down", "Right", "Right", "Right")
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review is not None
    assert page.review.sentences(asked.args[0]) == [DENIED, SEEMS]


def test_few_articles_have_no_trend(page: AgreementPage) -> None:
    assert not page.trend.isVisible()


def test_batches_follow_one_another_and_lead_to_their_sentences(
    qtbot: QtBot, session: Session, jobs: Jobs, project: Project
) -> None:
    contents = [article_of([f"It may rain {day}.", f"It rained {day}."], name=f"{day}.txt") for day in range(10)]
    with project_with(project.path.parent, *contents, name="ten") as ten:
        for article, sentences in contents:
            for person in (INES, TOMAS):
                for place, each in enumerate(sentences):
                    late = int(article.name[0]) >= 5 and person is TOMAS
                    labels = ["hedge"] if place == 0 and not late else []
                    judge(ten, person, type(MAY)(article.id, each.start, each.end), *labels)
    session.open(ten.path)
    page = shown_page(qtbot, session, jobs)
    assert page.trend.isVisible()
    assert [row[1] for row in texts(page.trend.table)] == ["5", "5"]
    assert [row[5] for row in texts(page.trend.table)] == ["100.0 %", "50.0 %"]
    enter(page.trend.table)
    press("Down", *["Right"] * 5)
    with qtbot.waitSignal(page.sentences_wanted) as asked:
        press("Enter")
    assert page.review is not None
    assert len(page.review.sentences(asked.args[0])) == 5


def test_a_scale_is_widened_to_hold_what_is_drawn_and_no_further() -> None:
    def measure(value: float, low: float, high: float) -> Measure:
        return Measure(value, 9, Interval(low, high))

    assert scale_of([measure(0.5, 0.3, 0.7)]) == Scale(0.2, 1.0)
    assert scale_of([measure(0.2, -0.05, 0.4)]) == Scale(-0.2, 1.0)
    assert scale_of([Measure(None, 0)]) == Scale(0.2, 1.0)
    assert Scale(0.2, 1.0).ticks(400) == [0.4, 0.6, 0.8, 1.0]
    assert Scale(-0.4, 1.0).ticks(60) == [0.0, 1.0]
    assert scale_of_shares([measure(0.21, 0.15, 0.33)]) == Scale(0.0, 0.4, Unit.SHARES)
