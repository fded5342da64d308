"""The pull of suggestions, reckoned by hand."""

from __future__ import annotations

import pytest

from labeling.agreement.anchoring.figures import Anchoring
from labeling.agreement.anchoring.measuring import anchoring
from labeling.agreement.anchoring.tracing import answers_of as traced
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Why
from tests.agreement.anchoring.answered import Line, Said, answers_of

# Ines works with suggestions on screen, Tomás without; hedge is suggested for the first four sentences.
LINES = (
    Line("a", "h", {"Ines": Said("h", "h", 4.0, taken="h"), "Tomás": Said("", "", 8.0)}),
    Line("a", "h", {"Ines": Said("h", "h", 2.0), "Tomás": Said("h", "", 6.0)}),
    Line("b", "h", {"Ines": Said("hd", "h", 3.0), "Tomás": Said("", "", 7.0)}),
    Line("b", "h", {"Ines": Said("", "h", 9.0), "Tomás": Said("", "")}),
    Line("a", "", {"Ines": Said("h"), "Tomás": Said("d")}),
    Line("b", "", {"Ines": Said(""), "Tomás": Said("h")}),
)


@pytest.fixture(scope="module")
def found() -> Anchoring:
    return anchoring(answers_of(LINES), draws=200)


def test_what_was_shown_came_to_this(found: Anchoring) -> None:
    taken = found.labels["hedge"].outcome
    assert (taken.shown, taken.accepted, taken.by_enter, taken.overridden, taken.excluded) == (4, 3, 1, 1, 0)
    assert taken.acceptance.value == 3 / 4
    assert taken.acceptance.interval is not None
    assert (found.answers, found.shown) == (12, 4)


def test_the_label_is_given_more_often_where_it_was_shown(found: Anchoring) -> None:
    contrast = found.labels["hedge"].suggested
    assert (contrast.shown.value, contrast.not_shown.value) == (3 / 4, 1 / 4)
    assert contrast.difference.value == 1 / 2
    assert (contrast.shown.sentences, contrast.not_shown.sentences, contrast.difference.sentences) == (4, 4, 8)
    # Both articles: 2 of 2 and 1 of 2, 1 of 2 and 0 of 2. Every draw has the difference of one half.
    assert contrast.difference.percentile == (1 / 2, 1 / 2)


def test_where_it_is_not_suggested_who_works_with_suggestions_is_compared(found: Anchoring) -> None:
    check = found.labels["hedge"].not_suggested
    assert (check.shown.value, check.not_shown.value, check.difference.value) == (1 / 2, 1 / 2, 0)
    denial = found.labels["denial"].not_suggested
    assert (denial.shown.value, denial.not_shown.value) == (1 / 6, 1 / 6)


def test_labels_that_were_added_to_what_was_shown(found: Anchoring) -> None:
    denial = found.labels["denial"]
    assert (denial.added_count, denial.added.value, denial.added.sentences) == (1, 1 / 4, 4)
    assert found.labels["hedge"].added.why == Why.NOTHING_ELSE_SHOWN
    assert denial.outcome.acceptance.why == Why.NEVER_SHOWN
    assert denial.suggested.difference.why == Why.NOT_SUGGESTED


def test_annotators_have_the_figures_of_all_their_labels(found: Anchoring) -> None:
    ines, tomas = found.annotators["Ines"], found.annotators["Tomás"]
    assert (ines.outcome.accepted, ines.outcome.overridden, ines.added_count) == (3, 1, 1)
    assert ines.suggested.shown.value == 3 / 4
    assert ines.suggested.difference.why == Why.ALWAYS_SHOWN
    assert tomas.outcome.acceptance.why == Why.NEVER_SHOWN
    assert tomas.suggested.not_shown.value == 1 / 4


def test_times_are_of_sentences_that_have_a_suggestion(found: Anchoring) -> None:
    seconds = found.seconds
    assert (seconds.shown.median.value, seconds.shown.lower, seconds.shown.upper) == (3.5, 2.5, 6.5)
    assert (seconds.not_shown.median.value, seconds.not_shown.unmeasured) == (7.0, 1)
    assert seconds.difference.value == -3.5
    assert (seconds.accepted.median.value, seconds.overridden.median.value) == (3.0, 9.0)


