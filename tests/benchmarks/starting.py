"""From process start to the article painted: against a bare window, and with a million sentences against a thousand."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from labeling.operations import identity
from tests.benchmarks import synthetic, timing

ROUNDS = 7
SMALL, LARGE = 1_000, 1_000_000

# Both say when their text view has painted; the clock is the same for parent and child.
_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.say)
        return False
    def say(self):
        import os, resource
        print(time.monotonic_ns(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        os._exit(0)
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window, view = QMainWindow(), QTextEdit()
view.setPlainText("The ferry may sail on Monday. " * 40)
window.setCentralWidget(view)
"""
_OURS = """
from pathlib import Path
from desktop.main import make_application, make_window, read_arguments
application = make_application()
window = make_window(read_arguments([sys.argv[1]]), Path(sys.argv[2]))
view = window.annotate.text.view
"""
_SHOW = """
watch = Watch()
view.viewport().installEventFilter(watch)
window.show()
application.exec()
"""


def main() -> None:
    """Take turns, and compare medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        identity.name_annotator("Someone", folder)
        for sentences in (SMALL, LARGE):
            synthetic.make_project(folder / f"{sentences}.hedgerow", sentences).close()
        small, large = ([str(folder / f"{sentences}.hedgerow"), name] for sentences in (SMALL, LARGE))
        _start(_OURS, small)  # writes byte code
        bare = _Runs(_BARE, [])
        ours, huge = _Runs(_OURS, small), _Runs(_OURS, large)
        for _ in range(ROUNDS):
            for runs in (bare, ours, huge):
                runs.add()
    timing.say("process start to article painted", ours.seconds, bare.seconds, "≤ 2")
    timing.say(f"the same with {LARGE:,} sentences, against {SMALL:,}", huge.seconds, ours.seconds, "≤ 1.5")
    timing.say("memory of the two at that moment", huge.megabytes, ours.megabytes, "≤ 1.3", "MB", 1)


class _Runs:
    """Several starts of one program."""

    def __init__(self, code: str, words: list[str]) -> None:
        self._code = code
        self._words = words
        self._seconds: list[float] = []
        self._megabytes: list[float] = []

    def add(self) -> None:
        seconds, megabytes = _start(self._code, self._words)
        self._seconds.append(seconds)
        self._megabytes.append(megabytes)

    @property
    def seconds(self) -> float:
        return timing.percentile(self._seconds, 0.5)

    @property
    def megabytes(self) -> float:
        return timing.percentile(self._megabytes, 0.5)


def _start(code: str, words: list[str]) -> tuple[float, float]:
    """Return the seconds from the start of a process to the first paint of its text view, and its memory in MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    began = time.monotonic_ns()
    run = subprocess.run(
        [sys.executable, "-c", _WATCH + code + _SHOW, *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    painted, kilobytes = map(int, run.stdout.split())
    return (painted - began) / 1e9, kilobytes / 1024


if __name__ == "__main__":
    main()
