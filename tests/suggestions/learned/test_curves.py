"""What a learning curve promises."""

from __future__ import annotations

import numpy as np
import pytest

from labeling.suggestions.learned import Curve, Figure, Point, Way
from labeling.suggestions.learned.arrays import Floats
from labeling.suggestions.learned.curves import promise
from labeling.suggestions.learned.measuring import Sample
from tests.suggestions.learned.storms import trained

NOW = 1000
SIZES = np.array([100.0, 200.0, 400.0, 800.0])
SOME = Figure(0.5, 0.4, 0.6)
POINTS = tuple(Point(float(size) / 800, int(size), 5, SOME, SOME) for size in SIZES)


def curve(f1: Floats, noise: float = 0.0) -> Curve:
    """The curve of F1 at the sizes, with draws around it."""
    sample = Sample(np.tile([1, 0], NOW // 2), np.arange(NOW), 200, seed=0)
    drawn = np.random.default_rng(0).normal(0, noise, (len(f1), 201))
    drawn[:, 0] = 0
    return promise(Way.MODEL, POINTS, f1[:, None] + drawn, SIZES, sample)


def test_a_power_law_is_found_again() -> None:
    found = curve(1 - 2 * SIZES**-0.5, noise=0.001)
    missing = 2 * NOW**-0.5
    assert found.gain.value == pytest.approx(missing * (1 - 2**-0.5), abs=1e-6)
    assert found.helps is True
    assert found.enough_at is not None
    there = 2 * found.enough_at**-0.5
    assert there - there * 2**-0.5 == pytest.approx(0.01, abs=1e-4)
    assert "about 3,400 settled sentences" in found.sentence()


def test_a_flat_curve_says_that_more_would_hardly_help() -> None:
    found = curve(1 - 0.1 * SIZES**-0.01, noise=0.001)
    assert (found.helps, found.enough_at) == (False, NOW)
    assert found.sentence().startswith("More labels would hardly help: twice as many would change F1 by +0.00")


def test_a_curve_that_is_all_noise_says_nothing() -> None:
    found = curve(np.array([0.7, 0.6, 0.7, 0.65]), noise=0.05)
    assert (found.helps, found.enough_at) == (None, None)
    assert found.why
    assert found.sentence().startswith("It can’t be told yet")


def test_a_slow_curve_has_no_end_in_sight() -> None:
    found = curve(1 - SIZES**-0.05, noise=0.001)
    assert (found.helps, found.enough_at) == (True, None)
    assert found.sentence().endswith("goes on to help for as far as can be told.")


def test_points_grow_with_the_share_of_articles() -> None:
    found = trained().report.labels[0].curve
    assert [point.share for point in found.points] == [0.125, 0.5, 1.0]
    assert [point.articles for point in found.points] == [4, 6, 10]
    sizes = [point.sentences for point in found.points]
    assert sizes == sorted(set(sizes))
    assert found.way is Way.MODEL


def test_too_few_points_say_so() -> None:
    found = Curve(Way.MODEL, (), Figure(None, why="there is nothing"), None, None, "there is nothing")
    assert found.sentence() == "It can’t be told whether more labels would help: there is nothing."
