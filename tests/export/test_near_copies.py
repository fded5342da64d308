"""Near copies are found, and other articles are not taken for them."""

from __future__ import annotations

import random

from labeling.export.near_copies import SCHEME, THRESHOLD, Copies, count_copies, groups, pairs_across, signature

WORDS = [f"word{number}" for number in range(2000)]


def story(seed: int, length: int = 400) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def signed(texts: dict[str, list[str]]) -> list[tuple[str, bytes]]:
    return [(name, signature(" ".join(words))) for name, words in texts.items()]


def test_a_copy_with_another_headline_and_a_cut_and_an_update_are_found() -> None:
    wire = story(1)
    texts = {
        "wire": wire,
        "copy": [*story(2, 12), *wire[:370]],
        "update": [*wire, *story(3, 120)],
        "other": story(4),
    }
    assert sorted(groups(signed(texts))) == [("copy", "update", "wire"), ("other",)]


def test_articles_from_one_short_template_are_not_copies() -> None:
    texts = {str(number): f"The mayor resigned. Reason {number} was not given.".split() for number in range(40)}
    assert len(groups(signed(texts))) == 40


def test_stories_that_quote_the_same_statement_are_not_copies() -> None:
    statement = story(9, 60)
    assert len(groups(signed({str(seed): [*story(seed), *statement] for seed in range(20)}))) == 20


def apart(words: list[str], count: int, name: str) -> list[str]:
    """The words with so many others in their places, as far from each other as they can be."""
    places = {round((place + 0.5) * len(words) / count) for place in range(count)}
    return [f"{name}{place}" if place in places else word for place, word in enumerate(words)]


def test_briefs_from_one_template_are_copies_where_most_is_the_same_word_for_word() -> None:
    template = story(7, 78)
    few, many = ({f"{one}": apart(template, count, f"x{one}") for one in range(60)} for count in (4, 12))
    assert [len(group) for group in groups(signed(few))] == [60]
    assert len(groups(signed(many))) == 60


def test_copies_of_copies_are_one_group() -> None:
    """Single linkage: the first and the last of a chain have nothing in common."""
    words = story(5, 1000)
    chain = {f"{start:04}": words[start : start + 300] for start in range(0, 700, 60)}
    found = groups(signed(chain))
    assert [len(group) for group in found] == [12]
    assert count_copies([*found, ("other",), ("a", "b")]) == Copies(groups=2, articles=14, largest=12)
    assert count_copies([*found, ("other",), ("a", "b")], 3) == Copies(groups=1, articles=12, largest=12)
    assert count_copies([("other",)]) == Copies()


def test_case_and_punctuation_do_not_count_and_short_texts_are_copies_of_equal_ones_only() -> None:
    assert signature("The Mill, it “closed”.") == signature("the mill it closed")
    assert signature("mill closed") != signature("mill opened")
    assert groups([("a", signature("No.")), ("b", signature("no"))]) == [("a", "b")]


def test_many_equal_articles_are_one_group() -> None:
    same = signature(" ".join(story(1)))
    found = groups([(f"{number:04}", same) for number in range(1000)])
    assert [len(group) for group in found] == [1000]


def test_the_order_of_the_articles_does_not_matter() -> None:
    wire = story(1)
    articles = signed({"a": wire, "b": story(2), "c": wire[:380], "d": story(3)})
    assert groups(articles) == groups(articles[::-1]) == [("a", "c"), ("b",), ("d",)]


def test_a_pair_across_parts_is_named_with_its_estimate() -> None:
    wire = story(1)
    articles = signed({"a": wire, "b": wire[:360], "c": wire})
    part_of = {"a": "train", "b": "test", "c": "train"}
    found = pairs_across(groups(articles), articles, part_of)
    assert [(one, other) for one, other, _ in found] == [("a", "b"), ("b", "c")]
    assert all(THRESHOLD <= estimate < 1 for *_, estimate in found)


def test_all_pairs_of_a_divided_group_are_counted() -> None:
    same = signature(" ".join(story(1)))
    articles = [(f"{number:03}", same) for number in range(100)]
    part_of = {identifier: ("train", "test")[place % 2] for place, (identifier, _) in enumerate(articles)}
    assert len(pairs_across(groups(articles), articles, part_of)) == 50 * 50


def test_nothing_is_compared_where_there_is_nothing() -> None:
    assert groups([]) == []
    assert groups([("a", signature("x"))]) == [("a",)]


def test_signatures_are_the_same_everywhere() -> None:
    """They are kept in projects: whoever changes how they are made gives SCHEME another name."""
    assert (SCHEME, signature("The mill seems to have closed for good.")[:8].hex()) == ("minhash-128-words5-1", PINNED)


PINNED = "d5939846ee0c8664"
