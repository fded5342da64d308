"""What is said of the pull of suggestions: in words, as tables, and on the page of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from labeling.agreement.anchoring.figures import Anchoring, Balance, Contrast, Pull, Taken
from labeling.agreement.figures import Measure
from labeling.reporting.words import listed

NOTHING_SHOWN = "Nobody has decided a sentence with a suggestion on screen yet, so there is no pull to measure."
_COUNTS = ("shown", "accepted", "taken", "overridden", "excluded")


def caveat(balance: Balance) -> str:
    """Return what the figures can’t tell, from who saw suggestions where."""
    said = (
        f"Of {balance.sentences:,} judged sentences that have a suggestion now, {balance.both:,} were decided by some "
        f"with one on screen and by others without; {balance.with_only:,} only with, {balance.without_only:,} only "
        "without."
    )
    return f"{said} {_people(balance)} {_REMEDY}"


_REMEDY = (
    "Suggestions are on screen where a lead or an annotator chose so, not at random: a difference may come from the "
    "sentences or from the people. To compare like with like, hand the same articles out to several people, some with "
    "suggestions and some without, as chance has it."
)


def _people(balance: Balance) -> str:
    always, never = listed(balance.always), listed(balance.never)
    both = listed(balance.sometimes)
    parts = [
        f"{always} always decided with them" if always else "",
        f"{never} never" if never and always else f"{never} never decided with them" if never else "",
        f"{both} sometimes" if both and (always or never) else f"{both} decided with and without them" if both else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told}." if told else ""


def measures(found: Anchoring) -> Iterator[tuple[str, str, str, Measure]]:
    """Yield kind and name of what each measure is of, its own name, and the measure."""
    for label, pull in found.labels.items():
        yield from (("label", label, name, each) for name, each in _of_pull(pull))
        yield from (("label", label, name, each) for name, each in contrasts(found.together[label]))
    for person, pull in found.annotators.items():
        yield from (("annotator", person, name, each) for name, each in _of_pull(pull))
    for source, taken in found.sources.items():
        yield "source", source, "acceptance", taken.acceptance
    for name in ("nearer", "farther"):
        yield "changed", "after their own judgment", name, getattr(found.changes, f"{name}_rate")
    for condition in ("shown", "not_shown", "accepted", "overridden"):
        yield "seconds", condition, "median", getattr(found.seconds, condition).median
    yield "seconds", "shown less not_shown", "difference", found.seconds.difference


def counts(found: Anchoring) -> Iterator[tuple[str, str, Taken, int | None]]:
    """Yield kind and name of what suggestions were shown for, what came of them, and how often a label was added."""
    for kind, pulls in (("label", found.labels), ("annotator", found.annotators)):
        for name, pull in pulls.items():
            yield kind, name, pull.taken, pull.added_count
    for source, taken in found.sources.items():
        yield "source", source, taken, None


def contrasts(found: object) -> Iterator[tuple[str, Measure]]:
    """Yield the measures of all contrasts among the fields, by name."""
    for field in fields(found):  # type: ignore[arg-type]
        contrast = getattr(found, field.name)
        if isinstance(contrast, Contrast):
            for side in fields(contrast):
                yield f"{field.name}_{side.name}", getattr(contrast, side.name)


def _of_pull(pull: Pull) -> Iterator[tuple[str, Measure]]:
    yield "acceptance", pull.taken.acceptance
    yield "added", pull.added
    yield from contrasts(pull)
