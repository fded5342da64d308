"""The whole import of plain text, stored and indexed, against spaCy’s blank pipeline with its sentencizer."""

from __future__ import annotations

import json
import tempfile
from functools import partial
from pathlib import Path

import spacy

from labeling.operations.importing import import_files
from labeling.operations.projects import create_project
from tests.benchmarks import synthetic, timing

ROUNDS = 5
NEWS = Path(__file__).parents[3] / "shared" / "corpora" / "polnear-articles.jsonl"


def main() -> None:
    """Measure on real news where it is at hand, and on the seeds told again and again.

    The second flatters the reference: spaCy keeps the tokens of every word that it has met.
    """
    if NEWS.is_file():
        lines = NEWS.read_text(encoding="utf-8").splitlines()
        _measure("real news", [str(json.loads(line)["text"]) for line in lines])
    _measure("seeds again and again", [synthetic.text_of(paragraphs) for _, paragraphs in synthetic.stories(400)])


def _measure(what: str, texts: list[str]) -> None:
    """Take turns, and keep the best round of each."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ours, reference = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        for number, text in enumerate(texts):
            (folder / "articles" / f"{number:05}.txt").write_text(text, encoding="utf-8")
        for attempt in range(ROUNDS):
            reference.append(timing.seconds(lambda: [list(doc.sents) for doc in nlp.pipe(texts)]))
            with create_project(folder / f"{attempt}.hedgerow") as project:
                ours.append(timing.seconds(partial(import_files, project, None, [folder / "articles"])))
    timing.say(f"import of {what}, stored and indexed", min(ours), min(reference), "≤ 2.5 (0.4 of its speed)")


if __name__ == "__main__":
    main()
