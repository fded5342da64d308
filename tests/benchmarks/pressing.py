"""From a key press to the judgment on disk and the text painted anew, in a project of 100,000 sentences."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.main import Arguments, make_application, make_window
from labeling.operations import identity
from tests.benchmarks import synthetic, timing

PRESSES = 600
FRAME_SECONDS = 1 / 60
# Toggle a label, set one and go on, say none and go on, move: what fills the day.
KEYS = (Qt.Key.Key_3, Qt.Key.Key_W, Qt.Key.Key_0, Qt.Key.Key_J)


def main() -> None:
    """Press keys one after the other, each until nothing is left to paint."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        identity.name_annotator("Someone", folder)
        synthetic.make_project(folder / "large.hedgerow", 100_000).close()
        application = make_application()
        window = make_window(Arguments(folder / "large.hedgerow"), folder)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        QTest.qWait(500)
        view = window.annotate.text.view

        def press(key: Qt.Key) -> None:
            QTest.keyClick(view, key)
            application.processEvents()
            view.viewport().repaint()

        taken = [timing.seconds(lambda k=KEYS[n % len(KEYS)]: press(k)) for n in range(PRESSES)]
        window.close()
    for share in (0.5, 0.95, 0.99):
        timing.say(
            f"key press to repaint, {share:.0%}", timing.percentile(taken, share), FRAME_SECONDS, "≤ 1 (a frame)"
        )


if __name__ == "__main__":
    main()
