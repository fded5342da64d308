"""What can suggest labels for the sentences of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from labeling.domain.articles import Sentence
from labeling.suggestions.suggestion import Suggestion


class Suggester(Protocol):
    """Rules, or what was learned. The same text and sentences give the same suggestions wherever they are read."""

    @property
    def by(self) -> str:
        """The name of this version: what another version suggests has another name."""
        ...

    def suggest(self, text: str, sentences: Sequence[Sentence]) -> list[tuple[Suggestion, ...]]:
        """Return the suggestions for each sentence, in the order of the codebook."""
        ...
