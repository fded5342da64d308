"""What the votes propose for a sentence that is not settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from labeling.domain.codebooks import Codebook
from labeling.domain.judgments import Judgment, State, Verdict
from labeling.export.gold import Gold, Opinion, Policy, rate, settle
from labeling.store import codebooks
from labeling.store.connection import Project


@dataclass(frozen=True, slots=True)
class Proposal:
    """`verdict` is what the majority gives, None without one. `even` are the labels that as many gave as did not.

    Where as many exclude the sentence as do not, `even` is every label. `agreed` are the labels that everybody gave who
    was asked for them and did not exclude the sentence.
    """

    verdict: Verdict | None = None
    even: frozenset[str] = frozenset()
    agreed: tuple[str, ...] = ()

    def with_label(self, label: str, codebook: Codebook) -> Verdict:
        """Return what it settles to say first that a label applies: nobody has to repeat what all agree on."""
        return Verdict(State.LABELLED, codebook.in_order({*self.agreed, label}))


def propose(project: Project, codebook: Codebook, judgments: Iterable[Judgment]) -> Proposal:
    """Return what more than half of the judgments of one sentence give; those that decide nothing have no vote.

    A label has the votes of those who were asked for it and held the sentence for prose: see `labeling.export.gold`.
    """
    opinions = [
        Opinion(judgment.verdict, _asked(project, judgment.codebook))
        for judgment in judgments
        if judgment.verdict.decided
    ]
    given = {label for opinion in opinions for label in opinion.verdict.labels}
    labels = codebook.in_order({label.id for label in codebook.labels} | given)
    outcome = settle(Policy.MAJORITY, labels, opinions)
    ratings = dict(zip(labels, rate(labels, opinions), strict=True))
    agreed = tuple(label for label, rating in ratings.items() if rating.yes and not rating.no)
    if isinstance(outcome, Gold):
        return Proposal(Verdict(outcome.state, outcome.labels), agreed=agreed)
    excluding = sum(opinion.verdict.state is State.EXCLUDED for opinion in opinions)
    if 2 * excluding == len(opinions):
        return Proposal(even=frozenset(labels) if opinions else frozenset(), agreed=agreed)
    return Proposal(
        even=frozenset(each for each, rating in ratings.items() if rating.yes == rating.no != 0), agreed=agreed
    )


def _asked(project: Project, content_hash: str) -> frozenset[str]:
    version = codebooks.version(project.connection, content_hash)
    return frozenset(label.id for label in version.labels) if version else frozenset()
