"""What is said of the pull of suggestions. All figures are of first answers.

A measure’s `sentences` are answers here: a sentence that two annotators judged counts twice. In `Together` alone they
are sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from labeling.agreement.figures import Measure


@dataclass(frozen=True, slots=True)
class Contrast:
    """A figure with the suggestion on screen, without it, and by how much the first is above the second."""

    shown: Measure
    not_shown: Measure
    difference: Measure


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of suggestions that were shown.

    `accepted` were given, of these some `by_enter`; `overridden` were not given. Who excluded the sentence has said
    nothing of its labels: those suggestions are `excluded`. `acceptance` is accepted of accepted and overridden ones.
    """

    shown: int
    accepted: int
    by_enter: int
    overridden: int
    excluded: int
    acceptance: Measure


@dataclass(frozen=True, slots=True)
class Pull:
    """The pull on one label, or on all labels of one annotator.

    `suggested` contrasts the rates at which the label is given to sentences for which it is suggested now, with it on
    screen and without. `not_suggested` contrasts, as a check, those on sentences for which it is not suggested now and
    was not shown, between annotators who worked with suggestions in that article and those who worked without. `added`
    is the rate at which the label was given where others were shown and it was not, `added_count` how often.
    """

    outcome: Outcome
    suggested: Contrast
    not_suggested: Contrast
    added: Measure
    added_count: int


@dataclass(frozen=True, slots=True)
class Together:
    """How far pairs agree on a label, on sentences for which it is suggested now.

    `shown` has the suggestion on the screens of both of a pair, `not_shown` on none. `pairs`, `pairs_not_shown` are how
    many there are, and `pairs_mixed` those of which one saw it and the other did not.
    """

    percent_agreement: Contrast
    krippendorff_alpha: Contrast
    pairs_shown: int
    pairs_not_shown: int
    pairs_mixed: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What annotators did who had decided with nothing on screen.

    Of the `decided` answers to sentences for which something is suggested now, so many were changed with suggestions on
    screen so that they came nearer to these, farther from them, or neither.
    """

    decided: int
    nearer: int
    farther: int
    neither: int
    nearer_rate: Measure
    farther_rate: Measure


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds an answer took: median with interval, lower and upper quartile, and how many have no time."""

    median: Measure
    lower: float | None
    upper: float | None
    unmeasured: int


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long answers took to sentences for which something is suggested now.

    `shown` and `not_shown`: with anything on screen, and with nothing; `difference` is of their medians. Of the former,
    `accepted` gave all that was shown, `overridden` left something out.
    """

    shown: Pace
    not_shown: Pace
    difference: Measure
    accepted: Pace
    overridden: Pace


@dataclass(frozen=True, slots=True)
class Balance:
    """Who decided with suggestions on screen, of sentences for which something is suggested now.

    So many `sentences` were decided `with_only`, `without_only`, or by some with and by others without (`both`).
    Annotators `always`, `never` or `sometimes` had them on screen.
    """

    with_only: int
    without_only: int
    both: int
    always: tuple[str, ...]
    never: tuple[str, ...]
    sometimes: tuple[str, ...]

    @property
    def sentences(self) -> int:
        return self.with_only + self.without_only + self.both


@dataclass(frozen=True, slots=True)
class Anchoring:
    """All that is said of it: by label, by annotator and by source of the suggestions.

    `answers` is how many first answers there are, `shown` how many of them were given with something on screen.
    """

    answers: int
    shown: int
    labels: Mapping[str, Pull]
    together: Mapping[str, Together]
    annotators: Mapping[str, Pull]
    sources: Mapping[str, Outcome]
    changes: Changes
    seconds: Seconds
    balance: Balance

    @property
    def says_something(self) -> bool:
        """Whether anything was on screen when somebody decided."""
        return self.shown > 0 or self.changes.nearer + self.changes.farther + self.changes.neither > 0
