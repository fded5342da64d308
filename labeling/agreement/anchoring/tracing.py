"""From a figure as a value to the answers that it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from labeling.agreement.anchoring import finding
from labeling.agreement.anchoring.answers import Answers
from labeling.agreement.behind import Behind, Count
from labeling.agreement.judged import Bools


def answers_of(answers: Answers, behind: Behind) -> Bools:
    """Return the answers (N) that a figure counts; KeyError where it is not one of suggestions."""
    return _FOUND_BY[behind.count](answers, behind)


_FOUND_BY: Mapping[Count, Callable[[Answers, Behind], Bools]] = {
    Count.ACCEPTED: lambda answers, of: finding.accepted(answers, of.label, of.a, of.source),
    Count.OVERRIDDEN: lambda answers, of: finding.overridden(answers, of.label, of.a, of.source),
    Count.ADDED: lambda answers, of: finding.added(answers, of.label, of.a),
    Count.NEARER: lambda answers, _: finding.nearer(answers),
    Count.FARTHER: lambda answers, _: finding.farther(answers),
    Count.ELSEWHERE: lambda answers, _: finding.moved_elsewhere(answers),
}
