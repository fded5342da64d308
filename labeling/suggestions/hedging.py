"""Hedges: words that present something as uncertain, told from the same words with another meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from labeling.suggestions import flags
from labeling.suggestions.finding import Finding
from labeling.suggestions.inflection import Form
from labeling.suggestions.reading import Phrase, Tokens

# Of others these report an opinion or a number, and no doubt of theirs.
_PERCEIVED = frozenset({"seen", "heard", "felt", "smelled", "smelt", "reached", "bought", "see", "hear", "feel"})
_BEFORE_NUMBER, _BEHIND_NUMBER = 3, 8  # tokens around an expectation in which its number stands
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "hundreds"})
_EVERY = frozenset({"as", "where", "when", "if", "whenever", "wherever", "every"})  # “as soon as possible”
_MADE = frozenset({"make", "makes", "made", "making"})
_COUNTED = frozenset({"chances", "odds"})
_EVIDENT = frozenset({"became", "become", "becomes", "no", "more", "increasingly", "immediately", "quickly", "soon"})
_UNDOUBTED = frozenset({"no", "not", "n't", "n’t", "without", "never"})
_COMPARED = 12  # tokens behind “more likely” in which “than” stands
_WITHOUT = frozenset({"imagine", "expect", "suppose"})  # what “not” makes sure of
_ALLOWED = frozenset({"you", "they", "who", "side", "party", "either", "neither", "anyone", "one", "anybody"})
_REPORTED = frozenset({"allege", "understand", "think", "reckon", "guess", "imagine"})
_FIRST = frozenset({"i", "we"})
_LAWS = frozenset({"law", "act", "rule", "constitution", "deed", "statute", "treaty", "charter", "contract", "term"})
_GRANTED = 9  # tokens before “may” in which whoever is allowed something is named
_PRONOUNS_OF_THINGS = frozenset({"something", "anything", "nothing", "one", "those", "things"})


def find_hedges(tokens: Tokens) -> list[Finding]:
    """Return what suggests that a sentence is a hedge; quotations count, for their doubt is the source’s."""
    found = [
        Finding(_of_phrase(tokens, phrase), (tokens.span(phrase.start, phrase.end),))
        for phrase in tokens.phrases
        if phrase.group.startswith("hedges.")
    ]
    if tokens.all_bits & flags.HEDGE:
        found += _of_words(tokens)
    return found


def _of_phrase(tokens: Tokens, phrase: Phrase) -> tuple[str, ...]:
    group = phrase.group.partition(".")[2]
    return _expectation(tokens, phrase.start) if group == "expectation" else (group,)


def _expectation(tokens: Tokens, index: int) -> tuple[str, ...]:
    """Tell what may not come from a number that is planned or reckoned: “is expected to last three weeks”."""
    near = range(max(tokens.first, index - _BEFORE_NUMBER), min(tokens.last, index + _BEHIND_NUMBER))
    number = any(tokens.bits[each] & flags.NUMBER or tokens.lexemes[each].lemma in _NUMBERS for each in near)
    return ("expectation.number",) if number else ("expectation",)


def _of_words(tokens: Tokens) -> Iterator[Finding]:
    for index in range(tokens.first, tokens.last):
        if not tokens.bits[index] & flags.HEDGE:
            continue
        parts = _RULES[tokens.lexemes[index].hedge](tokens, index)
        if parts:
            yield Finding(parts, (tokens.span(index, index + 1),))


def _lemma(tokens: Tokens, index: int) -> str:
    """Return the base form at a place of the sentence; empty outside of it."""
    return tokens.lexemes[index].lemma if tokens.first <= index < tokens.last else ""


def _bits(tokens: Tokens, index: int) -> int:
    return tokens.bits[index] if tokens.first <= index < tokens.last else flags.PUNCTUATION


def _hedge(tokens: Tokens, index: int) -> str:
    return tokens.lexemes[index].hedge if tokens.first <= index < tokens.last else ""


def _adverb(tokens: Tokens, index: int) -> tuple[str, ...]:
    if _lemma(tokens, index) in {"likely", "unlikely", "likelier"} and _is_rate(tokens, index):
        return ()
    if _bits(tokens, index + 1) & flags.ROLE:  # “likely voters”
        return ("adverb.attributive",)
    return ("adverb", f"word.{_lemma(tokens, index)}")


def _is_rate(tokens: Tokens, index: int) -> bool:
    """Whether it is told how often something happens: “twice as *likely*”, “less *likely* to smoke than”."""
    if _lemma(tokens, index - 1) in {"as", "times"}:
        return True
    compared = range(index + 1, min(tokens.last, index + _COMPARED))
    more = _lemma(tokens, index - 1) in {"more", "less"} or _lemma(tokens, index) == "likelier"
    return more and _lemma(tokens, index + 1) == "to" and any(_lemma(tokens, each) == "than" for each in compared)


def _adjective(tokens: Tokens, index: int) -> tuple[str, ...]:
    if _lemma(tokens, index) in {"suppose", "presume"} and _lemma(tokens, index + 1) == "to":
        return ()
    if _lemma(tokens, index) == "apparent" and _lemma(tokens, index - 1) in _EVIDENT:
        return ()
    subject = flags.PRONOUN | flags.SPEAKER | flags.CAPITAL | flags.RELATIVE
    if tokens.lexemes[index].form & Form.PAST and _bits(tokens, index - 1) & subject:
        return ("believe.third", f"word.{_lemma(tokens, index)}") if _holds(tokens, index) else ()
    return ("adjective", f"word.{_lemma(tokens, index)}")


def _possible(tokens: Tokens, index: int) -> tuple[str, ...]:
    before, after = _lemma(tokens, index - 1), _lemma(tokens, index + 1)
    if _is_ruled_out(tokens, index):
        return ()
    if _lemma(tokens, index) == "potential" and after == "for":
        return ("possible.noun",)
    if before.endswith("est") or before in _EVERY or after in {"to", "for", "by"}:
        return ()
    if _bits(tokens, index + 1) & (flags.PUNCTUATION | flags.PREPOSITION) and _lemma(tokens, index) == "potential":
        return ("possible.noun",)
    return ("possible",)


def _is_ruled_out(tokens: Tokens, index: int) -> bool:
    """Whether it is certain after all: “is not possible”, “made it possible”."""
    near = range(max(tokens.first, index - 4), index)
    made = any(tokens.word(each) in _MADE for each in near)
    return made or any(tokens.bits[each] & flags.NEGATION for each in range(max(tokens.first, index - 2), index))


def _noun(tokens: Tokens, index: int) -> tuple[str, ...]:
    if tokens.word(index) in _COUNTED and _lemma(tokens, index + 1) not in {"of", "that", "are", "were"}:
        return ()  # “missed two chances”
    return ("noun", f"word.{_lemma(tokens, index)}")


def _may(tokens: Tokens, index: int) -> tuple[str, ...]:
    if tokens.word(index) != "may" and not _begins_question(tokens, index):
        return ()  # the month, or a name
    verb = _skip_adverbs(tokens, index + 1)
    forbids = _bits(tokens, verb) & flags.NEGATION
    verb = _skip_adverbs(tokens, verb + 1) if forbids else verb
    if _is_law(tokens, index) or (_hedge(tokens, verb) == "permission" and _is_granted(tokens, index)):
        return ()
    return ("may",)


def _is_law(tokens: Tokens, index: int) -> bool:
    """Whether a law is named by which it is so: “*Under the constitution* the cabinet may not …”."""
    unders = (each for each in range(tokens.first, index) if tokens.lexemes[each].lemma == "under")
    return any(tokens.lexemes[law].lemma in _LAWS for each in unders for law in range(each + 1, min(index, each + 6)))


def _is_granted(tokens: Tokens, index: int) -> bool:
    """Whether people are named who can be allowed something: “*families* who were not called may write”."""
    if _lemma(tokens, index - 1) in _ALLOWED:
        return True
    near = range(index - 1, max(tokens.first, index - _GRANTED) - 1, -1)
    for each in near:
        if tokens.bits[each] & flags.PUNCTUATION:
            return False
        if tokens.bits[each] & (flags.SPEAKER | flags.PLURAL) or tokens.lexemes[each].lemma == "who":
            return True
    return False


def _begins_question(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised “May” is the verb, as in “May I …” and in headlines: “Dam May Leak”."""
    following = _bits(tokens, index + 1)
    begins = index == tokens.first or _bits(tokens, index - 1) & flags.PUNCTUATION
    return _lemma(tokens, index + 1) in {"be", "have"} or bool(begins and following & flags.PRONOUN)


