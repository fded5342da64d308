from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.allotment import Loads, Piece, allot

PEOPLE = ["ana", "ben", "cleo"]


def pieces(sizes: list[int]) -> list[Piece]:
    return [Piece(f"article {number}", size, "ABC"[number % 3]) for number, size in enumerate(sizes)]


@settings(deadline=None)
@given(st.lists(st.integers(1, 60), max_size=40), st.integers(1, 5), st.floats(0, 1), st.integers(0, 9), st.randoms())
def test_every_article_goes_to_one_or_two_whatever_the_order(
    sizes: list[int], count: int, overlap: float, seed: int, shuffled: object
) -> None:
    people = [f"annotator {number}" for number in range(count)]
    given_out = allot(pieces(sizes), people, overlap, seed, Loads())
    assert len(given_out) == len(sizes)
    doubled = [who for who in given_out.values() if len(set(who)) == 2]
    assert len(doubled) == (round(overlap * len(sizes)) if count > 1 else 0)
    assert all(len(who) == len(set(who)) <= 2 for who in given_out.values())
    shuffled.shuffle(mixed := pieces(sizes))  # type: ignore[attr-defined]
    assert allot(mixed, people[::-1], overlap, seed, Loads()) == given_out


def test_all_have_as_much_and_every_pair_shares_as_much() -> None:
    loads = Loads()
    sizes = [12 + 7 * number % 23 for number in range(300)]
    allot(pieces(sizes), PEOPLE, 0.3, 0, loads)
    most, least = max(loads.own.values()), min(loads.own.values())
    assert most - least <= max(sizes)
    shared = [loads.shared[pair] for pair in combinations(PEOPLE, 2)]
    assert max(shared) - min(shared) <= max(sizes)


def test_what_people_have_already_counts() -> None:
    loads = Loads()
    loads.give(100, ["ana"])
    given_out = allot(pieces([10] * 10), ["ana", "ben"], 0, 0, loads)
    assert set(given_out.values()) == {("ben",)}
    loads = Loads()
    loads.give(50, ["ana", "ben"])
    pairs = allot(pieces([10] * 6), PEOPLE, 1, 0, loads).values()
    assert ("ana", "ben") not in pairs


@pytest.mark.parametrize("overlap", [0.2, 0.5])
def test_each_source_has_its_part_of_the_shared_articles(overlap: float) -> None:
    given_out = allot(pieces([20] * 120), PEOPLE, overlap, 3, Loads())
    for stratum in range(3):
        among = [who for article, who in given_out.items() if int(article.split()[1]) % 3 == stratum]
        assert abs(sum(len(who) == 2 for who in among) - overlap * 40) <= 1


def test_another_seed_shares_other_articles() -> None:
    shared = [
        {article for article, who in allot(pieces([20] * 60), PEOPLE, 0.2, seed, Loads()).items() if len(who) == 2}
        for seed in (1, 2)
    ]
    assert shared[0] != shared[1]
