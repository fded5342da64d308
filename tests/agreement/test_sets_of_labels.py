from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.annotators import annotator_figures
from labeling.agreement.confusion import confusions
from labeling.agreement.figures import SetAgreement, Why
from labeling.agreement.judged import read
from labeling.agreement.overall import agreement
from labeling.agreement.ratings import Ballot, Ratings
from labeling.agreement.sets import masi_distance
from tests.agreement import textbook

LABELS = ("a", "b", "c", "d")
SETS = st.frozensets(st.sampled_from(LABELS), max_size=4)
UNITS = st.lists(st.lists(st.none() | SETS, min_size=3, max_size=3).map(tuple), max_size=8)
Unit = tuple[frozenset[str] | None, ...]


def sets_of(articles: Iterable[Sequence[Unit]], draws: int = 0) -> SetAgreement:
    def ballots(unit: Unit) -> list[Ballot]:
        return [Ballot(str(place), said, LABELS) for place, said in enumerate(unit) if said is not None]

    ratings = Ratings(LABELS, ballots)
    for number, units in enumerate(articles):
        ratings.add(str(number), units)
    return agreement(read(ratings), draws).sets


def said(units: Sequence[Unit]) -> list[list[frozenset[str]]]:
    return [[one for one in unit if one is not None] for unit in units]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", Fraction(0)),
        ("ab", "ba", Fraction(0)),
        ("", "a", Fraction(1)),
        ("a", "b", Fraction(1)),
        ("a", "ab", 1 - Fraction(1, 2) * Fraction(2, 3)),
        ("ab", "abcd", 1 - Fraction(2, 4) * Fraction(2, 3)),
        ("ab", "bc", 1 - Fraction(1, 3) * Fraction(1, 3)),
        ("abc", "bcd", 1 - Fraction(2, 4) * Fraction(1, 3)),
    ],
)
def test_distances_are_those_of_passonneau(one: str, other: str, expected: Fraction) -> None:
    assert masi_distance(one, other) == masi_distance(other, one) == expected


def test_distances_are_those_of_nltk() -> None:
    """NLTK can't tell how far two empty sets are apart."""
    nltk = pytest.importorskip("nltk.metrics")
    sets = [set(chosen) for size in range(1, 5) for chosen in combinations(LABELS, size)]
    for one, other in product(sets, sets):
        assert float(masi_distance(one, other)) == pytest.approx(nltk.masi_distance(one, other), abs=1e-12)


@given(UNITS)
def test_alpha_is_that_of_the_textbook(units: list[Unit]) -> None:
    found = sets_of([units]).krippendorff_alpha_masi
    expected = textbook.alpha_of_distances(said(units), masi_distance)
    assert (found.value is None) == (expected is None) == (found.why not in {Why.NO_DRAWS, Why.FEW_ARTICLES})
    assert (found.value or 0) == pytest.approx(expected or 0, abs=1e-12)


@given(UNITS)
def test_exact_match_is_percent_agreement_on_the_sets(units: list[Unit]) -> None:
    found, expected = sets_of([units]).exact_match, textbook.percent_agreement(said(units))
    assert (found.value or 0, found.value is None) == pytest.approx((expected or 0, expected is None), abs=1e-12)
    assert found.sentences == sum(len(unit) > 1 for unit in said(units))


def test_intervals_are_of_articles() -> None:
    pairs = [tuple(map(frozenset, pair)) for pair in combinations(("", "a", "ab", "bc", "d", "a"), 2)]
    found = sets_of([[pair, pairs[place // 2]] for place, pair in enumerate(pairs)], draws=500)
    for measure in (found.krippendorff_alpha_masi, found.exact_match):
        assert measure.bca is not None
        assert measure.percentile is not None
        assert measure.bca.low < (measure.value or 0) < measure.bca.high


def test_nobody_differs_where_all_gave_the_same_set() -> None:
    units: list[Unit] = [(frozenset(), frozenset(), None)] * 3
    found = sets_of([units, units])
    assert (found.krippendorff_alpha_masi.value, found.krippendorff_alpha_masi.why) == (None, Why.ONE_CATEGORY)
    assert found.exact_match.value == 1


def test_sets_hold_the_labels_that_everyone_was_asked_for() -> None:
    def ballots(versions: tuple[tuple[str, str], ...]) -> list[Ballot]:
        return [Ballot(str(place), given, known) for place, (given, known) in enumerate(versions)]

    ratings = Ratings(("a", "b", "c"), ballots)
    ratings.add("one", [(("ab", "abc"), ("b", "bc")), (("a", "abc"), ("c", "bc"))])
    found = agreement(read(ratings), 0).sets
    assert found.labels == ("b", "c")
    assert (found.exact_match.value, found.exact_match.sentences) == (0.5, 2)


def test_who_excludes_gives_no_set() -> None:
    def ballots(_: int) -> list[Ballot]:
        return [Ballot("0", ("a",), LABELS), Ballot("1", (), LABELS, excluded=True), Ballot("2", ("a",), LABELS)]

    ratings = Ratings(LABELS, ballots)
    ratings.add("one", [1])
    found = agreement(read(ratings), 0)
    assert (found.sets.exact_match.value, found.sets.exact_match.sentences) == (1, 1)
    assert found.excluded.percent_agreement.value == pytest.approx(1 / 3)
    assert found.excluded.prevalence.value == pytest.approx(1 / 3)


@given(UNITS, UNITS, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_sentences_changes_no_digit(
    first: list[Unit], second: list[Unit], choice: random.Random
) -> None:
    articles = {"one": list(first), "other": list(second)}
    expected = whole(articles)
    shuffled = list(articles.items())
    choice.shuffle(shuffled)
    for _, units in shuffled:
        choice.shuffle(units)
    assert whole(dict(shuffled)) == expected


def whole(articles: Mapping[str, Sequence[Unit]]) -> tuple[object, ...]:
    """All figures, of annotators too."""

    def ballots(unit: Unit) -> list[Ballot]:
        return [
            Ballot(str(place), said, LABELS, excluded=said == set(LABELS))
            for place, said in enumerate(unit)
            if said is not None
        ]

    ratings = Ratings(LABELS, ballots, lambda unit: next(iter(ballots(unit)), None))
    for name, units in articles.items():
        ratings.add(name, units)
    judged = read(ratings)
    return agreement(judged, 20), annotator_figures(judged, 20), confusions(judged)
