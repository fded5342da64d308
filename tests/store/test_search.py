from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.articles import make_article
from labeling.operations import judging
from labeling.store import articles, search
from labeling.store.articles import ArticleFilter, Progress
from tests.factories import FERRY, INES, MILL, article_of, project_with, sentence_id

EMOJI = article_of(["The 🐎 crossed the bridge at Łódź.", "Crossing a bridge is allowed."], name="horse.txt")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ferry", ["ferry.txt"]),
        ("fer", ["ferry.txt"]),
        ("fer ", []),
        ("seems closed", ["mill.txt"]),
        ("closed seems", ["mill.txt"]),
        ('"closed seems"', []),
        ("“seems to have”", ["mill.txt"]),
        ("lodz", []),
        ("łodz", ["horse.txt"]),
        ('broken "quote', []),
        ("AND OR NOT ( * ^ :", []),
        ("", ["ferry.txt", "mill.txt", "horse.txt"]),
    ],
)
def test_what_a_person_types_finds_articles(tmp_path: Path, typed: str, expected: list[str]) -> None:
    with project_with(tmp_path, FERRY, MILL, EMOJI) as project:
        found = articles.ids(project.connection, INES.id, ArticleFilter(query=typed))
        assert [articles.fetch(project.connection, i).name for i in found] == expected


def test_hits_are_spans_of_code_points(tmp_path: Path) -> None:
    with project_with(tmp_path, EMOJI) as project:
        text = EMOJI[0].text
        hits = search.hits(project.connection, EMOJI[0].id, "bridge")
        assert [text[start:end] for start, end in hits] == ["bridge", "bridge"]
        assert search.hits(project.connection, EMOJI[0].id, "viaduct") == ()


def test_a_title_or_source_is_searched_too(tmp_path: Path) -> None:
    named = make_article("Nothing here.", "x.txt", "Locks close", {"source": "The Brenn Lantern"})
    with project_with(tmp_path, (named, ())) as project:
        for typed in ("locks", "lantern"):
            assert articles.ids(project.connection, "", ArticleFilter(query=typed)) == [named.id]


def test_filters_narrow_by_what_one_annotator_did(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        db = project.connection
        judging.set_only_label(project, INES, sentence_id(MILL, 0), "hedge")
        judging.toggle_unsure(project, INES, sentence_id(MILL, 1))
        judging.judge_none(project, INES, sentence_id(MILL, 1))
        judging.set_comment(project, INES, sentence_id(FERRY, 1), "Who?")
        assert articles.ids(db, INES.id, ArticleFilter(Progress.TO_DO)) == [FERRY[0].id]
        assert articles.ids(db, INES.id, ArticleFilter(Progress.UNSURE)) == [MILL[0].id]
        assert articles.ids(db, INES.id, ArticleFilter(Progress.COMMENTED)) == [FERRY[0].id]
        assert articles.ids(db, INES.id, ArticleFilter(label="hedge")) == [MILL[0].id]
        assert articles.ids(db, INES.id, ArticleFilter(label="denial")) == []
        assert articles.ids(db, "someone else", ArticleFilter(Progress.TO_DO)) == [FERRY[0].id, MILL[0].id]


def test_rows_come_in_the_order_asked_for(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.judge_none(project, INES, sentence_id(MILL, 0))
        rows = articles.rows(project.connection, INES.id, [MILL[0].id, FERRY[0].id])
        assert [(row.name, row.judged, row.sentences, row.done) for row in rows] == [
            ("mill.txt", 1, 2, False),
            ("ferry.txt", 0, 4, False),
        ]
