from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement import bootstrap
from labeling.agreement.bootstrap import bca, percentile, resample
from labeling.agreement.figures import Measure
from labeling.agreement.judged import Floats
from tests.agreement import textbook
from tests.agreement.rated import Project, Row, agreement, units_of

ROWS: Sequence[Row] = ((1, 1, 0), (0, 0, None), (1, 1, 1), (0, 0, 0), (0, 1, None), (1, 0, 0), (None, 1, 1))
ARTICLES: Project = {f"{number:02}": [ROWS[(number * step) % 7] for step in range(1, 6)] for number in range(12)}


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def drawn_projects(draws: int, seed: int) -> list[Project]:
    """Draw the articles one by one, as `resample` does without ever holding them."""
    names = sorted(ARTICLES)
    picks = generator(seed).integers(len(names), size=(draws, len(names)))
    return [{str(place): ARTICLES[names[pick]] for place, pick in enumerate(row)} for row in picks]


def test_intervals_are_those_of_articles_drawn_one_by_one() -> None:
    found = agreement(ARTICLES, draws=200, seed=3)
    samples = [units_of(project) for project in drawn_projects(200, seed=3)]
    expected = {
        "prevalence": [textbook.prevalence(units, 1) for units in samples],
        "percent_agreement": [textbook.percent_agreement(units) for units in samples],
        "positive_agreement": [textbook.specific_agreement(units, 1) for units in samples],
        "negative_agreement": [textbook.specific_agreement(units, 0) for units in samples],
        "krippendorff_alpha": [textbook.alpha(units) for units in samples],
        "fleiss_kappa": [textbook.fleiss_kappa([unit for unit in units if len(unit) == 3]) for units in samples],
        "gwet_ac1": [textbook.gwet_ac1(units, (0, 1)) for units in samples],
    }
    for name, values in expected.items():
        measure: Measure = getattr(found, name)
        limits = np.quantile(np.array(values, dtype=np.float64), (0.025, 0.975))
        assert measure.percentile == pytest.approx(limits, rel=1e-12), name


def test_each_draw_has_as_many_articles_as_there_are() -> None:
    assert np.all(resample(np.ones((7, 1), dtype=np.int64), 50, generator()) == 7)


def test_without_articles_the_sums_are_zero() -> None:
    assert np.all(resample(np.empty((0, 3), dtype=np.int64), 2, generator()) == np.zeros((2, 3)))


def test_how_many_are_drawn_at_once_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = np.arange(33, dtype=np.int64).reshape(11, 3)
    at_once = resample(counts, 20, generator())
    monkeypatch.setattr(bootstrap, "_DRAWN_AT_ONCE", 35)
    np.testing.assert_array_equal(resample(counts, 20, generator()), at_once)


def test_large_counts_are_added_exactly() -> None:
    counts = np.array([[1, 2**40 + 1], [1, 3]], dtype=np.int64)
    sums = resample(counts, 50, generator())
    assert set(sums[:, 1].tolist()) == {6.0, 2.0**40 + 4, 2.0**41 + 2}
    assert np.all(sums[:, 0] == 2)


def test_an_interval_cuts_off_a_fortieth_at_each_end() -> None:
    assert percentile(np.arange(0.0, 41.0)) == (1, 39)


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30))
def test_quantiles_are_those_of_numpy(values: list[float]) -> None:
    ordered = np.sort(values)
    assert percentile(ordered) == tuple(np.quantile(ordered, (0.025, 0.975)))


def mean_without_each(values: Floats) -> Floats:
    return np.asarray((values.sum() - values) / (len(values) - 1))


def test_bca_is_that_of_scipy() -> None:
    """For the mean of a skewed sample, over the same draws."""
    stats = pytest.importorskip("scipy.stats")
    values = generator(1).exponential(size=30)
    draws = values[generator(2).integers(30, size=(2000, 30))].mean(axis=1)
    result = stats.bootstrap((values,), np.mean, n_resamples=0, bootstrap_result=_Drawn(draws), method="BCa")
    ours = bca(float(values.mean()), np.sort(draws), [(mean_without_each(values), 30)])
    assert ours == pytest.approx(tuple(result.confidence_interval), rel=1e-9)


@dataclass
class _Drawn:
    """What scipy takes instead of drawing."""

    bootstrap_distribution: Floats


def test_bca_of_an_even_distribution_is_the_percentile_interval() -> None:
    draws = np.arange(-500.0, 501.0)
    assert bca(0.0, draws, [(np.array([-1.0, 0.0, 1.0]), 3)]) == pytest.approx(percentile(draws), rel=1e-9)


def test_draws_that_equal_the_value_count_half_as_below_it() -> None:
    others = [(np.array([-1.0, 0.0, 1.0]), 3)]
    below, above = np.linspace(-2, -1, 450), np.linspace(1, 2, 450)
    tied = np.concatenate([below, np.zeros(100), above])
    nearly = np.sort(np.concatenate([below, np.zeros(50), np.full(50, 1e-15), above]))
    assert bca(0.0, tied, others) == pytest.approx(percentile(tied), rel=1e-9)
    assert bca(0.0, nearly, others) == pytest.approx(percentile(tied), rel=1e-9)


def test_articles_that_do_not_matter_count_for_the_acceleration() -> None:
    """They may be left out of the values, as leaving one of them out changes nothing."""
    draws, changes = np.linspace(0, 1, 999), np.array([0.2, 0.5, 0.55, 0.4])
    alone = bca(0.5, draws, [(changes, 7)])
    assert alone == pytest.approx(bca(0.5, draws, [(np.append(changes, [0.5] * 3), 7)]), rel=1e-12)
    assert alone != pytest.approx(bca(0.5, draws, [(changes, 4)]), rel=1e-6)


def test_groups_add_their_influence() -> None:
    """By hand, 5.3.2 of Davison and Hinkley with two groups."""
    groups = [np.array([0.1, 0.2, 0.6]), np.array([0.3, 0.5])]
    influences = [(len(g) - 1) * (g.mean() - g) / len(g) for g in groups]
    cubes, squares = (sum(float((one**power).sum()) for one in influences) for power in (3, 2))
    a, z0 = cubes / (6 * squares**1.5), NormalDist().inv_cdf(0.4)
    draws = np.linspace(0, 1, 1000)
    levels = [NormalDist().cdf(z0 + (z0 + z) / (1 - a * (z0 + z))) for z in (-1.959963984540054, 1.959963984540054)]
    found = bca(0.4, draws, [(group, len(group)) for group in groups])
    assert found == pytest.approx(tuple(np.quantile(draws, levels)), rel=1e-9)


@pytest.mark.parametrize(
    ("draws", "without"),
    [
        ([2.0, 3.0], [0.0, 1.0, 2.0]),  # all draws on one side
        ([0.0, 2.0], [1.0, 1.0, 1.0 + 1e-15]),  # no article matters
        ([0.0, 2.0], [1.0, np.nan, 2.0]),  # without one article there is no value
    ],
)
def test_bca_is_undefined_without_bias_or_acceleration(draws: list[float], without: list[float]) -> None:
    assert bca(1.0, np.array(draws), [(np.array(without), 3)]) is None
