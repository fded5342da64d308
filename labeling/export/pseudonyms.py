"""Names that stand for annotators without naming them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

_DIGITS = 10


def pseudonyms(people: Mapping[str, str], project_id: str) -> dict[str, str]:
    """Return a pseudonym for each annotator’s id.

    It is an HMAC-SHA-256 of the id with the project’s random id as its key: the same in every dataset of a project,
    whoever joins later, and not to be undone by trying names. `people` are names by id.
    """
    key = project_id.encode()
    return {
        identifier: f"annotator-{hmac.new(key, identifier.encode(), hashlib.sha256).hexdigest()[:_DIGITS]}"
        for identifier in people
    }
