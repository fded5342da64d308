"""Figures of scores, against those of scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics

from labeling.suggestions.learned.figures import (
    FEW_VALUES,
    NEITHER,
    NO_DRAWS,
    NOTHING_SUGGESTED,
    NOTHING_TO_FIND,
    ONE_ARTICLE,
)
from labeling.suggestions.learned.measuring import Sample, calibration

SENTENCES = st.lists(st.tuples(st.integers(0, 1), st.sampled_from([0.0, 0.1, 0.4, 0.5, 0.7, 0.9, 1.0])), min_size=1)


def sample(truth: list[int], articles: list[int], draws: int = 0) -> Sample:
    return Sample(np.array(truth), np.array(articles), draws, seed=0)


@settings(deadline=None)
@given(SENTENCES)
def test_figures_are_those_of_scikit_learn(sentences: list[tuple[int, float]]) -> None:
    truth, scores = (np.array(values) for values in zip(*sentences, strict=True))
    found = sample(truth.tolist(), list(range(len(truth)))).figures(scores.astype(np.float64))
    sure = (scores >= 0.5).astype(int)
    if truth.any():
        assert found.average_precision.value == pytest.approx(metrics.average_precision_score(truth, scores), abs=1e-6)
        assert found.recall.value == pytest.approx(metrics.recall_score(truth, sure), abs=1e-6)
    else:
        assert (found.average_precision.value, found.average_precision.why) == (None, NOTHING_TO_FIND)
        assert (found.recall.value, found.recall.why) == (None, NOTHING_TO_FIND)
    if sure.any():
        assert found.precision.value == pytest.approx(metrics.precision_score(truth, sure), abs=1e-6)
    else:
        assert (found.precision.value, found.precision.why) == (None, NOTHING_SUGGESTED)
    if sure.any() or truth.any():
        assert found.f1.value == pytest.approx(metrics.f1_score(truth, sure), abs=1e-6)
    else:
        assert (found.f1.value, found.f1.why) == (None, NEITHER)
    assert found.calibration.brier == pytest.approx(float(np.mean((scores - truth) ** 2)), abs=1e-6)


@settings(deadline=None)
@given(SENTENCES)
def test_bins_count_every_sentence_once(sentences: list[tuple[int, float]]) -> None:
    truth, scores = (np.array(values) for values in zip(*sentences, strict=True))
    found = calibration(scores.astype(np.float64), truth)
    assert sum(each.sentences for each in found.bins) == len(truth)
    assert all(each.low <= each.mean <= each.high for each in found.bins)
    assert sum(each.share * each.sentences for each in found.bins) == pytest.approx(truth.sum(), abs=1e-3)
    assert 0 <= found.error <= 1


def test_scores_that_are_shares_have_no_error() -> None:
    found = calibration(np.full(10, 0.3), np.array([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]))
    assert found.error == 0
    assert [(each.low, each.mean, each.share, each.sentences) for each in found.bins] == [(0.3, 0.3, 0.3, 10)]


def test_the_interval_of_a_draw_is_that_of_articles() -> None:
    truth = [1, 1, 0, 0] * 25
    scores = np.tile([0.9, 0.2, 0.1, 0.1], 25)
    alike = sample(truth, [number // 4 for number in range(100)], 200).figures(scores)
    assert (alike.recall.low, alike.recall.value, alike.recall.high) == (0.5, 0.5, 0.5)
    apart = sample(truth, list(range(100)), 200).figures(scores)
    assert apart.recall.low is not None
    assert apart.recall.high is not None
    assert apart.recall.low < 0.45
    assert apart.recall.high > 0.55
    assert apart == sample(truth, list(range(100)), 200).figures(scores)


def test_drawn_average_precision_is_that_of_the_drawn_sentences() -> None:
    # Two articles: only draws of one twice, or of both, come up.
    truth, articles, scores = [1, 0, 0, 1], [0, 0, 1, 1], np.array([0.9, 0.5, 0.5, 0.3])
    drawn = sample(truth, articles, 100).average_precision(scores)
    alone = [metrics.average_precision_score([1, 0], [0.9, 0.5]), metrics.average_precision_score([0, 1], [0.5, 0.3])]
    both = metrics.average_precision_score(truth, scores)
    assert {round(float(value), 9) for value in drawn} == {round(float(value), 9) for value in (*alone, both)}


def test_why_there_is_no_interval_is_told() -> None:
    scores = np.array([0.9, 0.1, 0.1, 0.1])
    assert sample([1, 0, 0, 0], [0, 0, 0, 0], 10).figures(scores).f1.why == ONE_ARTICLE
    assert sample([1, 0, 0, 0], [0, 1, 2, 3]).figures(scores).f1.why == NO_DRAWS
    rare = sample([1, 0, 0, 0], [0, 1, 2, 3], 100).figures(scores).recall
    assert (rare.value, rare.low, rare.high, rare.why) == (1, None, None, FEW_VALUES)
