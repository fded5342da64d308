"""What labels lack to be learned."""

from __future__ import annotations

from dataclasses import replace

from labeling.suggestions.learned import LEAST_ARTICLES, LEAST_SENTENCES, needs
from tests.suggestions.learned.storms import LESSONS, article


def test_enough_is_enough() -> None:
    assert needs(LESSONS, ["weather", "hedge"]) == {}


def test_what_is_missing_is_said() -> None:
    seven = [article(str(n), ["x"] * 6, [{}, {"l": 1}, {"l": 1}, {"l": 0}, {"l": None}, {"m": 1}]) for n in range(3)]
    need = needs(seven, ["l"])["l"]
    assert (need.having, need.articles_having, need.lacking, need.articles_lacking) == (6, 3, 3, 3)
    assert need.sentence("Hedge") == (
        "“Hedge” needs 20 settled sentences that have it, in at least 5 different articles; there are 6 in 3 articles."
    )
    assert needs(seven, ["k"])["k"].sentence("K").endswith("; there is none.")
    assert needs(seven, ["m"])["m"].sentence("M").endswith("; there are 3 in 3 articles.")


def test_sentences_without_the_label_are_needed_too() -> None:
    always = [article(str(n), ["x"] * 6, [{}, *[{"l": 1}] * 5]) for n in range(6)]
    assert needs(always, ["l"])["l"].sentence("L") == (
        "“L” needs 20 settled sentences that do not have it, in at least 5 different articles; there is none."
    )


def test_near_copies_count_once() -> None:
    few = [article(str(n), ["x"] * 11, [{}, *[{"l": 1}, {"l": 0}] * 5]) for n in range(LEAST_ARTICLES)]
    assert LEAST_SENTENCES <= 5 * LEAST_ARTICLES
    assert needs(few, ["l"]) == {}
    copies = [replace(each, group="copies") if n < 2 else each for n, each in enumerate(few)]
    assert needs(copies, ["l"])["l"].articles_having == LEAST_ARTICLES - 1
