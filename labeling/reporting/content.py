"""What a report says besides the figures: the sentences behind them, and what all was computed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from labeling.reporting.overview import Overview


@dataclass(frozen=True, slots=True)
class Facts:
    """Of what project, up to which day (ISO 8601, UTC; empty without a judgment), and by what it was computed."""

    project: str
    date: str
    hedgerow: str
    codebook: str
    digest: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one annotator said of a sentence: a state and label ids."""

    annotator: str
    state: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence on which annotators differ: `labels` are those that they differ on, `stake` is in units of alpha."""

    sentence: str
    article: str
    text: str
    labels: tuple[str, ...]
    opinions: tuple[Opinion, ...]
    stake: float
    settled: bool


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report is made of. `quotes` are all disagreements, those with the most at stake first."""

    overview: Overview
    facts: Facts
    quotes: Sequence[Quote]
