"""Where sentences begin and end after people have split and joined them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from enum import StrEnum

from labeling.domain.articles import Sentence


class Edit(StrEnum):
    """What an edit says of a position: a sentence begins there, or no longer does."""

    SPLIT = "split"
    JOIN = "join"


def bounded(first: Sequence[Sentence], starts: Collection[int], text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text that begin at `starts`, given those that it had at first.

    Each has the kind and the paragraph of the first sentence that it begins in, and ends before the white space in
    front of the next one. So the outcome depends only on where sentences begin, not on the order of the edits.
    """
    begins = sorted({first[0].start, *starts})
    places = [sentence.start for sentence in first]
    result = []
    for start, following in zip(begins, [*begins[1:], None], strict=True):
        origin = first[bisect_right(places, start) - 1]
        last = first[(len(places) if following is None else bisect_right(places, following - 1)) - 1]
        halved = following is not None and following < last.end
        end = start + len(text[start:following].rstrip()) if halved else last.end
        result.append(Sentence(start, end, origin.kind, origin.paragraph))
    return tuple(result)
