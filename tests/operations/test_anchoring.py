"""The pull of suggestions on a project, from the judgments that people make."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import Why
from labeling.domain.articles import SentenceId
from labeling.domain.judgments import Annotator, Origin
from labeling.operations import boundaries, judging, merging, undoing
from labeling.operations.anchoring import Anchored, anchor
from labeling.operations.judging import Circumstances
from labeling.operations.naming import numbers
from labeling.operations.uniting import unite
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, project_with, sentence_id

# The program suggests hedge, anonymous_source, denial and nothing in the ferry; hedge, then two labels in the mill.
MAY, AIDE, DENIED, NOBODY = (sentence_id(FERRY, index) for index in range(4))
SEEMS, MILLER = (sentence_id(MILL, index) for index in range(2))


def on_screen(*labels: str, by: str = "cues@1") -> tuple[dict[str, object], ...]:
    return tuple({"label": label, "score": 0.9, "by": by} for label in labels)


def judge(
    project: Project,
    who: Annotator,
    sentence: SentenceId,
    *labels: str,
    shown: tuple[str, ...] = (),
    seconds: float | None = None,
    origin: Origin = Origin.HAND,
) -> None:
    circumstances = Circumstances(seconds, origin, on_screen(*shown))
    for label in labels:
        judging.toggle_label(project, who, sentence, label, None, circumstances)
    if not labels:
        judging.judge_none(project, who, sentence, circumstances)


def anchored(project: Project, draws: int = 0) -> Anchored:
    found = anchor(project, draws=draws)
    assert found is not None
    return found


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Ines sees suggestions in both articles, Tomás in none, and changes one answer when he sees it afterwards."""
    project = project_with(tmp_path)
    judge(project, INES, MAY, "hedge", shown=("hedge",), seconds=2.0, origin=Origin.SUGGESTION)
    judge(project, INES, AIDE, "on_record", shown=("anonymous_source",), seconds=4.0)
    judge(project, INES, DENIED, "denial", "on_record", shown=("denial",), seconds=6.0)
    judge(project, INES, NOBODY)
    judge(project, INES, SEEMS, shown=("hedge",), seconds=8.0)
    judge(project, TOMAS, MAY, seconds=5.0)
    judge(project, TOMAS, MAY, "hedge", shown=("hedge",), seconds=9.0)
    judge(project, TOMAS, SEEMS, "hedge", seconds=3.0)
    judge(project, TOMAS, NOBODY, "denial")
    return project


def test_what_was_on_screen_came_to_this(project: Project) -> None:
    with project:
        found = anchored(project).figures
    labels = {name: pull.outcome for name, pull in found.labels.items()}
    assert (found.answers, found.shown) == (8, 4)
    assert [(each.accepted, each.by_enter, each.overridden) for each in labels.values()] == [
        (0, 0, 1),
        (0, 0, 0),
        (1, 1, 1),
        (1, 0, 0),
    ]
    assert found.labels["on_record"].added_count == 2
    hedge = found.labels["hedge"].suggested
    assert (hedge.shown.value, hedge.not_shown.value, hedge.difference.value) == (1 / 2, 1 / 2, 0)
    assert found.labels["on_record"].suggested.difference.why == Why.NOT_SUGGESTED  # with too low a score
    assert {name: outcome.shown for name, outcome in found.sources.items()} == {"cues": 4}


def test_an_answer_is_changed_after_the_suggestion_was_seen(project: Project) -> None:
    with project:
        found = anchored(project)
        assert (found.figures.changes.decided, found.figures.changes.nearer, found.figures.changes.farther) == (2, 1, 0)
        assert found.sentences(Behind(Count.NEARER)) == [MAY]


def test_times_are_those_of_first_answers(project: Project) -> None:
    with project:
        seconds = anchored(project).figures.seconds
    assert (seconds.shown.median.value, seconds.not_shown.median.value) == (5.0, 4.0)
    assert (seconds.accepted.median.value, seconds.overridden.median.value) == (4.0, 6.0)
    assert seconds.shown.median.sentences == 4


