from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.figures import Interval, LabelAgreement, Measure, Why
from labeling.agreement.judged import read as as_arrays
from labeling.agreement.labels import by_label
from labeling.agreement.ratings import Ballot, Ratings
from tests.agreement import textbook
from tests.agreement.rated import Project, Row, agreement, units_of

ANNOTATORS = 4
VALUES = st.sampled_from((None, 0, 1))
SENTENCES = st.lists(st.tuples(*[VALUES] * ANNOTATORS), max_size=6)
PROJECTS: st.SearchStrategy[Project] = st.dictionaries(st.text("abc", min_size=1), SENTENCES, max_size=6)
SINGLE = st.tuples(st.integers(0, ANNOTATORS - 1), st.integers(0, 1)).map(
    lambda pair: tuple(pair[1] if place == pair[0] else None for place in range(ANNOTATORS))
)
EXAMPLE: Project = {"a": [(1, 1, 0), (1, 1, None), (0, 0, 0)], "b": [(0, None, 1), (1, None, None)]}


def measures(found: LabelAgreement) -> tuple[Measure, ...]:
    return tuple(getattr(found, field.name) for field in fields(found))


def values(found: LabelAgreement) -> list[float | None]:
    return [measure.value for measure in measures(found)]


def test_an_example_worked_out_by_hand() -> None:
    """Alpha: ten judgments of four sentences, five of each kind; disagreeing pairs weigh 4/2 + 2/1. 1 - 9 · 4 / 50."""
    found = agreement(EXAMPLE)
    given, percent = (2 / 3 + 1 + 0 + 1 / 2 + 1) / 5, (1 / 3 + 1 + 1 + 0) / 4
    chance = 2 * given * (1 - given)
    fleiss = (2 / 3 - 5 / 9) / (4 / 9)  # the first and third sentence of a: two of six judgments gave the label
    gwet = (percent - chance) / (1 - chance)
    expected = [given, percent, 4 / 7, 6 / 9, 1 - 9 * 4 / 50, fleiss, gwet]
    assert values(found) == pytest.approx(expected, rel=1e-14)
    assert [measure.sentences for measure in measures(found)] == [5, 4, 4, 4, 4, 2, 4]


@pytest.mark.parametrize(
    ("project", "wanted"),
    [
        ({}, (Why.NOBODY,) * 7),
        ({"a": [(None, None)]}, (Why.NOBODY,) * 7),
        ({"a": [(1, None)], "b": [(0, None)]}, ("", *(Why.ONE_ANNOTATOR,) * 6)),
        ({"a": [(1, None)], "b": [(None, 0)]}, ("", *(Why.NO_OVERLAP,) * 6)),
        ({"a": [(1, 1)], "b": [(1, 1)]}, ("", "", "", Why.ALWAYS_GIVEN, *(Why.ONE_CATEGORY,) * 3)),
        ({"a": [(0, 0)], "b": [(0, 0)]}, ("", "", Why.NEVER_GIVEN, "", *(Why.ONE_CATEGORY,) * 3)),
        ({"a": [(0, 0, None)], "b": [(None, 1, 1)]}, ("", "", "", "", "", Why.NOT_COMPLETE, "")),
    ],
)
def test_what_is_undefined_has_a_reason_and_no_value(project: Project, wanted: Sequence[str]) -> None:
    found = agreement(project, draws=0)
    assert tuple(measure.why.replace(Why.NO_DRAWS, "") for measure in measures(found)) == wanted
    assert [measure.value is None for measure in measures(found)] == [bool(why) for why in wanted]
    assert {measure.interval for measure in measures(found)} == {None}


def test_a_single_article_has_values_and_no_intervals() -> None:
    found = agreement({"a": [(1, 1), (0, 0), (0, 1)], "b": [(None, 1)]})
    assert found.prevalence.why == ""
    alone = agreement({"a": [(1, 1), (0, 0), (0, 1)]})
    assert [measure.why for measure in measures(alone)] == [Why.FEW_ARTICLES] * 7
    for measure in measures(found)[1:-1]:
        assert measure == Measure(measure.value, 3, why=Why.FEW_ARTICLES)
        assert measure.value is not None


def test_a_label_that_one_article_in_three_has_gets_no_interval() -> None:
    found = agreement({"a": [(1, 1), (0, 0)], "b": [(0, 0)], "c": [(0, 0)]}, draws=1000)
    positive, alpha = found.positive_agreement, found.krippendorff_alpha
    assert (positive.value, positive.low, positive.high, positive.why) == (1, None, None, Why.FEW_VALUES)
    assert positive.undefined_draws == pytest.approx(1000 * (2 / 3) ** 3, abs=60)
    assert alpha == positive  # in both, what is undefined is a draw without the first article
    assert found.negative_agreement == Measure(1, 4, Interval(1, 1))


def test_an_interval_says_how_many_draws_it_leaves_out() -> None:
    project = {name: [(1, 1)] if name in "abc" else [(0, 0)] for name in "abcdefghij"}
    positive = agreement(project, draws=1000).positive_agreement
    assert (positive.value, positive.low, positive.high, positive.why) == (1, 1, 1, "")
    assert 0 < positive.undefined_draws <= 50


def complete(project: Project) -> list[list[int]]:
    """The sentences that everybody judged who judged at all."""
    units = units_of(project)
    judged = {place for rows in project.values() for row in rows for place in range(len(row)) if row[place] is not None}
    return [unit for unit in units if len(unit) == len(judged) > 1]


