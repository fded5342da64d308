"""Verbs of reporting and whoever is their subject: active, passive, inverted, as participle or infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.inflection import Form
from labeling.suggestions.lexicon import Lexeme
from labeling.suggestions.mentions import Determiner, Kind, Mention
from labeling.suggestions.reading import Tokens
from labeling.suggestions.someone import find_someone, someone_behind
from labeling.suggestions.subjects import Approach, Reach, approach, ending_at, first_of_clause, named_beside, subject_of

MOST_BETWEEN = 4  # tokens between a noun or a participle and its source
_FINITE = Form.PAST | Form.THIRD
# Not doing these reports nothing: “would not say”, “did not respond”.
_SPEAKING = frozenset(
    {
        *("say", "comment", "respond", "discuss", "address", "mention", "disclose", "elaborate", "specify", "explain"),
        *("confirm", "answer", "reveal", "reply", "detail", "tell", "describe", "identify", "quote", "clarify"),
    }
)
_WITH_CLAUSE = frozenset({"clause", "fact"})
_SAYING = frozenset({"speech", "clause"})
_HOLDING = frozenset({"stance", "aim", "fact"})
_OTHERWISE = {
    "call": ("in", "into", "up", "back", "off", "at"),
    "report": ("from", "to", "for"),
    "reply": ("with",),
    "respond": ("with",),
    "thank": ("in", "to"),
}
# Verbs with an object: what stands behind them, behind a comma, does not speak.
_TRANSITIVE = frozenset({"tell", "call", "ask", "describe", "label", "dub", "liken", "quote", "characterize", "notify"})
_CITING = frozenset({"quote", "cite"})
_ALSO_NOUNS = flags.NOUN | flags.NOMINAL | flags.PLURAL | flags.ALSO_NOUN
# Behind “questions”, “claims” or “fears” these say that it was a noun.
_BEHIND_NOUN = frozenset({"of", "about", "from", "over", "by", "against"})
_BEFORE_PARTICIPLE = flags.BOUNDARY | flags.CAPITAL | flags.NOUN | flags.TIME | flags.NUMBER
_CLAUSE_REACH = 9  # tokens in which the verb of a reported clause is looked for


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
    if lexeme.verb in _WITH_CLAUSE and not _has_clause(tokens, verb):
        return None
    if lexeme.verb == "portrayal" and not _portrays(tokens, verb):
        return None
    if _means_otherwise(tokens, verb):
        return None
    inverted = _inverted(tokens, mentions, verb)
    if inverted is not None and lexeme.form & (_FINITE | Form.BASE):
        return Attribution(verb, verb + 1, inverted, lexeme.verb)
    before = approach(tokens, verb)
    if lexeme.form & Form.PARTICIPLE and (before.passive or _is_followed_by(tokens, verb, "by")):
        return _passive(tokens, mentions, verb, before)
    if lexeme.form & Form.PRESENT_PARTICIPLE and not before.passive:
        return _participle(tokens, mentions, verb, before, found)
    return None if _is_noun(tokens, verb, before) else _active(tokens, mentions, verb, before)


def _means_otherwise(tokens: Tokens, verb: int) -> bool:
    """Whether the word behind tells another sense: “called in to a show”, “reporting by”, “plans to run”."""
    lexeme = tokens.lexemes[verb]
    following = tokens.lexemes[verb + 1].lemma if verb + 1 < tokens.last else ""
    if lexeme.verb == "aim" or lexeme.lemma in {"hope", "expect", "agree"}:
        return following == "to"
    if following == "by":
        return bool(lexeme.form & Form.PRESENT_PARTICIPLE)
    return following in _OTHERWISE.get(lexeme.lemma, ())


def _active(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    lexeme = tokens.lexemes[verb]
    if before.infinitive and (lexeme.verb in _HOLDING or _has_object(mentions, before)):
        return None
    source, reach = subject_of(tokens, mentions, before)
    if source is None and lexeme.verb in _SAYING:
        source = find_someone(tokens, before.index)
    if source is None or source.kind is Kind.DOCUMENT or not _agrees(tokens, verb, before, source, reach):
        return None
    if lexeme.lemma == "call" and _is_new(source) and _is_name_given(tokens, verb):
        return None
    if before.infinitive and source.plural and source.kind in {Kind.PERSON, Kind.OFFICE, Kind.GROUP}:
        return None  # “officials have to explain”
    declines = before.negated or _declines(tokens, before, verb)
    refuses = lexeme.verb == "refusal" or (lexeme.lemma in _SPEAKING and declines) or _says_nothing(tokens, verb)
    return Attribution(verb, verb + 1, source, lexeme.verb + _manner(before, reach), refuses)


def _says_nothing(tokens: Tokens, verb: int) -> bool:
    """Whether what is said is that nothing will be: “said he would not *comment*”, “said it could not *discuss* it”."""
    for index in range(verb + 1, min(tokens.last - 1, verb + _CLAUSE_REACH)):
        if tokens.bits[index] & flags.PUNCTUATION or tokens.quoted[index]:
            return False
        if tokens.bits[index] & flags.NEGATION and tokens.bits[index - 1] & flags.MODAL:
            near = range(index + 1, min(tokens.last, index + 3))
            return any(tokens.lexemes[each].lemma in _SPEAKING or tokens.word(each) == "drawn" for each in near)
    return False


def _has_object(mentions: Sequence[Mention], before: Approach) -> bool:
    """Whether somebody else than the subject is to do it: “begged the reporters to *ask*”."""
    person = ending_at(mentions, before.index)
    return person is not None and person is not mentions[0]


def _is_new(source: Mention) -> bool:
    return source.determiner is Determiner.INDEFINITE or source.kind is Kind.PARTITIVE


def _is_name_given(tokens: Tokens, verb: int) -> bool:
    """Whether “called” gives a name: “a firm called Brume & Sons”."""
    return tokens.lexemes[verb].form & Form.PARTICIPLE != 0 and bool(_bits(tokens, verb + 1) & flags.CAPITAL)


def _has_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a verb reports a statement: “maintains *that* …”, “found *the dam was* cracked”; not “found a key”."""
    following = verb + 1
    if following >= tokens.last or tokens.word(following) == ".":
        return tokens.has_quotation or tokens.lexemes[verb].lemma == "hear"  # “…, a jury has heard.”
    if tokens.quoted[following] or tokens.word(following) in {",", ":"}:
        return True
    if tokens.lexemes[following].lemma in {"that", "how", "why", "whether", "if", "what", "there"}:
        return True
    for index in range(following, min(tokens.last, following + _CLAUSE_REACH)):
        if tokens.bits[index] & (flags.PUNCTUATION | flags.RELATIVE | flags.CONJUNCTION | flags.SUBORDINATOR):
            return False
        if tokens.bits[index] & flags.AUXILIARY and not tokens.bits[index] & flags.POSSESSIVE:
            return index > following
    return False


