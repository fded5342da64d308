"""Small articles about nothing, in which some words decide what is settled, so that it can be learned."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache

from labeling.domain.articles import Kind, Sentence
from labeling.suggestions.learned import Lesson, Trained, train
from labeling.suggestions.rules import standard_rules

LABELS = ("weather", "hedge", "rare")
PLAIN = (
    *("the", "harbour", "boat", "crew", "master", "rope", "deck", "pier", "cargo", "town"),
    *("road", "market", "bell", "lamp", "north", "old", "small", "two", "left"),
)
STORMY = ("storm", "gale")
FEW_DRAWS = 50


def lesson(number: int, sentences: int = 8, *, group: str = "") -> Lesson:
    """An article with its number as its name: “weather” is where a storm is, “hedge” where “may” or “apparently” is.

    The rules find hedges by themselves. Nobody said anything of its last sentence, and the first line is furniture.
    """
    chance = random.Random(number)
    lines, labels = ["Photo of a storm"], list[Mapping[str, int | None]]()
    labels.append({"weather": 1, "hedge": 1})
    for _ in range(sentences):
        words = [chance.choice(PLAIN) for _ in range(chance.randint(4, 9))]
        stormy, unsure = chance.random() < 0.4, chance.random() < 0.4
        if stormy:
            words.insert(chance.randrange(len(words)), chance.choice(STORMY))
        if unsure:
            words.insert(1, chance.choice(("may", "apparently")))
        lines.append(f"{' '.join(words).capitalize()}.")
        labels.append({"weather": int(stormy), "hedge": int(unsure), "rare": None})
    labels[-1] = {"weather": None}
    return article(f"article-{number:03}", lines, labels, group=group)


def article(name: str, lines: Sequence[str], labels: Sequence[Mapping[str, int | None]], *, group: str = "") -> Lesson:
    """An article of one paragraph, whose first line is furniture."""
    spans, place = [], 0
    for number, line in enumerate(lines):
        kind = Kind.BODY if number else Kind.FURNITURE
        spans.append(Sentence(place, place + len(line), kind, 0))
        place += len(line) + 1
    return Lesson(name, " ".join(lines), spans, labels, group)


LESSONS = tuple(lesson(number) for number in range(12))


@cache
def trained() -> Trained:
    """What is learned of `LESSONS`."""
    return train(LESSONS, standard_rules(), LABELS, draws=FEW_DRAWS)
