"""Mentions: the runs of words that name or describe somebody who may speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from labeling.suggestions import flags
from labeling.suggestions.inflection import Form
from labeling.suggestions.kinds import Determiner, Kind, kind_of
from labeling.suggestions.reading import Tokens

_FARTHEST_DETERMINER = 7
_COUNTS = flags.INDEFINITE | flags.NUMBER
_BEFORE_COUNTS = _COUNTS | flags.DEFINITE
_LONGEST_DATELINE = 14
_JOINS = frozenset({"-", "–", "&"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
_COMPOUNDS = {"old": 4, "by": 2}  # how many tokens before it the word in hyphens begins
_SINGLE = frozenset({"one", "another", "other", "second", "third"})
_SOMEBODY = frozenset({"someone", "somebody"})
_QUANTITIES = flags.QUANTITY | flags.INDEFINITE | flags.PARTITIVE | flags.NUMBER


class Mention(NamedTuple):
    """A noun phrase: its tokens `[start, end)`; the last is its head. `lead` is the first token of the whole phrase.

    `behind` is what stands before the phrase (a flag set); `owner` whether it is followed by a possessive mark.
    """

    start: int
    end: int
    lead: int
    kind: Kind
    determiner: Determiner
    plural: bool
    lemma: str
    behind: int
    owner: bool

    @property
    def subordinate(self) -> bool:
        """Whether it depends on a word before or behind it: “of Arlen”, “Arlen’s”."""
        return self.owner or bool(self.behind & flags.PREPOSITION and not self.behind & flags.SUBORDINATOR)


def find_mentions(tokens: Tokens) -> list[Mention]:
    """Return the mentions outside of quotations, in order."""
    found: list[Mention] = []
    for mention in _scan(tokens):
        while found and _covers(tokens, mention, found[-1]):
            found.pop()
        found.append(_joined(tokens, mention, found))
    return found


def _joined(tokens: Tokens, mention: Mention, found: list[Mention]) -> Mention:
    """Return a mention with what it takes over from the one before: its office, or that it depends on a word."""
    if found and _goes_on_title(tokens, mention, found[-1]):
        office = found.pop()
        return mention._replace(start=office.start, lead=office.lead, behind=office.behind)
    if found and mention.behind & flags.CONJUNCTION and found[-1].end == mention.lead - 1:
        return mention._replace(behind=mention.behind | found[-1].behind)
    return mention


def _goes_on_title(tokens: Tokens, mention: Mention, before: Mention) -> bool:
    """Whether a name stands behind an office with “of”: “*Secretary* of *State Ada Brume*”."""
    joined = mention.kind is Kind.NAME and mention.end - mention.start > 1 and mention.start == before.end + 1
    office = tokens.bits[before.end - 1]
    capital = office & flags.CAPITAL and office & flags.ROLE and not office & flags.PLURAL
    return joined and bool(capital) and tokens.lexemes[before.end].lemma == "of"


def _covers(tokens: Tokens, mention: Mention, before: Mention) -> bool:
    """Whether a mention is part of the noun phrase of the next: “one former *State Department* lawyer”."""
    if before.owner or before.kind is Kind.PRONOUN or not mention.lead <= before.start:
        return False
    between = range(before.end, mention.start)
    return not any(tokens.word(index).endswith(("ed", "s")) for index in between)


def _scan(tokens: Tokens) -> Iterator[Mention]:
    bits, quoted, last = tokens.bits, tokens.quoted, tokens.last
    index = _behind_dateline(tokens)
    wanted = flags.CAPITAL | flags.NOUN | flags.PRONOUN | flags.TITLE | flags.PARTITIVE
    while index < last:
        if tokens.lexemes[index].lemma in _COMPOUNDS and not quoted[index]:
            compound = _compound(tokens, index)
            if compound is not None:
                yield compound
        if quoted[index] or not bits[index] & wanted:
            index += 1
            continue
        if bits[index] & flags.VERB and index > tokens.first and bits[index - 1] & wanted and _is_verb(tokens, index):
            index += 1
            continue
        if bits[index] & flags.PRONOUN and not bits[index] & flags.CAPITAL:
            yield _pronoun(tokens, index)
            index += 1
            continue
        if bits[index] & flags.PARTITIVE and not bits[index] & (flags.CAPITAL | flags.NOUN):
            if _stands_alone(tokens, index):
                yield _partitive(tokens, index)
            index += 1
            continue
        end = _end_of_run(tokens, index)
        mention = _mention(tokens, index, end)
        if not _is_modifier(tokens, mention):
            yield mention
        index = end


def _is_modifier(tokens: Tokens, mention: Mention) -> bool:
    """Whether a noun in the singular belongs to the next one: “*local* roads”, “*customer* calls”."""
    bare = mention.determiner is Determiner.BARE and not mention.plural and mention.end < tokens.last
    if not bare or mention.kind not in {Kind.PERSON, Kind.GROUP} or tokens.bits[mention.start] & flags.CAPITAL:
        return False
    following = tokens.bits[mention.end]
    return tokens.word(mention.end).isalpha() and (following == 0 or bool(following & flags.ALSO_NOUN))


def _compound(tokens: Tokens, index: int) -> Mention | None:
    """Return somebody who is described in words with hyphens: “the 34-year-*old*”, “a passer-*by*”."""
    first = index - _COMPOUNDS[tokens.lexemes[index].lemma]
    if first < tokens.first or tokens.word(index - 1) != "-":
        return None
    following = tokens.bits[index + 1] if index + 1 < tokens.last else flags.PUNCTUATION
    if not following & (flags.VERB | flags.AUXILIARY | flags.PUNCTUATION | flags.RELATIVE | flags.PREPOSITION):
        return None  # “the 34-year-old striker”
    lead, determiner = _lead(tokens, first)
    before = tokens.bits[lead - 1] if lead > tokens.first else 0
    return Mention(lead + 1, index + 1, lead, Kind.PERSON, determiner, False, "person", before, False)


def _behind_dateline(tokens: Tokens) -> int:
    """Return the first token behind “ASTREY, May 3 (TBW) —”; the first of the sentence where none stands there."""
    first = tokens.word(tokens.first) if tokens.first < tokens.last else ""
    if len(first) > 2 and first.isupper():
        for index in range(tokens.first + 1, min(tokens.last, tokens.first + _LONGEST_DATELINE)):
            if tokens.word(index) in {"—", "–", "-", "--", "―"} and tokens.starts[index] > tokens.ends[index - 1]:
                return index + 1
    return tokens.first


def _pronoun(tokens: Tokens, index: int) -> Mention:
    lemma = tokens.lexemes[index].lemma
    before = tokens.bits[index - 1] & ~flags.PREPOSITION if index > tokens.first else 0
    plural = lemma in {"they", "we"}
    return Mention(index, index + 1, index, Kind.PRONOUN, Determiner.DEFINITE, plural, lemma, before, False)


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """Whether “one”, “the other” or “two of them” stands for somebody and does not belong to a noun."""
    following = index + 1
    if index > tokens.first and tokens.bits[index - 1] & (flags.AUXILIARY | flags.NEGATION):
        return False  # “Arlen and Brume have *both* said”, “no *one* can say”
    if following + 1 < tokens.last and tokens.lexemes[following].lemma == "of":
        return tokens.word(following + 1) in {"them", "these", "those", "us"}
    if following >= tokens.last or tokens.quoted[following]:
        return True
    if tokens.bits[following] & flags.ALSO_NOUN and tokens.lexemes[following].form & Form.THIRD:
        return tokens.lexemes[index].lemma in _SINGLE  # “several *calls*”
    return tokens.word(following) not in _JOINS and bool(
        tokens.bits[following] & (flags.VERB | flags.AUXILIARY | flags.PUNCTUATION | flags.RELATIVE | flags.ADVERB)
    )


def _partitive(tokens: Tokens, index: int) -> Mention:
    end = index + 3 if index + 2 < tokens.last and tokens.lexemes[index + 1].lemma == "of" else index + 1
    lead = index - 1 if index > tokens.first and tokens.bits[index - 1] & flags.DEFINITE else index
    before = tokens.bits[lead - 1] if lead > tokens.first else 0
    lemma = tokens.lexemes[index].lemma
    plural = lemma not in _SINGLE
    return Mention(index, end, lead, Kind.PARTITIVE, Determiner.BARE, plural, lemma, before, False)


def _end_of_run(tokens: Tokens, index: int) -> int:
    bits = tokens.bits
    wanted = flags.CAPITAL | flags.NOUN | flags.TITLE
    start = index
    while index < tokens.last and not tokens.quoted[index]:
        if index > start and bits[index] & flags.VERB and _is_verb(tokens, index):
            break
        joined = tokens.lexemes[index].lemma in _JOINS and index + 1 < tokens.last and bits[index + 1] & wanted
        if not (bits[index] & wanted or joined):
            break
        index += 1
    return index


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a word that can be a verb or a noun is the verb: “the Post *reports* that”, “the mayor *claims* the”."""
    if not tokens.lexemes[index].form & (Form.THIRD | Form.BASE) or tokens.bits[index] & flags.CAPITAL:
        return False
    if index + 1 >= tokens.last or tokens.quoted[index + 1] or tokens.word(index + 1) == ":":
        return True
    following = flags.DEFINITE | flags.INDEFINITE | flags.PRONOUN | flags.CAPITAL | flags.SUBORDINATOR
    return bool(tokens.bits[index + 1] & following)


