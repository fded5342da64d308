"""What was learned: plain numbers, by which a sentence gets its scores without scikit-learn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from labeling.suggestions.learned.arrays import Floats, Ints, logistic
from labeling.suggestions.learned.features import Described
from labeling.suggestions.learned.figures import Way
from labeling.suggestions.learned.fitting import log_odds
from labeling.suggestions.learned.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Learned:
    """How a label is suggested, and what that was learned from.

    `slopes` are bias, slope of the model’s log odds and slope of those of the rules’ score. Labels that are better
    left to the rules have none of these.
    """

    label: str
    way: Way
    sentences: int
    having: int
    bias: float = 0.0
    slopes: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Model:
    """A model of the labels of a codebook. Its weights are never changed: the arrays cannot be written to.

    `labels` are those of the codebook in its order, `learned` those of them that there was enough of. `weights` (F × M)
    are of the features, for those M of `learned` that are not left to the rules. `rules` names the cue rules that it
    was trained with; `articles`, `seed` and the counts say from what.
    """

    labels: tuple[str, ...]
    learned: tuple[Learned, ...]
    vocabulary: Vocabulary
    weights: Floats
    rules: str
    articles: int
    seed: int

    def __post_init__(self) -> None:
        self.weights.setflags(write=False)
        self.vocabulary.rarity.setflags(write=False)

    @cached_property
    def ways(self) -> dict[str, Way]:
        """How each label is suggested that was learned."""
        return {each.label: each.way for each in self.learned}

    @cached_property
    def weighed(self) -> tuple[Learned, ...]:
        """The labels that the columns of `weights` are of."""
        return tuple(each for each in self.learned if each.way is not Way.RULES)

    @cached_property
    def _biases(self) -> Floats:
        return np.array([each.bias for each in self.weighed], dtype=np.float64)

    @cached_property
    def _slopes(self) -> Floats:
        return np.array([each.slopes for each in self.weighed], dtype=np.float64).reshape(-1, 3)

    def log_odds(self, names: Iterable[str]) -> tuple[Floats, Ints, Floats]:
        """Return the log odds (M) of a sentence with these features, and the places and values of those known (K)."""
        places, values = self.vocabulary.vector(names)
        return values @ self.weights[places] + self._biases, places, values

    def scores(self, described: Described, odds: Floats) -> Floats:
        """Return the calibrated scores (M) of a sentence from its log odds."""
        slopes = self._slopes
        rules = np.array([described.score(each.label) for each in self.weighed], dtype=np.float64)
        return logistic(slopes[:, 0] + slopes[:, 1] * odds + slopes[:, 2] * log_odds(rules))
