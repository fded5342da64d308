"""All coefficients with their intervals against one `krippendorff.alpha` per label in the same run."""

from __future__ import annotations

import importlib
import importlib.util
import random
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.judged import read
from labeling.agreement.overall import agreement
from labeling.agreement.ratings import Ballot, Ratings
from tests.benchmarks import timing

LABELS = ("anonymous_source", "on_record", "hedge", "denial")
SHARES = (0.1, 0.2, 0.15, 0.05)
MISREAD = 0.05
SENTENCES = 100_000
SENTENCES_AN_ARTICLE = 25
DRAWS = 1000
ROUNDS = 7
REFERENCE = "krippendorff"  # under the GPL, so it isn't among what the project asks for

Said = tuple[tuple[int, int], ...]  # annotators, each with a set of labels as bits


class Team(NamedTuple):
    """How many annotators there are, and how many of them judge each article."""

    annotators: int
    each: int


def main() -> None:
    """Print the figures of a small team, which the bar is for, and of large ones."""
    if importlib.util.find_spec(REFERENCE) is None:
        print(f"agreement: not measured, as {REFERENCE} is not installed")
        return
    measure(Team(3, 3), "≤ 3")
    measure(Team(20, 3), "no bar is set")
    measure(Team(20, 20), "no bar is set")


def measure(team: Team, bar: str) -> None:
    """Take turns, and keep the best round of each."""
    alpha = importlib.import_module(REFERENCE).alpha
    articles = list(judge(team))
    tables = [table_of(articles, team, label) for label in range(len(LABELS))]
    ratings = gather(articles)
    reference, ours, whole = [], [], []
    for _ in range(ROUNDS):
        reference.append(
            timing.seconds(lambda: [alpha(reliability_data=t, level_of_measurement="nominal") for t in tables])
        )
        judged = read(ratings)
        ours.append(timing.seconds(partial(agreement, judged, DRAWS)))
        whole.append(timing.seconds(lambda: agreement(read(gather(articles)), DRAWS)))
    what = f"{team.annotators} annotators, {team.each} an article"
    timing.say(f"all coefficients, {what}", min(ours), min(reference), bar)
    timing.say("  with the gathering of what was said", min(whole), min(reference), bar)


def judge(team: Team) -> Iterator[Sequence[Said]]:
    """Yield what was said of each article by annotators who misread one label in twenty."""
    choice = random.Random(0)
    groups = list(combinations(range(team.annotators), team.each)) if team.each < team.annotators else []
    for _ in range(SENTENCES // SENTENCES_AN_ARTICLE):
        people = choice.choice(groups) if groups else range(team.annotators)
        truths = [
            sum((choice.random() < share) << place for place, share in enumerate(SHARES))
            for _ in range(SENTENCES_AN_ARTICLE)
        ]
        yield [tuple((person, truth ^ misreading(choice)) for person in people) for truth in truths]


def misreading(choice: random.Random) -> int:
    return sum((choice.random() < MISREAD) << place for place in range(len(LABELS)))


def gather(articles: Sequence[Sequence[Said]]) -> Ratings[Said]:
    sets = [frozenset(label for place, label in enumerate(LABELS) if bits >> place & 1) for bits in range(16)]

    def ballots(said: Said) -> Iterator[Ballot]:
        for person, bits in said:
            yield Ballot(str(person), sets[bits], LABELS)

    ratings = Ratings(LABELS, ballots)
    for number, sentences in enumerate(articles):
        ratings.add(f"{number:06}", sentences)
    return ratings


def table_of(articles: Sequence[Sequence[Said]], team: Team, label: int) -> NDArray[np.float64]:
    """Return one label's judgments as the reference takes them: annotators × sentences, NaN where missing."""
    table = np.full((team.annotators, SENTENCES), np.nan)
    for number, said in enumerate(said for sentences in articles for said in sentences):
        for person, bits in said:
            table[person, number] = bits >> label & 1
    return table


if __name__ == "__main__":
    main()
