"""A sentence as the model sees it: the names of what it has. Training and prediction read it here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from labeling.domain.articles import Sentence, Span
from labeling.suggestions.learned.signs import signs
from labeling.suggestions.learned.terms import parts, tokens, words
from labeling.suggestions.rules import CueRules, Findings
from labeling.suggestions.suggestion import Suggestion

# The labels that the cue rules speak of; of others they say nothing.
RULED = tuple(Findings([], [], []).of_labels())


class Described(NamedTuple):
    """What a sentence has: `names` of features, the places of those that are words, and what the rules suggest."""

    names: frozenset[str]
    words: Mapping[str, Span]
    suggestions: Mapping[str, Suggestion]

    def score(self, label: str) -> float:
        """Return the rules’ score of a label, 0 without a suggestion."""
        suggestion = self.suggestions.get(label)
        return suggestion.score if suggestion else 0.0


def describe(rules: CueRules, text: str, sentences: Sequence[Sentence]) -> list[Described]:
    """Return what each sentence of an article has; of furniture too, which is the context of others."""
    findings = rules.find(text, sentences)
    suggestions = [{each.label: each for each in found} for found in rules.suggest(text, sentences)]
    scores = [{label: found[label].score for label in RULED if label in found} for found in suggestions]
    read = [tokens(text, sentence.start, sentence.end) for sentence in sentences]
    seen = signs(text, sentences, findings, scores, [len(each) for each in read])
    found = []
    for of_tokens, of_signs, suggested in zip(read, seen, suggestions, strict=True):
        of_words = words(of_tokens)
        found.append(Described(frozenset(of_words.keys() | parts(of_tokens) | of_signs), of_words, suggested))
    return found
