from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.coefficients import krippendorff_alpha, percent_agreement, prevalence, specific_agreement
from labeling.agreement.judged import Floats
from tests.agreement import textbook
from tests.agreement.rated import cells_of

UNITS = st.lists(st.lists(st.sampled_from("abcd"), max_size=5), min_size=1, max_size=12).filter(any)


def exactly(expected: float | None) -> object:
    """What equals a value up to rounding; None stands for NaN."""
    return pytest.approx(np.nan if expected is None else expected, rel=1e-12, abs=1e-12, nan_ok=True)


def single(values: Floats) -> float:
    (value,) = values
    return float(value)


def test_alpha_of_krippendorffs_own_example_with_missing_values() -> None:
    """By hand: n = 40, the margins are 9, 13, 10, 5 and 3, and the disagreeing pairs of units 2, 6 and 8 weigh
    6/3 + 12/3 + 6/3 = 8. Alpha = 1 - 39 · 8 / (1600 - 81 - 169 - 100 - 25 - 9)."""
    units = [
        [value for value in unit if value != "*"] for unit in zip(*map(str.split, textbook.OBSERVERS), strict=True)
    ]
    cells, counts = cells_of(units)
    assert krippendorff_alpha(cells, counts)[0] == exactly(1 - 39 * 8 / 1216)
    assert round(krippendorff_alpha(cells, counts)[0], 3) == 0.743


def test_two_annotators_have_the_figures_of_their_table() -> None:
    """40 times both, 9 and 6 times one of them, 45 times neither."""
    cells = np.array([[0, 2], [1, 1], [2, 0]])
    counts = np.array([[40.0], [15.0], [45.0]])
    assert percent_agreement(cells, counts)[0] == exactly(85 / 100)
    assert specific_agreement(cells, counts, 1)[0] == exactly(80 / 95)
    assert specific_agreement(cells, counts, 0)[0] == exactly(90 / 105)
    assert prevalence(cells, counts, 1)[0] == exactly(47.5 / 100)
    assert krippendorff_alpha(cells, counts)[0] == exactly(1 - 199 * 30 / (2 * 95 * 105))


@given(UNITS)
def test_each_coefficient_is_that_of_the_textbook(units: list[list[str]]) -> None:
    cells, counts = cells_of(units)
    first = next(value for unit in units for value in unit)
    assert single(krippendorff_alpha(cells, counts)) == exactly(textbook.alpha(units))
    assert single(percent_agreement(cells, counts)) == exactly(textbook.percent_agreement(units))
    assert single(specific_agreement(cells, counts, 0)) == exactly(textbook.specific_agreement(units, first))
    assert single(prevalence(cells, counts, 0)) == exactly(textbook.prevalence(units, first))


@given(UNITS, st.lists(st.integers(0, 4), min_size=36, max_size=36))
def test_samples_side_by_side_have_the_figures_of_each_alone(units: list[list[str]], numbers: list[int]) -> None:
    cells, _ = cells_of(units)
    counts = np.array(numbers, dtype=np.float64).reshape(12, 3)[: len(cells)]
    for coefficient in (krippendorff_alpha, percent_agreement):
        alone = [single(coefficient(cells, counts[:, [sample]])) for sample in range(3)]
        np.testing.assert_array_equal(coefficient(cells, counts), alone)


@given(UNITS)
def test_a_count_of_two_is_the_same_as_two_sentences(units: list[list[str]]) -> None:
    cells, counts = cells_of(units)
    twice = np.concatenate([cells, cells])
    expected = single(krippendorff_alpha(twice, np.ones((len(twice), 1))))
    assert single(krippendorff_alpha(cells, 2 * counts)) == exactly(None if np.isnan(expected) else expected)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(2, 5)), min_size=1, max_size=9))
def test_perfect_agreement_is_exactly_one_unless_one_category_was_used(said: list[tuple[str, int]]) -> None:
    cells, counts = cells_of([[value] * annotators for value, annotators in said])
    assert single(percent_agreement(cells, counts)) == 1
    assert single(specific_agreement(cells, counts, 0)) == 1
    alpha = single(krippendorff_alpha(cells, counts))
    assert np.isnan(alpha) if len({value for value, _ in said}) == 1 else alpha == 1
