"""Attributions: a source and a reporting cue in one construction, in any order, active, passive or nominal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from labeling.suggestions import flags
from labeling.suggestions.inflection import Form
from labeling.suggestions.lexicon import Lexeme
from labeling.suggestions.mentions import Kind, Mention, find_mentions
from labeling.suggestions.reading import Phrase, Tokens
from labeling.suggestions.someone import find_someone, someone_behind
from labeling.suggestions.subjects import Approach, Reach, approach, first_of_clause, named_beside, subject_of

_FINITE = Form.PAST | Form.THIRD
# Not doing these reports nothing: “would not say”, “did not respond”.
_SPEAKING = frozenset(
    {
        *("say", "comment", "respond", "discuss", "address", "mention", "disclose", "elaborate", "specify", "explain"),
        *("confirm", "answer", "reveal", "reply", "detail", "tell", "describe", "identify", "quote", "clarify"),
    }
)

_MOST_BETWEEN = 4
_ALSO_NOUNS = flags.NOUN | flags.NOMINAL | flags.PLURAL
_BEFORE_PARTICIPLE = flags.BOUNDARY | flags.CAPITAL | flags.NOUN | flags.TIME | flags.NUMBER
_DASHES = frozenset("-–—―")


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


def find_attributions(tokens: Tokens) -> tuple[list[Attribution], list[Mention]]:
    """Return the attributions of a sentence that stand outside of its quotations, and all mentions there."""
    phrases = [phrase for phrase in tokens.phrases if phrase.group.startswith("reporting.")]
    mentions = [] if tokens.is_quotation else find_mentions(tokens)
    if tokens.is_quotation or not (mentions or tokens.all_bits & flags.VERB):
        return [], mentions
    found = [*_of_verbs(tokens, mentions), *_of_phrases(tokens, mentions, phrases), *_of_nouns(tokens, mentions)]
    found += _of_colon(tokens, mentions)
    if tokens.has_quotation and not found:
        found += _of_quotation(tokens, mentions)
    return found, mentions


def _of_verbs(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    for index in range(tokens.first, tokens.last):
        if tokens.bits[index] & flags.VERB and not tokens.quoted[index] and not tokens.bits[index] & flags.CAPITAL:
            found = _of_verb(tokens, mentions, index)
            if found is not None:
                yield found


def _of_verb(tokens: Tokens, mentions: Sequence[Mention], verb: int) -> Attribution | None:
    lexeme = tokens.lexemes[verb]
    if tokens.word(verb - 1) == "-" or (lexeme.lemma == "continue" and _is_followed_by(tokens, verb, "to")):
        return None
    inverted = _inverted(tokens, mentions, verb)
    if inverted is not None and lexeme.form & (_FINITE | Form.BASE):
        return Attribution(verb, verb + 1, inverted, lexeme.verb)
    before = approach(tokens, verb)
    if lexeme.form & Form.PARTICIPLE and (before.passive or _is_followed_by(tokens, verb, "by")):
        return _passive(tokens, mentions, verb, before)
    if lexeme.form & Form.PRESENT_PARTICIPLE and not before.passive:
        return _participle(tokens, mentions, verb, before)
    return None if _is_noun(tokens, verb, before) else _active(tokens, mentions, verb, before)


def _active(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    lexeme = tokens.lexemes[verb]
    source, reach = subject_of(tokens, mentions, before)
    if source is None and lexeme.verb == "speech":
        source = find_someone(tokens, before.index)
    if source is None or source.kind is Kind.DOCUMENT or not _agrees(lexeme, before, source, reach):
        return None
    declines = before.negated or _declines(tokens, before, verb)
    refuses = lexeme.verb == "refusal" or (lexeme.lemma in _SPEAKING and declines)
    return Attribution(verb, verb + 1, source, lexeme.verb + _manner(before, reach), refuses)


def _agrees(lexeme: Lexeme, before: Approach, source: Mention, reach: Reach) -> bool:
    """Whether a verb can be that of its subject by its form, and is not a noun or a participle instead."""
    helped = before.modal or before.perfect or before.infinitive
    if lexeme.form == Form.BASE and not helped and (reach is Reach.OPEN or not source.plural):
        return False
    if lexeme.form & (Form.BASE | Form.THIRD) and reach is not Reach.ADJACENT and lexeme.flags & _ALSO_NOUNS:
        return False
    if before.infinitive and not lexeme.form & Form.BASE:
        return False
    return lexeme.form != Form.PARTICIPLE or before.perfect


def _is_followed_by(tokens: Tokens, verb: int, word: str) -> bool:
    return verb + 1 < tokens.last and tokens.lexemes[verb + 1].lemma == word


def _manner(before: Approach, reach: Reach) -> str:
    for said, manner in ((before.infinitive, ".infinitive"), (before.negated, ".negated"), (before.modal, ".modal")):
        if said:
            return manner
    return reach


def _declines(tokens: Tokens, before: Approach, verb: int) -> bool:
    return before.infinitive and any(
        tokens.lexemes[index].verb == "refusal" for index in range(max(tokens.first, before.index), verb)
    )


def _is_noun(tokens: Tokens, verb: int, before: Approach) -> bool:
    """Whether what looks like a verb is a noun: “the claims”, “Arlen’s remarks”, “of reports”."""
    if before.index < verb - 1 and (before.modal or before.perfect or before.infinitive or before.negated):
        return False
    if verb == tokens.first:
        return True
    bit = tokens.bits[verb - 1]
    stops = flags.DEFINITE | flags.INDEFINITE | flags.POSSESSIVE | flags.PREPOSITION
    return bool(bit & stops) and not bit & (flags.BE | flags.ADVERB | flags.PARTITIVE | flags.CAPITAL)


def _inverted(tokens: Tokens, mentions: Sequence[Mention], verb: int) -> Mention | None:
    """Return the source behind a verb: “…,” said Arlen; The bridge is safe, says the mayor."""
    if verb == tokens.first or tokens.lexemes[verb].verb != "speech":
        return None
    before = verb - 1
    if not (tokens.quoted[before] or tokens.bits[before] & flags.PUNCTUATION):
        return None
    if tokens.lexemes[verb].lemma == "tell":
        return None
    quoted = tokens.quoted[before] or (before > tokens.first and tokens.quoted[before - 1])
    for mention in mentions:
        if mention.start <= verb:
            continue
        if mention.lead > verb + 1:
            break
        if mention.owner or mention.kind is Kind.DOCUMENT:
            return None
        ends = mention.end >= tokens.last or tokens.bits[mention.end] & (
            flags.PUNCTUATION | flags.PREPOSITION | flags.RELATIVE | flags.TIME
        )
        return named_beside(tokens, mentions, mention) if quoted or ends else None
    return someone_behind(tokens, verb) if quoted else None


def _passive(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    """“was criticised by Arlen”; “was quoted as saying” belongs to its subject."""
    if tokens.lexemes[verb].lemma == "quote":
        source, _ = subject_of(tokens, mentions, before)
        return Attribution(verb, verb + 1, source, "speech.passive") if source else None
    source = _behind_by(tokens, mentions, verb + 1)
    return Attribution(verb, verb + 1, source, f"{tokens.lexemes[verb].verb}.passive") if source else None


def _behind_by(tokens: Tokens, mentions: Sequence[Mention], start: int) -> Mention | None:
    for index in range(start, min(tokens.last, start + _MOST_BETWEEN)):
        if tokens.lexemes[index].lemma == "by":
            return next((each for each in mentions if each.lead == index + 1 and each.kind is not Kind.DOCUMENT), None)
    return None


def _participle(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    """“…, saying the bridge was safe” belongs to the subject of its clause."""
    source = first_of_clause(tokens, mentions, before.index)
    bare = before.index == verb - 1 and not tokens.bits[verb - 1] & _BEFORE_PARTICIPLE
    if source is None or bare or _is_noun(tokens, verb, before):
        return None  # “a global warning” is a noun
    return Attribution(verb, verb + 1, source, f"{tokens.lexemes[verb].verb}.participle")


def _of_phrases(tokens: Tokens, mentions: Sequence[Mention], phrases: Sequence[Phrase]) -> Iterator[Attribution]:
    for phrase in phrases:
        group = phrase.group.partition(".")[2]
        if tokens.quoted[phrase.start]:
            continue
        source = None
        if group == "according":
            source = next((m for m in mentions if phrase.end <= m.lead <= phrase.end + 2), None)
        elif group == "speech":
            before = approach(tokens, phrase.start)
            if before.passive:
                continue
            source, _ = subject_of(tokens, mentions, before)
        elif group in {"anonymity", "knowledge"}:
            source = next((m for m in reversed(mentions) if m.end <= phrase.start and m.kind in _PEOPLE), None)
            if source is None and group == "anonymity":
                source = next((m for m in mentions if m.kind in _PEOPLE), None)
        else:
            source = first_of_clause(tokens, mentions, tokens.last - 1)
        if source is not None and source.kind is not Kind.DOCUMENT:
            source = source if group == "anonymity" else named_beside(tokens, mentions, source)
            yield Attribution(phrase.start, phrase.end, source, group)


_PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP})


def _of_nouns(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """“Arlen’s claim that …”, “a claim by Arlen”."""
    if not tokens.all_bits & flags.NOMINAL:
        return
    for index in range(tokens.first + 1, tokens.last):
        if not tokens.bits[index] & flags.NOMINAL or tokens.quoted[index]:
            continue
        source = next((m for m in mentions if m.owner and 0 < index - m.end <= _MOST_BETWEEN), None)
        source = source or _behind_by(tokens, mentions, index + 1)
        if source is not None:
            yield Attribution(index, index + 1, source, "nominal")


def _of_colon(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """“Arlen: Bridge is safe”, as headlines and minutes have it, and “— Arlen” below a quotation."""
    if not mentions:
        return
    first = mentions[0]
    if first.kind is Kind.DOCUMENT:
        return
    if first.kind is Kind.NAME and first.start == tokens.first + 1 and tokens.word(tokens.first) in _DASHES:
        yield Attribution(tokens.first, tokens.first + 1, first, "colon")
    if first.end < tokens.last and first.lead == tokens.first and tokens.word(first.end) == ":":
        yield Attribution(first.end, first.end + 1, first, "colon")
    elif mentions[-1].end == tokens.last and tokens.word(mentions[-1].lead - 1) in _DASHES:
        yield Attribution(mentions[-1].lead - 1, mentions[-1].lead, mentions[-1], "colon")


def _of_quotation(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Words in quotation marks and somebody beside them, without a verb that the lexicon knows."""
    source = first_of_clause(tokens, mentions, tokens.last - 1)
    if source is not None and not _quotes_title(tokens):
        yield Attribution(source.start, source.end, source, "quotation")


def _quotes_title(tokens: Tokens) -> bool:
    """Whether all that is quoted is a title, each of its words in a capital, and nobody’s words."""
    words = (tokens.word(index) for index in range(tokens.first, tokens.last) if tokens.quoted[index])
    return all(word[0].isupper() or not word.isalpha() or len(word) < 4 for word in words)