def _portrays(tokens: Tokens, verb: int) -> bool:
    """Whether it is words in which something is cast: “cast it *as* a plot”, not “cast a ballot”."""
    near = range(verb + 1, min(tokens.last, verb + _CLAUSE_REACH))
    return any(tokens.quoted[each] or tokens.lexemes[each].lemma == "as" for each in near)


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
        if reach is not Reach.ADJACENT or tokens.lexemes[min(verb + 1, tokens.last - 1)].lemma in _BEHIND_NOUN:
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
    return before.infinitive and any(
        tokens.lexemes[index].verb == "refusal" for index in range(max(tokens.first, before.index), verb)
    )


def _is_noun(tokens: Tokens, verb: int, before: Approach) -> bool:
    """Whether what looks like a verb is a noun: “the claims”, “Arlen’s remarks”, “has faced questions”."""
    if before.index < verb - 1 and (before.modal or before.perfect or before.infinitive or before.negated):
        return False
    if verb == tokens.first:
        return True
    bit = tokens.bits[verb - 1]
    if bit & flags.VERB and _can_be_noun(tokens.lexemes[verb]):
        return True
    stops = flags.DEFINITE | flags.INDEFINITE | flags.POSSESSIVE | flags.PREPOSITION
    return bool(bit & stops) and not bit & (flags.BE | flags.ADVERB | flags.PARTITIVE | flags.CAPITAL)


def _inverted(tokens: Tokens, mentions: Sequence[Mention], verb: int) -> Mention | None:
    """Return the source behind a verb: “…,” said Arlen; The bridge is safe, says the mayor."""
    if verb == tokens.first or tokens.lexemes[verb].verb not in _SAYING:
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
        if mention.owner or mention.kind is Kind.DOCUMENT or (mention.kind is Kind.PRONOUN and not quoted):
            return None
        ends = mention.end >= tokens.last or tokens.bits[mention.end] & (
            flags.PUNCTUATION | flags.PREPOSITION | flags.RELATIVE | flags.TIME
        )
        return named_beside(tokens, mentions, mention) if quoted or ends else None
    return someone_behind(tokens, verb) if quoted else None


def _passive(tokens: Tokens, mentions: Sequence[Mention], verb: int, before: Approach) -> Attribution | None:
    """“was criticised by Arlen”; “was quoted as saying” belongs to its subject, and “seen by Arlen” reports nothing."""
    lexeme = tokens.lexemes[verb]
    if lexeme.lemma == "quote":
        source, _ = subject_of(tokens, mentions, before)
        return Attribution(verb, verb + 1, source, "speech.passive") if source else None
    reports = lexeme.verb not in _HOLDING and lexeme.lemma not in {"write", "ask"}
    source = behind_by(tokens, mentions, verb + 1) if reports else None
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
    elif found and tokens.bits[before.index] & flags.COMMA and found[-1].cue.startswith(("speech", "clause")):
        source = found[-1].source
    else:
        source = first_of_clause(tokens, mentions, before.index)
    bare = before.index == verb - 1 and not tokens.bits[verb - 1] & _BEFORE_PARTICIPLE
    noun = bare or (_is_noun(tokens, verb, before) and not _is_gerund(tokens, verb))
    if source is None or source.kind is Kind.DOCUMENT or noun:
        return None  # “a global warning” is a noun
    return Attribution(verb, verb + 1, source, f"{tokens.lexemes[verb].verb}.participle")


def _is_gerund(tokens: Tokens, verb: int) -> bool:
    """Whether something follows that is said: “began by *saying* he”, not “of *reporting* standards”."""
    said = flags.PRONOUN | flags.DEFINITE | flags.SUBORDINATOR | flags.CAPITAL
    manner = tokens.lexemes[verb - 1].lemma in {"by", "in", "after", "before", "while"}
    return manner and verb + 1 < tokens.last and bool(tokens.bits[verb + 1] & said)
