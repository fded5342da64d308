"""The model that a project uses: read from its file, or refused, since the file may be someone else’s."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from labeling.domain.errors import Refused
from labeling.store import models

if TYPE_CHECKING:
    from labeling.suggestions.learned import LearnedSuggester


class InUse(NamedTuple):
    """The digest of the model in use, empty when there is none, what suggests with it, and why it can’t be used.

    `outdated`: it was trained with other rules than those that it is used with.
    """

    digest: str = ""
    suggester: LearnedSuggester | None = None
    problem: str = ""

    @property
    def outdated(self) -> bool:
        return self.suggester is not None and self.suggester.outdated


def in_use(db: sqlite3.Connection) -> InUse:
    """Return the model in use. A file whose model is no plain arrays, or another one than it says, has none."""
    digest, content = models.digest_in_use(db), models.in_use(db)
    if content is None:
        return InUse()
    try:
        return InUse(digest, _suggester(digest, content))
    except Refused as refusal:
        return InUse(digest, problem=str(refusal))


@lru_cache(maxsize=2)  # reading a model takes longer than reading an article with it
def _suggester(digest: str, content: bytes) -> LearnedSuggester:
    from labeling.suggestions.learned import LearnedSuggester, digest_of, from_bytes
    from labeling.suggestions.rules import standard_rules

    model = from_bytes(content)
    if digest_of(model) != digest:
        raise Refused("The learned model of this project is another one than the project says; train again.")
    return LearnedSuggester(standard_rules(), model)
