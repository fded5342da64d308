"""From process start to the article painted, against a bare PySide6 window with one text view."""

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
        print(time.monotonic_ns(), flush=True)
        import os
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
        synthetic.make_project(folder / "small.hedgerow", 1000).close()
        words = [str(folder / "small.hedgerow"), str(folder)]
        _start(_OURS, words)  # writes byte code
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(_start(_OURS, words))
            bare.append(_start(_BARE, []))
    timing.say("process start to article painted", timing.percentile(ours, 0.5), timing.percentile(bare, 0.5), "≤ 2")


def _start(code: str, words: list[str]) -> float:
    """Return the seconds from the start of a process to the first paint of its text view."""
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
    return (int(run.stdout) - began) / 1e9


if __name__ == "__main__":
    main()
