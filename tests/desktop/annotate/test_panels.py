"""Where list, text and inspector stand in windows of different widths, and how the focus goes through them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.annotate.inspector.inspector import STRIP_HEIGHT
from desktop.annotate.workspace import AnnotateWorkspace
from desktop.theme.tokens import METRICS
from desktop.window import Window
from tests.desktop.annotate.conftest import Press
from tests.factories import MILL

Key = Qt.Key


def resize(qtbot: QtBot, window: Window, width: int, height: int = 760) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    QApplication.processEvents()


def test_in_a_wide_window_all_three_stand_side_by_side(qtbot: QtBot, window: Window) -> None:
    resize(qtbot, window, 1440)
    workspace = window.annotate
    assert workspace.articles.width() == METRICS.article_list
    assert workspace.inspector.width() == METRICS.inspector
    assert not workspace.panels.list_folded
    lefts = [w.mapTo(workspace, QPoint(0, 0)).x() for w in (workspace.articles, workspace.text, workspace.inspector)]
    assert lefts == sorted(lefts)


def test_a_narrow_window_folds_the_list_and_opens_it_over_the_text(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press
) -> None:
    folded: list[bool] = []
    workspace.list_folded.connect(folded.append)
    resize(qtbot, window, 1024)
    assert folded == [True]
    assert not workspace.articles.isVisible()
    width = workspace.text.width()
    workspace.show_list()
    assert workspace.articles.isVisible()
    assert workspace.articles.view.hasFocus()
    assert workspace.text.width() == width
    press(Key.Key_Escape)
    assert not workspace.articles.isVisible()
    assert workspace.text.view.hasFocus()
    resize(qtbot, window, 1300)
    assert folded == [True, False]
    assert workspace.articles.isVisible()


def test_choosing_an_article_closes_the_list_over_the_text(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press
) -> None:
    resize(qtbot, window, 1024)
    workspace.show_list()
    press(Key.Key_Down, Key.Key_Return)
    assert workspace.article_id == MILL[0].id
    assert not workspace.articles.isVisible()


def test_search_opens_the_folded_list(qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press) -> None:
    resize(qtbot, window, 1024)
    press(Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert workspace.articles.isVisible()
    assert workspace.articles.search.hasFocus()


def test_a_very_narrow_window_has_the_inspector_under_the_text(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press
) -> None:
    resize(qtbot, window, 880, 600)
    inspector = workspace.inspector
    assert inspector.height() == STRIP_HEIGHT
    assert inspector.width() == workspace.width()
    rows = [inspector.rows.row(name) for name in ("anonymous_source", "denial")]
    assert rows[0].y() == rows[1].y()
    press(Key.Key_3)
    assert inspector.rows.row("hedge").toggle.isChecked()
    press(Key.Key_C)
    assert inspector.slot.comment.hasFocus()
    QTest.keyClicks(inspector.slot.comment, "why?")
    press(Key.Key_Escape)
    resize(qtbot, window, 1300)
    assert inspector.width() == METRICS.inspector
    assert inspector.slot.comment.toPlainText() == "why?"
    assert rows[0].y() < rows[1].y()


def test_the_smallest_window_shows_every_control(qtbot: QtBot, window: Window, workspace: AnnotateWorkspace) -> None:
    resize(qtbot, window, METRICS.window_min_width, METRICS.window_min_height)
    for widget in (*workspace.inspector.rows.buttons, *workspace.inspector.buttons.all):
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert window.rect().contains(corner), widget.accessibleName()


@pytest.mark.parametrize("width", [1440, 1024, 880])
def test_f6_goes_from_panel_to_panel_and_back(
    qtbot: QtBot, window: Window, workspace: AnnotateWorkspace, press: Press, width: int
) -> None:
    resize(qtbot, window, width)
    seen = []
    for _ in range(4):
        press(Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        panels = {"inspector": workspace.inspector, "list": workspace.articles, "text": workspace.text}
        seen.append(next((name for name, panel in panels.items() if panel.isAncestorOf(focused)), "header"))
    assert seen == ["inspector", "list", "header", "text"]


def test_tab_leads_through_text_inspector_and_list(window: Window, workspace: AnnotateWorkspace, press: Press) -> None:
    stops = [workspace.text.view, *workspace.inspector.stops, *workspace.articles.stops]
    reachable = [stop for stop in stops if stop.isVisible()]
    seen = []
    for _ in reachable:
        seen.append(QApplication.focusWidget())
        press(Key.Key_Tab)
    assert seen == reachable


def test_space_presses_a_button_that_has_the_focus(workspace: AnnotateWorkspace, press: Press) -> None:
    current = workspace.current
    toggle = workspace.inspector.rows.row("hedge").toggle
    toggle.setFocus()
    press(Key.Key_Space)
    assert toggle.isChecked()
    assert workspace.current == current
    assert toggle.hasFocus()


def test_widths_are_kept_by_screen(window: Window, workspace: AnnotateWorkspace) -> None:
    workspace.panels.set_widths({"1": {"list": 400}})
    assert workspace.articles.width() == METRICS.article_list
    screen = str(window.screen().size().width())
    workspace.panels.set_widths({"1": {"list": 400}, screen: {"list": 300, "inspector": 400}})
    assert (workspace.articles.width(), workspace.inspector.width()) == (300, 400)
    assert workspace.panels.widths == {"1": {"list": 400}, screen: {"list": 300, "inspector": 400}}
