"""The open article and the current sentence, without any widget."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.annotate.place import Place
from desktop.session import Session
from labeling.domain.articles import SentenceId
from labeling.operations import boundaries, judging
from labeling.operations.projects import open_project
from tests.factories import FERRY, MILL, sentence_id


@pytest.fixture
def place(qapp: QApplication, session: Session) -> Place:  # timers of the session need the application
    place = Place(session)
    session.changed.connect(place.take_in)
    return place


def test_an_article_opens_at_its_first_unjudged_sentence(session: Session, place: Place) -> None:
    session.run(judging.judge_none, sentence_id(FERRY, 0))
    session.run(judging.toggle_unsure, sentence_id(FERRY, 1))
    place.open(FERRY[0].id)
    assert place.current == sentence_id(FERRY, 1)
    assert place.tally.judged == 1


@pytest.mark.parametrize(("position", "index"), [(0, 0), (5, 0), (29, 1), (30, 1), (10_000, 3)])
def test_a_code_point_leads_to_its_sentence(place: Place, position: int, index: int) -> None:
    place.open(FERRY[0].id, position)
    assert place.index == index


def test_what_is_not_there_cannot_be_opened(place: Place) -> None:
    with pytest.raises(KeyError):
        place.open("no such article")
    assert not place.try_open("no such article", 0)
    assert place.in_words == ""
    assert place.history == ()


def test_only_what_was_judged_is_told(session: Session, place: Place) -> None:
    place.open(FERRY[0].id)
    told: list[object] = []
    place.judged.connect(told.append)
    place.opened.connect(lambda: told.append("opened"))
    session.run(judging.judge_none, sentence_id(FERRY, 2))
    session.run(judging.judge_none, sentence_id(MILL, 0))
    assert told == [[2]]


def test_history_grows_with_each_judgment_of_the_current_sentence(session: Session, place: Place) -> None:
    place.open(FERRY[0].id)
    assert len(place.history) == 0
    session.run(judging.judge_none, sentence_id(FERRY, 0))
    session.run(judging.exclude, sentence_id(FERRY, 0))
    assert [judgment.verdict.state.value for judgment in place.history] == ["excluded", "none"]
    place.set_index(1)
    place.set_index(0)
    assert [judgment.verdict.state.value for judgment in place.history] == ["excluded", "none"]


def test_another_window_that_judges_moves_nothing(session: Session, place: Place) -> None:
    place.open(FERRY[0].id, 30)
    told: list[object] = []
    place.judged.connect(told.append)
    place.opened.connect(lambda: told.append("opened"))
    place.moved.connect(lambda _: told.append("moved"))
    with open_project(session.project.path) as other:
        judging.judge_none(other, session.annotator, sentence_id(FERRY, 3))
    session.look_elsewhere()
    assert told == [[3]]
    assert place.tally.judged == 1


def test_another_window_that_splits_keeps_the_place_in_the_text(session: Session, place: Place) -> None:
    place.open(FERRY[0].id, sentence_id(FERRY, 2).start)
    with open_project(session.project.path) as other:
        boundaries.split_sentence(other, session.annotator, sentence_id(FERRY, 0), 4)
    session.look_elsewhere()
    assert place.in_words == "Sentence 4 of 5"
    assert place.current == sentence_id(FERRY, 2)


def test_the_next_unjudged_sentence_is_found_across_articles(session: Session, place: Place) -> None:
    place.open(FERRY[0].id, 10_000)
    assert place.next_unjudged() == sentence_id(MILL, 0)
    place.go_to(sentence_id(MILL, 1))
    assert place.next_unjudged() == sentence_id(FERRY, 0)
    assert place.article is not None
    assert place.text_of(0) == "The mill seems to have closed."


def test_nothing_is_open_after_closing(place: Place) -> None:
    place.open(FERRY[0].id)
    place.close()
    assert place.current is None
    with pytest.raises(IndexError):
        place.id_at(0)


def test_going_to_a_sentence_whose_boundaries_moved_goes_to_what_stands_there(place: Place) -> None:
    place.go_to(SentenceId(FERRY[0].id, 2, 7))
    assert place.index == 0
