"""The annotator’s own judgments of the same words, and notes that they have put away."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act
from labeling.domain.judgments import Annotator, State, Verdict
from labeling.operations import judging, noting
from labeling.operations.noting import Repetition, Said, dismiss, repetitions_in, show_again
from labeling.operations.steps import Cancelled
from labeling.store import annotators, dismissals
from labeling.store.connection import Project
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id, small_codebook

WORDS = "The port said it had closed the “old” lock (it’s N.B. not safe)."
HERE = article_of([WORDS, "He left.", "Nothing else was known about it then."], name="here.txt")
THERE = article_of(["He left.", WORDS.replace(" ", "  ", 3)], name="there.txt")
TWICE = article_of(["A ship lies off the lock.", "A ship lies\noff the lock.", "A ship lies off."], name="twice.txt")
FIRST, SAME = sentence_id(HERE, 0), sentence_id(THERE, 1)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return project_with(tmp_path, HERE, THERE, TWICE)


def repetitions(project: Project, article_id: str = HERE[0].id, who: Annotator = INES) -> dict[SentenceId, Repetition]:
    return dict(repetitions_in(project.connection, article_id, who.id))


def test_the_same_words_in_another_article_are_found_whatever_the_white_space(project: Project) -> None:
    assert repetitions(project) == {}, "nothing is judged yet"
    judging.set_only_label(project, INES, SAME, "denial")
    said = Said(SAME, Verdict(State.LABELLED, ("denial",)))
    assert repetitions(project) == {FIRST: Repetition((), (said,))}


def test_what_others_judged_is_not_looked_at(project: Project) -> None:
    judging.judge_none(project, TOMAS, SAME)
    judging.judge_none(project, INES, sentence_id(THERE, 0))
    assert repetitions(project) == {}


def test_what_they_judged_under_another_name_is_their_own(project: Project) -> None:
    judging.judge_none(project, TOMAS, SAME)
    with project.write() as db:
        annotators.add(db, INES)
        annotators.log_union(db, TOMAS.id, INES.id, united=True)
        annotators.unite(db)
    assert FIRST in repetitions(project)


def test_what_was_taken_back_no_longer_counts(project: Project) -> None:
    judging.set_only_label(project, INES, SAME, "denial")
    judging.toggle_label(project, INES, SAME, "denial")
    assert repetitions(project) == {}


def test_a_few_words_say_the_same_everywhere(project: Project) -> None:
    judging.judge_none(project, INES, sentence_id(THERE, 0))
    assert sentence_id(HERE, 1) not in repetitions(project)


def test_the_same_words_in_the_article_are_named_judged_or_not(project: Project) -> None:
    one, other = sentence_id(TWICE, 0), sentence_id(TWICE, 1)
    assert repetitions(project, TWICE[0].id) == {one: Repetition((other,), ()), other: Repetition((one,), ())}


def test_comparing_ends_when_nobody_waits_for_it(project: Project) -> None:
    with pytest.raises(Cancelled):
        repetitions_in(project.connection, HERE[0].id, INES.id, lambda: True)


def test_notes_rest_on_suggestions_only_while_these_are_seen() -> None:
    both = Verdict(State.LABELLED, ("anonymous_source", "on_record"))
    codebook = small_codebook()
    assert noting.notes_on(both, None, (), codebook) == ()
    assert [note.name for note in noting.notes_on(both, (), (), codebook)] == ["one_speaker:anonymous_source:on_record"]
    other = Said(SAME, Verdict(State.NONE))
    assert [note.name for note in noting.notes_on(both, None, [other], codebook)] == ["elsewhere"]


def test_a_note_is_put_away_for_one_annotator_and_shown_again(project: Project) -> None:
    changes = dismiss(project, INES, FIRST, "against:hedge")
    assert (changes.act, changes.noted, changes.sentences) == (Act.DISMISSED, (FIRST,), ())
    assert changes
    db = project.connection
    assert dismissals.of_article(db, HERE[0].id, INES.id) == {(FIRST, "against:hedge")}
    assert dismissals.of_article(db, HERE[0].id, TOMAS.id) == set()
    show_again(project, INES, FIRST)
    assert dismissals.of_article(db, HERE[0].id, INES.id) == set()
