"""Negated facts: “said there was no list”, “we had not signed”; what is negated, by whom, and of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.finding import Finding
from labeling.suggestions.reading import Tokens

_ASIDE = frozenset({"because", "if", "when", "although", "while", "who", "which", "until", "unless"})
_PERFECT = frozenset({"had", "has", "have", "'ve", "’ve", "'d", "’d"})
_ANSWERING = frozenset({"insist", "maintain", "contend", "counter", "retort", "swear", "assert", "protest", "deny"})
# “No doubt”, “no longer”, “no matter”: nothing is denied.
_IDIOMS = frozenset(
    {
        *("doubt", "longer", "matter", "choice", "way", "different", "idea", "wonder", "need", "sense", "point", "use"),
        *("reason", "more", "less", "fewer", "better", "excuse", "excuses", "question", "sign", "mistake"),
        *("stranger", "surprise", "secret", "easy", "good", "further", "context", "respect", "chance", "hope"),
        *("other", "cause", "money", "time", "room", "space", "word", "news", "end", "alternative", "option"),
        # how far something has come
        *("decision", "date", "deal", "agreement", "timetable", "deadline", "verdict"),
    }
)
_WISHES = ("asking", "demand", "aim")  # who asks for something tells nothing: “asked for it and has not received it”
_ENDS = frozenset({",", ".", "!", "”", '"'})
_ANY = frozenset({"any", "anyone", "anybody"})
_ANY_REACH = 7  # tokens behind a negation in which “any” belongs to it
_OWN = frozenset({"i", "we", "he", "she", "they", "it"})
_PAST = frozenset({"did", "perfect", "never", "had-no"})
_VOTES = frozenset({"vote", "votes", "voted", "voting"})
_FUTURE = frozenset(
    {"will", "would", "can", "ca", "wo", "could", "should", "may", "might", "must", "shall", "'ll", "’ll"}
)


def find_negations(tokens: Tokens, attributions: Sequence[Attribution], *, speaks: bool) -> Iterator[Finding]:
    """“Said there was no second offer”, “had not signed”, “Nobody told me”: somebody who speaks negates a fact."""
    if not tokens.all_bits & flags.NEGATION:
        return
    for index in range(tokens.first, tokens.last):
        if not tokens.bits[index] & flags.NEGATION or _tells_otherwise(tokens, index):
            continue
        voice = voice_of(tokens, index, attributions, speaks=speaks)
        if voice and not _belongs_to_cue(tokens, index, attributions):
            fact = _fact(tokens, index)
            parts = (
                *(f"negation.{fact}", voice),
                *(*_own(tokens, index, fact), *_any(tokens, index)),
                *(*_insists(tokens, attributions), *_aside(tokens, index)),
            )
            yield Finding(parts, (tokens.span(index, index + 1),))


def voice_of(tokens: Tokens, index: int, attributions: Sequence[Attribution], *, speaks: bool) -> str:
    """Return in whose voice a word stands; empty when it is the reporter’s, who denies nothing."""
    spoken = [each for each in attributions if not each.refuses and not each.cue.startswith(_WISHES)]
    if tokens.quoted[index]:
        return "spoken" if spoken or speaks else "quoted"
    if any(each.end <= index for each in spoken):
        return "reported"
    if any(each.start > index and each.cue in {"speech", "speech.closed"} for each in spoken):
        return "reported-before"
    return ""


def _insists(tokens: Tokens, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Yield `insists` where the verb of speech answers somebody: “*insisted* she had not”."""
    if any(tokens.lexemes[each.start].lemma in _ANSWERING for each in attributions):
        yield "insists"


def _own(tokens: Tokens, index: int, fact: str) -> Iterator[str]:
    """Yield `own` where whoever is spoken of speaks: “said *she* had not”, “*we* had no drones”."""
    near = range(index - 1, max(tokens.first, index - 3) - 1, -1)
    if any(tokens.lexemes[each].lemma in _OWN for each in near):
        yield "own" if fact not in _PAST else "own.past"


def _any(tokens: Tokens, index: int) -> Iterator[str]:
    """Yield `any` where not one thing is granted: “had not paid *any* bribes”."""
    if any(tokens.lexemes[each].lemma in _ANY for each in range(index + 1, min(tokens.last, index + _ANY_REACH))):
        yield "any"


def _aside(tokens: Tokens, index: int) -> Iterator[str]:
    """Yield `aside` where a negation stands in a clause that only says why, when or who."""
    for before in range(index - 1, max(tokens.first, index - 8) - 1, -1):
        if tokens.bits[before] & flags.PUNCTUATION:
            return
        if tokens.lexemes[before].lemma in _ASIDE:
            yield "aside"
            return


