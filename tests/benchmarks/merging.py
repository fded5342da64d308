"""Merging 100,000 judgments that someone else brings, against the same rows put in by SQLite alone."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator, Judgment, State, Verdict
from labeling.operations import merging
from labeling.operations.projects import open_project
from labeling.store import annotators, articles, codebooks, judgments, progress
from tests.benchmarks import synthetic, timing

SENTENCES = 100_000
_BARE = "INSERT INTO judgments SELECT * FROM theirs.judgments"


def main() -> None:
    """Look at a merge, do it, do it again with nothing new, and take it back."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = Path(name) / "ours.hedgerow", Path(name) / "theirs.hedgerow"
        synthetic.make_project(ours, SENTENCES).close()
        shutil.copyfile(ours, theirs)
        _judge_all(theirs)
        bare = timing.seconds(lambda: _insert_bare(ours.with_name("bare.hedgerow"), ours, theirs))
        with open_project(ours) as project:
            for what, work in (
                ("looking at what a merge would bring", lambda: merging.examine(project, [theirs])),
                ("merging 100,000 judgments", lambda: merging.merge(project, [theirs])),
                ("merging them once more", lambda: merging.merge(project, [theirs])),
                ("taking the merge back", lambda: merging.take_back_merge(project)),
            ):
                timing.say(what, timing.seconds(work), bare, "no bar is set")


def _judge_all(path: Path) -> None:
    someone = Annotator("01890a5d-ac96-774b-bcce-b302099a8058", "Someone")
    with open_project(path) as project, project.write() as db:
        annotators.add(db, someone)
        version, hedge = codebooks.current(db).hash, Verdict(State.LABELLED, ("hedge",))
        for article in articles.ids(db):
            for number, sentence in enumerate(articles.sentences_of(db, article)):
                verdict = hedge if number % 7 == 0 else Verdict(State.NONE)
                name = SentenceId(article, sentence.start, sentence.end)
                judgments.append(db, Judgment(uuid7(), name, someone.id, verdict, version, 3.5))
            progress.recount(db, article)


def _insert_bare(copy: Path, ours: Path, theirs: Path) -> None:
    shutil.copyfile(ours, copy)
    with closing(sqlite3.connect(copy)) as db:
        db.execute("PRAGMA synchronous = FULL")
        db.execute("ATTACH DATABASE ? AS theirs", (str(theirs),))
        db.execute("INSERT INTO annotators SELECT * FROM theirs.annotators")
        db.execute(_BARE)
        db.commit()


if __name__ == "__main__":
    main()
