"""How right suggestions are in articles that nothing was learned from: those of the random sample."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from labeling.domain.articles import Kind
from labeling.reporting.training import LabelInSample
from labeling.suggestions.learned import LearnedSuggester, Lesson, Model
from labeling.suggestions.learned.features import RULED
from labeling.suggestions.learned.measuring import Sample
from labeling.suggestions.rules import CueRules
from labeling.suggestions.suggestion import Suggestion


class Scored:
    """Takes articles one by one, and measures the rules and what is used on all of them."""

    def __init__(self, rules: CueRules, model: Model) -> None:
        self._rules, self._used = rules, LearnedSuggester(rules, model)
        self._labels = tuple(model.ways)
        self._truth: dict[str, list[int]] = {label: [] for label in self._labels}
        self._articles: dict[str, list[int]] = {label: [] for label in self._labels}
        self._scores: dict[str, list[tuple[float, float]]] = {label: [] for label in self._labels}
        self._read = 0

    def add(self, lesson: Lesson) -> None:
        """Suggest for an article, and keep the scores of what is settled in it."""
        both = zip(
            self._rules.suggest(lesson.text, lesson.sentences),
            self._used.suggest(lesson.text, lesson.sentences),
            strict=True,
        )
        for sentence, known, (by_rules, used) in zip(lesson.sentences, lesson.labels, both, strict=True):
            if sentence.kind is Kind.FURNITURE:
                continue
            for label in self._labels:
                value = known.get(label)
                if value is not None:
                    self._truth[label].append(value)
                    self._articles[label].append(self._read)
                    self._scores[label].append((_score(by_rules, label), _score(used, label)))
        self._read += 1

    def figures(self, draws: int, seed: int) -> list[LabelInSample]:
        """Return the figures of the labels of which something is settled there."""
        return [self._of(label, draws, seed) for label in self._labels if self._truth[label]]

    def _of(self, label: str, draws: int, seed: int) -> LabelInSample:
        truth, articles = np.array(self._truth[label]), np.array(self._articles[label])
        scores, sample = np.array(self._scores[label]), Sample(truth, articles, draws, seed)
        return LabelInSample(
            label=label,
            sentences=len(truth),
            having=int(truth.sum()),
            articles=sample.articles,
            rules=sample.figures(scores[:, 0]) if label in RULED else None,
            used=sample.figures(scores[:, 1]),
        )


def _score(suggestions: Sequence[Suggestion], label: str) -> float:
    return next((each.score for each in suggestions if each.label == label), 0.0)
