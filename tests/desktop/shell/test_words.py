from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.dialogs.palette import match
from desktop.words import counted, day_of

NOW = datetime(2031, 10, 3, 12, 0, tzinfo=UTC)


def test_a_number_goes_with_its_noun() -> None:
    assert [counted(n, "article", "articles") for n in (0, 1, 2, 1196)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "1,196 articles",
    ]


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (3, "3 days ago"), (6, "6 days ago")])
def test_a_day_is_named_from_today(days: int, words: str) -> None:
    assert day_of(NOW - timedelta(days=days), NOW.astimezone().date()) == words


def test_an_earlier_day_has_its_date() -> None:
    assert "September" in day_of(NOW - timedelta(days=20), NOW.astimezone().date())


def test_commands_are_found_by_beginnings_words_parts_and_letters() -> None:
    title = "Next unjudged sentence"
    ranks = [match(typed, title) for typed in ("next", "unj", "judged", "nus")]
    assert ranks == [0, 1, 2, 3]
    assert match("xyz", title) is None
    assert match("", title) == 0
    assert match("NEXT ", title) == 0
