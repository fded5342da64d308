"""What is at stake in a sentence is its part in what keeps alpha from 1."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.coefficients import krippendorff_alpha
from labeling.agreement.ratings import Ballot
from labeling.agreement.stakes import Pattern, stakes
from tests.agreement.rated import LABEL, Row, ballots, cells_of

ROWS = st.lists(st.tuples(*[st.sampled_from((None, 0, 1))] * 4), min_size=1, max_size=12)


def of_rows(rows: list[Row]) -> list[float]:
    return stakes((LABEL,), [Pattern(tuple(ballots(row)), 1) for row in rows])


@given(ROWS)
def test_all_stakes_of_a_label_add_up_to_what_its_alpha_lacks(rows: list[Row]) -> None:
    units = [[value for value in row if value is not None] for row in rows]
    (alpha,) = krippendorff_alpha(*cells_of(units)) if any(units) else (math.nan,)
    lacking = 0.0 if math.isnan(alpha) else 1 - alpha
    assert sum(of_rows(rows)) == pytest.approx(lacking)


@given(ROWS, st.integers(1, 5))
def test_a_pattern_of_several_sentences_weighs_as_each_of_them_would(rows: list[Row], times: int) -> None:
    together = stakes((LABEL,), [Pattern(tuple(ballots(row)), times) for row in rows])
    assert together == pytest.approx(of_rows(rows * times)[: len(rows)])


@given(ROWS)
def test_something_is_at_stake_exactly_where_people_differ(rows: list[Row]) -> None:
    for row, stake in zip(rows, of_rows(rows), strict=True):
        assert (stake > 0) == ({0, 1} <= set(row))


def test_a_rare_label_weighs_more_than_a_common_one() -> None:
    def both(given: str, other: str = "") -> Pattern:
        known = ("common", "rare")
        return Pattern((Ballot("a", (given,), known), Ballot("b", (other or given,), known)), 1)

    common, rare = both("common", "none"), both("rare", "none")
    weights = stakes(("common", "rare"), [common, rare, *[both("common")] * 6, both("rare"), *[both("none")] * 10])
    assert weights[1] > 2 * weights[0] > 0
    assert not any(weights[2:])


def test_who_excluded_a_sentence_or_did_not_know_a_label_says_nothing_of_it() -> None:
    said = Ballot("a", (LABEL,), (LABEL,))
    against = (Ballot("b", (), (LABEL,), excluded=True), Ballot("b", (), ()))
    patterns = [Pattern((said, other), 1) for other in against]
    assert stakes((LABEL,), [*patterns, Pattern((said, Ballot("b", (), (LABEL,))), 1)])[:2] == [0.0, 0.0]
