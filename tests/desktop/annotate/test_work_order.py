"""The order of work in the window: where going on leads, what is said of it, and the ways back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.articles import SentenceId
from labeling.operations import boundaries, judging, suggesting
from labeling.operations.codebooks import replace_codebook
from labeling.operations.importing import import_text
from labeling.operations.ordering import queue
from labeling.operations.reporting import Progress
from labeling.store import samples
from labeling.store.connection import Project
from labeling.suggestions.ordering import Order
from tests.desktop.annotate.conftest import Press, VerdictOf
from tests.desktop.shell.person import button, words
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook

Key = Qt.Key
QUAY = article_of(["Ada Brume denied it.", "It is long.", "It might rain, an aide said."], name="quay.txt")
Choose = Callable[[str], None]
Gate = threading.Event


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        yield project


@pytest.fixture
def choose(qtbot: QtBot, window: Window, workspace: AnnotateWorkspace) -> Choose:
    """Choose an order by its command, and wait until it is known what comes next."""

    def chosen(identifier: str) -> None:
        window.run_action(identifier)
        calm(qtbot, window)
        assert workspace.order.leads or identifier == "go.order_article"

    return chosen


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Suggestions are made once this is set, or the job is cancelled."""
    go_on, make = threading.Event(), suggesting.suggest_all

    def slow(project: Project, *, on_progress: Progress | None, cancelled: Callable[[], bool]) -> None:
        if on_progress:
            on_progress(1, 3, "mill.txt")
        while not (go_on.wait(0.01) or cancelled()):
            pass
        make(project, on_progress=on_progress, cancelled=cancelled)

    monkeypatch.setattr("labeling.operations.ordering.suggest_all", slow)
    yield go_on
    go_on.set()


