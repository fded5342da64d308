"""The strip beside the text: a tick a sentence, merged where they would touch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reading.marks import Mark
from desktop.reading.overview import Overview, Tick, merge
from desktop.theme.tokens import ThemeName, load_theme
from labeling.domain.judgments import State
from tests.factories import small_codebook

LIGHT = load_theme(ThemeName.LIGHT)
CODEBOOK = small_codebook()
UNSEEN, NONE, EXCLUDED = Mark(None), Mark(State.NONE), Mark(State.EXCLUDED)


def labelled(*labels: str) -> Mark:
    return Mark(State.LABELLED, labels)


@pytest.mark.parametrize(
    ("marks", "tick"),
    [
        ([UNSEEN], Tick(unseen=True)),
        ([NONE], Tick()),
        ([labelled("hedge", "denial")], Tick(labels=("hedge", "denial"))),
        ([labelled("hedge"), UNSEEN], Tick(unseen=True)),
        ([labelled("hedge"), labelled("denial"), labelled("denial")], Tick(labels=("denial",))),
        ([NONE, labelled("hedge"), EXCLUDED], Tick(labels=("hedge",))),
        ([NONE, EXCLUDED], Tick()),
    ],
)
def test_sentences_too_close_share_a_tick(marks: list[Mark], tick: Tick) -> None:
    assert merge(marks) == tick


@pytest.fixture
def overview(qtbot: QtBot) -> Overview:
    overview = Overview(LIGHT)
    qtbot.addWidget(overview)
    overview.resize(overview.sizeHint().width(), 424)  # 400 pixels between the insets
    overview.setPageStep(400)
    overview.setRange(0, 3600)  # so one pixel stands for ten of an article of 4,000
    overview.show()
    return overview


def colour_at(image: QImage, place: float) -> str:
    return image.pixelColor(6, 12 + round(place / 10)).name()


def test_every_state_has_its_tick_at_its_height(overview: Overview) -> None:
    marks = [labelled("hedge"), labelled("denial"), NONE, UNSEEN]
    overview.set_article(marks, CODEBOOK)
    overview.set_places([1000, 2000, 2500, 3000])
    image = overview.grab().toImage()
    assert colour_at(image, 1000) == LIGHT.labels["amber"].solid.name()
    assert colour_at(image, 2000) == LIGHT.labels["red"].solid.name()
    assert colour_at(image, 1500) == LIGHT.paper.name()


def test_the_current_sentence_stands_out_and_moves(overview: Overview) -> None:
    overview.set_article([UNSEEN, NONE], CODEBOOK)
    overview.set_places([1000, 3000])
    overview.set_current(0)
    assert colour_at(overview.grab().toImage(), 1000) == LIGHT.accent.name()
    overview.set_current(1)
    image = overview.grab().toImage()
    assert colour_at(image, 1000) != LIGHT.accent.name()
    assert colour_at(image, 3000) == LIGHT.accent.name()


def test_a_judgment_changes_its_tick_and_no_other(overview: Overview) -> None:
    marks = [UNSEEN, labelled("denial")]
    overview.set_article(marks, CODEBOOK)
    overview.set_places([1000, 1100])
    before = overview.grab().toImage()
    marks[0] = labelled("hedge")
    overview.marks_changed([0])
    after = overview.grab().toImage()
    assert colour_at(after, 1000) == LIGHT.labels["amber"].solid.name()
    assert colour_at(after, 1100) == colour_at(before, 1100) == LIGHT.labels["red"].solid.name()


def test_ticks_follow_the_theme(overview: Overview) -> None:
    overview.set_article([labelled("hedge")], CODEBOOK)
    overview.set_places([1000])
    overview.grab()
    dark = load_theme(ThemeName.DARK)
    overview.set_theme(dark)
    assert colour_at(overview.grab().toImage(), 1000) == dark.labels["amber"].solid.name()


def test_a_click_goes_there(overview: Overview) -> None:
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(9, 212))
    assert abs(overview.value() + 200 - 2000) <= 10, "the middle of the view is where the click was"


def test_the_handle_can_be_dragged(overview: Overview) -> None:
    overview.setValue(1000)
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(9, 120))
    assert abs(overview.value() - 1000) <= 10, "taking hold of it moves nothing"
    QTest.mouseMove(overview, QPoint(9, 170))
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(9, 170))
    assert abs(overview.value() - 1500) <= 10
