"""What the program proposes of a sentence, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that carry a label: the span `[start, end)` of code points in the article, and its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that may apply to a sentence. `score` is the share of such suggestions that are right, in [0, 1].

    `by` names the rules and their version. A label without words of its own in the sentence, such as that of a
    quotation that goes on, has no cues.
    """

    label: str
    score: float
    cues: tuple[Cue, ...]
    by: str
