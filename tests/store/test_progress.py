from __future__ import annotations

from pathlib import Path

from labeling.operations import judging
from labeling.store import progress
from tests.factories import FERRY, INES, MILL, project_with, sentence_id


def test_the_next_unjudged_goes_on_across_articles_and_round(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        db = project.connection
        assert progress.next_unjudged(db, INES.id, None) == sentence_id(FERRY, 0)
        assert progress.next_unjudged(db, INES.id, sentence_id(FERRY, 1)) == sentence_id(FERRY, 2)
        assert progress.next_unjudged(db, INES.id, sentence_id(FERRY, 3)) == sentence_id(MILL, 0)
        assert progress.next_unjudged(db, INES.id, sentence_id(MILL, 1)) == sentence_id(FERRY, 0)
        for content in (FERRY, MILL):
            for index in range(len(content[1])):
                judging.judge_none(project, INES, sentence_id(content, index))
        assert progress.next_unjudged(db, INES.id, sentence_id(FERRY, 0)) is None


def test_a_sentence_skipped_before_is_found_again_in_its_own_article(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for index in (1, 2, 3):
            judging.exclude(project, INES, sentence_id(FERRY, index))
        assert progress.next_unjudged(project.connection, INES.id, sentence_id(FERRY, 3)) == sentence_id(FERRY, 0)
