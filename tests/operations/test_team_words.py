"""What a merge and a plan come to, in words: one article is one, and long lists are counted."""

from __future__ import annotations

from labeling.domain.judgments import Annotator
from labeling.merging.contribution import Contribution, Share
from labeling.operations.assigning import Assigned, Assignments
from labeling.operations.merging import MergeReport
from labeling.operations.team_words import (
    assignments_in_words,
    contribution_in_words,
    differences,
    plan_in_words,
    report_in_words,
)

ANA, BEN = Annotator("a", "Ana"), Annotator("b", "Ben")


def test_a_merge_is_told_in_one_sentence() -> None:
    ana = Contribution("ana", people={"Ana": Share(1200, 3), "Ben": Share(0, 4)}, touched={"x"})
    cleo = Contribution("cleo", people={"Cleo": Share(34, 0)}, articles=["dam.txt", "mill.txt"], touched={"x"})
    assert report_in_words(MergeReport([ana])) == "1 file brings 1,200 new judgments of 1 annotator."
    assert (
        report_in_words(MergeReport([ana, cleo]))
        == "2 files bring 1,234 new judgments of 2 annotators and 2 new articles."
    )
    assert report_in_words(MergeReport()) == "There is nothing to merge."
    assert report_in_words(MergeReport([Contribution("again")])).startswith("The project has all of it already")


def test_what_a_file_brings_is_counted_by_kind() -> None:
    brought = Contribution("ana", people={"Ana": Share(1, 1)}, articles=["dam.txt"], edits=2)
    assert (
        contribution_in_words(brought)
        == "ana: 1 new judgment, 1 new article, 2 splits and joins; 1 judgment was there already"
    )


def test_of_many_articles_that_differ_three_are_named() -> None:
    one = Contribution("one", bounded_differently=["a"], contested=["a", "b"], unplaced=1)
    assert list(differences(one)) == [
        "“a” has other sentences in it; those of the earlier import count.",
        "“a” and “b” were split or joined at the same place in both; the later one counts.",
        "1 judged sentence has other boundaries now; its judgment stays in the history.",
    ]
    many = Contribution("many", bounded_differently=list("abcde"), unplaced=1200)
    assert list(differences(many)) == [
        "“a”, “b”, “c” and 2 more have other sentences in it; those of the earlier import count.",
        "1,200 judged sentences have other boundaries now; their judgments stay in the history.",
    ]


def test_a_file_that_only_adds_differs_in_nothing() -> None:
    assert list(differences(Contribution("ana", people={"Ana": Share(9, 0)}, articles=["dam.txt"]))) == []


def test_assignments_and_plans_count_articles_and_people() -> None:
    now = Assignments((Assigned(ANA, 1, 30, 4, 0),), {}, 3)
    then = Assignments((Assigned(ANA, 3, 80, 4, 2), Assigned(BEN, 2, 50, 0, 2)), {("Ana", "Ben"): 1}, 0)
    assert list(assignments_in_words(then)) == [
        "annotator Ana: 3 articles, 4 of 80 sentences judged",
        "annotator Ben: 2 articles, 0 of 50 sentences judged",
        "Ana and Ben share 1 article",
        "0 articles are assigned to nobody",
    ]
    assert plan_in_words(now, then) == "3 articles go to 2 annotators, 1 of them to two each."
    assert plan_in_words(Assignments((), {}, 1), Assignments((Assigned(BEN, 1, 5, 0, 1),), {}, 0)) == (
        "1 article goes to 1 annotator."
    )
