"""Articles of a few sentences, and what the cue rules suggest for them."""

from __future__ import annotations

from labeling.suggestions.rules import standard_rules
from labeling.suggestions.suggestion import Suggestion
from tests.factories import article_of

SURE = 0.5


def suggestions(*paragraphs: list[str]) -> list[dict[str, Suggestion]]:
    """Return for each sentence the suggestions that are more likely right than wrong, by label."""
    article, sentences = article_of(*paragraphs)
    found = standard_rules().suggest(article.text, sentences)
    return [{each.label: each for each in of_sentence if each.score >= SURE} for of_sentence in found]


def labels(*sentences: str) -> set[str]:
    """Return the labels suggested for the last of these sentences, which are one paragraph."""
    return set(suggestions(list(sentences))[-1])
