"""How sure a suggestion is: the parts of what a rule found, weighed by `resources/cues/scores.toml`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from labeling.suggestions.finding import Finding

_DECIMALS = 3


def score(weights: Mapping[str, float], finding: Finding) -> float:
    """Return the share of such findings, in [0, 1], that are right, as far as stories tell that nobody had read.

    `weights` are log odds: `bias`, and one for each part that was met often enough to be weighed. A logistic model, so
    that a finding of parts that were never met together still has a score.
    """
    odds = weights["bias"] + sum(weights.get(part, 0.0) for part in finding.parts)
    return round(1 / (1 + math.exp(-odds)), _DECIMALS)


def best(weights: Mapping[str, float], findings: Iterable[Finding]) -> tuple[float, Finding | None]:
    """Return the highest score among what was found in a sentence, and its finding; the first of equals."""
    top: tuple[float, Finding | None] = (0.0, None)
    for finding in findings:
        value = score(weights, finding)
        if value > top[0]:
            top = (value, finding)
    return top
