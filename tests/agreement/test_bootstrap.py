from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from labeling.agreement import bootstrap
from labeling.agreement.bootstrap import interval, resample
from labeling.agreement.figures import Measure
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
    }
    for name, values in expected.items():
        measure: Measure = getattr(found, name)
        limits = np.quantile(np.array(values, dtype=np.float64), (0.025, 0.975))
        assert (measure.low, measure.high) == pytest.approx(limits, rel=1e-12), name


def test_each_draw_has_as_many_articles_as_there_are() -> None:
    assert np.all(resample(np.ones((7, 1), dtype=np.int64), 50, generator()) == 7)


def test_without_articles_the_sums_are_zero() -> None:
    assert np.all(resample(np.empty((0, 3), dtype=np.int64), 2, generator()) == np.zeros((2, 3)))


def test_how_many_are_drawn_at_once_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = np.arange(33, dtype=np.int64).reshape(11, 3)
    at_once = resample(counts, 20, generator())
    monkeypatch.setattr(bootstrap, "_DRAWN_AT_ONCE", 35)
    np.testing.assert_array_equal(resample(counts, 20, generator()), at_once)


def test_an_interval_cuts_off_a_fortieth_at_each_end() -> None:
    assert interval(np.arange(0.0, 41.0)) == (1, 39)


def test_undefined_draws_are_dropped_up_to_five_in_a_hundred() -> None:
    values = np.arange(0.0, 100.0)
    values[[0, 10, 20, 30, 99]] = np.nan
    assert interval(values) == tuple(np.quantile(values[~np.isnan(values)], (0.025, 0.975)))
    values[40] = np.nan
    assert interval(values) is None
