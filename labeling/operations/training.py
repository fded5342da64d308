"""Learning to suggest from what a project has settled. What is learned is used at once; what it is worth is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from labeling.domain.codebooks import Codebook
from labeling.domain.errors import Refused
from labeling.export.gold import Policy
from labeling.operations.lessons import Lessons, count_labels, read_lessons
from labeling.operations.reporting import Progress
from labeling.operations.steps import Steps
from labeling.operations.trained import as_text, latest
from labeling.reporting.training import LabelInSample, Training
from labeling.store import codebooks, models
from labeling.store.connection import Project

if TYPE_CHECKING:
    from labeling.suggestions.learned import Lesson, Model
    from labeling.suggestions.rules import CueRules

_ROUNDS = 1


def train(
    project: Project,
    *,
    gold: Policy = Policy.MAJORITY,
    seed: int = 0,
    draws: int = 1000,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Training:
    """Learn from what is settled, use it for suggestions from now on, and return how right it is.

    The project is read as it is at the start, and written once at the end. Of the random sample nothing is learned.
    `on_progress` gets the steps done, those in all, and the label at hand. The same gold and seed give the same model.
    Raises Cancelled, and Refused when no label has enough to be learned: then nothing has changed.
    """
    from labeling.suggestions.learned import to_bytes
    from labeling.suggestions.learned import train as learn
    from labeling.suggestions.rules import standard_rules

    lessons = read_lessons(project, gold, Steps(None, cancelled, _ROUNDS))
    _check(lessons, codebooks.current(project.connection))
    rules, steps = standard_rules(), Steps(on_progress, cancelled, _ROUNDS)

    def follow(done: int, of: int, label: str) -> None:
        if done == 0:
            steps.begin_round(of)
        steps.at(done, label)

    trained = learn(lessons.seen, rules, lessons.labels, seed=seed, draws=draws, step=follow)
    sample = _measure(lessons.sample, rules, trained.model, draws, seed, steps)
    content = as_text(gold, lessons.codebook, trained.report, sample, lessons.copies)
    with project.write() as db:
        models.use(db, trained.report.digest, to_bytes(trained.model), content)
        made = latest(db)
    if made is None:
        raise ValueError("the figures of a training can’t be read")
    return made


def _check(lessons: Lessons, codebook: Codebook) -> None:
    """Raise Refused, saying how much there is of each label, when none has enough."""
    from labeling.suggestions.learned import LEAST_ARTICLES, LEAST_SENTENCES

    counts = count_labels(lessons)
    if any(each.need is None for each in counts):
        return
    names = {label.id: label.name for label in codebook.labels}
    found = "; ".join(
        f"“{names.get(each.label, each.label)}” has {each.having} in {each.articles_having} "
        f"and {each.lacking} in {each.articles_lacking}"
        for each in counts
    )
    raise Refused(
        f"No label can be learned yet: it takes {LEAST_SENTENCES} settled sentences that have it and {LEAST_SENTENCES} "
        f"that do not, each in {LEAST_ARTICLES} different articles, and {found}."
    )


def _measure(
    lessons: Sequence[Lesson], rules: CueRules, model: Model, draws: int, seed: int, steps: Steps
) -> list[LabelInSample]:
    """Return how right rules and model are on articles of which nothing was learned, for labels settled there."""
    from labeling.operations.sample_figures import Scored

    scored = Scored(rules, model)
    for lesson in lessons:
        steps.at(0)
        scored.add(lesson)
    return scored.figures(draws, seed)