def _skip_adverbs(tokens: Tokens, index: int) -> int:
    while _bits(tokens, index) & flags.ADVERB and not _hedge(tokens, index):
        index += 1
    return index


def _might(tokens: Tokens, index: int) -> tuple[str, ...]:
    if _lemma(tokens, index - 1) in {"the", "its", "his", "her", "their", "our", "'s", "’s"}:
        return ()
    subject = _bits(tokens, index - 1) & (flags.PRONOUN | flags.CONJUNCTION)  # “we can count, *and might*”
    ends = _bits(tokens, index + 1) & (flags.PREPOSITION | flags.PUNCTUATION)
    return () if ends and not subject else ("might",)


def _could(tokens: Tokens, index: int) -> tuple[str, ...]:
    verb = _skip_adverbs(tokens, index + 1)
    subject = _lemma(tokens, index - 1)
    if _bits(tokens, verb) & flags.HAVE:
        return ("could.perfect",)
    if _hedge(tokens, verb) == "ability" or _hedge(tokens, index + 1) == "ability" or _is_perceived(tokens, verb):
        return ()
    if subject == "that" and _lemma(tokens, index - 2) in _PRONOUNS_OF_THINGS:
        return ()  # “something that could be sold”
    if any(_lemma(tokens, each) in {"if", "wish", "that", "so"} for each in range(index - 3, index)):
        return ("could.conditional",)
    if subject in {"i", "we", "he", "she", "they", "you", "who"}:
        return ("could.personal",)
    return ("could.be",) if _bits(tokens, verb) & flags.BE else ("could",)


