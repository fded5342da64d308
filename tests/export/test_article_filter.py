"""Conditions on articles, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.export.article_filter import chosen_articles, parse_conditions
from labeling.store import articles, samples
from labeling.store.connection import Project
from labeling.store.snapshots import Snapshot
from tests.factories import article_of, project_with

STORIES = {
    "early": ("The ferry sailed.", {"source": "The Lantern", "date": "2031-01-05", "Section": "Harbour [north]"}),
    "late": ("The ferry may sink.", {"source": "The Brenn Lantern", "date": "2031-03-01"}),
    "bare": ("The mill closed.", {}),
}


def project_of_stories(folder: Path) -> Project:
    project = project_with(folder, *(article_of([text], name=name) for name, (text, _) in STORIES.items()))
    with project.write() as db:
        for name, (_, metadata) in STORIES.items():
            (article_id,) = articles.named(db, name)
            set_metadata(project, article_id, metadata)
    return project


def set_metadata(project: Project, article_id: str, metadata: dict[str, str]) -> None:
    import json

    project.connection.execute("UPDATE articles SET metadata = ? WHERE id = ?", (json.dumps(metadata), article_id))


@pytest.mark.parametrize(
    ("conditions", "names"),
    [
        ("source=The Lantern", {"early"}),
        ("source = the lantern", {"early"}),
        ("source=*lantern", {"early", "late"}),
        ("source!=The Lantern", {"late", "bare"}),
        ("section=Harbour [north]", {"early"}),
        ("date>=2031-01-05", {"early", "late"}),
        ("date>2031-01-05", {"late"}),
        ("date<2031-02-01; source=*", {"early"}),
        ("name=bare", {"bare"}),
        ("ferry", {"early", "late"}),
        ("ferry; date<=2031-02-01", {"early"}),
        ("nothing=of that", set()),
        ("ferry;;", {"early", "late"}),
    ],
)
def test_conditions_choose_articles(tmp_path: Path, conditions: str, names: set[str]) -> None:
    with project_of_stories(tmp_path) as project:
        snapshot = Snapshot(project.connection)
        chosen = chosen_articles(snapshot, conditions)
        assert chosen is not None
        assert {snapshot.article(article_id).name for article_id in chosen} == names


@pytest.mark.parametrize("text", ["", "  ", " ; "])
def test_without_a_condition_all_articles_are_chosen(tmp_path: Path, text: str) -> None:
    with project_of_stories(tmp_path) as project:
        assert chosen_articles(Snapshot(project.connection), text) is None


def test_a_condition_without_a_value_is_refused() -> None:
    with pytest.raises(Refused, match="“source=” says nothing after “=”"):
        parse_conditions("ferry; source=")


def test_the_random_sample_can_be_asked_for(tmp_path: Path) -> None:
    with project_of_stories(tmp_path) as project:
        early, late, bare = articles.ids(project.connection)
        with project.write() as db:
            samples.put(db, early, sampled=True)
            samples.put(db, late, sampled=True)
            samples.put(db, late, sampled=False)
        snapshot = Snapshot(project.connection)
        assert chosen_articles(snapshot, "sample=yes") == {early}
        assert chosen_articles(snapshot, "sample=no") == {late, bare}
        assert chosen_articles(snapshot, "sample!=yes; source=The*") == {late}


def test_what_an_article_says_of_itself_comes_before_the_sample(tmp_path: Path) -> None:
    with project_of_stories(tmp_path) as project:
        early, *_ = articles.ids(project.connection)
        set_metadata(project, early, {"sample": "A-17"})
        assert chosen_articles(Snapshot(project.connection), "sample=A-*") == {early}
