"""The words of a sentence and their parts, the same ones whenever it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from labeling.domain.articles import Span

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s\ud800-\udfff]")  # half a surrogate pair could not be saved
_PLAIN = str.maketrans("“”‘’", "\"\"''")
_MOST_TOKENS = 600  # of a sentence that are read: a list without full stops must not take the time of a book
_LONGEST = 30  # letters of a word that are read
_PARTS = (3, 4, 5)


class Token(NamedTuple):
    """A word or a mark: how it is compared, and its span `[start, end)` of code points in the article."""

    term: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a span: lower case, plain quotation marks, and 0 for whatever begins with a digit."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        term = match[0].lower().translate(_PLAIN)[:_LONGEST]
        found.append(Token("0" if term[0].isdigit() else term, *match.span()))
        if len(found) == _MOST_TOKENS:
            break
    return found


def words(read: Sequence[Token]) -> dict[str, Span]:
    """Return the words and the pairs of neighbouring ones, with the place of the first of each; edges are ^ and $."""
    found: dict[str, Span] = {}
    for token in read:
        found.setdefault(f"w={token.term}", Span(token.start, token.end))
    if read:
        first, last = read[0], read[-1]
        found[f"w=^ {first.term}"] = Span(first.start, first.end)
        for one, other in pairwise(read):
            found.setdefault(f"w={one.term} {other.term}", Span(one.start, other.end))
        found[f"w={last.term} $"] = Span(last.start, last.end)
    return found


def parts(read: Sequence[Token]) -> set[str]:
    """Return the runs of three to five characters of the words, whose edges are ^ and $."""
    found: set[str] = set()
    for term in {token.term for token in read}:
        found.update(_parts(term))
    return found


@lru_cache(maxsize=1 << 15)
def _parts(term: str) -> tuple[str, ...]:
    if len(term) < min(_PARTS) or not term[0].isalpha():
        return ()
    edged = f"^{term}$"
    return tuple(f"c={edged[place : place + size]}" for size in _PARTS for place in range(len(edged) - size + 1))