def _is_perceived(tokens: Tokens, verb: int) -> bool:
    """Whether “could be” goes on with what the senses do: “could be *seen* from the pier”."""
    return bool(_bits(tokens, verb) & flags.BE) and _lemma(tokens, verb + 1) in _PERCEIVED


def _seem(tokens: Tokens, index: int) -> tuple[str, ...]:
    del tokens, index
    return ("seem",)


def _appear(tokens: Tokens, index: int) -> tuple[str, ...]:
    after = _skip_adverbs(tokens, index + 1)
    if _lemma(tokens, after) == "to":
        return ("seem",)
    ends = flags.PREPOSITION | flags.PUNCTUATION | flags.TIME | flags.CONJUNCTION
    if _bits(tokens, after) & ends or _lemma(tokens, after) == "as":
        return ()
    return ("appear",)


def _suggest(tokens: Tokens, index: int) -> tuple[str, ...]:
    subject = index - 1
    while subject > tokens.first and tokens.bits[subject] & (flags.AUXILIARY | flags.NEGATION | flags.ADVERB):
        subject -= 1
    before = _bits(tokens, subject)
    lemma = f"word.{_lemma(tokens, index)}"
    if before & flags.SPEAKER or (before & flags.PRONOUN and not _is_thing(tokens, subject, index)):
        return ()  # who suggests or indicates something says it
    if subject > tokens.first and before & flags.CAPITAL and not before & flags.DOCUMENT:
        return ()
    if tokens.lexemes[index].form & Form.PRESENT_PARTICIPLE:
        return ("suggest.participle", lemma) if before & flags.COMMA else ()
    if before & (flags.DEFINITE | flags.INDEFINITE | flags.PREPOSITION) or _lemma(tokens, index - 1) == "to":
        return ("suggest.other", lemma)
    return ("suggest.thing", lemma)


