"""The Annotate workspace in the real window, and what was written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.window import Window
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Verdict
from labeling.domain.showing import Showing
from labeling.store import judgments

Press = Callable[..., None]
PATIENCE = 60_000  # milliseconds: the first time, what reads the article is loaded
VerdictOf = Callable[[SentenceId], Verdict | None]


@pytest.fixture
def workspace(window: Window, qtbot: QtBot) -> AnnotateWorkspace:
    """The workspace on the small project, with its list."""
    qtbot.waitUntil(lambda: window.annotate.totals is not None)
    return window.annotate


@pytest.fixture
def press(window: Window) -> Press:
    """Press keys one after the other, wherever the focus is."""

    def press_keys(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(window.focusWidget() or window, key, modifier)

    return press_keys


@pytest.fixture
def verdict_of(window: Window) -> VerdictOf:
    """What is on disk of a sentence."""

    def find(sentence: SentenceId) -> Verdict | None:
        found = judgments.current(window.session.project.connection, sentence, window.session.annotator.id)
        return found.verdict if found else None

    return find


@pytest.fixture
def suggesting(window: Window, workspace: AnnotateWorkspace, qtbot: QtBot) -> AnnotateWorkspace:
    """The workspace with suggestions as the article asks: from the start, as nobody else judges it."""
    wish(workspace, None, qtbot)
    return workspace


def wish(workspace: AnnotateWorkspace, showing: Showing | None, qtbot: QtBot) -> None:
    """Wish for suggestions, and wait until all that there is to know of the article is shown."""
    with qtbot.waitSignal(workspace.suggestions.settled, timeout=PATIENCE):
        workspace.suggestions.wish(showing)
