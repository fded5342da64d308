from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Jobs
from desktop.status_bar import JobField
from labeling.domain.errors import Refused


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_work_runs_beside_the_window_and_its_end_is_told_there(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[str, threading.Thread]] = []
    worked: list[threading.Thread] = []

    def work(_: Job[str]) -> str:
        worked.append(threading.current_thread())
        return "done"

    with qtbot.waitSignal(jobs.ended):
        jobs.start("Working", work, lambda value: told.append((value, threading.current_thread())), pytest.fail)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("done", threading.main_thread())]
    assert worked[0] is not threading.main_thread()
    assert jobs.running == ()


def test_what_is_refused_is_told_as_a_sentence(qtbot: QtBot, jobs: Jobs) -> None:
    sentences: list[str] = []

    def work(_: Job[None]) -> None:
        raise Refused("There is no such file.")

    jobs.start("Working", work, lambda _: pytest.fail("nothing was done"), sentences.append)
    qtbot.waitUntil(lambda: bool(sentences))
    assert sentences == ["There is no such file."]


def test_a_bug_in_a_job_is_brought_to_whoever_shows_bugs(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_: Job[None]) -> None:
        raise ZeroDivisionError("ours")

    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.start("Working", work, lambda _: pytest.fail("nothing was done"), pytest.fail)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_cancelled_job_ends_with_what_it_has(qtbot: QtBot, jobs: Jobs) -> None:
    begun = threading.Event()
    results: list[int] = []

    def work(job: Job[int]) -> int:
        steps = 0
        while not job.cancelled():
            steps += 1
            begun.set()
            threading.Event().wait(0.001)
        return steps

    job = jobs.start("Working", work, results.append, pytest.fail)
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(results))
    assert results[0] >= 1


def test_closing_stops_every_job_and_tells_nothing_more(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun = threading.Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while not job.cancelled():
            threading.Event().wait(0.001)

    for _ in range(2):
        jobs.start("Working", work, lambda _: pytest.fail("told after closing"), pytest.fail)
    assert begun.wait(5)
    jobs.close()
    qtbot.wait(20)
    assert jobs.running == ()


def test_the_status_bar_shows_a_job_and_stops_it(qtbot: QtBot, jobs: Jobs) -> None:
    field = JobField()
    qtbot.addWidget(field)
    field.follow(jobs)
    assert field.isHidden()
    go_on = threading.Event()
    ended: list[bool] = []

    def work(job: Job[bool]) -> bool:
        job.report(3, 8, "harbour.txt")
        go_on.wait(5)
        return job.cancelled()

    jobs.start("Importing", work, ended.append, pytest.fail)
    (words,), (bar,) = field.findChildren(QLabel), field.findChildren(QProgressBar)
    qtbot.waitUntil(lambda: words.text() == "Importing 3 / 8")
    assert not field.isHidden()
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (3, 8, "Importing")
    (cancel,) = field.findChildren(QPushButton)
    assert cancel.accessibleName() == "Cancel: Importing"
    cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [True]
    assert field.isHidden()


def test_quiet_jobs_are_not_shown(qtbot: QtBot, jobs: Jobs) -> None:
    field = JobField()
    qtbot.addWidget(field)
    field.follow(jobs)
    with qtbot.waitSignal(jobs.ended):
        jobs.start("Making a backup copy", lambda _: None, lambda _: None, pytest.fail, shown=False)
        assert field.isHidden()
