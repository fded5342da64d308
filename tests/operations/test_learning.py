"""What annotators learn from: corrections, comments, and what a changed rule may touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from labeling.domain.codebooks import Codebook, Example
from labeling.operations import adjudicating, judging
from labeling.operations.assigning import assign
from labeling.operations.codebooks import replace_codebook
from labeling.operations.handing_out import hand_out
from labeling.operations.learning import Correction, Touched, changed_entries, corrections, questions, touched
from labeling.operations.merging import merge
from labeling.operations.projects import open_project
from labeling.operations.uniting import unite
from labeling.operations.ways import EXCLUDED
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id, small_codebook
from tests.operations.test_disagreeing import UMA, judge

FIRST, SECOND, THIRD, LAST = (sentence_id(FERRY, index) for index in range(4))
IN_MILL = sentence_id(MILL, 0)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project


def changed(label: str, book: Codebook, **what: object) -> Codebook:
    labels = [replace(each, **what) if each.id == label else each for each in book.labels]  # type: ignore[arg-type]
    return replace(book, labels=tuple(labels))


def test_a_correction_says_what_was_wrong_and_what_was_missed(project: Project) -> None:
    judge(project, INES, FIRST, "hedge", "on_record")
    judge(project, INES, SECOND, "hedge")
    judge(project, INES, THIRD)
    judge(project, INES, LAST, EXCLUDED)
    judge(project, INES, IN_MILL, EXCLUDED)
    judge(project, TOMAS, FIRST, "denial")
    adjudicating.set_only_label(project, UMA, FIRST, "denial")
    adjudicating.toggle_label(project, UMA, FIRST, "hedge")
    adjudicating.set_only_label(project, UMA, SECOND, "hedge")
    adjudicating.settle_excluded(project, UMA, THIRD)
    adjudicating.settle_none(project, UMA, LAST)
    adjudicating.settle_excluded(project, UMA, IN_MILL)
    assert corrections(project, INES.id) == [
        Correction(FIRST, ("on_record",), ("denial",)),
        Correction(THIRD, (), (EXCLUDED,)),
        Correction(LAST, (EXCLUDED,), ()),
    ]
    assert corrections(project, TOMAS.id) == [Correction(FIRST, (), ("hedge",))]
    assert corrections(project, UMA.id) == []
    assert corrections(project, "nobody") == []
    assert corrections(project, INES.id, lambda: True) is None


def test_what_was_taken_back_is_no_correction(project: Project) -> None:
    judge(project, INES, FIRST, "hedge")
    adjudicating.set_only_label(project, UMA, FIRST, "denial")
    adjudicating.toggle_label(project, UMA, FIRST, "denial")
    assert corrections(project, INES.id) == []
    adjudicating.set_only_label(project, UMA, FIRST, "denial")
    judge(project, INES, FIRST, "denial")
    assert corrections(project, INES.id) == []


def test_a_label_that_one_did_not_know_is_neither_wrong_nor_missed(project: Project) -> None:
    judge(project, INES, FIRST, "hedge")
    replace_codebook(project, UMA, small_codebook("on_record", "rumour"))
    adjudicating.set_only_label(project, UMA, FIRST, "rumour")
    adjudicating.toggle_label(project, UMA, FIRST, "on_record")
    assert corrections(project, INES.id) == [Correction(FIRST, (), ("on_record",))]


def test_corrections_follow_whom_one_is_united_with(project: Project) -> None:
    judge(project, TOMAS, FIRST, "hedge")
    judge(project, INES, SECOND)
    adjudicating.settle_none(project, UMA, FIRST)
    unite(project, TOMAS, INES)
    for person in (TOMAS, INES):
        assert corrections(project, person.id) == [Correction(FIRST, ("hedge",), ())]


def test_corrections_come_back_with_the_leads_adjudications_by_merge(project: Project, tmp_path: Path) -> None:
    judge(project, INES, FIRST, "hedge")
    assign(project, [INES.name], overlap=0)
    hand_out(project, INES, tmp_path / "ines.hedgerow")
    adjudicating.set_only_label(project, UMA, FIRST, "denial")
    adjudicating.set_note(project, UMA, FIRST, "Rule 2.")
    with open_project(tmp_path / "ines.hedgerow") as own:
        assert corrections(own, INES.id) == []
        merge(own, [project.path])
        assert corrections(own, INES.id) == [Correction(FIRST, ("hedge",), ("denial",))]


def test_comments_are_collected_with_who_wrote_them_and_their_labels(project: Project) -> None:
    judge(project, INES, IN_MILL, "hedge")
    judging.set_comment(project, INES, IN_MILL, "A hedge?")
    judging.set_comment(project, TOMAS, FIRST, "What is “may”?")
    judging.set_comment(project, UMA, FIRST, "Gone.")
    judging.set_comment(project, UMA, FIRST, "")
    assert [tuple(comment) for comment in questions(project)] == [
        (FIRST, TOMAS.id, "What is “may”?", ()),
        (IN_MILL, INES.id, "A hedge?", ("hedge",)),
    ]


def test_only_what_an_entry_means_changes_it() -> None:
    book = small_codebook()
    assert changed_entries(book, book) == ()
    assert changed_entries(book, changed("hedge", book, name="Doubt", letter="Z", colour="teal")) == ()
    for what in ({"definition": "Else."}, {"rules": ("Not would.",)}, {"examples": (Example("It may.", True),)}):
        assert changed_entries(book, changed("hedge", book, **what)) == ("hedge",)
    assert changed_entries(book, small_codebook("hedge", "rumour")) == ()


def test_a_changed_rule_touches_what_was_judged_by_it_in_doubt_or_differently(project: Project) -> None:
    judge(project, INES, FIRST, "hedge", "denial")
    judge(project, INES, SECOND, "denial")
    judge(project, INES, THIRD)
    judging.toggle_unsure(project, INES, THIRD)
    judge(project, INES, LAST)
    assert touched(project) == []
    replace_codebook(project, UMA, changed("hedge", small_codebook(), definition="Else."))
    assert touched(project) == [Touched(FIRST, ("hedge",)), Touched(THIRD, ("hedge",))]
    judge(project, TOMAS, LAST, "hedge")
    assert touched(project) == [Touched(FIRST, ("hedge",)), Touched(THIRD, ("hedge",)), Touched(LAST, ("hedge",))]
    judge(project, INES, FIRST, "hedge")
    assert touched(project) == [Touched(THIRD, ("hedge",)), Touched(LAST, ("hedge",))]
    assert touched(project, lambda: True) is None
