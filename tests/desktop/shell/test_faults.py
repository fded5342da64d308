"""Errors that are our own: logged, shown, never on the console."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.faults import Faults
from desktop.jobs import Job, Jobs
from labeling.operations.identity import LOG_NAME
from tests.desktop.shell.person import answer, the

ROOT = Path(__file__).parents[3]


@pytest.fixture
def faults(qapp: QApplication, settings_folder: Path) -> Iterator[Faults]:
    before = sys.excepthook
    faults = Faults(settings_folder)
    faults.install()
    yield faults
    faults.uninstall()
    sys.excepthook = before


def log(folder: Path) -> str:
    return (folder / LOG_NAME).read_text(encoding="utf-8")


def raise_ours() -> None:
    raise ZeroDivisionError("ours")


def test_an_error_is_logged_and_shown_once(
    qtbot: QtBot, faults: Faults, settings_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        text = the(QPlainTextEdit, dialog).toPlainText()
        shown.append(text)

    answer(look)
    for _ in range(2):
        try:
            raise_ours()
        except ZeroDivisionError as error:
            faults.report(error)
    qtbot.waitUntil(lambda: bool(shown))
    assert "ZeroDivisionError: ours" in shown[0]
    assert "raise_ours" in shown[0]
    qtbot.wait(50)
    assert log(settings_folder).count("Traceback") == 2
    assert capfd.readouterr().err == ""


def test_threads_and_jobs_are_covered(qtbot: QtBot, faults: Faults, settings_folder: Path) -> None:
    answer(lambda _: None)
    thread = threading.Thread(target=raise_ours)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in log(settings_folder))
    qtbot.wait(50)
    jobs = Jobs()
    jobs.failed.connect(faults.report)

    def work(_: Job[None]) -> None:
        raise KeyError("missing")

    answer(lambda _: None)
    jobs.start("Working", work, lambda _: None, pytest.fail)
    qtbot.waitUntil(lambda: "KeyError" in log(settings_folder))
    qtbot.wait(50)
    jobs.close()


@pytest.mark.no_qt_log
def test_what_qt_complains_of_is_in_the_log(faults: Faults, settings_folder: Path) -> None:
    qWarning("something is odd")
    assert "WARNING Qt: something is odd" in log(settings_folder)


def test_a_large_log_is_put_aside(qapp: QApplication, settings_folder: Path) -> None:
    (settings_folder / LOG_NAME).write_text("x" * 1_000_001, encoding="utf-8")
    faults = Faults(settings_folder)
    before = sys.excepthook
    faults.install()
    faults.uninstall()
    sys.excepthook = before
    assert not (settings_folder / LOG_NAME).exists()
    assert (settings_folder / "hedgerow.old.log").stat().st_size == 1_000_001


def test_the_program_starts_and_ends_without_a_word(settings_folder: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from PySide6.QtCore import QTimer; from desktop import main; made = main.make_window\n"
        "def make(*given):\n"
        "    window = made(*given); QTimer.singleShot(200, window.close); return window\n"
        "main.make_window = make; sys.exit(main.main([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"QT_LOGGING_RULES": "*.debug=false"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_error_at_the_start_is_logged_not_printed(settings_folder: Path) -> None:
    script = (
        "import sys; from desktop import faults, main\n"
        "def broken(*given): raise ZeroDivisionError('ours')\n"
        "main.make_window = broken; faults.Faults._tell = lambda self, text: None\n"
        "sys.exit(main.main([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_wrong_usage_ends_with_2_and_a_sentence(settings_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop.main", "a.hedgerow", "b.hedgerow"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "Hedgerow opens one project at a time; “b.hedgerow” is one too many.\n"


def test_nothing_slow_is_imported_before_the_window_is_painted() -> None:
    script = "import sys, desktop.main; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(done.stdout.split())
    slow = {"typer", "click", "spacy", "sqlite_utils", "trafilatura", "docx", "pypdfium2", "numpy", "lxml", "tomli_w"}
    assert not loaded & slow
