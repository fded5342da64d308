from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.domain.articles import Span
from labeling.domain.changes import Act
from labeling.domain.judgments import Evidence, Origin, State, Verdict
from labeling.operations import judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.judging import Circumstances
from labeling.store import codebooks, judgments, progress
from labeling.store.connection import Project
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id, small_codebook

FIRST = sentence_id(FERRY, 0)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        yield project


def current(project: Project) -> Verdict | None:
    judgment = judgments.current(project.connection, FIRST, INES.id)
    return judgment.verdict if judgment else None


def test_a_label_is_in_the_log_with_its_circumstances(project: Project) -> None:
    changes = judging.toggle_label(project, INES, FIRST, "hedge", circumstances=Circumstances(seconds=4.5))
    assert changes.sentences == (FIRST,)
    (judgment,) = judgments.history(project.connection, FIRST, INES.id)
    assert judgment.verdict == Verdict(State.LABELLED, ("hedge",))
    assert (judgment.seconds, judgment.origin) == (4.5, Origin.HAND)


def test_labels_stand_in_codebook_order(project: Project) -> None:
    judging.toggle_label(project, INES, FIRST, "denial")
    judging.toggle_label(project, INES, FIRST, "anonymous_source")
    assert current(project) == Verdict(State.LABELLED, ("anonymous_source", "denial"))


def test_words_become_evidence_of_a_label_that_stays_set(project: Project) -> None:
    judging.toggle_label(project, INES, FIRST, "hedge")
    changes = judging.toggle_label(project, INES, FIRST, "hedge", Span(10, 13))
    assert changes.act is Act.MARKED
    assert current(project) == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 10, 13),))


def test_set_only_takes_the_other_labels_and_their_evidence_away(project: Project) -> None:
    judging.toggle_label(project, INES, FIRST, "denial", Span(0, 3))
    judging.set_only_label(project, INES, FIRST, "hedge", Span(10, 13))
    assert current(project) == Verdict(State.LABELLED, ("hedge",), evidence=(Evidence("hedge", 10, 13),))


def test_saying_the_same_again_writes_nothing(project: Project) -> None:
    judging.judge_none(project, INES, FIRST)
    assert not judging.judge_none(project, INES, FIRST)
    assert len(judgments.history(project.connection, FIRST, INES.id)) == 1


def test_comment_and_doubt_decide_nothing(project: Project) -> None:
    judging.set_comment(project, INES, FIRST, "  Who is “they”? ")
    judging.toggle_unsure(project, INES, FIRST)
    assert current(project) == Verdict(unsure=True, comment="Who is “they”?")
    totals = progress.totals(project.connection, INES.id)
    assert (totals.judged, totals.unsure, totals.commented) == (0, 1, 1)


def test_two_annotators_do_not_see_each_other(project: Project) -> None:
    judging.exclude(project, TOMAS, FIRST)
    assert current(project) is None
    assert progress.totals(project.connection, INES.id).judged == 0


def test_progress_counts_what_is_settled(project: Project) -> None:
    for index in range(4):
        judging.judge_none(project, INES, sentence_id(FERRY, index))
    totals = progress.totals(project.connection, INES.id)
    assert (totals.articles, totals.done, totals.sentences, totals.judged) == (2, 1, 6, 4)
    judging.toggle_label(project, INES, FIRST, "hedge")
    judging.toggle_label(project, INES, FIRST, "hedge")
    assert progress.totals(project.connection, INES.id).judged == 3


def test_saying_the_same_under_a_later_codebook_answers_that_one(project: Project) -> None:
    judging.judge_none(project, INES, FIRST)
    earlier = codebooks.current(project.connection).hash
    replace_codebook(project, INES, small_codebook("hedge", "quote"))
    judging.set_comment(project, INES, FIRST, "still none?")
    judging.toggle_unsure(project, INES, FIRST)
    now = judgments.current(project.connection, FIRST, INES.id)
    assert now is not None
    assert (now.verdict.comment, now.verdict.unsure, now.codebook) == ("still none?", True, earlier)
    assert judging.judge_none(project, INES, FIRST)
    now = judgments.current(project.connection, FIRST, INES.id)
    assert now is not None
    assert now.codebook == codebooks.current(project.connection).hash
    assert not judging.judge_none(project, INES, FIRST)


SHOWN = ({"label": "hedge", "score": 0.98, "by": "cues@1"}, {"label": "denial", "score": 0.6, "by": "cues@1"})


def test_an_accepted_suggestion_sets_just_its_labels_and_says_what_was_on_screen(project: Project) -> None:
    judging.set_comment(project, INES, FIRST, "Hm.")
    judging.accept(project, INES, FIRST, ("denial", "hedge"), Circumstances(2.5, shown=SHOWN))
    assert current(project) == Verdict(State.LABELLED, ("hedge", "denial"), comment="Hm.")
    judgment = judgments.history(project.connection, FIRST, INES.id)[0]
    assert (judgment.origin, judgment.shown, judgment.seconds) == (Origin.SUGGESTION, SHOWN, 2.5)
    assert judgment.verdict.evidence == ()


def test_a_label_set_by_hand_says_what_was_on_screen_too(project: Project) -> None:
    judging.set_only_label(project, INES, FIRST, "hedge", circumstances=Circumstances(shown=SHOWN))
    judgment = judgments.history(project.connection, FIRST, INES.id)[0]
    assert (judgment.origin, judgment.shown) == (Origin.HAND, SHOWN)


def test_no_suggestion_can_be_accepted_as_none(project: Project) -> None:
    with pytest.raises(ValueError, match="no label"):
        judging.accept(project, INES, FIRST, (), Circumstances())
    assert current(project) is None
