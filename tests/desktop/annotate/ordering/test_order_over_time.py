"""An order of work while the project changes, is not ready yet, and has run out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.orders import Order
from labeling.operations import boundaries, judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.importing import import_text
from labeling.store.connection import Project
from tests.desktop.annotate.conftest import Press
from tests.desktop.annotate.ordering.conftest import Choose, Gate, calm, expected, list_says
from tests.desktop.shell.person import button, words
from tests.factories import FERRY, INES, sentence_id, small_codebook

Key = Qt.Key


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
    press(Key.Key_PageDown, Key.Key_PageDown)
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
    press(Key.Key_PageDown, Key.Key_PageDown)
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
    assert list_says(window) == "Most uncertain first. Not ready yet"
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


def test_a_label_that_has_gone_takes_its_order_with_it(
    window: Window, workspace: AnnotateWorkspace, choose: Choose, project: Project
) -> None:
    choose("go.order_rare.denial")
    replace_codebook(project, INES, small_codebook("hedge", "tone"))
    window.session.look_elsewhere()
    assert workspace.order.order is Order.ARTICLE
    assert "go.order_rare.tone" in window.actions_by_id
    assert "go.order_rare.denial" not in window.actions_by_id


def test_who_waits_while_new_articles_are_read_goes_on_by_the_articles(
    qtbot: QtBot,
    window: Window,
    workspace: AnnotateWorkspace,
    choose: Choose,
    press: Press,
    project: Project,
    gate: Gate,
) -> None:
    gate.set()
    choose("go.order_rare.denial")
    for _ in expected(window, Order.RARE, "denial"):
        press(Key.Key_Space, Key.Key_4)
    import_text(project, INES, "The tower may fall. It might rain.", "tower.txt")
    gate.clear()
    window.session.look_elsewhere()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: list_says(window).endswith("Not ready yet"), timeout=20_000)
    here = workspace.current
    press(Key.Key_Space)
    assert workspace.current != here
    gate.set()
    calm(qtbot, window)
    assert list_says(window) == "Likely “denial” first"
