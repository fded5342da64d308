"""What the team settles is a record of its own, with its author, and undone like everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from labeling.domain.changes import ChangeSet
from labeling.domain.errors import Refused
from labeling.domain.judgments import Evidence, State, Verdict
from labeling.operations import adjudicating, judging, undoing
from labeling.operations.digests import digest
from labeling.store import adjudications, judgments
from labeling.store.connection import Project
from tests.factories import FERRY, INES, TOMAS, project_with, sentence_id

FIRST = sentence_id(FERRY, 0)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with(tmp_path) as project:
        judging.set_only_label(project, TOMAS, FIRST, "denial")
        yield project


def settled(project: Project) -> tuple[State, tuple[str, ...], str, str] | None:
    found = [a for a in adjudications.current_of_article(project.connection, FERRY[0].id) if a.sentence == FIRST]
    return (found[0].verdict.state, found[0].verdict.labels, found[0].author, found[0].note) if found else None


STEPS: list[tuple[Callable[[Project], ChangeSet], tuple[State, tuple[str, ...]]]] = [
    (lambda p: adjudicating.toggle_label(p, INES, FIRST, "hedge"), (State.LABELLED, ("hedge",))),
    (lambda p: adjudicating.set_only_label(p, INES, FIRST, "denial"), (State.LABELLED, ("denial",))),
    (lambda p: adjudicating.settle_none(p, INES, FIRST), (State.NONE, ())),
    (lambda p: adjudicating.settle_excluded(p, INES, FIRST), (State.EXCLUDED, ())),
    (
        lambda p: adjudicating.settle_as(
            p, INES, FIRST, Verdict(State.LABELLED, ("hedge",), True, "why?", (Evidence("hedge", 0, 3),))
        ),
        (State.LABELLED, ("hedge",)),
    ),
]


@pytest.mark.parametrize(("step", "expected"), STEPS)
def test_a_decision_is_kept_with_its_author_and_undone(
    project: Project, step: Callable[[Project], ChangeSet], expected: tuple[State, tuple[str, ...]]
) -> None:
    before = digest(project)
    changes = step(project)
    assert (changes.sentences, changes.focus) == ((FIRST,), FIRST)
    assert settled(project) == (*expected, INES.id, "")
    after = digest(project)
    assert undoing.undo(project, INES)
    assert (settled(project), digest(project)) == (None, before)
    assert undoing.redo(project, INES)
    assert (settled(project), digest(project)) == ((*expected, INES.id, ""), after)


@pytest.mark.parametrize("step", [step for step, _ in STEPS[1:]])
def test_saying_the_same_again_changes_nothing(project: Project, step: Callable[[Project], ChangeSet]) -> None:
    step(project)
    assert not step(project)
    assert len(adjudications.history(project.connection, FIRST)) == 1


def test_what_annotators_said_stays_as_it_was(project: Project) -> None:
    adjudicating.settle_none(project, INES, FIRST)
    said = judgments.current(project.connection, FIRST, TOMAS.id)
    assert said is not None
    assert said.verdict.labels == ("denial",)
    assert undoing.undo(project, TOMAS)
    assert settled(project) is not None


def test_a_note_says_why_and_goes_when_the_sentence_is_unsettled(project: Project) -> None:
    with pytest.raises(Refused, match="Settle the sentence first"):
        adjudicating.set_note(project, INES, FIRST, "why")
    adjudicating.toggle_label(project, INES, FIRST, "hedge")
    adjudicating.set_note(project, INES, FIRST, " “may” is epistemic here ")
    adjudicating.toggle_label(project, TOMAS, FIRST, "denial")
    assert settled(project) == (State.LABELLED, ("hedge", "denial"), TOMAS.id, "“may” is epistemic here")
    assert not adjudicating.set_note(project, INES, FIRST, "“may” is epistemic here")
    for label in ("hedge", "denial"):
        adjudicating.toggle_label(project, INES, FIRST, label)
    assert settled(project) is None
    adjudicating.settle_none(project, INES, FIRST)
    assert settled(project) == (State.NONE, (), INES.id, "")


def test_every_decision_stays_in_the_history(project: Project) -> None:
    adjudicating.settle_none(project, INES, FIRST)
    adjudicating.settle_excluded(project, TOMAS, FIRST)
    found = adjudications.history(project.connection, FIRST)
    assert [(record.author, record.verdict.state) for record in found] == [
        (TOMAS.id, State.EXCLUDED),
        (INES.id, State.NONE),
    ]
