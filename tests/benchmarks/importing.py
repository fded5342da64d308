"""The whole import of plain text, with all that is stored and indexed, against spaCy’s blank pipeline with its sentencizer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import spacy

from labeling.operations.importing import import_files
from labeling.operations.projects import create_project
from tests.benchmarks import synthetic, timing

ARTICLES = 400
ROUNDS = 5


def main() -> None:
    """Print sentences a second of both, taking turns and keeping the best round of each."""
    texts = [synthetic.text_of(paragraphs) for _, paragraphs in synthetic.stories(ARTICLES)]
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
                ours.append(timing.seconds(lambda p=project: import_files(p, None, [folder / "articles"])))
    count = ARTICLES * synthetic.SENTENCES_AN_ARTICLE
    print(f"import: {count / min(ours):,.0f} sentences a second, spaCy’s sentencizer alone {count / min(reference):,.0f}")
    timing.say("import of plain text, stored and indexed", min(ours), min(reference), "≤ 2.5 (≥ 0.4 of its speed)")


if __name__ == "__main__":
    main()
