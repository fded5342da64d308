from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.export.splits import Shares, Split, assign, parse_shares, splits_of

ARTICLES = st.sets(st.text("0123456789abcdef", min_size=1, max_size=6), max_size=40)
SHARES = st.tuples(st.integers(1, 100), st.integers(0, 100)).map(
    lambda pair: Shares(pair[0], (100 - pair[0]) * pair[1] // 100, 100 - pair[0] - (100 - pair[0]) * pair[1] // 100)
)


def sizes(count: int, shares: Shares) -> tuple[int, ...]:
    counts = Counter(assign([str(number) for number in range(count)], shares, 0).values())
    return tuple(counts[split] for split in (Split.TRAIN, Split.VALIDATION, Split.TEST))


@pytest.mark.parametrize(
    ("text", "shares"),
    [("80/10/10", Shares(80, 10, 10)), ("100/0/0", Shares(100, 0, 0)), ("70/0/30", Shares(70, 0, 30)), ("none", None)],
)
def test_shares_are_percentages(text: str, shares: Shares | None) -> None:
    assert parse_shares(text) == shares


@pytest.mark.parametrize(
    "text", ["", "80", "80/20", "80/10/11", "0/50/50", "-80/90/90", "8o/10/10", "None", "80/10/10 "]
)
def test_what_is_no_split_is_said(text: str) -> None:
    with pytest.raises(Refused, match="is not a split: give the percentages"):
        parse_shares(text)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, (0, 0, 0)),
        (1, (1, 0, 0)),
        (2, (1, 0, 1)),
        (3, (1, 1, 1)),
        (5, (3, 1, 1)),
        (10, (8, 1, 1)),
        (100, (80, 10, 10)),
        (1000, (800, 100, 100)),
    ],
)
def test_few_articles_train_first_then_test_then_validate(count: int, expected: tuple[int, ...]) -> None:
    assert sizes(count, Shares(80, 10, 10)) == expected


def test_without_a_split_all_articles_are_together() -> None:
    assert assign(["a", "b"], None, 0) == {"a": Split.ALL, "b": Split.ALL}
    assert splits_of(None) == (Split.ALL,)


def test_a_split_without_a_share_does_not_exist() -> None:
    assert splits_of(Shares(80, 0, 20)) == (Split.TRAIN, Split.TEST)


@given(ARTICLES, SHARES, st.integers())
def test_every_article_is_in_one_wanted_split_and_some_train(articles: set[str], shares: Shares, seed: int) -> None:
    places = assign(articles, shares, seed)
    assert places.keys() == articles
    assert set(places.values()) <= set(splits_of(shares))
    assert not articles or Split.TRAIN in places.values()


@given(ARTICLES, SHARES)
def test_no_wanted_split_is_empty_once_there_are_three_articles(articles: set[str], shares: Shares) -> None:
    if len(articles) > 2:
        assert set(assign(articles, shares, 0).values()) == set(splits_of(shares))


@given(st.lists(st.text("0123456789abcdef", min_size=1), unique=True), st.randoms(), SHARES, st.integers())
def test_the_order_of_the_articles_does_not_matter(
    articles: list[str], random: object, shares: Shares, seed: int
) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assign(articles, shares, seed) == assign(shuffled, shares, seed)


@given(ARTICLES, st.text("ghij", min_size=1), SHARES, st.integers())
def test_one_article_more_moves_at_most_one_over_each_cut(
    articles: set[str], new: str, shares: Shares, seed: int
) -> None:
    before, after = assign(articles, shares, seed), assign({*articles, new}, shares, seed)
    assert sum(before[article] != after[article] for article in articles) <= 2


def test_another_seed_gives_another_split() -> None:
    articles = [str(number) for number in range(30)]
    assert assign(articles, Shares(50, 25, 25), 0) != assign(articles, Shares(50, 25, 25), 1)


def test_a_split_never_changes_between_versions() -> None:
    """Datasets that were published depend on it."""
    places = assign(["a", "b", "c", "d", "e", "f"], Shares(50, 25, 25), 7)
    assert "".join(places[article].value[:2] for article in "abcdef") == "trtetrtetrva"
