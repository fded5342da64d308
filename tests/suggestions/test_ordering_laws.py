"""Laws of the order of work: nothing is lost, imports in any order give the same, articles come together."""

from __future__ import annotations

from itertools import combinations, groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.articles import SentenceId
from labeling.domain.orders import Order
from labeling.suggestions.ordering import BANDS, Scores, groups_of, most_urgent, rarest, urgency

Articles = dict[str, list[tuple[SentenceId, Scores]]]

LABELS = ("denial", "hedge")
SCORES = st.dictionaries(st.sampled_from(LABELS), st.floats(0, 1), max_size=2)
BY_SUGGESTIONS = st.sampled_from([Order.UNCERTAIN, Order.RARE])


@st.composite
def articles(draw: st.DrawFn) -> Articles:
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
    return {
        name: [(SentenceId(name, 10 * place, 10 * place + 9), draw(SCORES)) for place in range(draw(st.integers(1, 6)))]
        for name in names
    }


def ordered(found: Articles, order: Order, most: int = 1000) -> list[SentenceId]:
    groups = [group for unjudged in found.values() for group in groups_of(unjudged, order, "denial")]
    return most_urgent(groups, most)


@given(articles(), BY_SUGGESTIONS)
def test_the_order_is_a_permutation_of_the_unjudged(found: Articles, order: Order) -> None:
    everything = [sentence for unjudged in found.values() for sentence, _ in unjudged]
    assert sorted(ordered(found, order), key=str) == sorted(everything, key=str)


@given(articles(), BY_SUGGESTIONS, st.randoms())
def test_the_order_of_the_imports_does_not_matter(found: Articles, order: Order, random) -> None:  # type: ignore[no-untyped-def]
    names = list(found)
    random.shuffle(names)
    assert ordered({name: found[name] for name in names}, order) == ordered(found, order)


@given(articles(), BY_SUGGESTIONS)
def test_nothing_comes_a_band_too_late(found: Articles, order: Order) -> None:
    scores = {sentence: scored for unjudged in found.values() for sentence, scored in unjudged}
    values = [urgency(scores[sentence], order, "denial") for sentence in ordered(found, order)]
    assert all(later < earlier + 1 / BANDS + 1e-6 for earlier, later in combinations(values, 2))
    assert all(not later for earlier, later in pairwise(values) if not earlier)


@given(articles(), BY_SUGGESTIONS)
def test_an_article_is_opened_once_a_band_at_most_and_read_forwards(found: Articles, order: Order) -> None:
    for name, unjudged in found.items():
        names = [sentence.article for sentence in ordered(found, order)]
        visits = [list(visit) for here, visit in groupby(names) if here == name]
        bands = {groups_of([each], order, "denial")[0].band for each in unjudged}
        assert len(visits) <= len(bands)
    for _, visit in groupby(ordered(found, order), key=lambda sentence: sentence.article):
        starts = [sentence.start for sentence in visit]
        assert sum(later < earlier for earlier, later in pairwise(starts)) <= BANDS


@given(articles(), BY_SUGGESTIONS, st.integers(0, 12))
def test_fewer_are_the_beginning_of_all(found: Articles, order: Order, most: int) -> None:
    assert ordered(found, order, most) == ordered(found, order)[:most]


@pytest.mark.parametrize(
    ("scores", "uncertain", "denial"),
    [
        ({}, 0, 0),
        ({"denial": 0.5}, 1, 0.5),
        ({"denial": 1.0, "hedge": 0.25}, 0.5, 1),
        ({"denial": 0.75, "hedge": 0.5}, 1, 0.75),
        ({"hedge": 1.0}, 0, 0),
    ],
)
def test_the_most_uncertain_label_decides(scores: Scores, uncertain: float, denial: float) -> None:
    assert urgency(scores, Order.UNCERTAIN) == uncertain
    assert urgency(scores, Order.RARE, "denial") == denial


def test_sentences_of_one_article_come_together_and_the_article_with_most_of_them_first() -> None:
    def at(name: str, *scores: float) -> list[tuple[SentenceId, Scores]]:
        return [(SentenceId(name, place, place + 1), {"hedge": score}) for place, score in enumerate(scores)]

    found = {"a": at("a", 0.5, 0.1), "b": at("b", 0.46, 0.9, 0.48), "c": at("c", 0.1, 0.49)}
    names = [f"{sentence.article}{sentence.start}" for sentence in ordered(found, Order.UNCERTAIN)]
    assert names == ["b0", "b2", "a0", "c1", "a1", "b1", "c0"]


def test_the_rarest_label_is_the_first_of_those_given_least() -> None:
    assert rarest({"hedge": 3, "denial": 1}, ["hedge", "denial"]) == "denial"
    assert rarest({"hedge": 3}, ["hedge", "denial", "on_record"]) == "denial"
