"""Where one was is there again, and nonsense in the settings does no harm."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.settings import Settings
from desktop.window import Window
from labeling.operations.projects import open_project
from labeling.store import facts
from labeling.store.articles import ArticleFilter, Progress
from tests.desktop.annotate.conftest import Press
from tests.factories import FERRY, MILL, sentence_id

Key = Qt.Key


def test_article_sentence_and_filter_are_there_again(
    window: Window, workspace: AnnotateWorkspace, press: Press
) -> None:
    path = window.session.project.path
    workspace.set_filter(ArticleFilter(Progress.TO_DO, query="mill"))
    press(Key.Key_PageDown, Key.Key_Down)
    window.close_project()
    assert not workspace.has_sentence
    assert window.open_project(path)
    assert workspace.current == sentence_id(MILL, 1)
    assert workspace.articles.filter == ArticleFilter(Progress.TO_DO, query="mill")
    assert workspace.articles.search.text() == "mill"


def test_the_place_is_kept_before_the_window_closes(window: Window, press: Press, qtbot: QtBot) -> None:
    path, folder = window.session.project.path, window.settings.folder
    with open_project(path) as project:
        identifier = facts.get(project.connection, "id")
    press(Key.Key_Down, Key.Key_Down)
    qtbot.waitUntil(lambda: Settings(folder).workspace(identifier).get("position") is not None, timeout=5000)
    assert Settings(folder).workspace(identifier)["article"] == FERRY[0].id


def test_the_zoom_is_there_again(workspace: AnnotateWorkspace, settings: Settings) -> None:
    workspace.zoom(1)
    workspace.zoom(1)
    assert Settings(settings.folder).reading_size == 20
    workspace.zoom(0)
    assert settings.reading_size == 18
    for _ in range(30):
        workspace.zoom(-1)
    assert settings.reading_size == 14


def test_what_is_remembered_are_plain_values(workspace: AnnotateWorkspace) -> None:
    state = workspace.state()
    assert state["article"] == FERRY[0].id
    assert state["position"] == 0
    assert state["filter"] == {"progress": "all", "label": "", "query": ""}


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"article": "gone", "position": 3},
        {"article": 7, "position": "three", "scroll": None, "filter": "all", "widths": []},
        {"filter": {"progress": "sometimes", "label": "none such"}, "widths": {"1440": 3, "800": {"list": "wide"}}},
    ],
)
def test_without_a_usable_memory_the_first_sentence_is_shown(
    workspace: AnnotateWorkspace, press: Press, state: dict[str, Any]
) -> None:
    press(Key.Key_PageDown)
    workspace.restore(state)
    assert workspace.current == sentence_id(FERRY, 0)
    assert workspace.articles.filter == ArticleFilter()


def test_a_sentence_whose_boundaries_moved_is_found_by_its_place(workspace: AnnotateWorkspace, press: Press) -> None:
    press(Key.Key_Down)
    state = workspace.state()
    press(Key.Key_Up)
    workspace.join_with_next()
    workspace.restore(state)
    assert workspace.place == "Sentence 1 of 3"


def test_a_project_opens_before_its_list_is_known(window: Window) -> None:
    path = window.session.project.path
    window.close_project()
    assert window.open_project(path)
    assert window.annotate.current == sentence_id(FERRY, 0)
    assert window.annotate.totals is None
    window.annotate.next_article()
    assert window.annotate.article_id == MILL[0].id
