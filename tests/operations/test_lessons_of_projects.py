"""What counts as settled, and as known, when something is learned from a project."""

from __future__ import annotations

from pathlib import Path

from labeling.domain.articles import Kind, Sentence
from labeling.export.gold import Policy
from labeling.operations import adjudicating, judging
from labeling.operations.codebooks import replace_codebook
from labeling.operations.lessons import Lessons, read_lessons, supply
from labeling.operations.steps import Steps
from labeling.store.connection import Project
from tests.factories import FERRY, INES, MILL, TOMAS, article_of, project_with, sentence_id, small_codebook
from tests.operations.taught import HEDGE, MONEY, STORIES, story, taught

_UNKNOWN = {"anonymous_source": None, "on_record": None, "hedge": None, "denial": None}
_NONE = dict.fromkeys(_UNKNOWN, 0)


def read(project: Project, gold: Policy = Policy.MAJORITY) -> Lessons:
    return read_lessons(project, gold, Steps(None, lambda: False, rounds=1))


def test_what_is_not_settled_or_no_prose_is_unknown_and_stays_as_context(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        judging.set_only_label(project, INES, sentence_id(FERRY, 0), HEDGE)
        judging.judge_none(project, INES, sentence_id(FERRY, 1))
        judging.exclude(project, INES, sentence_id(FERRY, 2))
        (lesson,) = read(project).seen
        assert lesson.article == FERRY[0].id
        assert tuple(lesson.sentences) == FERRY[1]
        assert list(lesson.labels) == [{**_NONE, HEDGE: 1}, _NONE, _UNKNOWN, _UNKNOWN]
        found = supply(project)
        assert found is not None
        assert (found.articles, found.sentences) == (1, 2)


def test_an_adjudication_comes_before_the_votes_and_the_policy_settles_the_rest(tmp_path: Path) -> None:
    with project_with(tmp_path, FERRY) as project:
        for place in (0, 1):
            judging.set_only_label(project, INES, sentence_id(FERRY, place), HEDGE)
            judging.judge_none(project, TOMAS, sentence_id(FERRY, place))
        adjudicating.settle_none(project, TOMAS, sentence_id(FERRY, 0))
        given = {policy: [labels[HEDGE] for labels in read(project, policy).seen[0].labels] for policy in Policy}
        assert given == {
            Policy.ADJUDICATED: [0, None, None, None],
            Policy.MAJORITY: [0, None, None, None],
            Policy.UNANIMOUS: [0, None, None, None],
            Policy.ANY: [0, 1, None, None],
        }


def test_a_label_that_nobody_was_asked_about_is_unknown(tmp_path: Path) -> None:
    with project_with(tmp_path, MILL) as project:
        judging.set_only_label(project, INES, sentence_id(MILL, 0), HEDGE)
        replace_codebook(project, INES, small_codebook(HEDGE, MONEY))
        judging.judge_none(project, INES, sentence_id(MILL, 1))
        lessons = read(project)
        assert lessons.labels == (HEDGE, MONEY)
        assert list(lessons.seen[0].labels) == [{HEDGE: 1, MONEY: None}, {HEDGE: 0, MONEY: 0}]


def test_near_copies_share_a_group_and_count_as_one_article(tmp_path: Path) -> None:
    copy = story(0, last="Dawn cost our port nothing of tax 0.")
    with taught(tmp_path, *STORIES, copy) as project:
        groups = {lesson.article: lesson.group for lesson in read(project).seen}
        assert groups[copy[0].id] == groups[STORIES[0][0].id]
        assert len(set(groups.values())) == 6
        found = supply(project)
        assert found is not None
        money, hedge = found.labels
        assert (found.articles, money.having, money.articles_having, money.need) == (7, 28, 6, None)
        assert hedge.need is not None
        assert "“Hedge” needs 20 settled sentences that have it" in hedge.need.sentence("Hedge")


def test_furniture_is_context_and_counts_for_nothing(tmp_path: Path) -> None:
    article, (first, second) = MILL
    caption = article, (first, Sentence(second.start, second.end, Kind.FURNITURE, second.paragraph))
    with project_with(tmp_path, caption) as project:
        judging.judge_none(project, INES, sentence_id(caption, 1))
        assert read(project).seen == ()
        judging.judge_none(project, INES, sentence_id(caption, 0))
        found = supply(project)
        assert found is not None
        assert (found.sentences, len(read(project).seen[0].sentences)) == (1, 2)


def test_a_cancel_is_no_answer(tmp_path: Path) -> None:
    with project_with(tmp_path, article_of(["One sentence."])) as project:
        assert supply(project, cancelled=lambda: True) is None
