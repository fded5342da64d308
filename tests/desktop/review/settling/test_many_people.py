"""A team of seven: every vote has a column, every button its room, and all can be reached without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.review.review import Review
from desktop.window import Window
from labeling.domain.judgments import Annotator
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.review.settling.conftest import FIRST, SECOND, GoldOf, Press, judge
from tests.factories import project_with

Key = Qt.Key
NAMES = ("Alexandra Montgomery-Fitzgerald", "Bo", "Christopher", "Dee", "Eleonora", "Fy", "Gwendolyn")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        for place, name in enumerate(NAMES):
            person = Annotator(f"01890a5d-ac96-774b-bcce-b302099a807{place}", name)
            for sentence in (FIRST, SECOND):
                judge(project, person, sentence, *(["hedge"] if place in {0, 5, 6} else []))
        yield project


def test_the_panel_is_never_wider_than_its_place(qtbot: QtBot, review: Review, window: Window) -> None:
    for width in (1440, 1024, 800):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: window.width() == width)  # noqa: B023 - waited for at once
        QApplication.processEvents()
        for button in review.inspector.decisions.all:
            right = button.mapTo(window, button.rect().bottomRight()).x()
            assert right < window.width(), button.accessibleName()
    assert review.inspector.decisions.people[0].text().endswith("…")
    assert review.inspector.decisions.people[0].accessibleName() == f"As {NAMES[0]}"


def test_six_have_keys_and_all_have_buttons(review: Review, press: Press, gold_of: GoldOf) -> None:
    people = review.inspector.decisions.people
    assert [button.accessibleDescription() for button in people] == ["A", "S", "D", "F", "G", "H", ""]
    press(Key.Key_H)
    assert gold_of(FIRST) == ("labelled", ("hedge",), "")
    people[6].click()
    assert gold_of(SECOND) == ("labelled", ("hedge",), "")


def test_tab_leads_through_text_votes_and_decisions_to_the_list(review: Review, window: Window) -> None:
    reached = []
    for _ in range(40):
        window.focusNextChild()
        focused = window.focusWidget()
        if isinstance(focused, QAbstractButton):
            reached.append(focused.accessibleName())
    begin = reached.index("anonymous_source")
    people = [f"As {name}" for name in NAMES]
    assert reached[begin : begin + 4] == ["anonymous_source", "on_record", "hedge", "denial"]
    settle = ["Settle as the majority has it, go on", "None applies", "Exclude", *people]
    assert reached[begin + 4 : begin + 4 + len(settle)] == settle


def test_every_control_says_what_it_is(review: Review, window: Window) -> None:
    assert review.isVisible()
    assert nameless(window) == []


def test_the_next_panel_is_reached_by_its_key(review: Review, window: Window, press: Press) -> None:
    review.focus_text()
    press(Key.Key_F6)
    assert window.focusWidget() is review.inspector.votes.row("anonymous_source")
    press(Key.Key_F6)
    assert window.focusWidget() is review.list.view
    press(Key.Key_F6, Key.Key_Escape)
    assert review.text.view.hasFocus()
