"""From a key press to the judgment on disk and the text painted anew, in a project of 100,000 sentences.

Suggestions are shown, as they are by default.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.main import Arguments, make_application, make_window
from labeling.operations import identity
from tests.benchmarks import synthetic, timing
from tests.benchmarks.opening import wait_for

PRESSES = 600
PATIENCE_SECONDS = 0.1  # a key at the end of an article may change nothing
FRAME_SECONDS = 1 / 60
# Toggle a label, set one and go on, accept what is suggested, say none and go on, move: what fills the day.
KEYS = (Qt.Key.Key_3, Qt.Key.Key_W, Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_J)


def main() -> None:
    """Press keys one after the other, each until the text shows what it did."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        identity.name_annotator("Someone", folder)
        synthetic.make_project(folder / "large.hedgerow", 100_000).close()
        application = make_application()
        window = make_window(Arguments(folder / "large.hedgerow"), folder)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        wait_for(window.annotate.suggestions.settled)
        QTest.qWait(500)
        view = window.annotate.text.view

        painted = _Painted(view.viewport())

        def press(key: Qt.Key) -> None:
            painted.wanted = True
            QTest.keyClick(view, key)
            deadline = time.perf_counter() + PATIENCE_SECONDS
            while painted.wanted and time.perf_counter() < deadline:
                application.processEvents()

        taken = [timing.seconds(partial(press, KEYS[number % len(KEYS)])) for number in range(PRESSES)]
        window.close()
    for share in (0.5, 0.95):
        timing.say(f"key press to repaint, {share:.0%}", timing.percentile(taken, share), FRAME_SECONDS, "≤ 1 (frame)")


class _Painted(QObject):
    """Notices that the text has been painted since `wanted` was set."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.wanted = False
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._note)  # once the painting that begins now is done
        return False

    def _note(self) -> None:
        self.wanted = False


if __name__ == "__main__":
    main()