def calm(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def expected(window: Window, order: Order, label: str = "") -> tuple[SentenceId, ...]:
    return queue(window.session.project, window.session.annotator, order, label).sentences


def list_says(window: Window) -> str:
    return window.annotate.articles.order.words if window.annotate.articles.order.isVisible() else ""


@pytest.mark.parametrize("going_on", [Key.Key_Space, Key.Key_Return, Key.Key_E, Key.Key_0, Key.Key_X])
def test_every_key_that_goes_on_follows_the_order(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, going_on: Qt.Key
) -> None:
    choose("go.order_uncertain")
    wanted = [sentence for sentence in expected(window, Order.UNCERTAIN) if sentence != sentence_id(FERRY, 0)]
    assert workspace.current == sentence_id(FERRY, 0), "choosing an order moves nothing"
    visited = []
    for _ in range(3):
        press(going_on)
        assert workspace.current is not None
        visited.append(workspace.current)
    assert visited == wanted[:3]
    assert len({sentence.article for sentence in visited}) > 1


def test_other_moves_stay_in_the_article(workspace: AnnotateWorkspace, choose: Choose, press: Press) -> None:
    choose("go.order_uncertain")
    press(Key.Key_Down, Key.Key_J)
    assert workspace.current == sentence_id(FERRY, 2)
    press(Key.Key_Up, Key.Key_K)
    assert workspace.current == sentence_id(FERRY, 0)
    press(Key.Key_PageDown)
    assert workspace.article_id == MILL[0].id


def test_the_order_is_said_in_words_with_a_way_back(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press
) -> None:
    assert list_says(window) == ""
    choose("go.order_uncertain")
    assert list_says(window) == "Most uncertain first"
    assert "Most uncertain first" in words(window.status)
    assert window.status.said == "Most uncertain first"
    window.resize(1000, 700)
    assert "Most uncertain first" in words(window.status)
    window.resize(1440, 900)
    button(workspace.articles, "Article order").click()
    assert list_says(window) == ""
    assert "uncertain" not in words(window.status)
    assert workspace.text.view.hasFocus()
    press(Key.Key_Space)
    assert workspace.current == sentence_id(FERRY, 1)


def test_one_order_is_ticked_in_the_menu(window: Window, choose: Choose) -> None:
    def ticked() -> set[str]:
        return {name for name, each in window.actions_by_id.items() if name.startswith("go.order") and each.isChecked()}

    assert ticked() == {"go.order_article"}
    choose("go.order_uncertain")
    assert ticked() == {"go.order_uncertain"}
    choose("go.order_rare.denial")
    assert ticked() == {"go.order_rare", "go.order_rare.denial"}
    choose("go.order_sample")
    assert ticked() == {"go.order_sample"}
    button(window.annotate.articles, "Article order").click()
    assert ticked() == {"go.order_article"}


def test_likely_positives_of_a_label_come_first(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press
) -> None:
    choose("go.order_rare.denial")
    assert list_says(window) == "Likely “denial” first"
    wanted = expected(window, Order.RARE, "denial")
    for sentence in wanted:
        press(Key.Key_Space)
        assert workspace.current == sentence
        press(Key.Key_4)


def test_without_a_label_it_is_the_rarest_so_far(window: Window, choose: Choose, project: Project) -> None:
    for place, label in enumerate(("anonymous_source", "on_record", "denial")):
        judging.set_only_label(project, TOMAS, sentence_id(FERRY, place), label)
    choose("go.order_rare")
    assert list_says(window) == "Likely “hedge” first"


def test_the_sample_is_gone_through_as_it_stands_and_stays_out_of_the_others(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    with project.write() as db:
        samples.put(db, MILL[0].id, sampled=True)
    choose("go.order_sample")
    visited = []
    for _ in range(2):
        press(Key.Key_Space)
        visited.append(workspace.current)
    assert visited == [sentence_id(MILL, 0), sentence_id(MILL, 1)]
    choose("go.order_uncertain")
    for _ in range(5):
        press(Key.Key_0)
        calm(qtbot, window)
        assert workspace.article_id != MILL[0].id


def test_what_was_judged_meanwhile_is_passed_by_and_nothing_else_moves(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    choose("go.order_uncertain")
    first, second, *_ = expected(window, Order.UNCERTAIN)
    judging.judge_none(project, window.session.annotator, first)
    here = workspace.current
    window.session.look_elsewhere()
    assert workspace.current == here
    press(Key.Key_Space)
    assert workspace.current == second


def test_articles_that_come_in_later_are_ordered_with_the_others(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    choose("go.order_rare.hedge")
    import_text(project, INES, "The tower may fall, and it might rain. It could be that nobody may enter.", "tower.txt")
    window.session.look_elsewhere()
    press(Key.Key_Space)
    calm(qtbot, window)
    visited = [workspace.current]
    ahead = set(expected(window, Order.RARE, "hedge")) - {workspace.current}
    for _ in range(len(ahead)):
        press(Key.Key_Space)
        visited.append(workspace.current)
    assert set(visited[1:]) == ahead, "each once, and what was skipped not again before the end"


def test_a_split_sentence_is_not_gone_to(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    choose("go.order_rare.hedge")
    press(Key.Key_PageDown)
    first, second, *_ = expected(window, Order.RARE, "hedge")
    boundaries.split_sentence(project, window.session.annotator, first, first.start + 3)
    window.session.look_elsewhere()
    press(Key.Key_Space)
    assert workspace.current == second
    calm(qtbot, window)


def test_an_order_that_has_run_out_says_so_and_leads_back(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press
) -> None:
    choose("go.order_rare.denial")
    for _ in expected(window, Order.RARE, "denial"):
        press(Key.Key_Space, Key.Key_4)
    here = workspace.current
    press(Key.Key_Space)
    qtbot.waitUntil(workspace.text.notice.isVisible, timeout=20_000)
    assert workspace.current == here
    assert workspace.text.notice.words == "Nothing is left to judge that “denial” is suggested for."
    assert window.status.said == workspace.text.notice.words
    press(Key.Key_2)
    assert workspace.text.notice.isVisible()
    button(workspace.text.notice, "Order of the articles").click()
    assert not workspace.text.notice.isVisible()
    assert workspace.text.view.hasFocus()
    press(Key.Key_Space)
    assert workspace.current != here


def test_what_was_skipped_comes_again_before_an_order_has_run_out(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press
) -> None:
    choose("go.order_rare.denial")
    wanted = expected(window, Order.RARE, "denial")
    for _ in wanted:
        press(Key.Key_Space)
    press(Key.Key_4, Key.Key_Space)
    qtbot.waitUntil(lambda: workspace.current == wanted[0], timeout=20_000)
    assert not workspace.text.notice.isVisible()


def test_whoever_has_gone_elsewhere_is_not_fetched_back(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press
) -> None:
    choose("go.order_rare.denial")
    for _ in expected(window, Order.RARE, "denial"):
        press(Key.Key_Space)
    press(Key.Key_Space)
    here = workspace.current
    assert here is not None
    press(Key.Key_PageDown if here.article == FERRY[0].id else Key.Key_PageUp)
    there = workspace.current
    calm(qtbot, window)
    assert workspace.current == there


def test_the_last_sentence_of_an_order_is_not_left(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    only, *others = expected(window, Order.RARE, "denial")
    for sentence in others:
        judging.judge_none(project, window.session.annotator, sentence)
    choose("go.order_rare.denial")
    press(Key.Key_Space, Key.Key_Space)
    calm(qtbot, window)
    assert workspace.current == only
    assert window.status.said == "No other sentence is left in this order"
    assert not workspace.text.notice.isVisible()


def test_until_suggestions_are_made_it_goes_on_by_the_articles_and_says_so(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press, gate: Gate
) -> None:
    window.run_action("go.order_uncertain")
    qtbot.waitUntil(lambda: "Suggestions for all articles 1 / 3" in words(window.status), timeout=20_000)
    assert window.status.said == "Until all suggestions are made, you go on in the order of the articles"
    assert list_says(window) == "Most uncertain first, once it is ready"
    press(Key.Key_0)
    assert workspace.current == sentence_id(FERRY, 1)
    gate.set()
    calm(qtbot, window)
    assert list_says(window) == "Most uncertain first"
    assert workspace.current == sentence_id(FERRY, 1)
    press(Key.Key_Space)
    assert workspace.current == next(s for s in expected(window, Order.UNCERTAIN) if s != sentence_id(FERRY, 1))


def test_making_suggestions_can_be_cancelled(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, gate: Gate
) -> None:
    window.run_action("go.order_uncertain")
    qtbot.waitUntil(lambda: "Suggestions for all articles" in words(window.status), timeout=20_000)
    button(window.status, "Cancel: Suggestions for all articles").click()
    calm(qtbot, window)
    assert workspace.order.order is Order.ARTICLE
    assert window.status.said == "Cancelled: you go on in the order of the articles"
    assert list_says(window) == ""


def test_the_order_is_kept_for_the_project(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    choose("go.order_rare.denial")
    window.close_project()
    assert workspace.order.order is Order.ARTICLE
    assert window.open_project(project.path)
    assert list_says(window) == "Likely “denial” first, once it is ready"
    qtbot.waitUntil(lambda: workspace.order.leads, timeout=20_000)
    press(Key.Key_Space)
    assert workspace.current == expected(window, Order.RARE, "denial")[0]


@pytest.mark.parametrize("kept", [{"order": 3}, {"order": {"by": "mood"}}, {"order": {"by": "rare", "label": "mood"}}])
def test_what_makes_no_sense_in_the_settings_is_passed_over(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, kept: dict[str, object]
) -> None:
    workspace.order.restore(kept)
    assert workspace.order.label == ""
    assert list_says(window) in {"", "A rare label first, once it is ready"}
    qtbot.waitUntil(lambda: workspace.order.leads or workspace.order.order is Order.ARTICLE, timeout=20_000)


def test_a_label_that_has_gone_takes_its_order_with_it(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, project: Project
) -> None:
    choose("go.order_rare.denial")
    replace_codebook(project, INES, small_codebook("hedge", "tone"))
    window.session.look_elsewhere()
    assert workspace.order.order is Order.ARTICLE
    assert "go.order_rare.tone" in window.actions_by_id
    assert "go.order_rare.denial" not in window.actions_by_id


def test_when_all_is_judged_an_order_says_that_nothing_is_left(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, verdict_of: VerdictOf
) -> None:
    choose("go.order_sample")
    assert workspace.text.notice.words == "Nothing is left for you to judge in the random sample."
    press(Key.Key_Space)
    calm(qtbot, window)
    assert workspace.current == sentence_id(FERRY, 0)
    assert verdict_of(sentence_id(FERRY, 0)) is None
    window.run_action("go.order_article")
    press(*[Key.Key_0] * 9)
    assert workspace.text.notice.words == "Everything is judged: 9 of 9"
