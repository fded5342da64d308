"""How articles are parted: shares, quotas, balance, near copies, earlier releases, time."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.export.parting.assignment import Candidate, assign
from labeling.export.parting.quotas import quotas
from labeling.export.parting.shares import STANDARD_SHARES, Shares, parse_shares, parts_of
from labeling.export.parting.time import assign_by_time

PARTS = parts_of(STANDARD_SHARES)
IDS = st.sets(st.text("0123456789abcdef", min_size=1, max_size=6), min_size=1, max_size=40)


def plain(ids: set[str] | list[str]) -> list[Candidate]:
    return [Candidate(identifier, (10, len(identifier), 3)) for identifier in sorted(ids)]


def alone(candidates: list[Candidate]) -> list[tuple[str]]:
    return [(candidate.id,) for candidate in candidates]


def parted(candidates: list[Candidate], seed: int = 0, fixed: dict[str, str] | None = None) -> dict[str, str]:
    return assign(candidates, alone(candidates), PARTS, seed, fixed)


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


def test_parts_have_the_names_that_people_use() -> None:
    assert list(parts_of(Shares(70, 0, 30))) == ["train", "test"]
    assert list(parts_of(None)) == ["all"]
    assert list(parts_of(STANDARD_SHARES, folds=3)) == ["fold_1", "fold_2", "fold_3"]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, (1, 0, 0)), (2, (1, 0, 1)), (3, (1, 1, 1)), (10, (8, 1, 1)), (20, (16, 2, 2)), (100, (80, 10, 10))],
)
def test_no_wanted_part_is_empty_before_it_has_to_be(count: int, expected: tuple[int, ...]) -> None:
    assert tuple(quotas(count, PARTS).values()) == expected
    counts = Counter(parted(plain([str(number) for number in range(count)])).values())
    assert tuple(counts[part] for part in PARTS) == expected


@given(IDS, st.integers(0, 3))
def test_every_article_has_a_part_whatever_the_order_of_the_input(ids: set[str], seed: int) -> None:
    candidates = plain(ids)
    placed = parted(candidates, seed)
    assert set(placed) == ids
    assert assign(candidates[::-1], alone(candidates)[::-1], PARTS, seed) == placed


def test_another_seed_parts_in_another_way() -> None:
    candidates = plain([f"{number:03}" for number in range(60)])
    assert parted(candidates, 1) != parted(candidates, 2)


@given(IDS, IDS)
def test_what_an_earlier_release_placed_stays_when_articles_are_added(before: set[str], added: set[str]) -> None:
    first = parted(plain(before))
    second = parted(plain(before | added), fixed=first)
    assert {identifier: second[identifier] for identifier in before} == first
    assert set(second) == before | added


@given(IDS, st.integers(1, 5))
def test_a_group_is_never_divided(ids: set[str], size: int) -> None:
    candidates = plain(ids)
    ordered = sorted(ids)
    groups = [tuple(ordered[start : start + size]) for start in range(0, len(ordered), size)]
    placed = assign(candidates, groups, PARTS, 0)
    assert all(len({placed[identifier] for identifier in group}) == 1 for group in groups)


def test_a_group_goes_where_an_earlier_release_has_one_of_it() -> None:
    candidates = plain(["a", "b", "c", "d"])
    placed = assign(candidates, [("a", "b"), ("c",), ("d",)], PARTS, 0, {"b": "test"})
    assert placed["a"] == placed["b"] == "test"


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8), st.sampled_from(["80/10/10", "80/0/20", "50/25/25"]))
def test_no_part_is_empty_while_there_are_groups_for_it(sizes: list[int], shares: str) -> None:
    parts = parts_of(parse_shares(shares))
    groups = [tuple(f"{place}{member}" for member in range(size)) for place, size in enumerate(sizes)]
    candidates = [Candidate(one, (5,), date=f"2031-01-0{one[0]}") for group in groups for one in group]
    for placed in (assign(candidates, groups, parts, 0), assign_by_time(candidates, groups, parts)):
        assert len(set(placed.values())) == min(len(groups), len(parts))
        assert len(groups) > 1 or set(placed.values()) == {"train"}


def test_a_rare_label_is_spread_by_the_shares() -> None:
    choice = random.Random(0)
    candidates = [
        Candidate(f"{number:03}", (25, choice.choice([0] * 9 + [8]), choice.randint(2, 9))) for number in range(200)
    ]
    placed = parted(candidates)
    rare = Counter[str]()
    for candidate in candidates:
        rare[placed[candidate.id]] += candidate.counts[1]
    shares = {part: rare[part] / rare.total() for part in PARTS}
    assert shares == pytest.approx(PARTS, abs=0.034)  # fifteen articles have it, and none can be divided


def test_the_values_of_a_field_are_spread_too() -> None:
    candidates = [Candidate(f"{number:03}", (10,), "Lantern" if number % 5 else "Herald") for number in range(100)]
    counts = Counter((parted(candidates)[one.id], one.stratum) for one in candidates)
    assert [counts[part, "Herald"] for part in PARTS] == [16, 2, 2]


def test_folds_are_of_equal_size_and_balanced() -> None:
    candidates = [Candidate(f"{number:03}", (10, number % 4 == 0)) for number in range(100)]
    placed = assign(candidates, alone(candidates), parts_of(None, folds=5), 0)
    counts = Counter((placed[one.id], one.counts[1]) for one in candidates)
    assert [counts[f"fold_{number}", 1] for number in range(1, 6)] == [5] * 5
    assert set(Counter(placed.values()).values()) == {20}


def test_by_time_the_earliest_train_and_the_latest_test() -> None:
    candidates = [Candidate(str(number), (10,), date=f"2031-01-{number:02}") for number in range(1, 21)]
    placed = assign_by_time([*candidates, Candidate("undated", (10,))], alone(candidates), PARTS)
    latest = {part: max(int(one) for one, where in placed.items() if where == part) for part in PARTS}
    assert latest == {"train": 16, "validation": 18, "test": 20}
    assert "undated" not in placed


def test_by_time_a_day_is_not_divided_and_a_copy_goes_by_the_latest_date() -> None:
    days = [1, 2, 3, 4, 5, 6, 7, 8, 8, 9]
    candidates = [Candidate(f"{place}", (10,), date=f"2031-01-{day:02}") for place, day in enumerate(days)]
    groups = [("0", "9"), *((str(place),) for place in range(1, 9))]
    placed = assign_by_time(candidates, groups, PARTS)
    assert placed["7"] == placed["8"]
    assert placed["0"] == placed["9"] == "test"


def test_by_time_few_days_are_divided_before_a_part_is_empty() -> None:
    candidates = [Candidate(str(number), (10,), date="2031-01-01") for number in range(10)]
    assert set(assign_by_time(candidates, alone(candidates), PARTS).values()) == set(PARTS)
