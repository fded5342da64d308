"""The pull of suggestions on the page of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.agreement.anchoring.figures import Anchoring, Contrast, Outcome, Pace, Pull
from labeling.agreement.figures import Measure
from labeling.reporting import words
from labeling.reporting.cells import figure, missing, rate, reasoned
from labeling.reporting.drawings import Axis, axis_of_differences, interval, scale
from labeling.reporting.html import Cell, Markup, heading, paragraph, table, whole
from labeling.reporting.overview import Overview
from labeling.reporting.suggestions import CONDITIONS, NOTHING_SHOWN, caveat


def on_suggestions(overview: Overview) -> Iterator[str]:
    """Yield the part on suggestions: one sentence where none was ever on screen, nothing where none was computed."""
    found = overview.anchoring
    if found is None:
        return
    yield heading("Suggestions")
    if not found.says_something:
        yield paragraph(NOTHING_SHOWN)
        return
    yield paragraph(
        f"{found.shown:,} of {found.answers:,} first answers were given with a suggestion on screen. "
        "A first answer is what somebody said of a sentence before they went on to another one."
    )
    yield paragraph(caveat(found.balance))
    yield from _pull(overview, found)
    yield from _outcomes(overview, found)
    yield from _together(overview, found)
    yield from _seconds(found)


def _pull(overview: Overview, found: Anchoring) -> Iterator[str]:
    pulls = [*found.labels.values(), *found.annotators.values()]
    axis = axis_of_differences([pull.suggested.difference for pull in pulls])
    yield heading("How often a label is given where it is suggested", 3)
    yield paragraph(
        "With the suggestion on screen and without, on the sentences that have it now; differences are in percentage "
        "points.",
        "small",
    )
    labels = {overview.name_of(label): pull for label, pull in found.labels.items()}
    heads: list[Cell] = ["With it", "Without it", "Difference", Markup(scale(axis))]
    for kind, of_kind in (("Label", labels), ("Annotator", found.annotators)):
        yield table([kind, *heads], [[whole(name), *_pulled(pull, axis)] for name, pull in of_kind.items()])
    yield heading("The same where it is not suggested, as a check", 3)
    yield paragraph("Of people who work with suggestions in the article, and of people who work without.", "small")
    checks = [
        [whole(name), *_rates(pull.not_suggested), _points(pull.not_suggested.difference)]
        for name, pull in labels.items()
    ]
    yield table(["Label", "With suggestions", "Without", "Difference"], checks)


def _pulled(pull: Pull, axis: Axis) -> list[Cell]:
    difference = pull.suggested.difference
    drawn: Cell = words.in_short(difference.why) if difference.value is None else Markup(interval(difference, axis))
    return [*_rates(pull.suggested), _points(difference), drawn]


def _rates(contrast: Contrast) -> list[Cell]:
    return [_share(contrast.shown), _share(contrast.not_shown)]


def _outcomes(overview: Overview, found: Anchoring) -> Iterator[str]:
    rows = [
        [whole(overview.name_of(label)), *_came_to(pull.outcome), _share(pull.added)]
        for label, pull in found.labels.items()
    ]
    rows += [[f"Suggested by {source}", *_came_to(outcome), ""] for source, outcome in found.sources.items()]
    yield heading("What came of suggestions on screen", 3)
    yield table(
        ["Label", "Shown", "Accepted", "with Enter", "Overridden", "Excluded", "Share accepted", "Given unsuggested"],
        rows,
        numbers=(1, 2, 3, 4, 5),
    )
    changes = found.changes
    yield paragraph(
        f"Of {changes.decided:,} answers given with nothing on screen, {changes.nearer:,} were later changed towards a "
        f"suggestion on screen ({words.percent(changes.nearer_rate.value)}), {changes.farther:,} away from it "
        f"({words.percent(changes.farther_rate.value)})."
    )


def _came_to(outcome: Outcome) -> list[Cell]:
    counts = (outcome.shown, outcome.accepted, outcome.by_enter, outcome.overridden, outcome.excluded)
    return [*(f"{number:,}" for number in counts), _share(outcome.acceptance)]


def _together(overview: Overview, found: Anchoring) -> Iterator[str]:
    yield heading("Agreement of pairs who both saw the suggestion, and who both did not", 3)
    rows: list[Sequence[Cell]] = []
    for label, each in found.together.items():
        alpha, same = each.krippendorff_alpha, each.percent_agreement
        pairs = (each.pairs_shown, each.pairs_not_shown, each.pairs_mixed)
        rows.append(
            [
                whole(overview.name_of(label)),
                reasoned(alpha.shown),
                reasoned(alpha.not_shown),
                *_rates(same),
                *(f"{number:,}" for number in pairs),
            ]
        )
    heads = ["Label", "α with it", "α without", "Same answer with it", "without", "Pairs with it", "without", "mixed"]
    yield table(heads, rows, numbers=(5, 6, 7))


def _seconds(found: Anchoring) -> Iterator[str]:
    yield heading("Seconds an answer takes", 3)
    yield paragraph("Of sentences that have a suggestion now.", "small")
    rows: list[list[Cell]] = [
        [name, *_timed(getattr(found.seconds, condition))] for condition, name in CONDITIONS.items()
    ]
    difference = found.seconds.difference
    shown = words.seconds_more(difference.value), words.seconds_more_between(difference.interval)
    cell = missing(difference) if difference.value is None else figure(*shown)
    rows.append(["Difference of the first two", cell, "", "", ""])
    yield table(["", "Median", "Quartiles", "Answers", "Not measured"], rows, numbers=(3, 4))


def _timed(pace: Pace) -> list[Cell]:
    median = pace.median
    between = words.seconds_between(median.low, median.high)
    shown = missing(median) if median.value is None else figure(words.seconds(median.value), between)
    quartiles = words.seconds_between(pace.lower, pace.upper) or words.NONE
    return [shown, quartiles, f"{median.sentences:,}", f"{pace.unmeasured:,}"]


def _share(measure: Measure) -> Cell:
    return missing(measure) if measure.value is None else rate(measure)


def _points(measure: Measure) -> Cell:
    between = words.points_between(measure.interval)
    return words.NONE if measure.value is None else figure(words.points(measure.value), between)
