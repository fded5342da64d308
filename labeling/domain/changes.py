"""What an operation changed: the one thing that refreshes every view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from labeling.domain.articles import SentenceId


class Act(StrEnum):
    """What was done, for the status bar and the undo menu."""

    JUDGED = "judged"
    COMMENTED = "commented"
    FLAGGED = "flagged"
    MARKED = "marked"
    SPLIT = "split"
    JOINED = "joined"
    IMPORTED = "imported"
    CODEBOOK = "codebook"
    SETTLED = "settled"
    MERGED = "merged"
    UNITED = "united"
    ASSIGNED = "assigned"
    SAMPLED = "sampled"
    DISMISSED = "dismissed"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What changed in one transaction.

    `sentences` were judged anew; notes on those in `noted` were dismissed, or are shown again; the sentences of the
    articles in `boundaries` have other spans; `articles` are new.
    `focus` is the sentence to show, when there is one. `undone` is -1 after an undo, 1 after a redo, else 0.
    `everything` is true when another program wrote to the file: whatever is shown may be out of date.
    """

    act: Act
    sentences: tuple[SentenceId, ...] = ()
    noted: tuple[SentenceId, ...] = ()
    boundaries: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    codebook: bool = False
    annotators: bool = False
    focus: SentenceId | None = None
    undone: int = 0
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.sentences
            or self.noted
            or self.boundaries
            or self.articles
            or self.codebook
            or self.annotators
            or self.everything
        )
