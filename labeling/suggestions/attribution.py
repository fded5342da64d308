"""What is attributed to whom: a cue and its source."""

from __future__ import annotations

from typing import NamedTuple

from labeling.suggestions.mentions import Mention


class Attribution(NamedTuple):
    """A cue, the tokens `[start, end)`, and the mention that is its source.

    `cue` is the group of the cue and its construction, such as `speech` or `speech.infinitive`; `refuses` says that
    the source would speak but does not.
    """

    start: int
    end: int
    source: Mention
    cue: str
    refuses: bool = False
