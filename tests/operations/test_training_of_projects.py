"""Learning from what a project has settled: what is learned from, what comes of it, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from labeling.domain.errors import Refused
from labeling.operations import judging
from labeling.operations.assigning import assign
from labeling.operations.handing_out import hand_out
from labeling.operations.projects import open_project
from labeling.operations.steps import Cancelled
from labeling.operations.suggesting import suggest, suggest_all, suggester_of
from labeling.operations.trained import learned, put_away
from labeling.operations.training import train
from labeling.store import models, samples, suggested
from labeling.store.connection import Project
from labeling.suggestions.learned import Way
from labeling.suggestions.rules import standard_rules
from tests.factories import INES, article_of, sentence_id
from tests.operations.taught import HEDGE, MONEY, STORIES, sentences_of, story, taught

SEEN = tuple(story(number) for number in range(7))


def content_of(project: Project) -> bytes:
    """The model in use as it lies in the file."""
    found = models.in_use(project.connection)
    assert found is not None
    return found


def test_what_is_learned_is_used_and_its_figures_are_kept(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        made = train(project, draws=20)
        (found,) = made.report.labels
        assert (found.label, found.chosen, found.sentences, found.having, found.articles) == (
            MONEY,
            Way.MODEL,
            48,
            24,
            6,
        )
        assert found.figures["chosen"].f1.value == 1
        assert [need.label for need in made.report.needs] == [HEDGE]
        assert (made.gold, made.report.draws, made.report.seed) == ("majority", 20, 0)
    with open_project(project.path) as again:
        state = learned(again)
        assert (state.training, state.before) == (made, None)
        assert state.in_use.digest == made.report.digest
        assert suggester_of(again.connection).by == f"model@{made.report.digest}"


def test_suggestions_carry_the_model_where_it_was_chosen(tmp_path: Path) -> None:
    with taught(
        tmp_path, *STORIES, article_of(["Noon cost our mill ten crowns of tax 9.", "Rain may fall."])
    ) as project:
        suggest_all(project)
        made = train(project, draws=0)
        assert len(suggested.missing(project.connection, f"model@{made.report.digest}")) == 7
        suggest_all(project)
        money, rain = [each.suggestions for each in suggest(project)][-2:]
        assert [(each.label, each.by) for each in money] == [(MONEY, f"model@{made.report.digest}")]
        assert money[0].score > 0.5
        assert [(each.label, each.by) for each in rain if each.label == HEDGE] == [(HEDGE, standard_rules().by)]
        put_away(project, INES)
        assert [each.suggestions for each in suggest(project)][-2] == ()
        assert suggester_of(project.connection) is standard_rules()
        assert learned(project).training == made


def test_with_too_little_it_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with taught(tmp_path, *STORIES[:4]) as project:
        with pytest.raises(Refused, match="“money” has 16 in 4 and 16 in 4; “hedge” has 0 in 0 and 32 in 4"):
            train(project, draws=0)
        assert models.trainings(project.connection) == []
        assert learned(project).training is None


def test_the_same_gold_and_seed_give_the_same_model_and_another_training_knows_the_one_before(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        first, content = train(project, draws=0), content_of(project)
        second = train(project, draws=0)
        assert content_of(project) == content
        state = learned(project)
        assert (state.training, state.before) == (second, first)
        judging.set_only_label(project, INES, sentence_id(STORIES[0], 0), MONEY)
        train(project, draws=0)
        assert content_of(project) != content


@pytest.mark.parametrize("flipped", [True, False])
def test_nothing_is_learned_from_the_sample_or_its_near_copies(tmp_path: Path, flipped: bool) -> None:
    sampled, copy = SEEN[6], story(6, last="Dawn cost our port nothing of tax 6.")
    with taught(tmp_path, *SEEN[:6], name="without") as project:
        train(project, draws=0)
        content = content_of(project)
    with taught(tmp_path, *SEEN, copy, name="with") as project:
        with project.write() as db:
            samples.put(db, sampled[0].id, sampled=True)
        if flipped:
            for place, sentence in enumerate(sentences_of(sampled)):
                judging.set_only_label(project, INES, sentence, HEDGE if place % 2 else MONEY)
        made = train(project, draws=20)
        assert content_of(project) == content
        assert (made.report.articles, made.copies) == (6, 1)
        (found,) = made.sample
        assert (found.label, found.sentences, found.having, found.articles) == (MONEY, 8, 4, 1)
        assert found.used.f1.value == (0 if flipped else 1)
        assert found.rules is None


def test_a_cancel_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        first = train(project, draws=0)
        judging.set_only_label(project, INES, sentence_id(STORIES[0], 0), MONEY)
        told: list[tuple[int, int]] = []
        with pytest.raises(Cancelled):
            train(project, on_progress=lambda done, of, _: told.append((done, of)), cancelled=lambda: len(told) > 1)
        assert learned(project).training == first
        assert len(models.trainings(project.connection)) == 1
        assert 0 <= told[0][0] < told[1][0] < told[0][1]


@pytest.mark.parametrize("content", [b"", b"\x80\x04cos\nsystem\n(S'touch harm'\ntR.", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_plain_model_is_refused_and_the_rules_suggest(tmp_path: Path, content: bytes) -> None:
    with taught(tmp_path) as project:
        with project.write() as db:
            models.use(db, "0123456789ab", content, "{}")
        state = learned(project)
        assert "damaged or of another kind" in state.in_use.problem
        assert state.in_use.digest == "0123456789ab"
        assert suggester_of(project.connection) is standard_rules()
        train(project, draws=0)
        assert learned(project).in_use.problem == ""


def test_a_model_under_another_name_is_refused_whether_or_not_it_was_loaded_before(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        made = train(project, draws=0)
        content = content_of(project)
        with project.write() as db:
            models.use(db, "0123456789ab", content, "{}")
        assert "another one than the project says" in learned(project).in_use.problem
        with project.write() as db:
            models.use(db, made.report.digest, b"harm", "{}")
        used = learned(project).in_use.suggester
        assert used is None or used.by == f"model@{made.report.digest}"


@pytest.mark.parametrize("report", ["{}", "[]", "nonsense", "[" * 100_000, '{"gold": 1}', "9" * 5_000])
def test_figures_that_cannot_be_read_are_not_shown(tmp_path: Path, report: str) -> None:
    with taught(tmp_path) as project:
        made = train(project, draws=0)
        judging.set_only_label(project, INES, sentence_id(STORIES[0], 0), MONEY)
        content, other = content_of(project), train(project, draws=0)
        with project.write() as db:
            models.use(db, other.report.digest, content_of(project), report)
        assert learned(project).training == other  # those of the same model
        with project.write() as db:
            models.use(db, made.report.digest, content, report)
        with project.write() as db:
            models.put_away(db)
        assert learned(project).training == other


def test_figures_of_another_model_than_the_one_in_use_are_not_shown(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        first, content = train(project, draws=0), content_of(project)
        judging.set_only_label(project, INES, sentence_id(STORIES[0], 0), MONEY)
        train(project, draws=0)
        with project.write() as db:
            models.use(db, first.report.digest, content, "{}")
        state = learned(project)
        assert (state.in_use.digest, state.training, state.before) == (first.report.digest, None, None)


def test_what_was_learned_comes_along_in_a_handout_without_its_figures(tmp_path: Path) -> None:
    with taught(tmp_path) as project:
        made = train(project, draws=0)
        assign(project, ["Ines"], overlap=0)
        hand_out(project, INES, tmp_path / "ines.hedgerow")
    with open_project(tmp_path / "ines.hedgerow") as handout:
        assert suggester_of(handout.connection).by == f"model@{made.report.digest}"
        assert learned(handout).training is None
