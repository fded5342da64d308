"""Training in the window: what is missing, the button, progress and cancel, the figures, and putting away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressBar, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.learned import page as page_module
from desktop.learned.page import TrainPage
from desktop.learned.plot import Plot
from desktop.theme.tokens import ThemeName
from desktop.window import Window
from labeling.operations import judging
from labeling.operations.suggesting import suggester_of
from labeling.operations.trained import learned
from labeling.operations.training import train
from labeling.reporting.training import Training
from labeling.store import models, samples
from labeling.store.connection import Project
from tests.contracts.test_accessibility import nameless
from tests.desktop.shell.person import button, focus, press, words
from tests.desktop.team.looking import cells, table
from tests.factories import INES, project_with, sentence_id
from tests.operations.taught import STORIES, story, taught

FIGURES, SUPPLY, SAMPLE = "How right the suggestions are", "What there is to learn from", "On the random sample"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with taught(tmp_path) as project:
        yield project


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> TrainPage:
    window.run_action("file.train")
    calm(qtbot, window)
    return window.pages.over(TrainPage)


@dataclass(slots=True)
class Gate:
    """A training that has begun, and goes on when it is let."""

    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Trainings stop when they first tell how far they are, until the gate is opened."""
    made = Gate()

    def slow(
        project: Project, *, on_progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]
    ) -> Training:
        def report(done: int, in_all: int, name: str) -> None:
            on_progress(in_all // 2, in_all, name)
            made.begun.set()
            made.go_on.wait(20)

        return train(project, draws=0, on_progress=report, cancelled=cancelled)

    monkeypatch.setattr(page_module, "train", slow)
    yield made
    made.go_on.set()


def calm(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def running(qtbot: QtBot, gate: Gate, page: TrainPage) -> None:
    """Begin to train, and wait until it has told how far it is."""
    page.foot.button.setFocus()
    press("Return")
    qtbot.waitUntil(gate.begun.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: "Training: 50 %" in words(page), timeout=20_000)


def is_muted(page: TrainPage) -> bool:
    """Whether the figures are shown as those that may no longer hold."""
    return table(page, FIGURES).delegate.stale


def test_what_there_is_to_learn_from_is_counted_and_what_is_missing_said(page: TrainPage) -> None:
    assert cells(page, SUPPLY) == [
        ["money", "24", "6", "24", "6", "yes"],
        ["hedge", "0", "0", "48", "6", "not yet"],
    ]
    assert "48 sentences of 6 articles are settled, by adjudication" in words(page)
    assert "“hedge” needs 20 settled sentences that have it, in at least 5 different articles" in words(page)
    assert "Nothing has been learned yet: the rules suggest" in words(page)
    assert not table(page, FIGURES).isVisible()
    assert page.foot.button.text() == "Train"


def test_ctrl_enter_trains_and_shows_the_figures(qtbot: QtBot, window: Window, page: TrainPage) -> None:
    press("Ctrl+Return")
    calm(qtbot, window)
    digest = models.digest_in_use(window.session.project.connection)
    assert f"Trained: model@{digest} is in use now." in words(page)
    assert f"In use: model@{digest}" in words(page)
    assert "The model suggests money. Learned on " in words(page)
    assert "from 48 settled sentences of 6 articles (gold: majority" in words(page)
    assert cells(page, FIGURES) == [
        ["money", "Model", "1.00", "1.00", "1.00", "", "1.00"],
        ["", "As chosen", "1.00", "1.00", "1.00", "", "1.00"],
    ]
    assert "articles that the model had not seen" in words(page)
    assert "1,000 draws of whole articles, seed 0, percentile" in words(page)
    assert not table(page, SAMPLE).isVisible()
    assert page.foot.button.text() == "Train again"
    assert suggester_of(window.session.project.connection).by == f"model@{digest}"


def test_the_plots_say_in_words_what_they_show(qtbot: QtBot, window: Window, page: TrainPage) -> None:
    press("Ctrl+Return")
    calm(qtbot, window)
    told = {plot.accessibleName(): plot.accessibleDescription() for plot in page.findChildren(Plot)}
    assert set(told) == {"money, learning curve", "money, calibration"}
    assert "sentences: F1 " in told["money, learning curve"]
    assert "on average, 100 % have it" in told["money, calibration"]
    assert "It can’t be told whether more labels would help" in words(page)
    assert "percentage points off (expected calibration error)" in words(page)


def test_all_figures_are_a_table_that_is_copied(qtbot: QtBot, window: Window, page: TrainPage) -> None:
    press("Ctrl+Return")
    calm(qtbot, window)
    button(page, "All figures").click()
    found = table(page, "All figures")
    found.setFocus()
    found.selectAll()
    press("Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["label", "from", "way", "measure", "value", "low", "high", "sentences", "why"]
    assert "money\tcross-validation\tchosen\tf1\t1.000000\t1.000000\t1.000000\t48" in "\n".join(lines)
    found = table(page, FIGURES)
    found.setFocus()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("money\tModel\t1.000000")


def test_a_cancel_is_in_the_place_of_the_button_and_changes_nothing(
    qtbot: QtBot, window: Window, page: TrainPage, gate: Gate
) -> None:
    running(qtbot, gate, page)
    assert focus() is page.foot.cancel
    press("Return")
    gate.go_on.set()
    calm(qtbot, window)
    assert "Cancelled; nothing was changed." in words(page)
    assert models.trainings(window.session.project.connection) == []
    assert page.foot.button.isVisible()


def test_one_can_go_on_judging_while_it_trains(qtbot: QtBot, window: Window, page: TrainPage, gate: Gate) -> None:
    running(qtbot, gate, page)
    press("Esc")
    assert isinstance(focus(), QTextEdit)
    assert any(bar.accessibleName() == "Training" for bar in window.statusBar().findChildren(QProgressBar))
    press("2")
    assert "Saved" in words(window.statusBar())
    gate.go_on.set()
    calm(qtbot, window)
    assert "is in use now" in words(window.statusBar())
    window.run_action("file.train")
    calm(qtbot, window)
    assert table(page, FIGURES).isVisible()


def test_figures_of_before_are_muted_while_it_trains(
    qtbot: QtBot, window: Window, page: TrainPage, project: Project, gate: Gate
) -> None:
    train(project, draws=0)
    qtbot.waitUntil(lambda: table(page, FIGURES).isVisible(), timeout=20_000)
    calm(qtbot, window)
    assert not is_muted(page)
    running(qtbot, gate, page)
    assert is_muted(page)
    gate.go_on.set()
    calm(qtbot, window)
    assert not is_muted(page)
    assert cells(page, FIGURES)[1] == ["", "As chosen", "1.00", "1.00", "1.00", "", "1.00", "1.00"]


def test_a_restart_shows_the_figures_and_stop_using_it_puts_the_model_away(
    qtbot: QtBot, window: Window, project: Project
) -> None:
    made = train(project, draws=0)
    window.close_project()
    assert window.open_project(project.path)
    window.run_action("file.train")
    calm(qtbot, window)
    page = window.pages.over(TrainPage)
    assert f"In use: model@{made.report.digest}" in words(page)
    assert table(page, FIGURES).isVisible()
    button(page, "Stop using it").click()
    calm(qtbot, window)
    assert "The rules alone suggest now." in words(page)
    assert "Not in use any more: the rules suggest" in words(page)
    assert not page.in_use.stop.isVisible()
    assert table(page, FIGURES).isVisible()
    assert learned(project).in_use.digest == ""


def test_a_damaged_model_is_named_and_the_rules_suggest(qtbot: QtBot, window: Window, project: Project) -> None:
    with project.write() as db:
        models.use(db, "0123456789ab", b"harm", "{}")
    window.run_action("file.train")
    calm(qtbot, window)
    page = window.pages.over(TrainPage)
    assert "The rules suggest" in words(page)
    assert "damaged or of another kind" in words(page)


def test_the_sample_has_figures_of_its_own(qtbot: QtBot, window: Window, project: Project) -> None:
    with taught(project.path.parent, *(story(number) for number in range(7)), name="more") as more:
        with more.write() as db:
            samples.put(db, STORIES[0][0].id, sampled=True)
        assert window.open_project(more.path)
    window.run_action("file.train")
    calm(qtbot, window)
    page = window.pages.over(TrainPage)
    assert "Kept apart to measure on: 1 article of the random sample." in words(page)
    press("Ctrl+Return")
    calm(qtbot, window)
    assert cells(page, SAMPLE) == [["money", "Model", "1.00", "1.00", "1.00", "", "1.00"]]
    assert "Nothing was learned from the articles of the random sample" in words(page)


def test_what_is_settled_since_is_said(qtbot: QtBot, window: Window, page: TrainPage, project: Project) -> None:
    train(project, draws=0)
    judging.exclude(project, INES, sentence_id(STORIES[0], 0))
    train(project, draws=0)
    judging.judge_none(project, INES, sentence_id(STORIES[0], 0))
    qtbot.waitUntil(lambda: "Since then 1 more sentence was settled." in words(page), timeout=20_000)


def test_with_nothing_settled_the_button_sleeps(qtbot: QtBot, closed_window: Window, tmp_path: Path) -> None:
    project_with(tmp_path, name="nothing").close()
    assert closed_window.open_project(tmp_path / "nothing.hedgerow")
    closed_window.run_action("file.train")
    calm(qtbot, closed_window)
    page = closed_window.pages.over(TrainPage)
    assert "Nothing is settled yet" in words(page)
    assert "No label has enough yet" in words(page)
    assert not page.foot.button.isEnabled()
    press("Ctrl+Return")
    assert not page.work.is_running


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_everything_has_a_name_and_is_drawn_in_every_theme_and_width(
    qtbot: QtBot, window: Window, page: TrainPage, theme: ThemeName
) -> None:
    press("Ctrl+Return")
    calm(qtbot, window)
    button(page, "All figures").click()
    window.choose_theme(theme)
    assert nameless(window) == []
    plots = page.findChildren(Plot)
    beside = [plot.mapTo(page, plot.rect().topLeft()) for plot in plots]
    assert beside[0].y() == beside[1].y()
    assert plots[0].grab().toImage().pixelColor(2, plots[0].height() // 2) != Qt.GlobalColor.transparent
    window.resize(800, 560)
    QApplication.processEvents()
    assert nameless(window) == []
