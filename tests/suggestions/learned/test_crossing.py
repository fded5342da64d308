"""The cross-validation is honest: what is settled of an article has no part in its scores."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.suggestions.learned import Lesson, Way
from labeling.suggestions.learned.arrays import Floats
from labeling.suggestions.learned.corpus import read_lessons
from labeling.suggestions.learned.crossing import Crossed, choose, chosen_scores, cross, honest_scores
from labeling.suggestions.learned.folds import deal
from labeling.suggestions.rules import standard_rules
from tests.suggestions.learned.storms import LABELS, LESSONS

FOLDS = deal(LESSONS, LABELS[:2], seed=0)


def crossed(lessons: tuple[Lesson, ...]) -> list[Crossed]:
    corpus = read_lessons(lessons, FOLDS, standard_rules(), LABELS[:2], lambda _: None)
    return cross(corpus, np.ones(len(corpus.articles), dtype=np.bool_), lambda _: None)


def all_scores(label: Crossed) -> list[Floats]:
    scores = {way: honest_scores(label, way) for way in label.ways}
    return [*scores.values(), chosen_scores(label, scores)]


def denied(lesson: Lesson) -> Lesson:
    """The same article with the opposite of everything settled."""
    labels = [{key: None if value is None else 1 - value for key, value in each.items()} for each in lesson.labels]
    return replace(lesson, labels=labels)


@pytest.mark.parametrize("article", [0, 5, 11])
def test_what_is_settled_of_an_article_has_no_part_in_its_scores(article: int) -> None:
    lessons = tuple(denied(each) if number == article else each for number, each in enumerate(LESSONS))
    for before, after in zip(crossed(LESSONS), crossed(lessons), strict=True):
        inside = before.articles == article
        assert (before.truth[inside] != after.truth[inside]).all()
        for one, other in zip(all_scores(before), all_scores(after), strict=True):
            np.testing.assert_array_equal(one[inside], other[inside])
        assert (honest_scores(before, Way.MODEL)[~inside] != honest_scores(after, Way.MODEL)[~inside]).any()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4))
def test_a_choice_of_ways_sees_nothing_of_the_fold_that_it_is_for(seed: int, fold: int) -> None:
    chance = np.random.default_rng(seed)  # what ways are equally bad at is chosen by the least that is seen
    articles = np.arange(60) // 4
    folds = articles % 5
    truth = chance.integers(0, 2, 60)
    odds = np.where(truth == 1, 0.5, -0.5)[:, None] + chance.normal(0, 1, (60, 5))
    rules = np.clip(truth * 0.3 + chance.random(60) * 0.7, 0, 1)
    before = Crossed("hedge", truth, articles, folds, rules, odds, np.ones(60, dtype=np.bool_))
    after = replace(before, truth=np.where(folds == fold, 1 - truth, truth))
    inside = folds == fold
    for one, other in zip(all_scores(before), all_scores(after), strict=True):
        np.testing.assert_array_equal(one[inside], other[inside])


def test_a_label_of_ones_own_has_no_rules() -> None:
    weather, hedge = crossed(LESSONS)
    assert weather.ways == (Way.MODEL,)
    assert hedge.ways == (Way.RULES, Way.MODEL, Way.BOTH)


def test_a_difference_within_its_error_goes_to_the_simpler_way() -> None:
    articles = np.repeat(np.arange(20), 5)
    truth = np.tile([1, 1, 0, 0, 0], 20)
    perfect = truth.astype(np.float64)
    one_missed, many_missed = perfect.copy(), perfect.copy()
    one_missed[0] = 0
    many_missed[:50:5] = 0
    assert choose({Way.RULES: one_missed, Way.MODEL: perfect}, truth, articles) is Way.RULES
    assert choose({Way.RULES: many_missed, Way.MODEL: perfect}, truth, articles) is Way.MODEL
    assert choose({Way.RULES: perfect, Way.MODEL: perfect, Way.BOTH: perfect}, truth, articles) is Way.RULES
    assert choose({Way.RULES: many_missed, Way.MODEL: many_missed, Way.BOTH: perfect}, truth, articles) is Way.BOTH
