"""Denials: a denier, and a word that rejects or a negation that is reported or spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.finding import Finding
from labeling.suggestions.inflection import Form
from labeling.suggestions.negations import find_negations, voice_of
from labeling.suggestions.reading import Phrase, Tokens
from labeling.suggestions.subjects import approach

_DIRECT = frozenset(
    {"deny.claim", "reject.claim", "reject.false", "phrase.disclaim", "phrase.unaware", "phrase.reject"}
)
_BEGINS_OBJECT = (
    flags.DEFINITE | flags.INDEFINITE | flags.PRONOUN | flags.CAPITAL | flags.SUBORDINATOR | flags.PUNCTUATION
)
_SUBJECT = flags.SPEAKER | flags.DOCUMENT | flags.CAPITAL
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "you"})
_AS = frozenset({"as", "call", "called", "calls", "calling", "branded", "labelled", "labeled", "it", "that"})
_UPHOLDING = frozenset({"maintain", "protest", "insist", "proclaim", "assert"})
_RARE = frozenset({"anything", "anyone", "anybody", "in", "like", "so", "before", "such", "since", "until"})
_OF_CLAIMS = frozenset({"wrong", "mistaken"})
_JUDGED = 6  # tokens before a judgment in which what is judged ends
_VERBS = frozenset({"deny", "contradict", "reject"})
_REACH = 9  # how far behind a rejecting verb its object is looked for


def find_denials(tokens: Tokens, attributions: Sequence[Attribution], *, speaks: bool) -> list[Finding]:
    """Return what suggests that a sentence denies. `speaks` says that it is a quotation of somebody that goes on."""
    phrases = [phrase for phrase in tokens.phrases if phrase.group.startswith("denials.")]
    if not phrases and not tokens.all_bits & (flags.DENIAL | flags.NEGATION):
        return []
    if any(phrase.group == "denials.neither" for phrase in phrases):
        return []
    found = [
        *_of_words(tokens, attributions, speaks=speaks),
        *_of_phrases(tokens, phrases, attributions, speaks=speaks),
    ]
    found += find_negations(tokens, attributions, speaks=speaks)
    return found


def _of_words(tokens: Tokens, attributions: Sequence[Attribution], *, speaks: bool) -> Iterator[Finding]:
    if not tokens.all_bits & flags.DENIAL:
        return
    for index in range(tokens.first, tokens.last):
        group = tokens.lexemes[index].denial if tokens.bits[index] & flags.DENIAL else ""
        if group == "false" and _is_predicate(tokens, index):
            voice = voice_of(tokens, index, attributions, speaks=speaks)
            if voice:
                yield Finding(("phrase.false", voice), (tokens.span(index, index + 1),))
        if group == "noun" and _is_somebodys(tokens, index) and tokens.word(min(index + 1, tokens.last - 1)) != "-":
            yield Finding(("noun.denial", _voice(tokens, index)), (tokens.span(index, index + 1),))
        if group not in _VERBS or tokens.bits[index] & flags.CAPITAL or _is_noun(tokens, index):
            continue
        rule = _deny(tokens, index) if group == "deny" else _reject(tokens, index, group)
        if rule:
            yield Finding(
                (rule, f"word.{tokens.lexemes[index].lemma}", _voice(tokens, index)), (tokens.span(index, index + 1),)
            )


def _is_somebodys(tokens: Tokens, index: int) -> bool:
    """Whether it is said whose denial it is, or that one was issued."""
    before = range(max(tokens.first, index - 3), index)
    return any(
        tokens.bits[each] & (flags.POSSESSIVE | flags.DEFINITE) or tokens.word(each).startswith(("issu", "repeat"))
        for each in before
    )


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether what looks like a rejecting verb is a noun: “a challenge”, “Disputes over deposits”."""
    form = tokens.lexemes[index].form
    if not form & (Form.BASE | Form.THIRD):
        following = tokens.bits[index + 1] if index + 1 < tokens.last else flags.PUNCTUATION
        attributive = flags.DEFINITE | flags.INDEFINITE | flags.PREPOSITION | flags.POSSESSIVE
        return bool(form & Form.PARTICIPLE and index > tokens.first and tokens.bits[index - 1] & attributive) and not (
            following & _BEGINS_OBJECT
        )
    if index == tokens.first:
        return True
    before = tokens.bits[index - 1]
    if before & (flags.POSSESSIVE | flags.INDEFINITE) or tokens.lexemes[index - 1].lemma == "neither":
        return True
    subject = flags.PRONOUN | flags.RELATIVE | flags.PUNCTUATION | (flags.PLURAL if form == Form.BASE else _SUBJECT)
    between = flags.AUXILIARY | flags.NEGATION | flags.ADVERB | flags.CONJUNCTION
    return not before & (subject | between) and tokens.lexemes[index - 1].lemma != "to"


