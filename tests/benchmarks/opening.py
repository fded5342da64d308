"""From opening an article to its suggestions on screen, once what makes them is loaded."""

from __future__ import annotations

import os
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtTest import QTest

from desktop.main import Arguments, make_application, make_window
from desktop.window import Window
from labeling.operations import identity
from labeling.operations.importing import import_files
from labeling.operations.samples import make_sample
from labeling.store import articles
from tests.benchmarks import timing

REAL = Path(__file__).parents[3] / "shared" / "article" / "embassy-threats.txt"
TIMES = 20
PATIENCE_MILLISECONDS = 30_000
MOST_SECONDS = 0.1


def main() -> None:
    """Open the longest article of the sample and, where it is at hand, a real one, each from another article."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        someone = identity.name_annotator("Someone", folder)
        with make_sample(folder / "sample.hedgerow") as project:
            if REAL.is_file():
                import_files(project, someone, [REAL])
            ids = articles.ids(project.connection)
            lengths = {each: len(articles.sentences_of(project.connection, each)) for each in ids}
        application = make_application()
        window = make_window(Arguments(folder / "sample.hedgerow"), folder)
        window.show()
        QTest.qWaitForWindowExposed(window)
        wait_for(window.annotate.suggestions.settled)
        shown = dict.fromkeys([max(ids, key=lengths.__getitem__), ids[-1]])
        for article in shown:
            other = next(each for each in ids if each != article)
            taken = [_opening(window, article, other) for _ in range(TIMES)]
            what = f"opening {lengths[article]} sentences to suggestions shown"
            timing.say(f"{what}, 95%", timing.percentile(taken, 0.95), MOST_SECONDS, "≤ 1")
        window.close()
        del application


def _opening(window: Window, article: str, other: str) -> float:
    annotate = window.annotate
    annotate.go_to_article(other)
    wait_for(annotate.suggestions.settled)
    start = time.perf_counter()
    annotate.go_to_article(article)
    wait_for(annotate.suggestions.arrived)
    window.repaint()
    return time.perf_counter() - start


def wait_for(signal: SignalInstance) -> None:
    """Let the window work until a signal comes, or patience ends. Unlike Qt’s own, this waiting lets threads work."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MILLISECONDS, loop, partial(loop.exit, 1))
    loop.exec()
    signal.disconnect(loop.quit)


if __name__ == "__main__":
    main()
