"""The pull of suggestions, as `agreement` prints it."""

from __future__ import annotations

from collections.abc import Iterator

from labeling.agreement.anchoring.figures import Anchoring
from labeling.cli.measures import in_words
from labeling.reporting.suggestions import caveat, counts, measures

_NAMES = {
    "acceptance": "accepted, of those shown",
    "added": "given where only others are on screen",
    "suggested_shown": "given where suggested, on screen",
    "suggested_not_shown": "given where suggested, not on screen",
    "suggested_difference": "  difference",
    "not_suggested_shown": "given elsewhere, who has suggestions",
    "not_suggested_not_shown": "given elsewhere, who has none",
    "not_suggested_difference": "  difference",
    "percent_agreement_shown": "percent agreement, both saw it",
    "percent_agreement_not_shown": "percent agreement, neither saw it",
    "percent_agreement_difference": "  difference",
    "krippendorff_alpha_shown": "krippendorff alpha, all saw it",
    "krippendorff_alpha_not_shown": "krippendorff alpha, none saw it",
    "krippendorff_alpha_difference": "  difference",
    "nearer": "changed towards it",
    "farther": "changed away from it",
    "median": "median",
    "difference": "something less nothing on screen",
}


def lines(found: Anchoring) -> Iterator[str]:
    """Yield the figures for people."""
    yield "pull of suggestions, on first answers"
    yield f"  {found.shown} of {found.answers} answers were given with a suggestion on screen"
    for kind, name, outcome, added in counts(found):
        more = "" if added is None else f", added {added}"
        yield (
            f"  {kind} {name}: shown {outcome.shown}, accepted {outcome.accepted} ({outcome.by_enter} with Enter), "
            f"overridden {outcome.overridden}, excluded {outcome.excluded}{more}"
        )
    changes = found.changes
    yield (
        f"  changed with a suggestion on screen, of {changes.decided} decided without: {changes.nearer} towards it, "
        f"{changes.farther} away from it, {changes.neither} neither"
    )
    yield f"  {caveat(found.balance)}"
    yield from _figures(found)


def _figures(found: Anchoring) -> Iterator[str]:
    of = ("", "")
    for kind, name, figure, measure in measures(found):
        if (kind, name) != of:
            of = kind, name
            yield ""
            yield f"suggestions: {' '.join(of).strip()}"
        counted = "sentences" if _is_of_pairs(figure) else "answers"
        yield f"  {_NAMES[figure]:42} {in_words(measure, counted)}"


def _is_of_pairs(figure: str) -> bool:
    return figure.startswith(("percent_agreement", "krippendorff_alpha"))
