"""Which judgments have a vote, by the choices of an export."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.articles import Kind
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.export.gold import Gold, Policy, Reason
from labeling.export.options import Options
from labeling.export.settling import Judged, Settler
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot
from tests.export.datasets import ODD, adjudicate, as_json_lines, judge_ferry
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

THIRD = Annotator("01890a5d-ac96-774b-bcce-b302099a805a", "Uma")
FIRST = sentence_id(FERRY, 0)


def settled(project: Project, options: Options, labels: tuple[str, ...] = ("hedge", "denial")) -> list[Judged]:
    return list(Settler(Snapshot(project.connection), labels, options).of_article(FERRY[0].id))


def outcome(project: Project, **choices: object) -> Gold | Reason:
    """What the first sentence is settled on."""
    return settled(project, Options(**choices))[0].settlement.outcome  # type: ignore[arg-type]


def test_fewer_annotators_than_wanted_leave_a_sentence_out(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for person in (INES, TOMAS):
            judging.toggle_label(project, person, FIRST, "hedge")
        assert outcome(project, annotators=2) == Gold(State.LABELLED, ("hedge",), "majority")
        assert outcome(project, annotators=3) is Reason.TOO_FEW
        adjudicate(project, FIRST, Verdict(State.NONE))
        assert outcome(project, annotators=3) == Gold(State.NONE, (), "adjudicated")


def test_unsure_judgments_can_be_left_without_a_vote(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, FIRST, "hedge")
        judging.toggle_unsure(project, INES, FIRST)
        assert outcome(project) == Gold(State.LABELLED, ("hedge",), "majority")
        assert outcome(project, unsure=False) is Reason.UNSURE
        judging.judge_none(project, TOMAS, FIRST)
        assert outcome(project) is Reason.TIE
        assert outcome(project, unsure=False) == Gold(State.NONE, (), "majority")
        assert outcome(project, unsure=False, annotators=2) is Reason.UNSURE


def test_judgments_under_other_versions_of_the_codebook_can_be_left_without_a_vote(tmp_path: Path) -> None:
    older, newer = small_codebook(), small_codebook("hedge", "denial")
    with project_with(tmp_path, FERRY) as project:
        judging.toggle_label(project, INES, FIRST, "hedge")
        replace_codebook(project, INES, newer)
        judging.judge_none(project, TOMAS, FIRST)
        assert outcome(project) is Reason.TIE
        assert outcome(project, codebooks=(newer.hash,)) == Gold(State.NONE, (), "majority")
        assert outcome(project, codebooks=(older.hash[:8],)) == Gold(State.LABELLED, ("hedge",), "majority")
        judging.toggle_label(project, INES, sentence_id(FERRY, 1), "hedge")
        second = settled(project, Options(codebooks=(older.hash,)))[1]
        assert second.settlement.outcome is Reason.OTHER_CODEBOOK


def test_an_adjudication_under_another_codebook_does_not_count_when_versions_are_chosen(tmp_path: Path) -> None:
    older, newer = small_codebook(), small_codebook("hedge", "denial")
    with project_with(tmp_path, FERRY) as project:
        adjudicate(project, FIRST, Verdict(State.LABELLED, ("hedge",)))
        replace_codebook(project, INES, newer)
        assert outcome(project, codebooks=(older.hash,)) == Gold(State.LABELLED, ("hedge",), "adjudicated")
        assert outcome(project, codebooks=(newer.hash,)) is Reason.OTHER_CODEBOOK


def test_a_version_that_the_project_does_not_have_is_refused(tmp_path: Path) -> None:
    with (
        project_with(tmp_path, FERRY) as project,
        pytest.raises(Refused, match="no version of the codebook whose hash begins with “feed”"),
    ):
        settled(project, Options(codebooks=("feed",)))


def test_a_label_is_unknown_where_the_codebook_did_not_have_it(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        judging.judge_none(project, INES, FIRST)
        replace_codebook(project, INES, small_codebook("hedge", "quote"))
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        first, second = settled(project, Options(), ("hedge", "quote", "denial"))[:2]
    assert first.settlement.outcome == Gold(State.NONE, (), "majority", unknown=("quote",))
    assert second.settlement.outcome == Gold(State.NONE, (), "majority", unknown=("denial",))


def test_unknown_labels_and_soft_labels_stand_in_json_lines(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for person in (INES, TOMAS, THIRD):
            judging.judge_none(project, person, FIRST)
        judging.toggle_label(project, THIRD, FIRST, "hedge")
        replace_codebook(project, INES, small_codebook("hedge", "quote"))
        (row,) = as_json_lines(project, Options())
    assert (row["labels"], row["state"], row["unknown"]) == ([], "none", ["quote"])
    assert row["shares"] == {"hedge": 0.3333, "quote": None}


def test_sentences_that_were_voted_on_alike_share_one_settlement(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for index in (0, 1):
            judging.judge_none(project, INES, sentence_id(FERRY, index))
        first, second, third, _ = settled(project, Options())
    assert first.settlement is second.settlement is not third.settlement


def test_kinds_and_articles_can_be_chosen(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, ODD) as project:
        judge_ferry(project)
        for index in range(4):
            judging.judge_none(project, INES, sentence_id(ODD, index))
        body = Options(kinds=(Kind.BODY,), articles="source=the | lantern", gold=Policy.ANY)
        assert [row["index"] for row in as_json_lines(project, body)] == [1, 2]
