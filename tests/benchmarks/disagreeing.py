"""All disagreements of 100,000 sentences with three judgments each, against reading those judgments once."""

from __future__ import annotations

import random
import tempfile
from collections import deque
from functools import partial
from pathlib import Path

from labeling.domain.articles import SentenceId
from labeling.domain.ids import uuid7
from labeling.domain.judgments import Annotator, Judgment, State, Verdict
from labeling.operations.disagreeing import Order, Show, Survey, Wanted, described, survey
from labeling.store import annotators, articles, codebooks, judgments, opinions
from labeling.store.connection import Project
from tests.benchmarks import synthetic, timing

SENTENCES = 100_000
MISREAD = 0.1
ROUNDS = 5
LABELS = (("on_record",), ("hedge",), ("anonymous_source", "hedge"), ("denial",), (), (), ())
PEOPLE = tuple(Annotator(f"01890a5d-ac96-774b-bcce-b302099a806{place}", f"Annotator {place}") for place in range(3))
ALL = Wanted(show=Show.ALL)


def main() -> None:
    """Take turns, and keep the best round of each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        synthetic.make_project(Path(folder) / "large.hedgerow", SENTENCES) as project,
    ):
        judge_all(project)
        reading, finding, listing, showing = [], [], [], []
        for _ in range(ROUNDS):
            reading.append(timing.seconds(lambda: deque(opinions.judged(project.connection), maxlen=0)))
            finding.append(timing.seconds(partial(survey, project)))
            found = survey(project)
            listing.append(timing.seconds(partial(list_by_stake, found)))
            showing.append(timing.seconds(partial(show_page, project, found)))
    timing.say("all disagreements found", min(finding), min(reading), "≤ 2 (read once)")
    timing.say("  listed by what is at stake, and counted", min(listing), min(reading), "no bar is set")
    timing.say("  64 rows described", min(showing), min(reading), "no bar is set")


def judge_all(project: Project) -> None:
    """Let three people judge everything; each misreads one sentence in ten."""
    choice, codebook = random.Random(0), codebooks.current(project.connection).hash
    with project.write() as db:
        for person in PEOPLE:
            annotators.add(db, person)
        for article in articles.ids(db):
            for sentence in articles.sentences_of(db, article):
                name, truth = SentenceId(article, *sentence.span), choice.choice(LABELS)
                for person in PEOPLE:
                    labels = truth if choice.random() > MISREAD else choice.choice(LABELS)
                    verdict = Verdict(State.LABELLED if labels else State.NONE, labels)
                    judgments.append(db, Judgment(uuid7(), name, person.id, verdict, codebook))


def list_by_stake(found: Survey | None) -> None:
    if found is not None:
        found.chosen(ALL, Order.STAKE)
        found.counts(ALL)


def show_page(project: Project, found: Survey | None) -> None:
    if found is not None:
        described(project, found, found.chosen(ALL, Order.STAKE)[:64])


if __name__ == "__main__":
    main()
