from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.coefficients import cohen_kappa, observed_agreement
from labeling.agreement.figures import Crossed, Interval, Why
from labeling.agreement.judged import GIVEN, MISSING, WITHOUT, Floats, read
from labeling.agreement.overall import agreement
from labeling.agreement.pairs import majority_of_rest
from tests.agreement import textbook
from tests.agreement.rated import LABEL, Project, ratings_of

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20)


def crossed(pairs: list[tuple[int, int]]) -> Floats:
    counts = np.zeros((4, 4, 1))
    for one, other in pairs:
        counts[one, other] += 1
    return counts


@given(PAIRS)
def test_cohens_kappa_is_that_of_the_textbook(pairs: list[tuple[int, int]]) -> None:
    expected = textbook.cohen_kappa(pairs)
    found = cohen_kappa(crossed(pairs))[0]
    assert found == pytest.approx(np.nan if expected is None else expected, rel=1e-12, abs=1e-12, nan_ok=True)


@given(PAIRS)
def test_it_is_the_same_when_the_two_change_places(pairs: list[tuple[int, int]]) -> None:
    turned = [(other, one) for one, other in pairs]
    for coefficient in (cohen_kappa, observed_agreement):
        np.testing.assert_array_equal(coefficient(crossed(pairs)), coefficient(crossed(turned)))


def test_every_pair_has_every_label_in_the_order_of_names() -> None:
    found = agreement(read(ratings_of({"a": [(1, 1, None), (0, 1, None), (0, 0, None)], "b": [(0, None, 1)]})), 100)
    assert [(pair.a[-1], pair.b[-1], pair.label) for pair in found.pairs] == [
        ("0", "1", LABEL), ("0", "2", LABEL), ("1", "2", LABEL)
    ]  # fmt: skip
    first, second, third = found.pairs
    assert (first.crossed, first.sentences) == (Crossed(1, 1, 0, 1), 3)
    assert first.cohen_kappa.value == pytest.approx((2 / 3 - 4 / 9) / (5 / 9))
    assert first.cohen_kappa.why == Why.FEW_ARTICLES
    assert (second.crossed, second.cohen_kappa.value) == (Crossed(0, 1, 0, 0), 0)
    for undefined in (third.cohen_kappa, third.percent_agreement):
        assert (undefined.value, undefined.why, undefined.sentences) == (None, Why.NOT_BOTH, 0)


def test_the_same_single_judgment_of_both_is_no_agreement_beyond_chance() -> None:
    project: Project = {"a": [(0, 0)], "b": [(0, 0)]}
    (pair,) = agreement(read(ratings_of(project)), 100).pairs
    assert (pair.cohen_kappa.value, pair.cohen_kappa.why) == (None, Why.ONE_CATEGORY_OF_BOTH)
    assert (pair.percent_agreement.value, pair.percent_agreement.interval) == (1, Interval(1, 1))


def test_the_majority_of_the_rest_is_more_than_half_of_those_who_judged() -> None:
    columns = {
        (GIVEN, GIVEN, WITHOUT, GIVEN): GIVEN,
        (GIVEN, GIVEN, WITHOUT, MISSING): MISSING,
        (GIVEN, WITHOUT, WITHOUT, GIVEN): WITHOUT,
        (MISSING, GIVEN, MISSING, MISSING): GIVEN,
        (GIVEN, MISSING, MISSING, MISSING): MISSING,
    }
    values = np.array(list(columns), dtype=np.uint8).T
    assert majority_of_rest(values, 0).tolist() == list(columns.values())
