"""Suggestions by what was learned, or by the cue rules for the labels that they are better at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from labeling.domain.articles import Kind, Sentence, Span
from labeling.suggestions.learned.arrays import Floats
from labeling.suggestions.learned.features import RULED, Described, describe
from labeling.suggestions.learned.model import Model
from labeling.suggestions.learned.saving import digest_of
from labeling.suggestions.rules import CueRules
from labeling.suggestions.suggestion import Cue, Suggestion

_LEAST = 0.05  # below this a suggestion says no more than that its words occur
_DECIMALS = 3
_MOST_CUES = 3


class LearnedSuggester:
    """Suggests labels as the cue rules do. Every article is read by itself, whatever was read before.

    `by` names the model, and the rules where they are of another version than those that it was trained with, since
    it suggests otherwise with them. Then it is `outdated`: what they find now and never found then has no weight, so
    that it works, but not as well as was measured.
    """

    def __init__(self, rules: CueRules, model: Model) -> None:
        self._rules = rules
        self._model = model
        self._order = (*model.labels, *(label for label in RULED if label not in model.labels))
        self.outdated = rules.by != model.rules
        name = f"model@{digest_of(model)}"
        self.by = f"{name}+{rules.by}" if self.outdated else name

    def suggest(self, text: str, sentences: Sequence[Sentence]) -> list[tuple[Suggestion, ...]]:
        """Return the suggestions for each sentence of an article, in the order of the codebook; none for furniture."""
        return [
            () if sentence.kind is Kind.FURNITURE else self._suggestions(text, described)
            for sentence, described in zip(sentences, describe(self._rules, text, sentences), strict=True)
        ]

    def _suggestions(self, text: str, described: Described) -> tuple[Suggestion, ...]:
        found = dict(described.suggestions)
        model = self._model
        odds, places, values = model.log_odds(described.names)
        for number, (learned, value) in enumerate(zip(model.weighed, model.scores(described, odds), strict=True)):
            suggested = found.pop(learned.label, None)
            score = round(float(value), _DECIMALS)
            if score >= _LEAST:
                cues = suggested.cues if suggested else ()
                if not cues:
                    parts = values * model.weights[places, number]
                    names = [model.vocabulary.names[place] for place in places]
                    cues = _cues(text, _telling(described.words, names, parts))
                found[learned.label] = Suggestion(learned.label, score, cues, self.by)
        return tuple(found[label] for label in self._order if label in found)


def _telling(words: Mapping[str, Span], names: Sequence[str], parts: Floats) -> list[Span]:
    """Return the places of the words that speak for a label most. `parts` are what features add to its log odds."""
    found: list[Span] = []
    for place in np.argsort(-parts, kind="stable").tolist():
        if parts[place] <= 0 or len(found) == _MOST_CUES:
            break
        span = words.get(names[place])
        if span:
            found.append(span)
    return found


def _cues(text: str, spans: Sequence[Span]) -> tuple[Cue, ...]:
    """Return the cues of spans, in order; those with nothing but space between are one, and marks alone are none."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(
        Cue(span.start, span.end, text[span.start : span.end])
        for span in merged
        if any(map(str.isalnum, text[span.start : span.end]))
    )