def test_who_saw_what_is_counted(found: Anchoring) -> None:
    balance = found.balance
    assert (balance.with_only, balance.without_only, balance.both, balance.sentences) == (0, 0, 4, 4)
    assert (balance.always, balance.never, balance.sometimes) == (("Ines",), ("Tomás",), ())


def test_pairs_who_both_saw_it_are_told_from_those_who_both_did_not() -> None:
    saw, did_not = Said("h", "h"), Said("h")
    lines = [
        Line("a", "h", {"A": saw, "B": saw, "C": did_not, "D": Said("")}),
        Line("a", "h", {"A": saw, "B": Said("", "h"), "C": did_not, "D": did_not}),
        Line("b", "h", {"A": saw, "B": saw, "C": Said(""), "D": Said("")}),
        Line("b", "", {"A": did_not, "B": Said("")}),
        Line("b", "h", {"A": saw, "C": did_not}),
    ]
    together = anchoring(answers_of(lines), draws=0).together["hedge"]
    assert (together.pairs_shown, together.pairs_not_shown, together.pairs_mixed) == (3, 3, 13)
    percent, alpha = together.percent_agreement, together.krippendorff_alpha
    assert (percent.shown.value, percent.not_shown.value, percent.difference.value) == (2 / 3, 2 / 3, 0)
    # 1 - (n - 1) · Do / (n² - n1² - n0²), of six answers each: five of them and three of them give the label.
    assert alpha.shown.value == pytest.approx(1 - 5 * 2 / (36 - 25 - 1))
    assert alpha.not_shown.value == pytest.approx(1 - 5 * 2 / (36 - 9 - 9))
    assert percent.shown.sentences == 3


def test_what_is_no_longer_suggested_is_compared_with_nothing() -> None:
    lines = [Line("a", "", {"A": Said("h", "h"), "B": Said("")}), Line("a", "h", {"A": Said("", "h"), "B": Said("h")})]
    hedge = anchoring(answers_of(lines), draws=0).labels["hedge"]
    assert hedge.outcome.shown == 2
    assert (hedge.suggested.shown.sentences, hedge.suggested.shown.value) == (1, 0.0)
    assert (hedge.not_suggested.shown.why, hedge.not_suggested.not_shown.sentences) == (Why.NOBODY_WITH, 1)


def test_who_had_nothing_to_see_works_neither_with_nor_without() -> None:
    lines = [
        Line("a", "h", {"A": Said("", "h"), "B": Said("")}),
        Line("a", "", {"A": Said(""), "B": Said("h")}),
        Line("b", "", {"A": Said("h"), "B": Said("")}),
    ]
    check = anchoring(answers_of(lines), draws=0).labels["hedge"].not_suggested
    assert (check.shown.sentences, check.shown.value) == (1, 0.0)
    assert (check.not_shown.sentences, check.not_shown.value) == (1, 1.0)


def test_who_excludes_takes_time_but_overrides_nothing() -> None:
    lines = [Line("a", "h", {"A": Said("x", "h", 9.0), "B": Said("", "h", 3.0), "C": Said("h", "h", 4.0)})]
    seconds = anchoring(answers_of(lines), draws=0).seconds
    assert (seconds.shown.median.value, seconds.shown.median.sentences) == (4.0, 3)
    assert (seconds.overridden.median.value, seconds.accepted.median.value) == (3.0, 4.0)


def test_a_difference_has_no_interval_where_one_side_has_none() -> None:
    lines = [Line("a", "h", {"A": Said("h", "h"), "B": Said("h", "h")}), Line("b", "h", {"A": Said("", "h")})]
    found = anchoring(answers_of([*lines, Line("c", "h", {"A": Said(""), "B": Said("")})]), draws=50)
    pulled = found.labels["hedge"].suggested
    assert pulled.shown.interval is not None
    assert (pulled.not_shown.why, pulled.difference.why) == (Why.FEW_ARTICLES, Why.FEW_ARTICLES)
    assert pulled.difference.value == 2 / 3
    assert pulled.difference.interval is None