def _tells_otherwise(tokens: Tokens, index: int) -> bool:
    """Whether “No.” stands before a number, “no” is a vote, or it is told that nobody was hurt."""
    following = range(index + 1, min(tokens.last, index + 3))
    if tokens.lexemes[index].lemma == "no" and index > tokens.first and tokens.lexemes[index - 1].lemma in _VOTES:
        return True
    if any(tokens.lexemes[each].denial == "harm" for each in range(index + 1, min(tokens.last, index + 5))):
        return True
    return tokens.word(index) in {"No", "no"} and any(tokens.bits[each] & flags.NUMBER for each in following)


def _belongs_to_cue(tokens: Tokens, index: int, attributions: Sequence[Attribution]) -> bool:
    """Whether a negation belongs to a verb of speech or belief: “did not say”, “does not think” deny nothing.

    “He said he had *never* discussed it” does.
    """
    said = any(not each.refuses and each.end <= index for each in attributions)
    past = said and (tokens.lexemes[index].lemma == "never" or tokens.lexemes[index - 1].lemma in _PERFECT)
    return any(
        0 < each.start - index <= 2 and ((each.refuses and not past) or each.cue.startswith(("stance", "aim", "fact")))
        for each in attributions
    )


def _fact(tokens: Tokens, index: int) -> str:
    """Return what is negated: a fact past or present, what will or could be, or something else."""
    before = tokens.lexemes[index - 1].lemma if index > tokens.first else ""
    after = tokens.lexemes[index + 1].lemma if index + 1 < tokens.last else ""
    word = tokens.lexemes[index].lemma
    if after == "yet" or (word == "no" and after in _ENDS):
        return "other"  # “has not yet come”; “No,” she said
    if after == "going" or before in _FUTURE or (word != "no" and after in _FUTURE) or _is_general(tokens, index):
        return "future"
    if word in {"nobody", "nothing", "none"} or (word == "no" and after in {"one", "such"}):
        return _subject_or_object(tokens, index)
    if word == "no" and after in _IDIOMS:
        return "other"
    if word == "no":
        existential = any(tokens.lexemes[each].lemma == "there" for each in range(max(tokens.first, index - 5), index))
        if existential:
            return "there-is-no"
        return "had-no" if before in _PERFECT else "no" if _begins_clause(tokens, index) else "no-object"
    if word == "never":
        return "other" if after.endswith("s") and not after.endswith("ss") else "never"
    return _of_auxiliary(tokens, index, before)


def _of_auxiliary(tokens: Tokens, index: int, before: str) -> str:
    if before in _PERFECT:
        return "perfect-passive" if index + 1 < tokens.last and tokens.word(index + 1) == "been" else "perfect"
    if before in {"did", "does", "do"}:
        return "other" if index - 2 >= tokens.first and tokens.lexemes[index - 2].lemma == "you" else before
    if before in {"is", "was", "are", "were", "'s", "’s", "'re", "’re"}:
        return "being"
    return "other"


def _begins_clause(tokens: Tokens, index: int) -> bool:
    """Whether “no” belongs to a subject: “said *no* order had been given”, not “showed *no* remorse”."""
    if index == tokens.first or tokens.quoted[index] != tokens.quoted[index - 1]:
        return True
    begins = flags.PUNCTUATION | flags.SUBORDINATOR | flags.CONJUNCTION | flags.VERB | flags.PREPOSITION
    return bool(tokens.bits[index - 1] & begins) or tokens.lexemes[index - 1].lemma == "that"


def _is_general(tokens: Tokens, index: int) -> bool:
    """Whether it is said of all times: “*no* town would ever”, “*no* bridge is ever”."""
    near = range(index + 1, min(tokens.last, index + 5))
    general = any(tokens.bits[each] & flags.MODAL or tokens.lexemes[each].lemma == "ever" for each in near)
    return tokens.lexemes[index].lemma == "no" and general


def _subject_or_object(tokens: Tokens, index: int) -> str:
    """Tell “nobody was told”, which negates a fact, from “felt nothing”, “nothing more”."""
    after = index + 2 if tokens.word(index) in {"No", "no"} else index + 1
    if after >= tokens.last:
        return "object"
    begins = tokens.bits[after] & (flags.BE | flags.HAVE) or tokens.word(after).endswith("ed")
    if after + 1 >= tokens.last or tokens.bits[after + 1] & flags.PUNCTUATION:
        return "object"  # “and nobody has.”
    return "nobody" if begins or tokens.lexemes[after].lemma == "of" else "object"
