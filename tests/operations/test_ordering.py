"""What an annotator judges next, over the whole project: unjudged, theirs, and of the sample only in its own order."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.articles import SentenceId
from labeling.domain.orders import Order
from labeling.operations import boundaries, judging, ordering
from labeling.operations.codebooks import replace_codebook
from labeling.operations.handing_out import hand_out
from labeling.operations.ordering import is_next, is_ready, queue, rarest_label
from labeling.operations.projects import open_project
from labeling.operations.steps import Cancelled
from labeling.operations.suggesting import suggest_all, suggester_of, suggestions_of
from labeling.store import annotators, articles, assignments, samples, suggested
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook

QUAY = article_of(["Ada Brume denied it.", "It is long.", "It might rain, an aide said."], name="quay.txt")
BY_SUGGESTIONS = [Order.UNCERTAIN, Order.RARE]


def suggested_in(project: Project, label: str = "") -> set[SentenceId]:
    """The sentences that have a suggestion, of this label or of any."""
    suggest_all(project)
    db = project.connection
    return {
        sentence
        for article_id in articles.ids(db)
        for sentence, suggestions in suggestions_of(db, article_id, suggester_of(db)).items()
        if any(not label or each.label == label for each in suggestions)
    }


def sample(project: Project, *contents: tuple) -> None:  # type: ignore[type-arg]
    with project.write() as db:
        for article, _ in contents:
            samples.put(db, article.id, sampled=True)


@pytest.mark.parametrize("order", BY_SUGGESTIONS)
def test_missing_suggestions_are_made_first(tmp_path: Path, order: Order) -> None:
    with project_with(tmp_path) as project:
        assert not is_ready(project, order)
        assert queue(project, INES, order, "hedge").sentences
        assert is_ready(project, order)


@pytest.mark.parametrize("label", ["hedge", "denial", "anonymous_source"])
def test_likely_positives_are_the_unjudged_with_the_suggestion(tmp_path: Path, label: str) -> None:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        wanted = suggested_in(project, label)
        found = queue(project, INES, Order.RARE, label)
        assert found.label == label
        assert set(found.sentences) == wanted
        assert wanted
        judging.judge_none(project, INES, found.sentences[0])
        assert queue(project, INES, Order.RARE, label).sentences == found.sentences[1:]
        assert queue(project, TOMAS, Order.RARE, label).sentences == found.sentences


def test_a_cleared_sentence_is_to_be_judged_again(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        assert sentence_id(FERRY, 0) not in queue(project, INES, Order.RARE, "hedge").sentences
        judging.toggle_label(project, INES, sentence_id(FERRY, 0), "hedge")
        assert sentence_id(FERRY, 0) in queue(project, INES, Order.RARE, "hedge").sentences


@pytest.mark.parametrize("order", BY_SUGGESTIONS)
def test_the_order_of_the_imports_does_not_matter(tmp_path: Path, order: Order) -> None:
    with (
        project_with(tmp_path, FERRY, MILL, QUAY) as one,
        project_with(tmp_path, QUAY, FERRY, MILL, name="other") as other,
    ):
        assert queue(one, INES, order, "hedge").sentences == queue(other, INES, order, "hedge").sentences


@pytest.mark.parametrize("order", BY_SUGGESTIONS)
def test_the_sample_is_in_no_order_of_a_model(tmp_path: Path, order: Order) -> None:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        before = queue(project, INES, order, "hedge").sentences
        sample(project, FERRY)
        now = queue(project, INES, order, "hedge").sentences
        assert now == tuple(sentence for sentence in before if sentence.article != FERRY[0].id)
        assert now != before
        assert is_next(project, INES, order, now[0])
        assert not is_next(project, INES, order, next(s for s in before if s.article == FERRY[0].id))


def test_the_sample_is_read_as_it_stands_and_no_score_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a score was read")

    for name in ("suggester_of", "all_scores", "suggest_all"):
        monkeypatch.setattr(ordering, name, fail)
    with project_with(tmp_path, QUAY, FERRY, MILL) as project:
        sample(project, MILL, QUAY)
        judging.exclude(project, INES, sentence_id(QUAY, 1))
        wanted = [sentence_id(QUAY, 0), sentence_id(QUAY, 2), sentence_id(MILL, 0), sentence_id(MILL, 1)]
        assert is_ready(project, Order.SAMPLE)
        assert queue(project, INES, Order.SAMPLE).sentences == tuple(wanted)
        assert is_next(project, INES, Order.SAMPLE, wanted[0])
        assert not is_next(project, INES, Order.SAMPLE, sentence_id(FERRY, 0))


def test_the_order_of_the_articles_has_everything(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        everything = [sentence_id(FERRY, place) for place in range(4)] + [sentence_id(MILL, place) for place in (0, 1)]
        assert queue(project, INES, Order.ARTICLE).sentences == tuple(everything)


def test_whoever_has_articles_is_led_through_these_and_others_through_all(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        everything = queue(project, INES, Order.RARE, "hedge").sentences
        with project.write() as db:
            annotators.add(db, INES)
            assignments.put(db, MILL[0].id, INES.id, assigned=True)
        sample(project, QUAY)
        assert {s.article for s in queue(project, INES, Order.RARE, "hedge").sentences} == {MILL[0].id}
        assert queue(project, INES, Order.SAMPLE).sentences == ()
        assert set(queue(project, TOMAS, Order.RARE, "hedge").sentences) == {
            s for s in everything if s.article != QUAY[0].id
        }


def test_a_handout_is_ordered_as_the_project_is(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        with project.write() as db:
            annotators.add(db, INES)
            for article in (QUAY[0], FERRY[0]):
                assignments.put(db, article.id, INES.id, assigned=True)
        found = queue(project, INES, Order.UNCERTAIN).sentences
        hand_out(project, INES, tmp_path / "ines.hedgerow")
    with open_project(tmp_path / "ines.hedgerow") as handout:
        assert queue(handout, INES, Order.UNCERTAIN).sentences == found


def test_without_a_label_it_goes_by_the_one_given_least(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        for place, label in enumerate(("anonymous_source", "on_record", "denial")):
            judging.set_only_label(project, INES, sentence_id(FERRY, place), label)
        assert rarest_label(project.connection) == "hedge"
        judging.set_only_label(project, TOMAS, sentence_id(FERRY, 0), "hedge")
        judging.set_only_label(project, TOMAS, sentence_id(FERRY, 1), "on_record")
        judging.set_only_label(project, TOMAS, sentence_id(FERRY, 2), "denial")
        assert queue(project, INES, Order.RARE).label == "anonymous_source"


def test_a_sentence_that_was_split_or_judged_since_is_not_next(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        first = sentence_id(FERRY, 0)
        assert is_next(project, INES, Order.UNCERTAIN, first)
        judging.judge_none(project, INES, first)
        assert not is_next(project, INES, Order.UNCERTAIN, first)
        assert is_next(project, TOMAS, Order.UNCERTAIN, first)
        boundaries.split_sentence(project, INES, first, first.start + 10)
        assert not is_next(project, TOMAS, Order.UNCERTAIN, first)
        assert not is_next(project, INES, Order.UNCERTAIN, SentenceId("0" * 64, 0, 1))


def test_labels_of_another_codebook_and_what_cannot_be_read_order_nothing(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        suggest_all(project)
        replace_codebook(project, INES, small_codebook("tone"))
        assert queue(project, INES, Order.UNCERTAIN).sentences == ()
        replace_codebook(project, INES, small_codebook())
        assert queue(project, INES, Order.RARE, "hedge").sentences
        with project.write() as db:
            suggested.keep(db, suggester_of(db).by, [(FERRY[0].id, "[[1]]"), (MILL[0].id, "{")])
        assert queue(project, INES, Order.RARE, "hedge").sentences == ()


def test_a_cancel_ends_it(tmp_path: Path) -> None:
    with project_with(tmp_path) as project, pytest.raises(Cancelled):
        queue(project, INES, Order.UNCERTAIN, cancelled=lambda: True)


def test_no_more_than_a_limit_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with project_with(tmp_path, FERRY, MILL, QUAY) as project:
        everything = {order: queue(project, INES, order).sentences for order in (Order.ARTICLE, Order.UNCERTAIN)}
        monkeypatch.setattr(ordering, "MOST", 2)
        for order, sentences in everything.items():
            assert queue(project, INES, order).sentences == sentences[:2]
