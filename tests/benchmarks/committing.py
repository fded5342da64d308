"""A judgment on disk against one bare commit with the same pragmas, in a project of 100,000 sentences."""

from __future__ import annotations

import sqlite3
import tempfile
from functools import partial
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator
from labeling.operations import judging
from labeling.store import articles
from tests.benchmarks import synthetic, timing

ROUNDS = 2000


def main() -> None:
    """Interleave the two, so that a noisy machine is noisy for both."""
    with tempfile.TemporaryDirectory() as folder:
        project = synthetic.make_project(Path(folder) / "large.hedgerow", 100_000)
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (a, b, c)")
        annotator = Annotator("someone", "Someone")
        ids = articles.ids(project.connection)
        ours, reference = [], []
        for number in range(ROUNDS):
            article = ids[number * 7 % len(ids)]
            sentence = articles.sentences_of(project.connection, article)[number % 20]
            name = SentenceId(article, *sentence.span)
            ours.append(timing.seconds(partial(judging.toggle_label, project, annotator, name, "hedge")))
            reference.append(timing.seconds(partial(bare.execute, "INSERT INTO t VALUES (?, 'a', 'b')", (number,))))
        for share in (0.5, 0.95):
            timing.say(
                f"judgment committed, {share:.0%} of {ROUNDS}",
                timing.percentile(ours, share),
                timing.percentile(reference, share),
                "≤ 3",
            )
        bare.close()
        project.close()


if __name__ == "__main__":
    main()
