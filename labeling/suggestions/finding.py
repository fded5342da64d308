"""What a rule found in a sentence, before it is scored."""

from __future__ import annotations

from typing import NamedTuple

from labeling.domain.articles import Span


class Finding(NamedTuple):
    """One construction in a sentence: what it consists of, by which it is scored, and the words it rests on.

    The parts are those of `resources/cues/scores.toml`, such as `name`, `cue.speech` and `quotation`.
    """

    parts: tuple[str, ...]
    cues: tuple[Span, ...]
