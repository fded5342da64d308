"""Whose verb a verb is: the mention that is its subject, found by walking from the verb without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from labeling.suggestions import flags
from labeling.suggestions.kinds import Kind
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens

_BETWEEN = flags.ADVERB | flags.AUXILIARY | flags.NEGATION
_LETTERS = frozenset(
    {"statement", "letter", "email", "e-mail", "tweet", "message", "note"}
)  # words of whom they are by
_LONGEST_PHRASE = 8  # tokens between a description and the comma before its name
_CLOSING = {",", ")", "]", "—", "–", "-"}


@dataclass(frozen=True, slots=True)
class Approach:
    """What stands directly before a verb. `index` is the last token that does not belong to the verb’s own group."""

    index: int
    negated: bool
    passive: bool
    infinitive: bool
    modal: bool
    perfect: bool


def approach(tokens: Tokens, verb: int) -> Approach:
    """Walk left from a verb over what stands between it and its subject: “has also repeatedly not *said*”."""
    bits = tokens.bits
    negated = passive = infinitive = modal = perfect = False
    index = verb - 1
    while index >= tokens.first and not tokens.quoted[index]:
        bit = bits[index]
        if bit & _BETWEEN and not bit & flags.CAPITAL and (bit & flags.ADVERB or not bit & flags.INDEFINITE):
            negated |= bool(bit & flags.NEGATION)
            passive |= bool(bit & flags.BE)
            modal |= bool(bit & flags.MODAL)
            perfect |= bool(bit & flags.HAVE)
        elif tokens.lexemes[index].lemma == "to":
            infinitive = True
        elif bit & flags.TIME:
            index = _before_time(tokens, index)
            continue
        else:
            break
        index -= 1
    return Approach(index, negated, passive, infinitive, modal, perfect)


def _before_time(tokens: Tokens, index: int) -> int:
    """Step over “on Monday”, “last week”, “Monday”."""
    index -= 1
    if index >= tokens.first and tokens.bits[index] & (flags.TIME | flags.DEFINITE):
        index -= 1
    if index >= tokens.first and tokens.bits[index] & flags.PREPOSITION:
        index -= 1
    return index


class Reach(StrEnum):
    """Over what the subject was found."""

    ADJACENT = ""
    CLOSED = ".closed"  # a comma stands before the verb: “Arlen, who ran the board, said”
    COORDINATED = ".coordinated"  # “Arlen rose and said”
    PHRASE = ".phrase"  # a phrase stands between: “people in the room said”
    OPEN = ".open"  # something else does


def subject_of(tokens: Tokens, mentions: Sequence[Mention], before: Approach) -> tuple[Mention | None, Reach]:
    """Return the subject of a verb, and over what it was found."""
    at = before.index
    if at < tokens.first:
        return None, Reach.OPEN
    adjacent = ending_at(mentions, at)
    if adjacent is not None and (relative := _governing_relative(tokens, adjacent, at)) is not None:
        return _antecedent(tokens, mentions, relative), Reach.CLOSED
    if adjacent is not None and not adjacent.subordinate:
        return adjacent, Reach.ADJACENT
    bit = tokens.bits[at]
    if bit & flags.RELATIVE:
        return _antecedent(tokens, mentions, at), Reach.ADJACENT
    if bit & flags.CONJUNCTION or before.infinitive:
        return first_of_clause(tokens, mentions, at), Reach.COORDINATED
    closes = tokens.word(at) in _CLOSING or bool(tokens.quoted[at])
    found = _walk(tokens, mentions, at, closes=closes)
    if closes or found is None:
        return found, Reach.CLOSED
    between = tokens.bits[found.end] | tokens.bits[min(found.end + 1, at)]
    depends = flags.PREPOSITION | flags.RELATIVE  # “people *close to* Arlen say”, “people *who* know him say”
    return found, Reach.PHRASE if between & depends else Reach.OPEN


def _governing_relative(tokens: Tokens, mention: Mention, at: int) -> int | None:
    """Return the relative pronoun of whose verb a mention is the object: “keepers *who* read the *report* said”."""
    relative = _last_relative(tokens, at)
    if relative is None or mention.lead - relative < 2 or (mention.kind is Kind.PRONOUN and mention.lemma != "it"):
        return None
    stops = flags.PUNCTUATION | flags.SUBORDINATOR
    if any(tokens.bits[index] & stops for index in range(relative + 1, mention.lead)):
        return None
    return relative


def ending_at(mentions: Sequence[Mention], index: int) -> Mention | None:
    """Return the mention whose last token this is."""
    return next((mention for mention in mentions if mention.end == index + 1), None)


def first_of_clause(tokens: Tokens, mentions: Sequence[Mention], at: int) -> Mention | None:
    """Return the first mention that can be a subject, in the clause that ends at a token."""
    start = tokens.first
    for index in range(at, tokens.first, -1):
        if tokens.word(index) in {";", ":"} and not tokens.quoted[index]:
            start = index
            break
    if any(tokens.bits[each] & flags.SUBORDINATOR and not tokens.quoted[each] for each in (start, min(start + 1, at))):
        start = next((i for i in range(start, at) if tokens.bits[i] & flags.COMMA and not tokens.quoted[i]), start)
    for mention in mentions:
        if start <= mention.start <= at and not mention.subordinate and mention.kind is not Kind.DOCUMENT:
            return named_beside(tokens, mentions, mention)
    return None


def _walk(tokens: Tokens, mentions: Sequence[Mention], at: int, *, closes: bool) -> Mention | None:
    """Return the nearest mention on the left that can be the subject, over phrases and clauses that depend on it."""
    relative = _last_relative(tokens, at)
    if relative is not None:
        found = _antecedent(tokens, mentions, relative)
        if found is not None:
            return found
    if closes:
        first = first_of_clause(tokens, mentions, at)
        behind = flags.PUNCTUATION | flags.PREPOSITION | flags.RELATIVE
        if first is not None and first.end < at and tokens.bits[first.end] & behind:
            return first
    for mention in reversed(mentions):
        if mention.end > at + 1 or mention.subordinate or mention.kind is Kind.PRONOUN:
            continue
        if not closes and _has_verb(tokens, mention.end, at + 1):
            return None
        return named_beside(tokens, mentions, mention)
    return None


def _last_relative(tokens: Tokens, at: int) -> int | None:
    for index in range(at, tokens.first, -1):
        if tokens.quoted[index] or tokens.word(index) in {";", ":"}:
            return None
        if tokens.bits[index] & flags.RELATIVE and not tokens.bits[index - 1] & flags.CONJUNCTION:
            return index
    return None


def _antecedent(tokens: Tokens, mentions: Sequence[Mention], relative: int) -> Mention | None:
    """Return what a relative pronoun stands for: the mention before it, over phrases that depend on that."""
    for mention in reversed(mentions):
        if mention.end > relative or mention.kind is Kind.PRONOUN or mention.owner:
            continue
        if mention.behind & flags.PREPOSITION and mention.end < relative - 2:
            continue
        if mention.behind & flags.PREPOSITION:
            return _walk_left_of(tokens, mentions, mention) or named_beside(tokens, mentions, mention)
        return named_beside(tokens, mentions, mention)
    return None


def _walk_left_of(tokens: Tokens, mentions: Sequence[Mention], inner: Mention) -> Mention | None:
    """Return the person on whom a phrase depends: “a *lawyer* for the board, who …”."""
    for mention in reversed(mentions):
        if mention.end > inner.lead:
            continue
        near = inner.lead - mention.end <= 2
        if near and mention.kind in {Kind.PERSON, Kind.OFFICE, Kind.SPOKESPERSON, Kind.GROUP}:
            return named_beside(tokens, mentions, mention)
        return None
    return None


def named_beside(tokens: Tokens, mentions: Sequence[Mention], mention: Mention) -> Mention:
    """Return the name that stands beside a description: “Petra Lomm, chief *economist* at the bank,”; else itself."""
    if mention.kind in {Kind.NAME, Kind.PRONOUN}:
        return mention
    if mention.behind & flags.CONJUNCTION:
        first = ending_at(mentions, mention.lead - 2)
        name = named_beside(tokens, mentions, first) if first is not None and first.kind is not Kind.NAME else None
        if name is not None and name.kind is Kind.NAME:
            return name  # “Petra Lomm, an economist and former *adviser*,”
    comma = mention.lead - 1
    if comma > tokens.first and tokens.word(comma) in {",", "—", "–", "("}:
        name = ending_at(mentions, comma - 1)
        closes = mention.end < tokens.last and tokens.bits[mention.end] & flags.COMMA
        closes = closes or (name is not None and tokens.lexemes[name.lead - 1].lemma == "by")
        if name is not None and name.kind is Kind.NAME and not name.owner and (closes or not name.subordinate):
            return name  # “by Petra Lomm, a *printer*, who said”
    return _named_behind(tokens, mentions, mention) or mention


def _named_behind(tokens: Tokens, mentions: Sequence[Mention], mention: Mention) -> Mention | None:
    """Return the name behind a description: “a *lawyer* for the board, Petra Lomm, said”, “*another*, Ada Brume”."""
    end = mention.end
    if end < tokens.last and tokens.bits[end] & flags.PREPOSITION:
        inside = (flags.PUNCTUATION | flags.VERB | flags.AUXILIARY) & ~flags.COMMA
        limit = min(tokens.last, end + _LONGEST_PHRASE)
        while end < limit and not tokens.bits[end] & (inside | flags.COMMA):
            end += 1
    if end + 1 >= tokens.last or not tokens.bits[end] & flags.COMMA:
        return None
    for other in mentions:
        if other.lead == other.start == end + 1 and other.kind is Kind.NAME and not other.owner:
            closing = other.end < tokens.last and tokens.bits[other.end] & (flags.PUNCTUATION | flags.PREPOSITION)
            return other if closing else None
    return None


def _has_verb(tokens: Tokens, start: int, end: int) -> bool:
    return any(_is_finite(tokens, index) and not tokens.quoted[index] for index in range(start, end))


def _is_finite(tokens: Tokens, index: int) -> bool:
    """Whether a word is a verb, and no noun that looks like one: “the *council’s* side”, “the *state* board”."""
    bit = tokens.bits[index]
    if not bit & (flags.AUXILIARY | flags.VERB) or bit & flags.POSSESSIVE:
        return False
    before = tokens.bits[index - 1] & (flags.DEFINITE | flags.INDEFINITE | flags.POSSESSIVE | flags.PREPOSITION)
    return not (before and bit & (flags.ALSO_NOUN | flags.NOUN))


def author_of(tokens: Tokens, mentions: Sequence[Mention], document: Mention) -> Mention | None:
    """Return who made a document, if that is said: “a study *by Oxmere University*”."""
    if document.lemma in _LETTERS:
        owner = next((m for m in mentions if m.owner and document.lead <= m.start and m.end < document.end), None)
        if owner is not None and owner.kind in {Kind.NAME, Kind.INSTITUTION}:
            return owner  # “*Dorn’s* statement said”
    follows = (m for m in mentions if m.lead == document.end + 1 and m.kind in {Kind.NAME, Kind.INSTITUTION})
    return next(follows, None) if tokens.word(document.end) in {"by", "from"} else None


def behind_opening(tokens: Tokens, mentions: Sequence[Mention], before: Approach) -> Mention | None:
    """Return a name without comma behind the phrase that opens a sentence: “In a talk at the mill *Arlen* said”."""
    opens = tokens.bits[tokens.first] & flags.PREPOSITION or tokens.word(tokens.first) in {"In", "At", "On", "After"}
    name = ending_at(mentions, before.index) if opens else None
    return name if name is not None and name.kind is Kind.NAME and not name.owner else None
