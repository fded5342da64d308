"""How articles are dealt to folds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.suggestions.learned import Lesson
from labeling.suggestions.learned.folds import FOLDS, deal
from tests.suggestions.learned.storms import lesson

LESSONS = st.lists(
    st.builds(lesson, st.integers(0, 999), st.integers(1, 5), group=st.sampled_from(["", "", "a", "b"])),
    unique_by=lambda each: each.article,
    max_size=25,
)
LABELS = ("weather", "hedge")


@settings(deadline=None)
@given(LESSONS, st.integers(0, 5))
def test_near_copies_are_in_one_fold(lessons: list[Lesson], seed: int) -> None:
    folds = deal(lessons, LABELS, seed)
    assert set(folds.tolist()) <= set(range(FOLDS))
    for group in ("a", "b"):
        assert len({fold for fold, each in zip(folds.tolist(), lessons, strict=True) if each.group == group}) <= 1


@settings(deadline=None)
@given(LESSONS.flatmap(lambda lessons: st.tuples(st.just(lessons), st.permutations(lessons))))
def test_the_order_does_not_matter(orders: tuple[list[Lesson], list[Lesson]]) -> None:
    lessons, turned = orders
    folds = dict(zip((each.article for each in lessons), deal(lessons, LABELS, 0).tolist(), strict=True))
    assert [folds[each.article] for each in turned] == deal(turned, LABELS, 0).tolist()


def test_a_rare_label_is_in_every_fold() -> None:
    rare = ["article-003", "article-007", "article-020", "article-021", "article-035"]
    lessons = [
        replace(each, labels=[{**labels, "rare": int(each.article in rare)} for labels in each.labels])
        for each in (lesson(number, 10) for number in range(40))
    ]
    folds = deal(lessons, ("weather", "rare"), 0)
    of_rare = [fold for fold, each in zip(folds.tolist(), lessons, strict=True) if each.article in rare]
    assert sorted(of_rare) == list(range(FOLDS))
    sizes = Counter(folds.tolist())
    assert max(sizes.values()) - min(sizes.values()) <= 4


def test_another_seed_deals_otherwise() -> None:
    lessons = [lesson(number) for number in range(40)]
    assert (deal(lessons, LABELS, 0) != deal(lessons, LABELS, 1)).any()
    assert np.array_equal(deal(lessons, LABELS, 0), deal(lessons, LABELS, 0))