def _is_predicate(tokens: Tokens, index: int) -> bool:
    """Whether nothing follows that a judgment could belong to: “that is false”, not “a false report”."""
    ends = index + 1 >= tokens.last or tokens.quoted[index + 1] != tokens.quoted[index]
    if not ends and not tokens.bits[index + 1] & (flags.PUNCTUATION | flags.CONJUNCTION | flags.PREPOSITION):
        return False
    before = range(max(tokens.first, index - _JUDGED), index)
    if tokens.word(index) in _OF_CLAIMS and not any(tokens.lexemes[each].denial == "claim" for each in before):
        return False  # “something is wrong with the bell”
    if not before or (not tokens.quoted[index - 1] and tokens.quoted[index]):
        return True
    return any(tokens.bits[each] & flags.BE or tokens.lexemes[each].lemma in _AS for each in before)


def _voice(tokens: Tokens, index: int) -> str:
    return "in-quotation" if tokens.quoted[index] else "in-report"


def _objects(tokens: Tokens, index: int) -> list[str]:
    """Return the groups, in denials.toml, of the words behind a verb, up to the end of its clause."""
    found = []
    for after in range(index + 1, min(tokens.last, index + 1 + _REACH)):
        if tokens.word(after) in {".", ";", ":", "—"}:
            break
        found.append(tokens.lexemes[after].denial)
    return found


def _deny(tokens: Tokens, index: int) -> str:
    """“Denied that”, “denies the charge”; not “was denied bail”, “denied the men access”."""
    rejected = _rejected(_objects(tokens, index))
    following = tokens.lexemes[index + 1].lemma if index + 1 < tokens.last else ""
    if approach(tokens, index).passive:
        return "deny.passive" if _ends_passive(tokens, index + 1) else ""
    if following in {"him", "her", "them", "us", "me"}:
        return ""  # “denied them the keys”
    if following in {"that", "it", "any", "having", "this"} or tokens.word(min(index + 1, tokens.last - 1)).endswith(
        "ing"
    ):
        return "deny.claim"
    if rejected == "thing" or (rejected != "claim" and _denies_person(tokens, index)):
        return ""
    if _is_participle(tokens, index) and not rejected:
        return "deny.passive"
    return "deny.claim" if rejected == "claim" else "deny"


def _denies_person(tokens: Tokens, index: int) -> bool:
    """Whether something is kept from somebody: “*denied* Arlen a goal”, “denied the tenants a say”."""
    near = range(index + 1, min(tokens.last, index + 5))
    person = next((each for each in near if tokens.bits[each] & (flags.CAPITAL | flags.ROLE)), tokens.last)
    behind = range(person + 1, min(tokens.last, person + 4))
    return any(tokens.bits[each] & (flags.INDEFINITE | flags.DEFINITE) for each in behind)


def _ends_passive(tokens: Tokens, after: int) -> bool:
    """Whether no object stands behind a passive: “was denied by the board”, not “were denied any help”."""
    ends = flags.PUNCTUATION | flags.PREPOSITION | flags.CONJUNCTION | flags.TIME | flags.ADVERB
    return after >= tokens.last or bool(tokens.bits[after] & ends)


def _rejected(objects: Sequence[str]) -> str:
    """Return whether a claim or a thing is rejected, whichever is named first; empty when neither is."""
    if objects[:1] == ["pronoun"]:
        return "claim"
    return next((group for group in objects if group in {"claim", "thing"}), "")


def _is_participle(tokens: Tokens, index: int) -> bool:
    """Whether a verb may be a participle of somebody who was denied a thing: “officer denied bail”."""
    following = tokens.bits[index + 1] if index + 1 < tokens.last else flags.PUNCTUATION
    known = flags.PRONOUN | flags.DEFINITE | flags.INDEFINITE | flags.SUBORDINATOR | flags.PUNCTUATION | flags.CAPITAL
    return bool(tokens.lexemes[index].form & Form.PARTICIPLE) and not following & (
        known | flags.ADVERB | flags.POSSESSIVE
    )