def test_figures_lead_to_their_sentences_in_the_order_of_the_project(project: Project) -> None:
    with project:
        found = anchored(project)
        listed = {
            behind: found.sentences(behind)
            for behind in (
                Behind(Count.ACCEPTED),
                Behind(Count.OVERRIDDEN),
                Behind(Count.OVERRIDDEN, "hedge", "Ines"),
                Behind(Count.ADDED, "on_record"),
                Behind(Count.ACCEPTED, a="Tomás"),
            )
        }
    assert list(listed.values()) == [[MAY, DENIED], [AIDE, SEEMS], [SEEMS], [AIDE, DENIED], []]


def test_what_is_taken_back_changes_nothing_of_a_first_answer(project: Project) -> None:
    with project:
        judge(project, INES, MILLER, "denial", shown=("denial", "anonymous_source"))
        before = anchored(project).figures.labels["denial"].outcome
        judge(project, INES, NOBODY, "hedge")
        judging.judge_none(project, INES, MILLER)
        undoing.undo(project, INES)
        assert anchored(project).figures.labels["denial"].outcome == before


def test_flags_and_comments_are_no_answers_and_take_no_time(project: Project) -> None:
    with project:
        judging.toggle_unsure(project, TOMAS, MILLER)
        judging.set_comment(project, TOMAS, MILLER, "Who says so?")
        assert anchored(project).figures.answers == 8
        judge(project, TOMAS, MILLER, "denial", seconds=7.0)
        judging.set_comment(project, TOMAS, MILLER, "A miller.")
        found = anchored(project).figures
    assert (found.answers, found.seconds.not_shown.unmeasured) == (9, 0)


def test_where_nothing_was_ever_on_screen_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("suggestions were asked for")

    monkeypatch.setattr("labeling.operations.anchoring.suggester_of", refuse)
    with project_with(tmp_path) as project:
        judge(project, INES, MAY, "hedge")
        judge(project, TOMAS, MAY)
        found = anchored(project)
        assert not found.figures.says_something
        assert found.figures.labels["hedge"].outcome.acceptance.why == Why.NOTHING_SHOWN
        assert found.figures.seconds.difference.why == Why.NOTHING_SHOWN
        assert found.sentences(Behind(Count.ACCEPTED)) == []


def test_sentences_that_are_bounded_otherwise_now_are_left_out(project: Project) -> None:
    with project:
        boundaries.split_sentence(project, INES, MAY, MAY.start + 4)
        found = anchored(project).figures
    assert (found.answers, found.shown) == (6, 3)
    assert found.labels["hedge"].outcome.accepted == 0


def test_people_who_are_one_answered_first_once(project: Project) -> None:
    with project:
        unite(project, TOMAS, INES)
        found = anchored(project).figures
    assert list(found.annotators) == ["Ines"]
    assert (found.answers, found.shown) == (5, 4)


def test_annotators_are_called_as_in_the_rest_of_review(project: Project) -> None:
    with project:
        found = anchor(project, draws=0, naming=numbers)
    assert found is not None
    assert set(found.figures.annotators) == {"Annotator 1", "Annotator 2"}
    balance = found.figures.balance
    assert {*balance.always, *balance.never} == {"Annotator 1", "Annotator 2"}


def test_the_project_and_what_is_merged_into_it_have_the_same_answers(project: Project, tmp_path: Path) -> None:
    with project:
        before = anchored(project, 30).figures
    (tmp_path / "other").mkdir()
    with project_with(tmp_path / "other") as other:
        assert merging.merge(other, [project.path]).refused == []
        assert anchored(other, 30).figures == before


def test_what_another_program_wrote_of_the_screen_is_passed_over(project: Project) -> None:
    strange: tuple[dict[str, object], ...] = ({"label": "no such label", "by": 3}, {"score": 1})
    with project:
        judging.judge_none(project, TOMAS, MILLER, Circumstances(shown=strange))
        found = anchored(project).figures
    assert found.shown == 4


def test_a_cancel_ends_it(project: Project) -> None:
    with project:
        assert anchor(project, cancelled=lambda: True) is None
