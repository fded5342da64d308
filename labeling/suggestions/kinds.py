"""What a noun phrase says of who speaks: a name, a role, an office, a body, a document."""

from __future__ import annotations

from enum import StrEnum

from labeling.suggestions import flags
from labeling.suggestions.reading import Tokens

# What makes “figures” people rather than numbers.
_PROMINENT = frozenset({"senior", "leading", "prominent", "public", "key", "major", "top", "influential", "unnamed"})
_RANKS = frozenset({"senior", "former", "leading", "local", "fellow", "top", "prominent", "veteran", "junior", "young"})
_ONE = frozenset({"a", "an", "one", "another"})


class Kind(StrEnum):
    """What a mention says of who speaks."""

    NAME = "name"
    PERSON = "person"
    OFFICE = "office"
    SPOKESPERSON = "spokesperson"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    GROUP = "group"
    PRONOUN = "pronoun"
    PARTITIVE = "partitive"
    SOMEONE = "someone"


class Determiner(StrEnum):
    """How a noun phrase begins."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    BARE = "bare"


def kind_of(tokens: Tokens, start: int, end: int, lead: int, determiner: Determiner) -> Kind:
    """Return what the words `[start, end)` say of who speaks, of a phrase that begins at `lead` with a determiner."""
    bit = tokens.bits[end - 1]
    if bit & flags.DOCUMENT and bit & flags.CAPITAL and end - start == 1 and _is_plain(tokens, start):
        return Kind.DOCUMENT
    if bit & flags.SPOKESPERSON or _represents(tokens, end):
        return Kind.SPOKESPERSON
    if tokens.lexemes[end - 1].lemma == "figure":
        return Kind.PERSON if _lemma(tokens, start - 1) in _PROMINENT or end - start > 1 else Kind.DOCUMENT
    if bit & flags.CAPITAL and not bit & flags.NOUN and _are_many(tokens, start, end, lead):
        return Kind.GROUP
    if bit & flags.CAPITAL and not bit & flags.NOUN and _is_one_of_many(tokens, start, end, lead):
        return Kind.PERSON
    if bit & flags.CAPITAL and (not bit & flags.ROLE or _is_surname(tokens, start, end, determiner)):
        return (
            Kind.INSTITUTION if bit & flags.INSTITUTION and end - start == 1 and _is_plain(tokens, start) else Kind.NAME
        )
    if bit & flags.PERSON and _lemma(tokens, end - 2) == "chief":
        return Kind.OFFICE  # “the *chief executive*”
    for flag, kind in _KINDS:
        if bit & flag:
            return kind
    return Kind.NAME


def _represents(tokens: Tokens, end: int) -> bool:
    """Whether somebody speaks for a party: “a *representative for* Arlen”."""
    if tokens.lexemes[end - 1].lemma != "representative" or end + 1 >= tokens.last:
        return False
    return tokens.lexemes[end].lemma == "for"


def _is_one_of_many(tokens: Tokens, start: int, end: int, lead: int) -> bool:
    """Whether a name tells of what kind somebody is: “a *Tory*”, “one senior *Liberal*”; not “a defiant *Arlen*”."""
    if end - start > 1 or lead >= start or tokens.lexemes[lead].lemma not in _ONE:
        return False
    return all(tokens.lexemes[each].lemma in _RANKS for each in range(lead + 1, start))


def _are_many(tokens: Tokens, start: int, end: int, lead: int) -> bool:
    """Whether a name in the plural tells of a people: “many *Mexicans*”, “two *Oxmerians*”."""
    counted = lead < start and tokens.bits[lead] & flags.INDEFINITE and tokens.lexemes[lead].lemma not in _ONE
    return bool(counted) and end - start == 1 and tokens.word(start).endswith("s")


def _is_surname(tokens: Tokens, start: int, end: int, determiner: Determiner) -> bool:
    """Whether a role is a name: “Howard Dean”, “the Canal Workers”; “Defence Secretary” is as good as one.

    Not “one Vale Democrat”, “two Harbour Officials”, “an MP”.
    """
    bits = tokens.bits
    if end - start < 2 or not bits[end - 2] & flags.CAPITAL:
        return bool(bits[end - 1] & flags.GROUP and not bits[end - 1] & flags.PLURAL) and _is_titled(tokens, start)
    if bits[end - 1] & flags.PLURAL:
        named = determiner is Determiner.DEFINITE and start > tokens.first + 1
        return named and not bits[end - 1] & flags.GROUP
    return determiner is not Determiner.INDEFINITE


def _is_titled(tokens: Tokens, start: int) -> bool:
    """Whether a capital behind “the” makes a title: “the *Observer*”."""
    return start > tokens.first and tokens.word(start - 1).lower() == "the"


def _lemma(tokens: Tokens, index: int) -> str:
    return tokens.lexemes[index].lemma if index >= tokens.first else ""


def _is_plain(tokens: Tokens, index: int) -> bool:
    """Whether a word may be capitalised only because a sentence begins with it."""
    return index == tokens.first


_KINDS = (
    (flags.OFFICE, Kind.OFFICE),
    (flags.GROUP, Kind.GROUP),
    (flags.PERSON | flags.COLLECTIVE, Kind.PERSON),
    (flags.INSTITUTION, Kind.INSTITUTION),
    (flags.DOCUMENT, Kind.DOCUMENT),
)