def test_times_are_rounded_to_what_a_person_works_to() -> None:
    def median(seconds: float) -> float | None:
        found = anchoring(answers_of([Line("a", "h", {"A": Said("h", "h", seconds)})]), draws=0)
        return found.seconds.shown.median.value

    assert [median(each) for each in (4.44, 10.2, 61.0, 4000.0)] == [4.4, 10.0, 60.0, 600.0]


def test_pairs_that_never_met_have_a_reason() -> None:
    shown = anchoring(answers_of([Line("a", "h", {"A": Said("h", "h"), "B": Said("h", "h")})]), draws=0)
    percent, alpha = shown.together["hedge"].percent_agreement, shown.together["hedge"].krippendorff_alpha
    assert (percent.shown.value, percent.not_shown.why, percent.difference.why) == (
        1.0,
        Why.NO_PAIR_WITHOUT,
        Why.NO_PAIR_WITHOUT,
    )
    assert alpha.shown.why == Why.SAME_ANSWERS
    assert shown.together["denial"].percent_agreement.shown.why == Why.NO_PAIR_WITH


def test_answers_that_were_changed_come_nearer_or_farther() -> None:
    lines = [
        Line("a", "h", {"A": Said("", seen="h", then="h"), "B": Said("hd", seen="h", then="h")}),
        Line("a", "h", {"A": Said("h", seen="h", then=""), "B": Said("h", seen="h", then="hd")}),
        Line("b", "h", {"A": Said("d", seen="hd", then="h"), "B": Said("")}),
        Line("b", "", {"A": Said("")}),
    ]
    answers = answers_of(lines)
    changes = anchoring(answers, draws=0).changes
    assert (changes.decided, changes.nearer, changes.farther, changes.neither) == (6, 2, 2, 1)
    assert (changes.nearer_rate.value, changes.farther_rate.value) == (2 / 6, 2 / 6)
    assert [bool(each) for each in traced(answers, Behind(Count.NEARER))] == [True, True] + [False] * 5
    assert traced(answers, Behind(Count.FARTHER)).sum() == 2
    assert traced(answers, Behind(Count.ELSEWHERE)).sum() == 1


def test_who_excludes_a_sentence_says_nothing_of_its_labels() -> None:
    answers = answers_of([Line("a", "h", {"A": Said("x", "h"), "B": Said("h", "h")})])
    taken = anchoring(answers, draws=0).labels["hedge"].outcome
    assert (taken.shown, taken.accepted, taken.overridden, taken.excluded) == (2, 1, 0, 1)
    assert not traced(answers, Behind(Count.OVERRIDDEN, "hedge")).any()


def test_who_was_not_asked_for_a_label_has_not_left_it_out() -> None:
    found = anchoring(answers_of([Line("a", "hd", {"A": Said("h", "h", known="h")})]), draws=0)
    assert found.labels["denial"].suggested.not_shown.why == Why.NOT_SUGGESTED


def test_sources_are_told_apart() -> None:
    lines = [
        Line("a", "h", {"A": Said("h", "h"), "B": Said("h", "h", source="model")}),
        Line("b", "h", {"A": Said("", "h"), "B": Said("h", "h", taken="h", source="model")}),
    ]
    answers = answers_of(lines)
    sources = anchoring(answers, draws=0).sources
    assert {name: (each.accepted, each.overridden, each.by_enter) for name, each in sources.items()} == {
        "cues": (1, 1, 0),
        "model": (2, 0, 1),
    }
    assert traced(answers, Behind(Count.ACCEPTED, source="model")).sum() == 2


def test_figures_lead_to_their_answers() -> None:
    answers = answers_of(LINES)
    assert traced(answers, Behind(Count.ACCEPTED, "hedge")).sum() == 3
    assert answers.sentences[traced(answers, Behind(Count.OVERRIDDEN, "hedge", "Ines"))].tolist() == [3]
    assert answers.sentences[traced(answers, Behind(Count.ADDED, "denial"))].tolist() == [2]
    assert traced(answers, Behind(Count.ACCEPTED, a="Tomás")).sum() == 0
    with pytest.raises(KeyError):
        traced(answers, Behind(Count.DIFFERENT, "hedge"))
