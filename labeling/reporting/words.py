"""How figures are written for people, and as programs read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from labeling.agreement.figures import Interval, Measure, Why

NONE = "–"
MINUS = "−"

_IN_SHORT: Mapping[str, str] = {
    Why.NOBODY: "nobody has judged for it",
    Why.ONE_ANNOTATOR: "only one annotator has judged for it",
    Why.NO_OVERLAP: "no sentence has two judgments for it",
    Why.NOT_COMPLETE: "no sentence was judged by all",
    Why.NOT_BOTH: "they have no sentence in common",
    Why.NO_MAJORITY: "the others never have a majority",
    Why.NOT_SETTLED: "nothing of it is settled",
    Why.NOT_ASKED: "has judged nothing for it",
    Why.NEVER_GIVEN: "nobody gave the label",
    Why.ALWAYS_GIVEN: "everybody gave it everywhere",
    Why.NOT_BY_ANNOTATOR: "never gave the label there",
    Why.NOT_BY_OTHER: "it is on none of these sentences",
    Why.ONE_CATEGORY: "undefined: all judgments are the same",
    Why.ONE_CATEGORY_OF_BOTH: "undefined: both say the same everywhere",
    Why.NOTHING_SHOWN: "no suggestion was on screen",
    Why.NEVER_SHOWN: "never on screen",
    Why.NOTHING_ELSE_SHOWN: "no other was on screen",
    Why.NOT_SUGGESTED: "suggested for nothing that was judged",
    Why.ALWAYS_SHOWN: "always on screen",
    Why.NOT_SHOWN_THERE: "not on screen there",
    Why.NOBODY_WITH: "nobody works with suggestions there",
    Why.NOBODY_WITHOUT: "nobody works without suggestions there",
    Why.NO_PAIR_WITH: "no two saw it on one sentence",
    Why.NO_PAIR_WITHOUT: "no two decided one without it",
    Why.SAME_ANSWERS: "undefined: all answers are the same",
    Why.NOTHING_ACCEPTED: "nothing was accepted",
    Why.NOTHING_OVERRIDDEN: "nothing was overridden",
    Why.NO_TIME: "no time was measured",
    Why.NOBODY_BEFORE: "nobody did",
    Why.FEW_ARTICLES: "no interval: all in one article",
    Why.FEW_VALUES: "no interval: too few articles",
    Why.NO_DRAWS: "no interval: no draws asked for",
}


def in_short(why: str) -> str:
    """Return in a few words why a measure has no value, or no interval."""
    return _IN_SHORT.get(why, why)


def coefficient(value: float | None) -> str:
    """Return “0.52”, “−0.08”; a dash where there is no value."""
    return NONE if value is None else _with_minus(f"{value:.2f}")


def percent(value: float | None) -> str:
    """Return “12.0 %” of 0.12; a dash where there is no value."""
    return NONE if value is None else f"{100 * value:.1f} %"


def percents(interval: Interval | None) -> str:
    """Return “9.1–15.3” of a share; empty without an interval."""
    return "" if interval is None else f"{100 * interval.low:.1f}–{100 * interval.high:.1f}"


def points(value: float | None) -> str:
    """Return “+15.3”, “−2.0” of a difference of shares, in percentage points; a dash where there is no value."""
    return NONE if value is None else _with_minus(_signed(100 * value))


def points_between(interval: Interval | None) -> str:
    """Return “+12.1 to +18.0”; empty without an interval."""
    return "" if interval is None else f"{points(interval.low)} to {points(interval.high)}"


def seconds(value: float | None) -> str:
    """Return “4.5 s”; a dash where there is no value."""
    return NONE if value is None else f"{value:.1f} s"


def seconds_between(low: float | None, high: float | None) -> str:
    """Return “4.4–4.6”; empty where either is missing."""
    return "" if low is None or high is None else f"{low:.1f}–{high:.1f}"


def seconds_more(value: float | None) -> str:
    """Return “+1.5 s”, “−0.8 s” of a difference; a dash where there is no value."""
    return NONE if value is None else f"{_with_minus(_signed(value))} s"


def seconds_more_between(interval: Interval | None) -> str:
    """Return “−1.2 to +0.3”; empty without an interval."""
    return "" if interval is None else " to ".join(_with_minus(_signed(each)) for each in interval)


def between(interval: Interval | None) -> str:
    """Return “0.40–0.63”; “−0.10 to 0.12” where a dash would be taken for a minus; empty without an interval."""
    if interval is None:
        return ""
    low, high = coefficient(interval.low), coefficient(interval.high)
    return f"{low} to {high}" if MINUS in low + high else f"{low}–{high}"


def spoken(measure: Measure) -> str:
    """Return “0.52, 0.40 to 0.63” as a screen reader says it, or why there is no value."""
    if measure.value is None:
        return f"undefined: {measure.why}"
    value = coefficient(measure.value)
    if measure.interval is None:
        return f"{value}, {measure.why}" if measure.why else value
    return f"{value}, {coefficient(measure.interval.low)} to {coefficient(measure.interval.high)}"


def exact(value: float | None) -> str:
    """Return a value as programs read it, with six decimals; empty where there is none."""
    return "" if value is None else f"{value:.6f}"


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return “Ines, Tomas and Wren”; “20 annotators” where there are more than `most`."""
    if len(names) > most:
        return f"{len(names)} annotators"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def about_intervals(draws: int, seed: int, made_by: frozenset[str]) -> str:
    """Return how the intervals were drawn. `made_by` are the kinds that occur, of `bca` and `percentile`."""
    if not draws:
        return "No intervals were asked for."
    kind = {
        frozenset({"bca"}): "BCa",
        frozenset({"percentile"}): "percentile",
        frozenset({"bca", "percentile"}): "BCa where it is defined, else percentile",
    }.get(made_by)
    if kind is None:
        return f"No interval could be drawn ({draws:,} draws of whole articles, seed {seed})."
    return f"Intervals are 95 %, {draws:,} draws of whole articles, seed {seed}, {kind}."


def _signed(value: float) -> str:
    figure = f"{value:+.1f}"
    return figure if float(figure) else figure[1:]


def _with_minus(figure: str) -> str:
    return "0.00" if figure == "-0.00" else figure.replace("-", MINUS)
