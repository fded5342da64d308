"""How much of the disagreement in a project each way of judging a sentence makes up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from labeling.agreement.ratings import Ballot


class Pattern(NamedTuple):
    """One way in which sentences were judged, and how many were."""

    ballots: Sequence[Ballot]
    sentences: int


class _Split(NamedTuple):
    """How many gave a label and how many, asked for it, did not."""

    ones: int
    zeros: int

    @property
    def all(self) -> int:
        return self.ones + self.zeros


def stakes(labels: Iterable[str], patterns: Sequence[Pattern]) -> list[float]:
    """Return for each pattern what is at stake in one sentence of it.

    That is by how much Krippendorff's alphas of the labels would rise together, were the sentence agreed on and the
    expected disagreement as it is: the sum over the labels of the sentence's share of the observed disagreement over
    the expected one. In the terms of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C, a
    sentence that m annotators judged for a label, k of whom gave it, adds (n - 1) · k (m - k) / ((m - 1) · n1 · n0), n1
    and n0 being how often the label was given and not given in all n judgments of sentences with two or more. A rare
    label has a small n1, so that a sentence weighs more in it. All of a label's sentences add up to 1 - alpha. Excluded
    sentences say nothing of labels and add nothing.
    """
    added = [0.0] * len(patterns)
    for label in labels:
        splits = [_split(label, pattern.ballots) for pattern in patterns]
        paired = [(split, pattern.sentences) for split, pattern in zip(splits, patterns, strict=True) if split.all > 1]
        ones = sum(split.ones * sentences for split, sentences in paired)
        zeros = sum(split.zeros * sentences for split, sentences in paired)
        for place, split in enumerate(splits):
            if split.ones and split.zeros:
                added[place] += (ones + zeros - 1) * split.ones * split.zeros / ((split.all - 1) * ones * zeros)
    return added


def _split(label: str, ballots: Iterable[Ballot]) -> _Split:
    asked = [ballot for ballot in ballots if not ballot.excluded]
    ones = sum(label in ballot.given for ballot in asked)
    return _Split(ones, sum(label in ballot.known and label not in ballot.given for ballot in asked))
