"""What a figure counts, as a value: the question that leads from a number to its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Count(StrEnum):
    """What is counted. Those of shared sentences, whole sets and exclusion are of no label."""

    SHARED = "shared"  # two or more judged the sentence
    DIFFERENT = "different"  # annotators differ on the label
    COMPARED = "compared"  # two or more judged for the label
    GIVEN = "given"  # somebody gave the label
    SETS = "sets"  # annotators gave different sets of labels
    EXCLUSIONS = "exclusions"  # one excluded the sentence, another did not
    EXCLUDED = "excluded"  # somebody excluded it
    BOTH = "both"  # `a` and `b` gave the label
    ONLY_A = "only_a"  # `a` gave it, `b` did not
    NEITHER = "neither"  # both judged, and neither gave it
    REST = "rest"  # `a` says something else than the majority of the others
    GOLD = "gold"  # `a` says something else than was settled
    WITHOUT = "without"  # any two of the others than `a` differ on the label
    CONFUSED = "confused"  # `a` alone gave the label where `b` alone gave the `other`
    ACCEPTED = "accepted"  # the label was suggested on screen, and somebody’s first answer gave it
    OVERRIDDEN = "overridden"  # the same, and it did not give it
    ADDED = "added"  # others were suggested on screen, and the first answer gave the label that was not
    NEARER = "nearer"  # somebody changed their answer towards what they then saw suggested
    FARTHER = "farther"  # the same, away from it
    ELSEWHERE = "elsewhere"  # the same, neither


# Figures of suggestions, which rest on first answers and not on current judgments.
OF_SUGGESTIONS = frozenset(
    {Count.ACCEPTED, Count.OVERRIDDEN, Count.ADDED, Count.NEARER, Count.FARTHER, Count.ELSEWHERE}
)


@dataclass(frozen=True, slots=True)
class Behind:
    """The sentences behind a figure: of two annotators by name, of one (`a`), or of anybody.

    `articles` are the ids of those that the figure is of; all where there is none. `other` is a label, too; empty for
    no label in its place. `source` is what suggested.
    """

    count: Count
    label: str = ""
    a: str = ""
    b: str = ""
    other: str = ""
    articles: frozenset[str] = frozenset()
    source: str = ""
