"""What comes next in an order of work, in a project of 100,000 sentences, against reading the texts once."""

from __future__ import annotations

import tempfile
from collections import deque
from functools import partial
from pathlib import Path

from labeling.domain.ids import named_id
from labeling.domain.judgments import Annotator
from labeling.domain.orders import Order
from labeling.operations.ordering import is_next, queue
from labeling.operations.sampling import draw_sample
from labeling.operations.suggesting import suggest_all
from labeling.store import articles
from labeling.store.connection import Project
from tests.benchmarks import synthetic, timing

SENTENCES = 100_000
ROUNDS = 5
SOMEONE = Annotator(named_id("Someone"), "Someone")


def main() -> None:
    """Keep the suggestions once, then take turns, and keep the best round of each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        synthetic.make_project(Path(folder) / "large.hedgerow", SENTENCES) as project,
    ):
        keeping = timing.seconds(partial(suggest_all, project))
        draw_sample(project, 500)
        reading, ordering, checking = [], {order: list[float]() for order in Order}, []
        for _ in range(ROUNDS):
            reading.append(timing.seconds(partial(read, project)))
            for order, seconds in ordering.items():
                seconds.append(timing.seconds(partial(queue, project, SOMEONE, order, label_of(order))))
            checking.append(timing.seconds(partial(check_all, project)))
    timing.say("suggestions of all articles made and kept", keeping, min(reading), "no bar is set")
    for order, seconds in ordering.items():
        timing.say(f"  the next 2,000 sentences: {order.value}", min(seconds), min(reading), "no bar is set")
    timing.say("  2,000 of them checked when it is their turn", min(checking), min(reading), "no bar is set")


def label_of(order: Order) -> str:
    return "denial" if order is Order.RARE else ""


def read(project: Project) -> None:
    db = project.connection
    deque((articles.fetch(db, each) for each in articles.ids(db)), maxlen=0)


def check_all(project: Project) -> None:
    for sentence in queue(project, SOMEONE, Order.ARTICLE).sentences:
        is_next(project, SOMEONE, Order.UNCERTAIN, sentence)


if __name__ == "__main__":
    main()
