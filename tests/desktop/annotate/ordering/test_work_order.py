"""The order of work in the window: where going on leads, what is said of it, and the ways back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.orders import Order
from labeling.operations import judging
from labeling.store import samples
from labeling.store.connection import Project
from tests.desktop.annotate.conftest import Press, VerdictOf
from tests.desktop.annotate.ordering.conftest import Choose, calm, expected, list_says
from tests.desktop.shell.person import button, words
from tests.factories import FERRY, MILL, TOMAS, sentence_id

Key = Qt.Key


@pytest.mark.parametrize("going_on", [Key.Key_Space, Key.Key_Return, Key.Key_E, Key.Key_0, Key.Key_X])
def test_every_key_that_goes_on_follows_the_order(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, going_on: Qt.Key
) -> None:
    choose("go.order_uncertain")
    here, wanted = sentence_id(FERRY, 0), list(expected(window, Order.UNCERTAIN))
    if going_on not in (Key.Key_Space, Key.Key_Return) or wanted[0] == here:
        wanted.remove(here)  # it is judged, or one is there already; else its turn comes
    assert workspace.current == here, "choosing an order moves nothing"
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
    button(workspace.articles, "Back to article order").click()
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
    button(window.annotate.articles, "Back to article order").click()
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


def test_the_order_is_kept_for_the_project(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, choose: Choose, press: Press, project: Project
) -> None:
    choose("go.order_rare.denial")
    window.close_project()
    assert workspace.order.order is Order.ARTICLE
    assert window.open_project(project.path)
    assert list_says(window) == "Likely “denial” first. Not ready yet"
    qtbot.waitUntil(lambda: workspace.order.leads, timeout=20_000)
    press(Key.Key_Space)
    assert workspace.current == expected(window, Order.RARE, "denial")[0]


@pytest.mark.parametrize(
    "kept",
    [{"order": 3}, {"order": {"by": ["rare"]}}, {"order": {"by": "mood"}}, {"order": {"by": "rare", "label": "mood"}}],
)
def test_what_makes_no_sense_in_the_settings_is_passed_over(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, kept: dict[str, object]
) -> None:
    workspace.order.restore(kept)
    assert workspace.order.label == ""
    assert list_says(window) in {"", "A rare label first. Not ready yet"}
    qtbot.waitUntil(lambda: workspace.order.leads or workspace.order.order is Order.ARTICLE, timeout=20_000)


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
