"""What training makes of lessons."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labeling.domain.errors import Refused
from labeling.suggestions.learned import CHOSEN, Lesson, Way, to_bytes, train
from labeling.suggestions.rules import standard_rules
from tests.suggestions.learned.storms import FEW_DRAWS, LABELS, LESSONS, trained


def test_a_label_of_ones_own_is_learned_from_words() -> None:
    model, report = trained()
    weather = report.labels[0]
    assert (weather.label, weather.chosen, set(weather.figures)) == ("weather", Way.MODEL, {"model", CHOSEN})
    f1 = weather.figures[CHOSEN].f1
    assert f1.value is not None
    assert f1.low is not None
    assert f1.high is not None
    assert f1.value > 0.85
    assert f1.low <= f1.value <= f1.high
    assert model.ways["weather"] is Way.MODEL


def test_the_rules_keep_a_label_that_they_do_not_do_worse_at() -> None:
    model, report = trained()
    hedge = report.labels[1]
    assert set(hedge.figures) == {"rules", "model", "both", CHOSEN}
    assert hedge.figures["rules"].f1.value == 1
    assert hedge.chosen is model.ways["hedge"] is Way.RULES
    assert model.weights.shape == (len(model.vocabulary.names), 1)


def test_what_is_too_seldom_settled_is_told_and_left_out() -> None:
    model, report = trained()
    assert [need.label for need in report.needs] == ["rare"]
    assert model.labels == LABELS
    assert set(model.ways) == {"weather", "hedge"}


def test_furniture_and_what_is_not_settled_are_not_counted() -> None:
    weather = trained().report.labels[0]
    assert weather.sentences == 12 * 7
    assert weather.having == sum(sum(each.settled("weather")) for each in LESSONS)
    assert weather.articles == 12


@settings(max_examples=3, deadline=None)
@given(st.permutations(LESSONS))
def test_the_order_of_articles_changes_nothing(lessons: list[Lesson]) -> None:
    model, report = train(lessons, standard_rules(), LABELS, draws=FEW_DRAWS)
    assert to_bytes(model) == to_bytes(trained().model)
    assert report == trained().report


def test_another_seed_deals_other_folds() -> None:
    other = train(LESSONS, standard_rules(), LABELS, draws=FEW_DRAWS, seed=1)
    assert other.report.labels[0].figures["model"] != trained().report.labels[0].figures["model"]


def test_near_copies_count_as_one_article() -> None:
    copies = [replace(each, group="copies" if number < 4 else "") for number, each in enumerate(LESSONS)]
    weather = train(copies, standard_rules(), LABELS, draws=FEW_DRAWS).report.labels[0]
    assert weather.articles == 9
    assert weather.sentences == 12 * 7


def test_too_little_of_everything_is_refused() -> None:
    with pytest.raises(Refused, match="No label has enough"):
        train(LESSONS[:3], standard_rules(), LABELS)


def test_steps_are_counted_to_the_end() -> None:
    told: list[tuple[int, int, str]] = []
    train(LESSONS, standard_rules(), ["weather"], draws=FEW_DRAWS, step=lambda *step: told.append(step))
    of = told[0][1]
    assert [step[0] for step in told] == list(range(of + 1))
    assert {step[1] for step in told} == {of}
    assert {step[2] for step in told} == {"", "weather"}
    assert [step[2] for step in told[:12]] == [""] * 12


def test_what_a_step_raises_ends_the_work() -> None:
    def step(done: int, of: int, label: str) -> None:
        if label:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(LESSONS, standard_rules(), LABELS, step=step)


def test_scikit_learn_is_not_imported_to_suggest() -> None:
    code = """if True:
        import sys
        sys.modules.update(sklearn=None, scipy=None, joblib=None, threadpoolctl=None)
        from labeling.suggestions.rules import standard_rules
        from labeling.suggestions.learned import LearnedSuggester, from_bytes
        from tests.suggestions.learned.storms import LESSONS
        suggester = LearnedSuggester(standard_rules(), from_bytes(sys.stdin.buffer.read()))
        for lesson in LESSONS:
            print(suggester.suggest(lesson.text, lesson.sentences))
    """
    content = to_bytes(trained().model)
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    ran = subprocess.run([sys.executable, "-c", code], input=content, capture_output=True, check=True, env=env)
    assert b"label='weather'" in ran.stdout
