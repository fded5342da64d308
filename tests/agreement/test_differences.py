"""Where annotators differ, and the way from each count to exactly those sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labeling.agreement.behind import Behind, Count
from labeling.agreement.differences import differences
from labeling.agreement.judged import Judged, read
from labeling.agreement.pairs import tabulate_pairs
from labeling.agreement.ratings import Ballot, Ratings
from labeling.agreement.tracing import patterns

LABELS = ("hedge", "denial")
PEOPLE = ("Ines", "Tomás", "Uma")
_said = st.none() | st.just("excluded") | st.frozensets(st.sampled_from(LABELS))
_sentences = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.tuples(_said, _said, _said)), max_size=14)


def _ballots(said: tuple[object, ...]) -> list[Ballot]:
    return [
        Ballot(name, opinion if isinstance(opinion, frozenset) else (), LABELS, excluded=opinion == "excluded")
        for name, opinion in zip(PEOPLE, said, strict=True)
        if opinion is not None
    ]


def judged_of(sentences: list[tuple[str, tuple[object, ...]]]) -> Judged:
    ratings: Ratings[tuple[object, ...]] = Ratings(LABELS, _ballots)
    for article, said in sentences:
        ratings.add(article, [said])
    return read(ratings)


def counted(judged: Judged, behind: Behind) -> int:
    return len(judged.places(patterns(judged, behind)))


@given(_sentences)
def test_every_number_is_that_of_the_sentences_behind_it(sentences: list[tuple[str, tuple[object, ...]]]) -> None:
    judged = judged_of(sentences)
    found = differences(judged)
    assert found.sets == counted(judged, Behind(Count.SETS))
    assert found.shared == counted(judged, Behind(Count.SHARED))
    assert found.exclusions == counted(judged, Behind(Count.EXCLUSIONS))
    for label in LABELS:
        assert found.labels[label] == counted(judged, Behind(Count.DIFFERENT, label))
        assert found.labels[label] == sum(article.labels[label] for article in found.articles)
    assert found.sets == sum(article.sets for article in found.articles)
    assert found.shared == sum(article.sentences for article in found.articles)


@given(_sentences)
def test_the_four_cells_of_a_pair_are_those_sentences(sentences: list[tuple[str, tuple[object, ...]]]) -> None:
    judged = judged_of(sentences)
    for a, b, label, counts in tabulate_pairs(judged):
        neither, only_b, only_a, both = map(int, counts.sum(axis=0))
        assert neither == counted(judged, Behind(Count.NEITHER, label, a, b))
        assert only_b == counted(judged, Behind(Count.ONLY_A, label, b, a))
        assert only_a == counted(judged, Behind(Count.ONLY_A, label, a, b))
        assert both == counted(judged, Behind(Count.BOTH, label, a, b))


def test_articles_with_the_most_differing_sentences_come_first_then_those_with_the_greatest_share() -> None:
    differ, same = (frozenset({"hedge"}), frozenset[str](), None), (frozenset[str](), frozenset[str](), None)
    alone = (frozenset({"denial"}), None, None)
    judged = judged_of([("a", same), ("a", differ), ("b", differ), ("c", differ), ("c", differ), ("d", alone)])
    found = differences(judged)
    assert [(each.article, each.sets, each.sentences) for each in found.articles] == [
        ("c", 2, 2),
        ("b", 1, 1),
        ("a", 1, 2),
    ]


def test_a_sentence_excluded_by_all_is_apart_from_one_that_only_one_has_judged() -> None:
    found = differences(judged_of([("a", ("excluded", "excluded", None)), ("a", ("excluded", None, None))]))
    assert (found.shared, found.excluded_by_all, found.sets) == (1, 1, 0)


@given(_sentences)
def test_confusions_of_all_pairs_are_found_in_either_order(sentences: list[tuple[str, tuple[object, ...]]]) -> None:
    judged = judged_of(sentences)
    one = counted(judged, Behind(Count.CONFUSED, "hedge", other="denial"))
    assert one == counted(judged, Behind(Count.CONFUSED, "denial", other="hedge"))
