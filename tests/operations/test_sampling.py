"""The random sample: whole articles, the same wherever it is drawn, drawn evenly, and a log that merges."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.export.options import Options
from labeling.operations import judging, merging
from labeling.operations.digests import digest
from labeling.operations.exporting import export, export_again
from labeling.operations.projects import open_project
from labeling.operations.sampling import Draw, Sample, draw_sample, plan_sample, sample_of, withdraw_sample
from labeling.operations.showing import is_for_measuring
from labeling.operations.team_words import draw_in_words, sample_in_words
from labeling.store import annotators, samples
from tests.factories import INES, TOMAS, article_of, project_with, sentence_id

STORIES = [
    article_of(
        [f"Story {number} has a line."] + [f"Line {line} of it." for line in range(number % 4)], name=f"{number}"
    )
    for number in range(24)
]


def test_whole_articles_are_drawn_until_there_are_enough_sentences(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        planned = plan_sample(project, 10)
        assert draw_sample(project, 10).everything
        found = sample_of(project)
        assert (found.articles, found.sentences) == (planned.articles, planned.sentences)
        assert planned.among == 24
        assert 10 <= found.sentences <= 13
        drawn = samples.everything(project.connection)
        assert len(drawn) == found.articles
        assert all(is_for_measuring(project.connection, article_id) for article_id in drawn)


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_imports(tmp_path: Path) -> None:
    drawn = []
    for name, stories in (("one", STORIES), ("other", STORIES[::-1])):
        with project_with(tmp_path, *stories, name=name) as project:
            draw_sample(project, 12, seed=3)
            drawn.append(samples.everything(project.connection))
    assert drawn[0] == drawn[1]


def test_a_seed_draws_the_same_on_every_machine(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        draw_sample(project, 6, seed=1)
        names = [a.name for a, _ in STORIES if a.id in samples.everything(project.connection)]
    assert names == ["9", "23"]


def test_every_article_is_drawn_about_equally_often(tmp_path: Path) -> None:
    """A third is drawn 200 times: each about 67 times, ± 5 standard deviations. Long ones are not preferred."""
    counts: Counter[str] = Counter()
    with project_with(tmp_path, *STORIES) as project:
        for seed in range(200):
            draw_sample(project, 20, seed=seed)
            counts.update(samples.everything(project.connection))
            withdraw_sample(project)
    expected = sum(counts.values()) / len(STORIES)
    assert len(counts) == len(STORIES)
    assert all(abs(count - expected) < 5 * expected**0.5 for count in counts.values())


def test_drawing_again_draws_nothing_and_more_adds_to_it(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        draw_sample(project, 10)
        before = samples.everything(project.connection)
        assert not draw_sample(project, 10)
        assert draw_in_words(plan_sample(project, 10, seed=7)) == "The sample has as many sentences already."
        draw_sample(project, 20)
        assert before < samples.everything(project.connection)
        with project_with(tmp_path, *STORIES, name="at once") as other:
            draw_sample(other, 20)
            assert samples.everything(other.connection) == samples.everything(project.connection)


def test_articles_that_somebody_has_begun_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        for story in STORIES[:20]:
            judging.judge_none(project, INES, sentence_id(story, 0))
        untouched = {article.id for article, _ in STORIES[20:]}
        assert plan_sample(project, 1000) == Draw(4, 10, 4)
        draw_sample(project, 1000)
        assert samples.everything(project.connection) == untouched
        assert draw_in_words(plan_sample(project, 1000)) == "There is no article left that it could be drawn from."
        draw_sample(project, 1000, begun=True)
        assert len(samples.everything(project.connection)) == 24


def test_it_is_said_how_far_it_is_judged_and_by_whom(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES[:4]) as project:
        assert sample_in_words(sample_of(project)) == "There is no random sample."
        draw_sample(project, 100)
        judging.judge_none(project, INES, sentence_id(STORIES[1], 0))
        judging.judge_none(project, TOMAS, sentence_id(STORIES[1], 0))
        judging.judge_none(project, TOMAS, sentence_id(STORIES[1], 1))
        judging.toggle_label(project, INES, sentence_id(STORIES[2], 0), "hedge")
        judging.toggle_label(project, INES, sentence_id(STORIES[2], 0), "hedge")
        assert sample_of(project) == Sample(4, 10, 2, {"Ines": 1, "Tomás": 2})
        assert sample_in_words(sample_of(project)) == (
            "The random sample has 4 articles, 10 sentences; someone has judged 2 of them."
        )


def test_two_names_of_one_person_are_one(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES[:4]) as project:
        draw_sample(project, 100)
        judging.judge_none(project, INES, sentence_id(STORIES[1], 0))
        judging.judge_none(project, TOMAS, sentence_id(STORIES[1], 1))
        with project.write() as db:
            annotators.log_union(db, TOMAS.id, INES.id, united=True)
            annotators.unite(db)
        assert sample_of(project).people == {"Ines": 2}


def test_withdrawing_takes_all_out_and_says_nothing_else(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        said = digest(project)
        draw_sample(project, 10)
        assert digest(project) == said
        assert withdraw_sample(project)
        assert sample_of(project) == Sample()
        assert not withdraw_sample(project)
        draw_sample(project, 10)
        assert sample_of(project).articles


@pytest.mark.parametrize("sentences", [0, -3])
def test_a_sample_of_nothing_is_refused(tmp_path: Path, sentences: int) -> None:
    with project_with(tmp_path) as project, pytest.raises(Refused, match="at least one sentence"):
        draw_sample(project, sentences)


def test_samples_come_together_in_a_merge_and_the_latest_word_counts(tmp_path: Path) -> None:
    paths = []
    for name, seed in (("one", 1), ("two", 2)):
        with project_with(tmp_path, *STORIES, name=name) as project:
            draw_sample(project, 8, seed=seed)
            paths.append((project.path, samples.everything(project.connection)))
    with project_with(tmp_path, *STORIES, name="into") as project:
        merging.merge(project, [path for path, _ in paths])
        assert samples.everything(project.connection) == paths[0][1] | paths[1][1]
        withdraw_sample(project)
        merging.merge(project, [path for path, _ in paths])
        assert samples.everything(project.connection) == set()
        withdrawn = project.path
    with open_project(paths[0][0]) as one:
        merging.merge(one, [withdrawn])
        assert samples.everything(one.connection) == set()


def test_a_release_of_the_sample_is_written_again_whatever_was_drawn_since(tmp_path: Path) -> None:
    with project_with(tmp_path, *STORIES) as project:
        draw_sample(project, 10)
        for article_id in samples.everything(project.connection):
            story = next(story for story in STORIES if story[0].id == article_id)
            judging.judge_none(project, INES, sentence_id(story, 0))
        export(project, tmp_path / "out", Options(articles="sample=yes", split=None), name="v1")
        draw_sample(project, 20)
        withdraw_sample(project)
        export_again(project, tmp_path / "again", "v1")
        for path in (tmp_path / "out").iterdir():
            assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()
        export(project, tmp_path / "rest", Options(articles="sample=no", split=None))
        assert (tmp_path / "rest" / "all.jsonl").read_bytes() == (tmp_path / "out" / "all.jsonl").read_bytes()
