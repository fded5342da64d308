"""What two parts of a dataset have in common is found."""

from __future__ import annotations

from labeling.export.near_copies import signature
from labeling.export.shared_content import HeldOut, Identical, LeakCheck, Leaks


def test_sentences_with_the_same_words_are_counted_by_pair_of_parts() -> None:
    check = LeakCheck()
    check.add("train", "a", ["No comment.", "The  mill closed.", "No comment."])
    check.add("train", "b", ["The mill closed."])
    check.add("test", "c", ["NO COMMENT.", "Nobody knew.", "the mill\nclosed."])
    check.add("validation", "d", ["It rained."])
    leaks = check.found([], [])
    assert leaks.identical == (Identical(("train", "test"), texts=2, sentences=6),)
    assert leaks.words() == ("6 sentences of train and test have the same words as one in the other.",)


def test_nothing_in_common_is_said_in_words() -> None:
    check = LeakCheck()
    check.add("train", "a", ["One."])
    check.add("test", "b", ["Two."])
    leaks = check.found([("a",), ("b",)], [("a", signature("One.")), ("b", signature("Two."))])
    assert (leaks, len(leaks.assurances())) == (Leaks(), 3)


def test_an_article_in_two_parts_and_its_copy_are_found() -> None:
    check = LeakCheck()
    check.add("train", "a", [])
    check.add("test", "a", [])
    check.add("test", "b", [])
    same = signature("The mill closed.")
    leaks = check.found([("a", "b", "left out")], [("a", same), ("b", same), ("left out", same)])
    assert leaks.articles == ("a",)
    assert [(pair.one, pair.other) for pair in leaks.copies] == [("a", "b")]
    assert leaks.as_dict()["near_copies"] == 1


def test_training_gives_way_to_what_is_held_out() -> None:
    held_out = HeldOut(["train", "validation", "test"])
    assert [held_out.wants(part) for part in ("train", "validation", "test")] == [False, True, True]
    held_out.add("test", ["No comment."])
    held_out.add("validation", ["It rained."])
    assert held_out.repeats("train", "no  comment.")
    assert held_out.repeats("train", "It rained.")
    assert held_out.repeats("validation", "No comment.")
    assert not held_out.repeats("validation", "It rained.")
    assert not held_out.repeats("test", "No comment.")


def test_a_later_fold_gives_way_to_an_earlier_one() -> None:
    held_out = HeldOut(["fold_1", "fold_2", "fold_3"])
    held_out.add("fold_1", ["No comment."])
    held_out.add("fold_2", ["No comment."])
    assert not held_out.repeats("fold_1", "No comment.")
    assert held_out.repeats("fold_2", "No comment.")
    assert held_out.repeats("fold_3", "No comment.")