def _mention(tokens: Tokens, start: int, end: int) -> Mention:
    head = end - 1
    lead, determiner = _lead(tokens, start)
    before = tokens.bits[lead - 1] if lead > tokens.first else 0
    if lead - 2 >= tokens.first and tokens.lexemes[lead - 1].lemma == "of" and tokens.bits[lead - 2] & _QUANTITIES:
        lead, determiner, before = lead - 2, Determiner.INDEFINITE, 0  # “two thirds of the aides”, “one of them”
    if tokens.lexemes[head].lemma in _SOMEBODY:
        determiner = Determiner.INDEFINITE
    kind = kind_of(tokens, start, end, lead, determiner)
    plural = bool(tokens.bits[head] & (flags.PLURAL | flags.COLLECTIVE))
    plural |= kind is Kind.GROUP and not tokens.bits[head] & flags.NOUN  # “many Mexicans”
    owner = end < tokens.last and bool(tokens.bits[end] & flags.POSSESSIVE) and tokens.lexemes[end].lemma in _MARKS
    return Mention(
        start,
        end,
        lead,
        kind,
        determiner,
        plural,
        tokens.lexemes[head].lemma,
        before,
        owner,
    )


def _lead(tokens: Tokens, start: int) -> tuple[int, Determiner]:
    """Return where the noun phrase begins, and how."""
    bits = tokens.bits
    stop = max(tokens.first, start - _FARTHEST_DETERMINER)
    index = start
    while index > stop:
        bit = bits[index - 1]
        if tokens.quoted[index - 1]:
            break
        if bit & flags.POSSESSIVE and tokens.lexemes[index - 1].lemma in _MARKS:
            return _owner_lead(tokens, index - 1), Determiner.POSSESSIVE
        if bit & flags.DEFINITE:
            return index - 1, Determiner.DEFINITE
        if bit & _COUNTS:
            while index - 1 > tokens.first and bits[index - 2] & _BEFORE_COUNTS and not tokens.quoted[index - 2]:
                index -= 1  # “from *two* other agencies”, “from *the* other agencies”
            return index - 1, Determiner.INDEFINITE
        if bit & flags.BOUNDARY and tokens.lexemes[index - 1].lemma not in _JOINS:
            break
        if bit & flags.CAPITAL and index < start and bits[start] & flags.CAPITAL:
            return start, Determiner.BARE  # “in a Vale interview *Arlen* said”
        index -= 1
    return index, Determiner.BARE


def _owner_lead(tokens: Tokens, index: int) -> int:
    """Return where the owner’s noun phrase begins, whose possessive mark is at `index`."""
    stop = max(tokens.first, index - _FARTHEST_DETERMINER)
    while index > stop and not tokens.bits[index - 1] & flags.BOUNDARY and not tokens.quoted[index - 1]:
        index -= 1
    return index
