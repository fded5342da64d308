"""What the team settled on: an adjudication where there is one, else what a policy derives from the votes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from labeling.domain.judgments import State, Verdict

ADJUDICATED = "adjudicated"


class Policy(StrEnum):
    """How votes on a sentence that was not adjudicated are made into one verdict."""

    ADJUDICATED = ADJUDICATED
    MAJORITY = "majority"
    UNANIMOUS = "unanimous"
    ANY = "any"


class Reason(StrEnum):
    """Why a sentence is not in a dataset."""

    ARTICLE = "article not chosen"
    UNDATED = "article without a date"
    KIND = "kind not chosen"
    UNJUDGED = "not judged"
    NO_VOTE = "adjudicated without a vote"
    OTHER_CODEBOOK = "judged under another codebook"
    UNSURE = "unsure"
    TOO_FEW = "too few annotators"
    NOT_ADJUDICATED = "not adjudicated"
    TIE = "tie"
    NOT_UNANIMOUS = "not unanimous"
    EXCLUDED = "excluded"
    REPEATED = "repeats a sentence that is held out"
    NO_LABEL_KNOWN = "no label known"
    LABEL_UNKNOWN = "a label unknown"


# Found when a dataset is written, of sentences that it would hold, in articles that have their parts already.
FOUND_LATE = (Reason.REPEATED, Reason.NO_LABEL_KNOWN, Reason.LABEL_UNKNOWN)


class Opinion(NamedTuple):
    """One verdict, and the ids of the labels that it could give: those of the codebook that it was made under."""

    verdict: Verdict
    asked: frozenset[str]


class Gold(NamedTuple):
    """What a sentence was settled on: `labels` in the dataset's order, by `source`, a policy's name or “adjudicated”.

    `unknown` are the labels of the dataset that nobody who judged was asked about: neither positive nor negative.
    """

    state: State
    labels: tuple[str, ...]
    source: str
    unknown: tuple[str, ...] = ()


class Rating(NamedTuple):
    """How many gave a label, and how many judged the sentence as prose, were asked about the label, and did not."""

    yes: int
    no: int

    @property
    def share(self) -> float | None:
        """The soft label: the share of votes that gave it, to four decimals; None where nobody was asked."""
        return round(self.yes / (self.yes + self.no), 4) if self.yes or self.no else None


def settle(
    policy: Policy, labels: Sequence[str], opinions: Iterable[Opinion], adjudicated: Opinion | None = None
) -> Gold | Reason:
    """Return what a sentence is settled on, or the reason why it is not.

    `labels` are those of the dataset in order, `opinions` the annotators’ current ones; those that decide nothing have
    no vote. An adjudication always wins. Excluded is what more than half exclude; where fewer do, the labels are
    derived from those who did not.
    """
    if adjudicated is not None and adjudicated.verdict.decided:
        return _gold(adjudicated.verdict.state, set(adjudicated.verdict.labels), ADJUDICATED, labels, [adjudicated])
    decided = [opinion for opinion in opinions if opinion.verdict.decided]
    if not decided:
        return Reason.UNJUDGED
    if policy is Policy.ADJUDICATED:
        return Reason.NOT_ADJUDICATED
    prose = [opinion for opinion in decided if opinion.verdict.state is not State.EXCLUDED]
    if 2 * len(prose) < len(decided) and (policy is not Policy.UNANIMOUS or not prose):
        return Gold(State.EXCLUDED, (), policy.value)
    given = _DERIVED[policy](decided, prose, rate(labels, prose))
    if isinstance(given, Reason):
        return given
    positive = {label for label, yes in zip(labels, given, strict=True) if yes}
    return _gold(State.LABELLED if positive else State.NONE, positive, policy.value, labels, prose)


def rate(labels: Sequence[str], opinions: Iterable[Opinion]) -> tuple[Rating, ...]:
    """Return for each label who gave it and who did not, among the opinions that hold the sentence for prose."""
    said = [
        (opinion.verdict.labels, opinion.asked)
        for opinion in opinions
        if opinion.verdict.decided and opinion.verdict.state is not State.EXCLUDED
    ]
    return tuple(
        Rating(
            sum(label in given for given, _ in said),
            sum(label not in given and label in asked for given, asked in said),
        )
        for label in labels
    )


def targets(outcome: Gold | Reason, labels: Sequence[str]) -> tuple[int | None, ...]:
    """Return 1 or 0 for each label; None where it is unknown, and for all of what isn’t settled or isn’t prose."""
    if isinstance(outcome, Reason) or outcome.state is State.EXCLUDED:
        return (None,) * len(labels)
    return tuple(None if label in outcome.unknown else int(label in outcome.labels) for label in labels)


def _gold(state: State, given: set[str], source: str, labels: Sequence[str], opinions: Sequence[Opinion]) -> Gold:
    if state is State.EXCLUDED:
        return Gold(state, (), source)
    asked = frozenset[str]().union(*(opinion.asked for opinion in opinions))
    positive = tuple(label for label in labels if label in given)
    return Gold(state, positive, source, tuple(label for label in labels if label not in asked and label not in given))


def _majority(decided: Sequence[Opinion], prose: Sequence[Opinion], ratings: Sequence[Rating]) -> list[bool] | Reason:
    """A label that exactly half gave is a tie, and so are as many who exclude as who don't."""
    if 2 * len(prose) == len(decided) or any(rating.yes == rating.no != 0 for rating in ratings):
        return Reason.TIE
    return [rating.yes > rating.no for rating in ratings]


def _unanimous(decided: Sequence[Opinion], prose: Sequence[Opinion], ratings: Sequence[Rating]) -> list[bool] | Reason:
    if len(prose) < len(decided) or any(rating.yes and rating.no for rating in ratings):
        return Reason.NOT_UNANIMOUS
    return [rating.yes > 0 for rating in ratings]


def _any(_decided: Sequence[Opinion], _prose: Sequence[Opinion], ratings: Sequence[Rating]) -> list[bool] | Reason:
    return [rating.yes > 0 for rating in ratings]


_DERIVED: Mapping[Policy, Callable[[Sequence[Opinion], Sequence[Opinion], Sequence[Rating]], list[bool] | Reason]] = {
    Policy.MAJORITY: _majority,
    Policy.UNANIMOUS: _unanimous,
    Policy.ANY: _any,
}