@given(PROJECTS)
def test_values_are_those_of_the_textbook(project: Project) -> None:
    units = units_of(project)
    expected = [
        textbook.prevalence(units, 1),
        textbook.percent_agreement(units),
        textbook.specific_agreement(units, 1),
        textbook.specific_agreement(units, 0),
        textbook.alpha(units),
        textbook.fleiss_kappa(complete(project)),
        textbook.gwet_ac1(units, sorted({value for unit in units for value in unit})),
    ]
    found = values(agreement(project, draws=0))
    assert [value is None for value in found] == [value is None for value in expected]
    assert [value or 0 for value in found] == pytest.approx([value or 0 for value in expected], rel=1e-12, abs=1e-12)


@given(PROJECTS, st.integers(0, 2**64))
def test_every_figure_is_within_its_range_or_absent_with_a_reason(project: Project, seed: int) -> None:
    for place, measure in enumerate(measures(agreement(project, seed=seed))):
        lowest = 0 if place < 4 else -1
        figures = [figure for figure in (measure.value, measure.low, measure.high) if figure is not None]
        assert all(lowest <= figure <= 1 for figure in figures)
        assert (measure.low is None) == (measure.high is None) == bool(measure.why)
        assert measure.value is not None or not figures
        assert measure.low is None or measure.high is None or measure.low <= measure.high
        assert measure.interval_by == ("bca" if measure.bca else "percentile" if measure.percentile else "")


@given(PROJECTS, st.permutations(range(ANNOTATORS)), st.randoms(use_true_random=False))
def test_the_order_of_annotators_sentences_and_articles_changes_no_digit(
    project: Project, order: Sequence[int], choice: random.Random
) -> None:
    shuffled = [(name, [tuple(row[place] for place in order) for row in rows]) for name, rows in project.items()]
    choice.shuffle(shuffled)
    for _, rows in shuffled:
        choice.shuffle(rows)
    assert agreement(dict(shuffled)) == agreement(project)


@given(PROJECTS, st.dictionaries(st.text("abc", min_size=1), st.lists(SINGLE, max_size=4), max_size=4))
def test_sentences_that_one_annotator_judged_change_no_agreement(project: Project, more: Project) -> None:
    """Nor its interval. Only the reason may change: more people are seen to have judged.

    Fleiss' kappa is another matter, as fewer sentences are complete, and so is AC1, which has them in what is chance.
    """
    both = {name: [*project.get(name, ()), *more.get(name, ())] for name in [*project, *more]}
    for before, after in zip(measures(agreement(project))[1:5], measures(agreement(both))[1:5], strict=True):
        assert after == replace(before, why=after.why)
        assert after.value is None or after.why == before.why


def test_articles_that_nobody_has_judged_change_nothing() -> None:
    assert agreement({**EXAMPLE, "c": [(None, None, None)] * 9, "d": []}, 200) == agreement(EXAMPLE, 200)
    single: Project = {"a": [(1, None)], "b": [(0, None)], "c": [(1, None)]}
    assert agreement({**single, "0": [(None, None)], "d": []}, 200) == agreement(single, 200)


@given(st.lists(st.lists(st.integers(0, 1), min_size=1, max_size=5), min_size=1, max_size=5), st.integers(2, 4))
def test_alpha_of_perfect_agreement_is_one_where_both_were_said(said: list[list[int]], annotators: int) -> None:
    alpha = agreement(
        {str(n): [(value,) * annotators for value in row] for n, row in enumerate(said)}
    ).krippendorff_alpha
    both = {value for row in said for value in row} == {0, 1}
    assert (alpha.value, alpha.why == Why.ONE_CATEGORY) == ((1, False) if both else (None, True))


def test_the_seed_decides_the_interval_and_not_the_value() -> None:
    project = {str(n): [((n * k) % 2, (n + k) % 2) for k in range(1, 4)] for n in range(20)}
    one, same, other = (agreement(project, 200, seed) for seed in (1, 1, 2))
    assert one == same
    assert values(one) == values(other)
    assert one.krippendorff_alpha.percentile != other.krippendorff_alpha.percentile
    assert values(agreement(project, 1)) == values(agreement(project, 400))


def test_labels_that_were_judged_alike_have_the_same_figures() -> None:
    def ballots_of(row: Row) -> list[Ballot]:
        known = ("hedge", "other", "denial")
        return [Ballot(str(n), ("hedge", "denial") if v else ("other",), known) for n, v in enumerate(row)]

    ratings = Ratings(("hedge", "other", "denial"), ballots_of)
    for n in range(9):
        ratings.add(str(n), [(n % 2, n % 3 // 2), (1, n % 2)])
    found = by_label(as_arrays(ratings), draws=50)
    assert list(found) == ["hedge", "other", "denial"]
    assert found["hedge"] == found["denial"]
    assert found["hedge"].positive_agreement == found["other"].negative_agreement
    assert found["hedge"].krippendorff_alpha == found["other"].krippendorff_alpha


def test_digits_never_change_between_machines() -> None:
    """Datasets that were published name them."""
    found = agreement({str(n): [(n % 2, n % 3 // 2, 1), (1, n % 2, None)] for n in range(9)}, draws=100, seed=7)
    low, high = 0.5131944444444445, 0.8148148148148148
    assert found.prevalence == Measure(0.6574074074074073, 18, Interval(low, high), Interval(0.5277777777777778, high))
    low, high = -0.4251012145748987, -0.058229638009049796
    alpha = found.krippendorff_alpha
    assert (alpha.value, alpha.percentile) == (-0.23275862068965525, Interval(low, high))
    assert alpha.bca == Interval(-0.4079999999999999, -0.02320978656551364)


def test_without_labels_there_is_nothing_to_say() -> None:
    assert by_label(as_arrays(Ratings((), lambda _: ()))) == {}


def test_without_draws_there_are_values_and_no_intervals() -> None:
    for measure in measures(agreement(EXAMPLE, draws=0))[:5]:
        assert (measure.value is None, measure.interval, measure.why) == (False, None, Why.NO_DRAWS)
