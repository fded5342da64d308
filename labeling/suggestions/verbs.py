"""Verbs of reporting and whoever is their subject: active, passive, inverted, as participle or infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.inflection import Form
from labeling.suggestions.kinds import Determiner, Kind
from labeling.suggestions.lexicon import Lexeme
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens
from labeling.suggestions.senses import SPEAKING, gives_name, reports, says_nothing
from labeling.suggestions.someone import find_someone, someone_behind
from labeling.suggestions.subjects import (
    Approach,
    Reach,
    approach,
    author_of,
    behind_opening,
    ending_at,
    first_of_clause,
    named_beside,
    subject_of,
)

MOST_BETWEEN = 4  # tokens between a noun or a participle and its source
_FINITE = Form.PAST | Form.THIRD
_SAYING = frozenset({"speech", "clause", "asking", "noise"})
_HOLDING = frozenset({"stance", "aim", "fact"})
# Verbs with an object: what stands behind them, behind a comma, does not speak.
_TRANSITIVE = frozenset({"tell", "call", "ask", "describe", "label", "dub", "liken", "quote", "characterize", "notify"})
_CROWDS = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.INSTITUTION})
# Before “to” these tell that it is not the subject who says something, or that it failed: “is *hard* to explain”.
_TO_WHOM = frozenset(
    {"hard", "easy", "difficult", "impossible", "tough", "struggled", "struggles", "struggling", "failed", "fails"}
)
_WILLING = frozenset({"wish", "want", "care", "choose", "like"})  # “did not *wish* to comment”
_BEGINS_OBJECT = (
    flags.DEFINITE | flags.INDEFINITE | flags.PRONOUN | flags.SUBORDINATOR
)  # “Arlen, 68, *calls that* late”
_CITING = frozenset({"quote", "cite"})
_ALSO_NOUNS = flags.NOUN | flags.NOMINAL | flags.PLURAL | flags.ALSO_NOUN
# Behind “questions”, “claims” or “fears” these say that it was a noun.
_BEHIND_NOUN = frozenset({"of", "about", "from", "over", "by", "against"})
_BEFORE_PARTICIPLE = flags.BOUNDARY | flags.CAPITAL | flags.NOUN | flags.TIME | flags.NUMBER


def find_verbs(tokens: Tokens, mentions: Sequence[Mention]) -> list[Attribution]:
    """Return the attributions of a sentence that rest on a verb outside of its quotations, in order."""
    found: list[Attribution] = []
    for index in range(tokens.first, tokens.last):
        if tokens.bits[index] & flags.VERB and not tokens.quoted[index] and not tokens.bits[index] & flags.CAPITAL:
            each = _of_verb(tokens, mentions, index, found)
            if each is not None:
                found.append(each)
            if tokens.lexemes[index].lemma in _CITING:
                found += _quoted_as(tokens, mentions, index)
    return found


def _of_verb(
    tokens: Tokens, mentions: Sequence[Mention], verb: int, found: Sequence[Attribution]
) -> Attribution | None:
    lexeme = tokens.lexemes[verb]
    if tokens.word(verb - 1) == "-" or (lexeme.lemma == "continue" and _is_followed_by(tokens, verb, "to")):
        return None
    if not reports(tokens, verb):
        return None
    inverted = _inverted(tokens, mentions, verb)
    if inverted is not None and lexeme.form & (_FINITE | Form.BASE):
        return Attribution(verb, verb + 1, inverted, lexeme.verb)
    before = approach(tokens, verb)
    if lexeme.form & Form.PARTICIPLE and (before.passive or _is_followed_by(tokens, verb, "by")):
        passive = _passive(tokens, mentions, verb, before)
        if passive is not None or before.passive or not lexeme.form & Form.PAST:
            return passive  # else “said *by* telephone”
    if lexeme.form & Form.PRESENT_PARTICIPLE and not before.passive:
        return _participle(tokens, mentions, verb, before, found)
    return None if _is_noun(tokens, verb, before) else _active(tokens, mentions, verb, before)


def _active(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    lexeme = tokens.lexemes[verb]
    if before.infinitive and (lexeme.verb in _HOLDING or _has_object(mentions, before)):
        return None
    if before.infinitive and tokens.lexemes[before.index].lemma in _TO_WHOM:
        return None
    if lexeme.verb == "offer" and (before.negated or before.modal or before.infinitive):
        return None  # “would issue a warning”: no word was given
    source, reach = subject_of(tokens, mentions, before)
    if source is not None and source.kind is Kind.DOCUMENT:
        source = author_of(tokens, mentions, source)
        return Attribution(verb, verb + 1, source, lexeme.verb + Reach.PHRASE) if source else None
    if source is None and lexeme.verb in _SAYING:
        source = find_someone(tokens, before.index) or behind_opening(tokens, mentions, before)
    if source is None or not _agrees(tokens, verb, before, source, reach):
        return None
    if lexeme.lemma == "call" and _is_new(source) and gives_name(tokens, verb):
        return None
    if lexeme.lemma == "add" and _adds_thing(tokens, verb):
        return None
    if before.infinitive and source.plural and source.kind in _CROWDS:
        return None  # “officials have to explain”
    declines = before.negated or _declines(tokens, before, verb)
    silent = declines and (lexeme.lemma in SPEAKING or (before.negated and lexeme.verb == "speech"))
    refuses = lexeme.verb == "refusal" or silent or says_nothing(tokens, verb)
    return Attribution(verb, verb + 1, source, lexeme.verb + _manner(before, reach), refuses)


def _adds_thing(tokens: Tokens, verb: int) -> bool:
    """Whether something is put to the rest: “added another facet”; not “added that another facet was found”."""
    thing = _bits(tokens, verb + 1) & (flags.INDEFINITE | flags.DEFINITE | flags.NUMBER)
    return bool(thing) and not _is_followed_by(tokens, verb, "that")


def _has_object(mentions: Sequence[Mention], before: Approach) -> bool:
    """Whether somebody else than the subject is to do it: “begged the reporters to *ask*”."""
    person = ending_at(mentions, before.index)
    return person is not None and person is not mentions[0]


def _is_new(source: Mention) -> bool:
    return source.determiner is Determiner.INDEFINITE or source.kind is Kind.PARTITIVE


def _bits(tokens: Tokens, index: int) -> int:
    return tokens.bits[index] if index < tokens.last else flags.PUNCTUATION


def _agrees(tokens: Tokens, verb: int, before: Approach, source: Mention, reach: Reach) -> bool:
    """Whether a verb can be that of its subject by its form, and is not a noun or a participle instead."""
    lexeme = tokens.lexemes[verb]
    helped = before.modal or before.perfect or before.infinitive
    if reach is Reach.OPEN and (lexeme.verb not in _SAYING or (lexeme.form == Form.BASE and not helped)):
        return False
    if reach is Reach.OPEN and source.start == tokens.first and source.end == tokens.first + 1:
        return False  # “Television pictures suggested”: a capital only because the sentence begins
    if lexeme.form == Form.BASE and not (helped or source.plural or source.behind & flags.CONJUNCTION):
        return False
    if not helped and _can_be_noun(lexeme):
        has_object = reach is Reach.CLOSED and _bits(tokens, verb + 1) & _BEGINS_OBJECT
        if (reach is not Reach.ADJACENT and not has_object) or tokens.lexemes[
            min(verb + 1, tokens.last - 1)
        ].lemma in _BEHIND_NOUN:
            return False
        if _bits(tokens, verb + 1) & (flags.AUXILIARY | flags.VERB):
            return False
    if before.infinitive and not lexeme.form & Form.BASE:
        return False
    return lexeme.form != Form.PARTICIPLE or before.perfect


def _can_be_noun(lexeme: Lexeme) -> bool:
    return bool(lexeme.form & (Form.BASE | Form.THIRD) and lexeme.flags & _ALSO_NOUNS)


def _is_followed_by(tokens: Tokens, verb: int, word: str) -> bool:
    return verb + 1 < tokens.last and tokens.lexemes[verb + 1].lemma == word


def _manner(before: Approach, reach: Reach) -> str:
    for said, manner in ((before.infinitive, ".infinitive"), (before.negated, ".negated"), (before.modal, ".modal")):
        if said:
            return manner
    return reach


def _declines(tokens: Tokens, before: Approach, verb: int) -> bool:
    if not before.infinitive:
        return False
    near = range(max(tokens.first, before.index - 1), verb)
    negated = any(tokens.bits[index] & flags.NEGATION for index in near)
    return any(
        tokens.lexemes[index].verb == "refusal" or (negated and tokens.lexemes[index].lemma in _WILLING)
        for index in range(max(tokens.first, before.index), verb)
    )


def _is_noun(tokens: Tokens, verb: int, before: Approach) -> bool:
    """Whether what looks like a verb is a noun: “the claims”, “Arlen’s remarks”, “has faced questions”."""
    if before.index < verb - 1 and (before.modal or before.perfect or before.infinitive or before.negated):
        return False
    if verb == tokens.first:
        return True
    bit = tokens.bits[verb - 1]
    if (bit & flags.VERB or tokens.lexemes[verb - 1].lemma == "whose") and _can_be_noun(tokens.lexemes[verb]):
        return True
    stops = flags.DEFINITE | flags.INDEFINITE | flags.POSSESSIVE | flags.PREPOSITION
    if verb - 2 >= tokens.first and tokens.word(verb - 2) == "-":
        return False  # “a passer-by said”
    return bool(bit & stops) and not bit & (flags.BE | flags.ADVERB | flags.PARTITIVE | flags.CAPITAL)


def _inverted(tokens: Tokens, mentions: Sequence[Mention], verb: int) -> Mention | None:
    """Return the source behind a verb: “…,” said Arlen; The bridge is safe, says the mayor."""
    goes_on = verb > 0 and tokens.quoted[verb - 1]  # “Who will pay?” asked Arlen
    if (verb == tokens.first and not goes_on) or tokens.lexemes[verb].verb not in _SAYING:
        return None
    before = verb - 1
    if not (tokens.quoted[before] or tokens.bits[before] & flags.PUNCTUATION):
        return None
    if tokens.lexemes[verb].lemma in _TRANSITIVE and not tokens.quoted[before - 1]:
        return None
    quoted = tokens.quoted[before] or (before > tokens.first and tokens.quoted[before - 1])
    for mention in mentions:
        if mention.start <= verb:
            continue
        if mention.lead > verb + 1:
            break
        if mention.owner:
            continue  # “said Arlen’s *lawyer*”
        clause = not quoted and (mention.kind is Kind.PRONOUN or tokens.lexemes[mention.lead].lemma == "that")
        if mention.kind is Kind.DOCUMENT or clause:
            return None
        return named_beside(tokens, mentions, mention) if quoted or _ends_source(tokens, mention) else None
    return someone_behind(tokens, verb) if quoted else None


def _ends_source(tokens: Tokens, mention: Mention) -> bool:
    """Whether what stands behind “, said two people” belongs to these: “*briefed* on the talks”, not “were hurt”."""
    if mention.end >= tokens.last:
        return True
    if tokens.bits[mention.end] & (flags.PUNCTUATION | flags.PREPOSITION | flags.RELATIVE | flags.TIME):
        return True
    word = tokens.word(mention.end)
    described = word in {"familiar", "close"} or word.endswith("ed")
    return described and mention.kind is Kind.PERSON and mention.determiner is Determiner.INDEFINITE


def _passive(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    """“was criticised by Arlen”; “was quoted as saying” belongs to its subject, and “seen by Arlen” reports nothing."""
    lexeme = tokens.lexemes[verb]
    if lexeme.lemma == "quote":
        source, _ = subject_of(tokens, mentions, before)
        return Attribution(verb, verb + 1, source, "speech.passive") if source else None
    says = lexeme.verb not in _HOLDING and lexeme.lemma not in {"write", "ask"}
    source = behind_by(tokens, mentions, verb + 1) if says else None
    return Attribution(verb, verb + 1, source, f"{lexeme.verb}.passive") if source else None


def behind_by(tokens: Tokens, mentions: Sequence[Mention], start: int) -> Mention | None:
    """Return who stands behind “by”, near a token."""
    for index in range(start, min(tokens.last, start + MOST_BETWEEN)):
        if tokens.lexemes[index].lemma == "by":
            return next((each for each in mentions if each.lead == index + 1 and each.kind is not Kind.DOCUMENT), None)
    return None


def _quoted_as(tokens: Tokens, mentions: Sequence[Mention], verb: int) -> list[Attribution]:
    """“The paper *quoted an aide as saying*”: the aide speaks too."""
    source = next((each for each in mentions if each.lead == verb + 1), None)
    if source is None or source.kind is Kind.DOCUMENT:
        return []
    for index in range(source.end, min(tokens.last - 1, source.end + 2 * MOST_BETWEEN)):
        if tokens.lexemes[index].lemma == "as" and tokens.lexemes[index + 1].form & Form.PRESENT_PARTICIPLE:
            return [Attribution(index + 1, index + 2, named_beside(tokens, mentions, source), "speech")]
    return []


def _participle(
    tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach, found: Sequence[Attribution]
) -> Attribution | None:
    """“…, saying the bridge was safe” belongs to whoever spoke before it, else to the subject of its clause."""
    beside = ending_at(mentions, before.index)
    if beside is not None and not beside.owner:
        source: Mention | None = beside  # “with most of the keepers *saying*”
    elif (
        found
        and tokens.bits[before.index] & flags.COMMA
        and found[-1].cue.startswith(("speech", "clause", "asking", "noise"))
    ):
        source = found[-1].source
    else:
        source = _of_manner(tokens, mentions, before.index) or first_of_clause(tokens, mentions, before.index)
    bare = before.index == verb - 1 and not tokens.bits[verb - 1] & _BEFORE_PARTICIPLE
    noun = bare or (_is_noun(tokens, verb, before) and not _is_gerund(tokens, verb))
    if source is None or source.kind is Kind.DOCUMENT or noun:
        return None  # “a global warning” is a noun
    return Attribution(verb, verb + 1, source, f"{tokens.lexemes[verb].verb}.participle")


def _of_manner(tokens: Tokens, mentions: Sequence[Mention], by: int) -> Mention | None:
    """Return the subject of the inner clause that ends in “by”: “told us when the *board* replied by saying”."""
    if tokens.lexemes[by].lemma != "by":
        return None
    inner = (each for each in range(by, tokens.first, -1) if tokens.bits[each] & flags.SUBORDINATOR)
    start = next(inner, by)
    return next((each for each in mentions if start < each.lead < by and not each.subordinate), None)


def _is_gerund(tokens: Tokens, verb: int) -> bool:
    """Whether something follows that is said: “began by *saying* he”, not “of *reporting* standards”."""
    said = flags.PRONOUN | flags.DEFINITE | flags.SUBORDINATOR | flags.CAPITAL
    manner = tokens.lexemes[verb - 1].lemma in {"by", "in", "after", "before", "while"}
    return manner and verb + 1 < tokens.last and bool(tokens.bits[verb + 1] & said)
