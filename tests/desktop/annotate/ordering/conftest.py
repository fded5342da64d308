"""An order of work in the real window, on three small articles."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.articles import SentenceId
from labeling.domain.orders import Order
from labeling.operations import suggesting
from labeling.operations.ordering import queue
from labeling.operations.reporting import Progress
from labeling.store.connection import Project
from tests.factories import FERRY, MILL, article_of, project_with

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
    """Wait until it is known what comes next."""
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def expected(window: Window, order: Order, label: str = "") -> tuple[SentenceId, ...]:
    """Return what an order leads to now."""
    return queue(window.session.project, window.session.annotator, order, label).sentences


def list_says(window: Window) -> str:
    """Return what the line above the list says of the order."""
    return window.annotate.articles.order.words if window.annotate.articles.order.isVisible() else ""
