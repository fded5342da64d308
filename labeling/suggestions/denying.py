"""Denials: a denier, and a word that rejects or a negation that is reported or spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.finding import Finding
from labeling.suggestions.inflection import Form
from labeling.suggestions.reading import Phrase, Tokens
from labeling.suggestions.subjects import approach

_DIRECT = frozenset({"deny.claim", "reject.claim", "reject.false", "phrase.disclaim", "phrase.reject"})
_ASIDE = frozenset({"because", "if", "when", "although", "while", "who", "which", "until", "unless"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve", "'d", "’d"})
_PAST = frozenset({"did", "perfect", "never", "had-no"})
_VERBS = frozenset({"deny", "contradict", "reject"})
_VOTES = frozenset({"vote", "votes", "voted", "voting"})
_OWN = frozenset({"i", "we", "he", "she", "they", "it"})
_REACH = 9  # how far behind a rejecting verb its object is looked for
_FUTURE = frozenset(
    {"will", "would", "can", "ca", "wo", "could", "should", "may", "might", "must", "shall", "'ll", "’ll"}
)


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
    found += _of_negations(tokens, attributions, speaks=speaks)
    return found


def _of_words(tokens: Tokens, attributions: Sequence[Attribution], *, speaks: bool) -> Iterator[Finding]:
    if not tokens.all_bits & flags.DENIAL:
        return
    for index in range(tokens.first, tokens.last):
        group = tokens.lexemes[index].denial if tokens.bits[index] & flags.DENIAL else ""
        if group == "false" and _is_predicate(tokens, index):
            voice = _speaker(tokens, index, attributions, speaks=speaks)
            if voice:
                yield Finding(("phrase.false", voice), (tokens.span(index, index + 1),))
        if group == "noun" and _is_somebodys(tokens, index):
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
    if not tokens.lexemes[index].form & (Form.BASE | Form.THIRD):
        return False
    if index == tokens.first:
        return True
    before = tokens.bits[index - 1]
    nominal = flags.DEFINITE | flags.INDEFINITE | flags.PREPOSITION | flags.POSSESSIVE | flags.NUMBER
    return bool(before & nominal) and tokens.lexemes[index - 1].lemma != "to" and not before & flags.BE


def _is_predicate(tokens: Tokens, index: int) -> bool:
    """Whether nothing follows that a judgment could belong to: “that is false”, not “a false report”."""
    if index + 1 >= tokens.last or tokens.quoted[index + 1] != tokens.quoted[index]:
        return True
    return bool(tokens.bits[index + 1] & (flags.PUNCTUATION | flags.CONJUNCTION | flags.PREPOSITION))


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
    if following in {"that", "it", "any", "having", "this"} or following.endswith("ing"):
        return "deny.claim"
    if rejected == "thing":
        return ""
    if _is_participle(tokens, index) and not rejected:
        return "deny.passive"
    return "deny.claim" if rejected == "claim" else "deny"


def _ends_passive(tokens: Tokens, after: int) -> bool:
    """Whether no object stands behind a passive: “was denied by the board”, not “were denied any help”."""
    ends = flags.PUNCTUATION | flags.PREPOSITION | flags.CONJUNCTION | flags.TIME | flags.ADVERB
    return after >= tokens.last or bool(tokens.bits[after] & ends)


def _rejected(objects: Sequence[str]) -> str:
    """Return whether a claim or a thing is rejected, whichever is named first; empty when neither is."""
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
    if rejected == "thing" or (not rejected and _rejects_person(tokens, index)):
        return ""
    near = range(index + 1, min(tokens.last, index + _REACH))
    if approach(tokens, index).passive:
        return "reject.passive" if rejected == "claim" or group == "contradict" else ""
    if rejected == "claim":
        return "reject.claim"
    says_what = any(tokens.quoted[each] or tokens.lexemes[each].lemma in {"that", "as"} for each in near)
    return "reject" if group == "contradict" or says_what else ""


def _rejects_person(tokens: Tokens, index: int) -> bool:
    """Whether somebody is turned down or let go: “dismissed the minister”."""
    near = range(index + 1, min(tokens.last, index + 4))
    return any(tokens.bits[each] & flags.ROLE for each in near)


def _of_phrases(
    tokens: Tokens, phrases: Sequence[Phrase], attributions: Sequence[Attribution], *, speaks: bool
) -> Iterator[Finding]:
    for phrase in phrases:
        rejects = phrase.group == "denials.reject"
        voice = _voice(tokens, phrase.start) if rejects else _speaker(tokens, phrase.start, attributions, speaks=speaks)
        if voice:
            parts = (f"phrase.{phrase.group.partition('.')[2]}", voice)
            yield Finding(parts, (tokens.span(phrase.start, phrase.end),))


def _speaker(tokens: Tokens, index: int, attributions: Sequence[Attribution], *, speaks: bool) -> str:
    """Return in whose voice a word stands; empty when it is the reporter’s, who denies nothing."""
    spoken = [each for each in attributions if not each.refuses]
    if tokens.quoted[index]:
        return "spoken" if spoken or speaks else "quoted"
    if any(each.end <= index for each in spoken):
        return "reported"
    if any(each.start > index and each.cue in {"speech", "speech.closed"} for each in spoken):
        return "reported-before"
    return ""


def _of_negations(tokens: Tokens, attributions: Sequence[Attribution], *, speaks: bool) -> Iterator[Finding]:
    """“Said there was no second offer”, “had not signed”, “Nobody told me”: somebody who speaks negates a fact."""
    if not tokens.all_bits & flags.NEGATION:
        return
    for index in range(tokens.first, tokens.last):
        if not tokens.bits[index] & flags.NEGATION or _tells_otherwise(tokens, index):
            continue
        voice = _speaker(tokens, index, attributions, speaks=speaks)
        if voice and not _belongs_to_cue(index, attributions):
            fact = _fact(tokens, index)
            parts = (f"negation.{fact}", voice, *_own(tokens, index, fact), *_aside(tokens, index))
            yield Finding(parts, (tokens.span(index, index + 1),))


def _own(tokens: Tokens, index: int, fact: str) -> Iterator[str]:
    """Yield `own` where whoever is spoken of speaks: “said *she* had not”, “*we* had no drones”."""
    near = range(index - 1, max(tokens.first, index - 3) - 1, -1)
    if any(tokens.lexemes[each].lemma in _OWN for each in near):
        yield "own" if fact not in _PAST else "own.past"


def _aside(tokens: Tokens, index: int) -> Iterator[str]:
    """Yield `aside` where a negation stands in a clause that only says why, when or who."""
    for before in range(index - 1, max(tokens.first, index - 8) - 1, -1):
        if tokens.bits[before] & flags.PUNCTUATION:
            return
        if tokens.lexemes[before].lemma in _ASIDE:
            yield "aside"
            return


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


def _tells_otherwise(tokens: Tokens, index: int) -> bool:
    """Whether “No.” stands before a number, “no” is a vote, or it is told that nobody was hurt."""
    following = range(index + 1, min(tokens.last, index + 3))
    if tokens.lexemes[index].lemma == "no" and index > tokens.first and tokens.lexemes[index - 1].lemma in _VOTES:
        return True
    if any(tokens.lexemes[each].denial == "harm" for each in range(index + 1, min(tokens.last, index + 5))):
        return True
    return tokens.word(index) in {"No", "no"} and any(tokens.bits[each] & flags.NUMBER for each in following)


def _belongs_to_cue(index: int, attributions: Sequence[Attribution]) -> bool:
    """Whether a negation belongs to a verb of speech or belief: “did not say”, “does not think” deny nothing."""
    return any(
        0 < each.start - index <= 2 and (each.refuses or each.cue.startswith(("stance", "aim", "fact")))
        for each in attributions
    )


def _fact(tokens: Tokens, index: int) -> str:
    """Return what is negated: a fact past or present, what will or could be, or something else."""
    before = tokens.lexemes[index - 1].lemma if index > tokens.first else ""
    after = tokens.lexemes[index + 1].lemma if index + 1 < tokens.last else ""
    word = tokens.lexemes[index].lemma
    if after == "going":
        return "future"
    if after == "yet" or (word == "no" and after in {",", ".", "!", "”", '"'}):
        return "other"  # “has not yet come”; “No,” she said
    if before in _FUTURE or (word != "no" and after in _FUTURE):
        return "future"
    if word in {"nobody", "nothing", "none"} or (word == "no" and after in {"one", "such"}):
        return _subject_or_object(tokens, index)
    if word == "neither" and before in _PERFECT:
        return "perfect"
    if word == "no":
        existential = any(tokens.lexemes[each].lemma == "there" for each in range(max(tokens.first, index - 5), index))
        return "there-is-no" if existential else "had-no" if before in _PERFECT else "no"
    if word == "never":
        return "other" if after.endswith("s") else "never"
    if before in _PERFECT:
        return "perfect"
    if before in {"did", "does", "do"}:
        return "other" if index - 2 >= tokens.first and tokens.lexemes[index - 2].lemma == "you" else before
    if before in {"is", "was", "are", "were", "'s", "’s", "'re", "’re"}:
        return "being"
    return "other"


def _subject_or_object(tokens: Tokens, index: int) -> str:
    """Tell “nobody was told”, which negates a fact, from “felt nothing”, “nothing more”."""
    after = index + 2 if tokens.word(index) in {"No", "no"} else index + 1
    if after >= tokens.last:
        return "object"
    begins = tokens.bits[after] & (flags.BE | flags.HAVE) or tokens.word(after).endswith("ed")
    return "nobody" if begins or tokens.lexemes[after].lemma == "of" else "object"
