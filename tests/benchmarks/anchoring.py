"""All figures of the pull of suggestions, from the file, against those of agreement in the same run."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator, Judgment, Origin, State, Verdict
from labeling.domain.showing import SHOWN_FROM
from labeling.operations.agreeing import agree
from labeling.operations.anchoring import anchor
from labeling.operations.suggesting import Found, suggest_all, suggester_of, suggestions_of
from labeling.store import annotators, articles, codebooks, judgments
from labeling.store.connection import Project
from tests.benchmarks import synthetic, timing

SENTENCES = 100_000
PEOPLE = tuple(Annotator(f"0189-{name}", name) for name in ("Ines", "Tomas", "Wren"))
TAKEN, LEFT = 0.85, 0.7  # how often a suggested label is given, with it on screen and without
ROUNDS = 3


def main() -> None:
    """Take turns, and keep the best round of each."""
    with tempfile.TemporaryDirectory() as folder, synthetic.make_project(Path(folder) / "p.hedgerow", SENTENCES) as it:
        suggest_all(it)
        judge(it)
        ours, reference = [], []
        for _ in range(ROUNDS):
            reference.append(timing.seconds(lambda: agree(it)))
            ours.append(timing.seconds(lambda: anchor(it)))
        what = f"pull of suggestions, {SENTENCES:,} sentences × {len(PEOPLE)}"
        timing.say(what, min(ours), min(reference), "≤ 4", unit="s", scale=1)


def judge(project: Project) -> None:
    """Let everybody judge everything; who judges with suggestions on screen changes from article to article."""
    choice = random.Random(0)
    with project.write() as db:
        for person in PEOPLE:
            annotators.add(db, person)
        codebook = codebooks.current(db)
        suggester = suggester_of(db)
        for number, article in enumerate(articles.ids(db)):
            found = suggestions_of(db, article, suggester)
            for place, person in enumerate(PEOPLE):
                for sentence in articles.sentences_of(db, article):
                    where = SentenceId(article, *sentence.span)
                    shown = (number + place) % 2 == 0
                    judgments.append(db, judgment_of(where, person, found, codebook.hash, choice, shown=shown))


def judgment_of(
    where: SentenceId, person: Annotator, found: Found, codebook: str, choice: random.Random, *, shown: bool
) -> Judgment:
    suggested = [each for each in found.get(where, ()) if each.score >= SHOWN_FROM]
    labels = tuple(each.label for each in suggested if choice.random() < (TAKEN if shown else LEFT))
    on_screen = tuple({"label": each.label, "score": each.score, "by": each.by} for each in suggested if shown)
    verdict = Verdict(State.LABELLED, labels) if labels else Verdict(State.NONE)
    seconds = round(choice.lognormvariate(1.5, 0.6), 1)
    return Judgment(uuid7(), where, person.id, verdict, codebook, seconds, Origin.HAND, on_screen)


if __name__ == "__main__":
    main()