def _reject(tokens: Tokens, index: int, group: str) -> str:
    """“Rejected the claim”, “dismissed as false”; not “rejected the offer”, “dismissed the striker”."""
    objects = _objects(tokens, index)
    if index + 1 < tokens.last and tokens.lexemes[index + 1].lemma == "each":
        return ""  # “contradicting each other”
    if "false" in objects:
        return "reject.false"
    rejected = _rejected(objects)
    if rejected == "thing" or (not rejected and group == "reject" and _rejects_person(tokens, index)):
        return ""
    near = range(index + 1, min(tokens.last, index + _REACH))
    if _is_unreal(tokens, index):
        return ""
    if approach(tokens, index).passive:
        return "reject.passive" if rejected == "claim" or group == "contradict" else ""
    if rejected == "claim":
        return "reject.claim"
    says_what = any(tokens.quoted[each] or tokens.lexemes[each].lemma == "that" for each in near)
    if group == "contradict" and index + 1 < tokens.last:
        return "reject" if tokens.bits[index + 1] & _BEGINS_OBJECT or tokens.quoted[index + 1] else ""
    return "reject" if says_what else ""


def _is_unreal(tokens: Tokens, index: int) -> bool:
    """Whether it is not done: “could *dismiss*”, “called on them to *reject*”, “is *challenging* to do”."""
    near = range(max(tokens.first, index - 3), index)
    if any(tokens.bits[each] & flags.MODAL or tokens.lexemes[each].lemma == "to" for each in near):
        return True
    return index + 1 < tokens.last and tokens.lexemes[index + 1].lemma == "to"


def _rejects_person(tokens: Tokens, index: int) -> bool:
    """Whether somebody is turned down or let go: “dismissed the minister”."""
    near = range(index + 1, min(tokens.last, index + 4))
    return any(tokens.bits[each] & flags.ROLE or tokens.lexemes[each].lemma in _OBJECTS for each in near)


def _of_phrases(
    tokens: Tokens, phrases: Sequence[Phrase], attributions: Sequence[Attribution], *, speaks: bool
) -> Iterator[Finding]:
    for phrase in phrases:
        rejects = phrase.group in {"denials.reject", "denials.distance"} or _upholds(tokens, phrase)
        if phrase.group == "denials.reject" and _rejected(_objects(tokens, phrase.end - 1)) != "claim":
            continue
        if phrase.group == "denials.unaware" and _compares(tokens, phrase.end):
            continue
        voice = _voice(tokens, phrase.start) if rejects else voice_of(tokens, phrase.start, attributions, speaks=speaks)
        if voice:
            parts = (f"phrase.{phrase.group.partition('.')[2]}", voice)
            yield Finding(parts, (tokens.span(phrase.start, phrase.end),))


def _upholds(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether somebody stands by it that nothing was done: “*maintains* his innocence”; not “proved his innocence”."""
    near = range(max(tokens.first, phrase.start - 2), phrase.start)
    return tokens.word(phrase.end - 1) == "innocence" and any(tokens.lexemes[each].lemma in _UPHOLDING for each in near)


def _compares(tokens: Tokens, after: int) -> bool:
    """Whether it is told how rare something is: “had never seen *anything* like it”, “not seen *in* years”."""
    sensed = tokens.word(after - 1) in {"seen", "heard"}
    return sensed and after < tokens.last and tokens.lexemes[after].lemma in _RARE


def with_neighbours(found: Sequence[list[Finding]]) -> list[list[Finding]]:
    """Mark the negations beside a sentence that denies outright: they go on denying it."""
    direct = [any(_DIRECT.intersection(each.parts) for each in findings) for findings in found]
    marked = []
    for place, findings in enumerate(found):
        beside = any(direct[other] for other in (place - 1, place + 1) if 0 <= other < len(found))
        marked.append(
            [
                each._replace(parts=(*each.parts, "beside-denial"))
                if beside and not _DIRECT.intersection(each.parts)
                else each
                for each in findings
            ]
        )
    return marked
