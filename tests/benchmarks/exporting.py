"""The whole export (read, settled, split, hashed, on disk) against writing the same rows with `json` alone."""

from __future__ import annotations

import gc
import json
import random
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from labeling.domain.articles import SentenceId
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator, Evidence, Judgment, State, Verdict
from labeling.operations.exporting import Options, export
from labeling.store import annotators, articles, codebooks, judgments, progress
from labeling.store.connection import Project
from tests.benchmarks import synthetic, timing

SENTENCES = 100_000
ROUNDS = 5
ANNOTATOR = Annotator("someone", "Someone")


def main() -> None:
    """Interleave the two, and keep the best round of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with synthetic.make_project(folder / "large.hedgerow", SENTENCES) as project:
            judge_everything(project)
            export(project, folder / "out", Options("jsonl"))
            rows = read(folder / "out")
            gc.freeze()  # the rows of the reference are no burden of the export
            reference: list[float] = []
            ours: dict[str, list[float]] = {"jsonl": [], "csv": []}
            for attempt in range(ROUNDS):
                reference.append(timing.seconds(lambda: write(rows, folder / "reference.jsonl")))
                for chosen, measured in ours.items():
                    work = partial(export, project, folder / f"{chosen}-{attempt}", Options(chosen))
                    measured.append(timing.seconds(work))
            gc.unfreeze()
    timing.say(f"export of {len(rows)} sentences as JSON Lines", min(ours["jsonl"]), min(reference), "≤ 1.5")
    timing.say(f"export of {len(rows)} sentences as CSV", min(ours["csv"]), min(reference), "no bar is set")


def judge_everything(project: Project) -> None:
    """Let one annotator judge every sentence as the labels of real news are spread, one in ten with evidence."""
    choice = random.Random(0)
    labels = [label.id for label in codebooks.current(project.connection).labels]
    version = codebooks.current(project.connection).hash
    with project.write() as db:
        annotators.add(db, ANNOTATOR)
        for article_id in articles.ids(db):
            for sentence in articles.sentences_of(db, article_id):
                name = SentenceId(article_id, sentence.start, sentence.end)
                verdict = verdict_on(sentence.start, labels, choice)
                judgments.append(db, Judgment(uuid7(), name, ANNOTATOR.id, verdict, version, choice.uniform(1, 20)))
            progress.recount(db, article_id)


def verdict_on(start: int, labels: list[str], choice: random.Random) -> Verdict:
    given = tuple(label for label in labels if choice.random() < 0.2)
    if not given:
        return Verdict(State.NONE)
    marks = (Evidence(given[0], start, start + 5),) if choice.random() < 0.2 else ()
    return Verdict(State.LABELLED, given, evidence=marks)


def read(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for path in sorted(out.glob("*.jsonl")) for line in path.open(encoding="utf-8")]


def write(rows: list[dict[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False))
            file.write("\n")


if __name__ == "__main__":
    main()
