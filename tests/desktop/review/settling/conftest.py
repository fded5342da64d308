"""The Review workspace in the real window, on a project in which three people have judged, and a fourth settles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.review.review import Review
from desktop.review.views import View
from desktop.window import Window
from labeling.domain.articles import SentenceId, Span
from labeling.domain.judgments import Annotator, Verdict
from labeling.operations import judging
from labeling.store import adjudications
from labeling.store.connection import Project
from tests.factories import FERRY, MILL, project_with, sentence_id

_IDS = "01890a5d-ac96-774b-bcce-b302099a806"
ANA, BEN, CLEO = Annotator(f"{_IDS}0", "Ana"), Annotator(f"{_IDS}1", "Ben"), Annotator(f"{_IDS}2", "Cleo")
FIRST, SECOND, THIRD, LAST = (sentence_id(FERRY, index) for index in range(4))
IN_MILL = sentence_id(MILL, 1)

Press = Callable[..., None]
GoldOf = Callable[[SentenceId], tuple[str, tuple[str, ...], str] | None]


def judge(project: Project, person: Annotator, sentence: SentenceId, *labels: str) -> None:
    """Say which labels apply; none applies without any."""
    if not labels:
        judging.judge_none(project, person, sentence)
    for label in labels:
        judging.toggle_label(project, person, sentence, label)


def judge_all(project: Project) -> None:
    """On the first, one sees a denial beside the hedge of all; all agree on the second.

    The third is excluded by one; on the last, two are of two minds. In the mill, one of three sees no denial.
    """
    for person, labels in ((ANA, ["hedge"]), (BEN, ["hedge", "denial"]), (CLEO, ["hedge"])):
        judge(project, person, FIRST, *labels)
    for person in (ANA, BEN, CLEO):
        judge(project, person, SECOND, "anonymous_source")
    judging.exclude(project, ANA, THIRD)
    judge(project, BEN, THIRD, "denial")
    judge(project, CLEO, THIRD, "denial")
    judge(project, ANA, LAST)
    judge(project, BEN, LAST, "on_record")
    for person, labels in ((ANA, ["denial"]), (BEN, []), (CLEO, ["denial"])):
        judge(project, person, IN_MILL, *labels)
    start = FERRY[0].text.index("may sail")
    judging.toggle_label(project, BEN, FIRST, "hedge", Span(start, start + 8))
    judging.set_comment(project, BEN, FIRST, "Does it deny?")
    judging.toggle_unsure(project, CLEO, IN_MILL)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        judge_all(project)
        yield project


@pytest.fixture
def review(window: Window, qtbot: QtBot) -> Review:
    """Review, shown, with its list. Ines settles."""
    window.run_action("go.review")
    workspace = window.pages.review
    workspace.show_view(View.DISAGREEMENTS)
    qtbot.waitUntil(lambda: workspace.docket.survey is not None and not workspace.docket.is_reading)
    return workspace


@pytest.fixture
def press(window: Window) -> Press:
    """Press keys one after the other, wherever the focus is."""

    def press_keys(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(window.focusWidget() or window, key, modifier)

    return press_keys


@pytest.fixture
def gold_of(window: Window) -> GoldOf:
    """What a sentence is settled on, on disk: state, labels and reason; None when it is not."""

    def find(sentence: SentenceId) -> tuple[str, tuple[str, ...], str] | None:
        found = adjudications.current(window.session.project.connection, sentence)
        if found is None or not found.verdict.decided:
            return None
        verdict: Verdict = found.verdict
        assert found.author == window.session.annotator.id
        return verdict.state.value, verdict.labels, found.note

    return find
