"""Suggestions are derived from the texts: kept, made anew when outdated, and never more than what the codebook has."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.operations import boundaries
from labeling.operations.codebooks import replace_codebook
from labeling.operations.digests import digest
from labeling.operations.steps import Cancelled
from labeling.operations.suggesting import suggest, suggest_all, suggester_of, suggestions_of
from labeling.store import articles, suggested
from tests.factories import FERRY, INES, MILL, project_with, sentence_id, small_codebook


def test_kept_suggestions_are_those_that_are_made(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        db, suggester = project.connection, suggester_of(project.connection)
        fresh = [suggestions_of(db, content[0].id, suggester) for content in (FERRY, MILL)]
        said = digest(project)
        suggest_all(project)
        assert suggested.missing(db, suggester.by) == []
        assert [suggestions_of(db, content[0].id, suggester) for content in (FERRY, MILL)] == fresh
        assert fresh[0][sentence_id(FERRY, 0)]
        assert digest(project) == said


def test_what_is_suggested_does_not_depend_on_the_order_of_import(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY, MILL) as one, project_with(tmp_path, MILL, FERRY, name="other") as other:
        found = [{each.sentence: each.suggestions for each in suggest(project)} for project in (one, other)]
    assert found[0] == found[1]


def test_a_split_sentence_gets_suggestions_of_its_own(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        suggest_all(project)
        db, suggester = project.connection, suggester_of(project.connection)
        boundaries.split_sentence(project, INES, sentence_id(FERRY, 0), FERRY[1][0].start + 10)
        assert suggested.missing(db, suggester.by) == [FERRY[0].id]
        spans = {sentence.span for sentence in articles.sentences_of(db, FERRY[0].id)}
        assert {each.span for each in suggestions_of(db, FERRY[0].id, suggester)} <= spans
        suggest_all(project)
        assert suggested.missing(db, suggester.by) == []


def test_labels_that_the_codebook_lacks_are_not_suggested(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        suggest_all(project)
        replace_codebook(project, INES, small_codebook("hedge", "tone"))
        found = [suggestion.label for each in suggest(project) for suggestion in each.suggestions]
        assert set(found) == {"hedge"}


@pytest.mark.parametrize("content", ["no JSON", "[[1]]", '[["a", "b", "hedge", "c", "d", 1]]', "[1]"])
def test_what_cannot_be_read_is_made_anew(tmp_path: Path, content: str) -> None:
    with project_with(tmp_path) as project:
        db, suggester = project.connection, suggester_of(project.connection)
        fresh = suggestions_of(db, FERRY[0].id, suggester)
        with project.write():
            suggested.keep(db, suggester.by, [(FERRY[0].id, content)])
        assert suggestions_of(db, FERRY[0].id, suggester) == fresh


def test_what_was_made_before_a_cancel_stays(tmp_path: Path) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 1

    with project_with(tmp_path) as project:
        with pytest.raises(Cancelled):
            suggest_all(project, cancelled=cancelled)
        suggest_all(project)
        assert suggested.missing(project.connection, suggester_of(project.connection).by) == []