def _is_thing(tokens: Tokens, subject: int, verb: int) -> bool:
    """Whether “it”, or “they” in the present, is what suggests something: “*They* suggest that two keys were lost”."""
    if _lemma(tokens, subject) == "they":
        return bool(tokens.lexemes[verb].form & Form.BASE) and _lemma(tokens, verb + 1) == "that"
    return _lemma(tokens, subject) == "it"


def _believe(tokens: Tokens, index: int) -> tuple[str, ...]:
    """Tell by the subject: “I think” doubts, “she thinks” reports a belief, “is thought to” is nobody’s."""
    lexeme = tokens.lexemes[index]
    word = f"word.{lexeme.lemma}"
    before = index - 1
    passive = negated = False
    expects = lexeme.lemma == "expect"
    while _bits(tokens, before) & (flags.AUXILIARY | flags.NEGATION | flags.ADVERB) and before >= tokens.first:
        passive |= bool(tokens.bits[before] & flags.BE)
        negated |= bool(tokens.bits[before] & flags.NEGATION)
        before -= 1
    if negated and lexeme.lemma in {"doubt", "believe"} and _lemma(tokens, index - 1) in _UNDOUBTED:
        return ()  # “no doubt”, “could not believe”
    if passive and lexeme.form & Form.PARTICIPLE:
        return _expectation(tokens, index) if expects else ("believe.passive", word)
    if lexeme.form & Form.PRESENT_PARTICIPLE:
        return ()
    if _lemma(tokens, before) in _FIRST:
        # “I thought it was the oven”, “I believe in you”, “I can’t imagine the grief” doubt nothing.
        sure = bool(lexeme.form & Form.PAST) or lexeme.lemma == "understand" or _lemma(tokens, index + 1) == "in"
        sure |= negated and lexeme.lemma in _WITHOUT
        return () if sure else ("believe.first", word)
    if lexeme.lemma in _REPORTED:
        return ()
    if expects:  # who “expects to go” tells a plan, and “stars expected on the quay” has no clause
        plan = _lemma(tokens, index + 1) == "to" or _bits(tokens, index + 1) & (flags.PREPOSITION | flags.PUNCTUATION)
        return () if plan or _lemma(tokens, before) == "to" else _expectation(tokens, index)
    if not _holds(tokens, index):
        return ()
    if _bits(tokens, before) & (flags.PRONOUN | flags.SPEAKER | flags.CAPITAL | flags.RELATIVE):
        return ("believe.third", word)
    return ()


def _holds(tokens: Tokens, index: int) -> bool:
    """Whether a verb of belief has a clause: “suspects *that* …”, “believes *he was* …”; not “assumed control”."""
    if _lemma(tokens, index + 1) == "that" or _bits(tokens, index + 1) & flags.PUNCTUATION:
        return True
    for each in range(index + 1, min(tokens.last, index + _BEHIND_NUMBER + 1)):
        if tokens.bits[each] & (flags.PUNCTUATION | flags.CONJUNCTION | flags.SUBORDINATOR):
            return False
        if tokens.bits[each] & (flags.AUXILIARY | flags.VERB) or tokens.lexemes[each].lemma == "to":
            return True
    return False


_RULES: Mapping[str, Callable[[Tokens, int], tuple[str, ...]]] = {
    "adverb": _adverb,
    "adjective": _adjective,
    "possible": _possible,
    "noun": _noun,
    "may": _may,
    "might": _might,
    "could": _could,
    "seem": _seem,
    "appear": _appear,
    "suggest": _suggest,
    "believe": _believe,
}
