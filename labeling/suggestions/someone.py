"""Somebody who is described by a noun that the lexicon does not have: what says something is a person or a body."""

from __future__ import annotations

from labeling.suggestions import flags
from labeling.suggestions.kinds import Determiner, Kind
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens

_LONGEST = 4
_STOPS = flags.BOUNDARY | flags.PUNCTUATION | flags.NUMBER


def find_someone(tokens: Tokens, before: int) -> Mention | None:
    """Return the first noun phrase of the sentence as whoever speaks: “A *conductor* on the late train said”."""
    start = tokens.first
    while start < before and (tokens.bits[start] & (flags.PUNCTUATION | flags.CONJUNCTION) or tokens.quoted[start]):
        start += 1
    found = _phrase(tokens, start, before + 1)
    return found if found is not None and _leads_to(tokens, found.end, before + 1) else None


def _leads_to(tokens: Tokens, end: int, verb: int) -> bool:
    """Whether nothing but what belongs to a noun phrase stands between it and a verb."""
    if end >= verb:
        return True
    depends = flags.PREPOSITION | flags.RELATIVE | flags.COMMA
    if not tokens.bits[end] & depends:
        return False
    closed = tokens.bits[end] & (flags.RELATIVE | flags.COMMA) or tokens.bits[verb - 1] & flags.COMMA
    return bool(closed) or not any(tokens.bits[each] & (flags.AUXILIARY | flags.VERB) for each in range(end, verb))


def someone_behind(tokens: Tokens, verb: int) -> Mention | None:
    """Return the noun phrase behind a verb: “…”, said a *conductor*."""
    return _phrase(tokens, verb + 1, tokens.last)


def _phrase(tokens: Tokens, start: int, limit: int) -> Mention | None:
    if (
        start >= limit
        or tokens.lexemes[start].lemma == "no"
        or not tokens.bits[start] & (flags.INDEFINITE | flags.DEFINITE)
        or tokens.quoted[start]
    ):
        return None
    determiner = Determiner.INDEFINITE if tokens.bits[start] & flags.INDEFINITE else Determiner.DEFINITE
    end = start + 1
    while end < min(limit, start + _LONGEST) and not tokens.bits[end] & _STOPS and not tokens.quoted[end]:
        end += 1
    if end == start + 1 or tokens.bits[end - 1] & flags.DOCUMENT:
        return None
    lemma = tokens.lexemes[end - 1].lemma
    plural = lemma.endswith("s") and not lemma.endswith("ss")
    return Mention(start + 1, end, start, Kind.SOMEONE, determiner, plural, lemma, 0, False)
