"""What is said of the pull of suggestions, in words and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from labeling.agreement.anchoring.figures import Anchoring, Balance, Contrast, Outcome, Pull, Together
from labeling.agreement.figures import Measure
from labeling.reporting.words import listed

NOTHING_SHOWN = "Nobody has decided a sentence with a suggestion on screen yet, so there is no pull to measure."
CONDITIONS = {
    "shown": "Something on screen",
    "not_shown": "Nothing on screen",
    "accepted": "All of it accepted",
    "overridden": "Some of it overridden",
}
_REMEDY = (
    "Suggestions are on screen where a lead or an annotator chose so, not at random: a difference may come from the "
    "sentences or from the people. To compare like with like, hand out the same articles with suggestions to some and "
    "without to others, as chance has it."
)


def caveat(balance: Balance) -> str:
    """Return what the figures can’t tell, from who decided what with suggestions on screen."""
    said = (
        f"Of {balance.sentences:,} judged sentences that have a suggestion now, {balance.both:,} were decided by some "
        f"with one on screen and by others without, {balance.with_only:,} only with and {balance.without_only:,} only "
        "without."
    )
    return f"{said} {_people(balance)}{_REMEDY}"


def measures(found: Anchoring) -> Iterator[tuple[str, str, str, Measure]]:
    """Yield the kind and the name of what each measure is of, its own name, and the measure."""
    for label, pull in found.labels.items():
        yield from (("label", label, name, each) for name, each in _of_pull(pull))
        yield from (("label", label, name, each) for name, each in _of_contrasts(found.together[label]))
    for person, pull in found.annotators.items():
        yield from (("annotator", person, name, each) for name, each in _of_pull(pull))
    for source, outcome in found.sources.items():
        yield "source", source, "acceptance", outcome.acceptance
    yield "changed", "", "nearer", found.changes.nearer_rate
    yield "changed", "", "farther", found.changes.farther_rate
    for condition in CONDITIONS:
        yield "seconds", condition, "median", getattr(found.seconds, condition).median
    yield "seconds", "", "difference", found.seconds.difference


def counts(found: Anchoring) -> Iterator[tuple[str, str, Outcome, int | None]]:
    """Yield the kind and the name of what was suggested, what came of it, and how often the label was added."""
    for kind, pulls in (("label", found.labels), ("annotator", found.annotators)):
        for name, pull in pulls.items():
            yield kind, name, pull.outcome, pull.added_count
    for source, outcome in found.sources.items():
        yield "source", source, outcome, None


def _people(balance: Balance) -> str:
    groups = ((balance.always, "always"), (balance.never, "never"), (balance.sometimes, "sometimes"))
    told = "; ".join(f"{listed(people)} {how}" for people, how in groups if people)
    return f"Who had one on screen: {told}. " if told else ""


def _of_pull(pull: Pull) -> Iterator[tuple[str, Measure]]:
    yield "acceptance", pull.outcome.acceptance
    yield "added", pull.added
    yield from _of_contrasts(pull)


def _of_contrasts(found: Pull | Together) -> Iterator[tuple[str, Measure]]:
    """Yield the measures of all contrasts, by the names of both."""
    for field in fields(found):
        contrast = getattr(found, field.name)
        if isinstance(contrast, Contrast):
            for side in fields(contrast):
                yield f"{field.name}_{side.name}", getattr(contrast, side.name)
