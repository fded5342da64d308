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


@dataclass(frozen=True, slots=True)
class Behind:
    """The sentences behind a figure: of two annotators by name, of one (`a`), or of anybody.

    `articles` are the ids of those that the figure is of; all where there is none. `other` is a label, too; empty for
    no label in its place.
    """

    count: Count
    label: str = ""
    a: str = ""
    b: str = ""
    other: str = ""
    articles: frozenset[str] = frozenset()
