"""All measures as tables, and the report, from the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.review.review import Review
from desktop.review.views import View
from desktop.window import Window
from labeling.store.connection import Project
from tests.desktop.review.agreement.agreed import judge_as_a_team
from tests.desktop.shell.person import focus, press


@pytest.fixture
def project(project: Project) -> Project:
    judge_as_a_team(project)
    return project


@pytest.fixture
def review(qtbot: QtBot, window: Window) -> Review:
    review = window.pages.review
    with qtbot.waitSignal(review.agreement.sentences.listed):
        press("Ctrl+2")
    return review


def test_go_measures_shows_every_figure_and_copies_it(review: Review) -> None:
    press("Ctrl+M")
    measures = review.agreement.measures
    assert focus() is measures.table
    press("Ctrl+C")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == ["label", "measure", "value", "low", "high", "interval", "sentences", "why"]
    assert ["hedge", "krippendorff_alpha", "0.542857"] in [line[:3] for line in lines]
    assert {line[1] for line in lines} >= {"fleiss_kappa", "positive_agreement", "gwet_ac1", "exact_match"}
    press("Tab", "Down")
    press("Ctrl+M")
    assert not measures.isVisible()
    assert focus() is review.agreement.page.label_table


def test_another_table_is_chosen_by_its_name(review: Review) -> None:
    press("Ctrl+M")
    measures = review.agreement.measures
    measures.choice.setFocus()
    press("Down")
    assert measures.choice.currentText() == "Pairs"
    measures.table.setFocus()
    press("Ctrl+C")
    assert "Ines\tTomás\thedge\t1.000000" in QGuiApplication.clipboard().text()
    press("Esc")
    assert focus() is review.agreement.page.label_table


def test_go_measures_leads_from_settling_too(window: Window, review: Review) -> None:
    review.show_view(View.DISAGREEMENTS)
    window.run_action("go.measures")
    assert review.view is View.AGREEMENT
    assert focus() is review.agreement.measures.table


def test_file_report_writes_a_folder_and_says_where(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(tmp_path / "report"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.run_action("file.report")
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)
    assert window.status.said == f"Report saved in {tmp_path / 'report'}"
    assert asked == [str(window.session.project.path.with_name("small-agreement"))]
    names = {file.name for file in (tmp_path / "report").iterdir()}
    assert {"report.html", "report.pdf", "labels.csv", "disagreements.csv"} <= names
    assert (tmp_path / "report" / "report.pdf").read_bytes().startswith(b"%PDF")
    window.run_action("file.report")
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)
    assert "exists already" in window.status.said


def test_thinking_better_of_a_report_writes_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.run_action("file.report")
    assert not window.jobs.running
