"""The random sample in the window: shown as it would come, drawn, marked where it is read, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.articles import Role
from desktop.team.sample_page import SamplePage
from desktop.window import Window
from labeling.domain.orders import Order
from labeling.operations import judging
from labeling.operations.projects import create_project
from labeling.operations.sampling import sample_of
from labeling.store import samples
from labeling.store.articles import ArticleRow
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import button, focus, press, type_text, words
from tests.desktop.team.looking import cells
from tests.factories import TOMAS, article_of, project_with, sentence_id

STORIES = [
    article_of([f"Story {number} may be true.", "An aide said so."], name=f"{number}.txt") for number in range(8)
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path, *STORIES) as project:
        yield project


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> SamplePage:
    window.run_action("file.random_sample")
    calm(qtbot, window)
    return window.pages.over(SamplePage)


def calm(qtbot: QtBot, window: Window) -> None:
    """Wait until what was chosen has been planned, and what was begun is done."""
    qtbot.wait(200)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def draw(qtbot: QtBot, window: Window, sentences: str) -> None:
    press("Ctrl+A")
    type_text(sentences)
    calm(qtbot, window)
    press("Ctrl+Return")
    calm(qtbot, window)


def test_what_would_be_drawn_is_said_before(qtbot: QtBot, window: Window, page: SamplePage, project: Project) -> None:
    assert "There is no random sample." in words(page)
    assert page.foot.said == "8 articles with 16 sentences, drawn from 8 articles."
    press("Ctrl+A")
    type_text("5")
    calm(qtbot, window)
    assert page.foot.said == "3 articles with 6 sentences, drawn from 8 articles."
    assert sample_of(project).articles == 0


def test_ctrl_enter_draws_and_leads_on_to_the_sample(
    qtbot: QtBot, window: Window, page: SamplePage, project: Project
) -> None:
    draw(qtbot, window, "5")
    assert "Drawn: 3 articles with 6 sentences, drawn from 8 articles." in words(page)
    assert "The random sample has 3 articles, 6 sentences; someone has judged 0 of them." in words(page)
    assert not page.foot.button.isEnabled()
    assert focus() is page.foot.link
    press("Return")
    calm(qtbot, window)
    assert window.annotate.order.order is Order.SAMPLE
    assert window.annotate.article_id in samples.everything(project.connection)
    assert window.annotate.text.view.hasFocus()


def test_articles_of_the_sample_are_marked_in_words(
    qtbot: QtBot, window: Window, page: SamplePage, project: Project
) -> None:
    draw(qtbot, window, "5")
    press("Esc")
    sampled = samples.everything(project.connection)
    view = window.annotate.articles.view.model()
    for place in range(view.rowCount()):
        index = view.index(place, 0)
        row = index.data(Role.ROW)
        assert isinstance(row, ArticleRow)
        said = str(index.data(0x0B))  # what a screen reader says
        assert said == f"{row.name}. {'Sample. ' if row.id in sampled else ''}Not started"
        window.annotate.go_to_article(row.id)
        assert ("In the sample" in words(window.status)) == (row.id in sampled)


def test_it_is_said_who_has_judged_how_much(qtbot: QtBot, window: Window, project: Project, page: SamplePage) -> None:
    draw(qtbot, window, "16")
    judging.judge_none(project, TOMAS, sentence_id(STORIES[0], 0))
    window.session.look_elsewhere()
    calm(qtbot, window)
    assert cells(page, "Who has judged the sample") == [["Tomás", "1", "15"]]
    assert "someone has judged 1 of them" in words(page)


def test_articles_that_someone_has_begun_are_drawn_only_when_asked_for(
    qtbot: QtBot, window: Window, project: Project, page: SamplePage
) -> None:
    for story in STORIES:
        judging.judge_none(project, TOMAS, sentence_id(story, 0))
    window.session.look_elsewhere()
    calm(qtbot, window)
    assert page.foot.said == "There is no article left that it could be drawn from."
    assert not page.foot.button.isEnabled()
    button(page, "Also from articles that someone has begun").click()
    calm(qtbot, window)
    assert page.foot.said == "8 articles with 16 sentences, drawn from 8 articles."
    assert page.foot.button.isEnabled()


def test_the_sample_is_withdrawn(qtbot: QtBot, window: Window, page: SamplePage, project: Project) -> None:
    assert not page._view.withdraw.isVisible()
    draw(qtbot, window, "5")
    button(page, "Withdraw the sample").click()
    calm(qtbot, window)
    assert "There is no random sample." in words(page)
    assert "The sample was withdrawn; what was judged in it stays." in words(page)
    assert sample_of(project).articles == 0


def test_the_seed_draws_other_articles(qtbot: QtBot, window: Window, page: SamplePage, project: Project) -> None:
    draw(qtbot, window, "5")
    first = samples.everything(project.connection)
    button(page, "Withdraw the sample").click()
    calm(qtbot, window)
    page._form.seed.setValue(7)
    calm(qtbot, window)
    page.act()
    calm(qtbot, window)
    assert samples.everything(project.connection) != first


def test_without_articles_there_is_nothing_to_draw(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    create_project(tmp_path / "empty.hedgerow").close()
    assert closed_window.open_project(tmp_path / "empty.hedgerow")
    closed_window.run_action("file.random_sample")
    calm(qtbot, closed_window)
    assert "There is no article left that it could be drawn from." in words(closed_window)


def test_everything_on_the_page_has_a_name(qtbot: QtBot, window: Window, page: SamplePage) -> None:
    draw(qtbot, window, "5")
    assert nameless(window) == []
    press("Esc")
    assert focus() is window.annotate.text.view
