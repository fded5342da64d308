"""In which sense a verb of reporting is used: whether something is said, told by the words behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from labeling.suggestions import flags
from labeling.suggestions.inflection import Form
from labeling.suggestions.reading import Tokens

# Not doing these reports nothing: “would not say”, “did not respond”.
SPEAKING = frozenset(
    {
        *("say", "comment", "respond", "discuss", "address", "mention", "disclose", "elaborate", "specify", "explain"),
        *("confirm", "answer", "reveal", "reply", "detail", "tell", "describe", "identify", "quote", "clarify"),
    }
)
_OTHERWISE = {
    "call": ("in", "into", "up", "back", "off", "at", "himself", "herself", "itself", "themselves"),
    "report": ("from", "to", "for"),
    "reply": ("with",),
    "ask": ("not", "for"),
    "respond": ("with",),
    "thank": ("in", "to"),
}
_CONVENED = frozenset(
    {
        "meeting",
        "election",
        "elections",
        "vote",
        "strike",
        "halt",
        "summit",
        "session",
        "conference",
        "ballot",
        "witness",
    }
)
_NO_TOPIC = frozenset({"condition", "behalf", "front", "favor", "favour", "instead", "because", "out"})
_REFUSING = 14  # tokens of a quotation that only refuses to comment
_ACCOUNT_REACH = 6  # tokens behind “issued” in which a statement is named
_CLAUSE_REACH = 9  # tokens in which the verb of a reported clause is looked for


def reports(tokens: Tokens, verb: int) -> bool:
    """Whether a verb, by what stands behind it, tells of something said: not “found a key”, “called the police”."""
    lexeme = tokens.lexemes[verb]
    following = tokens.lexemes[verb + 1].lemma if verb + 1 < tokens.last else ""
    by_group = _BY_GROUP.get(lexeme.verb)
    if by_group is not None:
        return by_group(tokens, verb)
    if lexeme.lemma in {"hope", "expect", "agree"}:
        return following not in {"to", "for"}  # who “hopes to go” tells a plan
    if lexeme.lemma == "remember":
        return _remembers(tokens, verb)
    if lexeme.lemma == "call" and _convenes(tokens, verb):
        return False
    if lexeme.lemma == "call" and tokens.bits[min(verb + 1, tokens.last - 1)] & flags.DEFINITE:
        return _is_called_something(tokens, verb)
    if following == "by":
        return not lexeme.form & Form.PRESENT_PARTICIPLE  # “reporting by Arlen”
    return following not in _OTHERWISE.get(lexeme.lemma, ())


def _near(tokens: Tokens, verb: int) -> range:
    return range(verb + 1, min(tokens.last, verb + _CLAUSE_REACH))


def _gives_account(tokens: Tokens, verb: int) -> bool:
    """Whether what is given are words: “offered three *explanations*”; not “offered a lift”."""
    for index in range(verb + 1, min(tokens.last, verb + _ACCOUNT_REACH)):
        if tokens.bits[index] & (flags.PUNCTUATION | flags.PREPOSITION):
            return False
        if tokens.bits[index] & flags.NOMINAL and not tokens.bits[index + 1 - (index + 1 == tokens.last)] & flags.NOUN:
            return True
    return False


def _values(tokens: Tokens, verb: int) -> bool:
    """Whether it is said how much something is: “puts the cost *at 40* million”; not “put him to bed at 8 p.m.”."""
    for index in _near(tokens, verb):
        if tokens.bits[index] & flags.PUNCTUATION or tokens.lexemes[index].lemma == "to":
            return False
        if tokens.lexemes[index].lemma == "at" and index > verb + 1:
            near = range(index + 1, min(tokens.last, index + 4))
            return any(tokens.bits[each] & flags.NUMBER for each in near)
    return False


def _has_topic(tokens: Tokens, verb: int) -> bool:
    """Whether it is told what was spoken of: “spoke at length *of* the flood”; not “spoke on condition of …”."""
    if tokens.lexemes[verb].form & Form.PRESENT_PARTICIPLE:
        return False
    for index in _near(tokens, verb):
        if tokens.bits[index] & flags.PUNCTUATION and not tokens.quoted[index]:
            return False
        topical = tokens.lexemes[index].lemma in {"of", "about"} or tokens.quoted[index]
        if topical and tokens.lexemes[index - 1].lemma not in _NO_TOPIC:
            return True
    return False


def _wants_done(tokens: Tokens, verb: int) -> bool:
    """Whether somebody wants a thing to happen: “wants the fund *to* be closed”; not “wants to go”, “wants a boat”."""
    near = [tokens.lexemes[index].lemma for index in _near(tokens, verb)]
    return bool(near) and near[0] != "to" and ("to" in near or near[0] == "that")


def _takes_stand(tokens: Tokens, verb: int) -> bool:
    """Whether a claim is answered: “contradicted the report”; not “contradicted each other”, “fired the manager”."""
    return tokens.lexemes[min(verb + 1, tokens.last - 1)].lemma != "each" and not _turns_down(tokens, verb)


def _turns_down(tokens: Tokens, verb: int) -> bool:
    """Whether it is a thing or a person that is rejected, and no claim: “dismissed the manager”."""
    near = [tokens.lexemes[index].denial for index in _near(tokens, verb)]
    objects = [group for group in near if group in {"claim", "thing"}]
    if near[:1] == ["pronoun"] or tokens.word(min(verb + 1, tokens.last - 1)).endswith("ing"):
        return False  # “denied giving the order”
    if objects:
        return objects[0] == "thing"
    last = min(tokens.last, verb + 4)
    return any(tokens.bits[index] & flags.ROLE for index in range(verb + 1, last)) and "false" not in near


def _convenes(tokens: Tokens, verb: int) -> bool:
    """Whether something is called to happen: “called an urgent *meeting*”."""
    for index in _near(tokens, verb):
        if tokens.quoted[index] or tokens.bits[index] & (flags.PUNCTUATION | flags.PREPOSITION):
            return False
        if tokens.lexemes[index].lemma in _CONVENED:
            return True
    return False


def _remembers(tokens: Tokens, verb: int) -> bool:
    """Whether something is told from memory: “remembers *being* rowed”; not “remembered the keys”."""
    return tokens.word(min(verb + 1, tokens.last - 1)).endswith("ing") or _has_clause(tokens, verb)


def _is_called_something(tokens: Tokens, verb: int) -> bool:
    """Whether “called the plan” goes on with what it is called."""
    ends = flags.PREPOSITION | flags.TIME | flags.CONJUNCTION
    near = _near(tokens, verb)
    closes = next((index for index in near if tokens.bits[index] & flags.PUNCTUATION), tokens.last)
    if closes > verb + 3 and not any(tokens.bits[index] & ends for index in range(verb + 1, closes)):
        return True  # “called the plan dead”
    pronoun = tokens.lexemes[verb + 1].denial == "pronoun"  # “calls *that* a slogan”
    return any(
        tokens.quoted[index]
        or tokens.lexemes[index].denial == "false"
        or (
            index > verb + 2 - pronoun
            and (tokens.bits[index] & flags.DEFINITE or tokens.lexemes[index].lemma in {"a", "an"})
        )
        for index in near
    )


def _has_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a verb reports a statement: “maintains *that* …”, “found *the dam was* cracked”; not “found a key”."""
    following = verb + 1
    if following >= tokens.last or tokens.word(following) == ".":
        return tokens.has_quotation or tokens.lexemes[verb].lemma == "hear"  # “…, a jury has heard.”
    if tokens.quoted[following] or tokens.word(following) in {",", ":"}:
        return True
    if tokens.lexemes[following].lemma in {"that", "how", "why", "whether", "if", "what", "there"}:
        return True
    for index in _near(tokens, verb):
        if tokens.lexemes[index].lemma == "that" and (
            tokens.lexemes[verb].lemma == "remind" or tokens.bits[index - 1] & flags.TIME
        ):
            return True  # “ruled on Tuesday *that* …”
        if tokens.bits[index] & (flags.PUNCTUATION | flags.RELATIVE | flags.CONJUNCTION | flags.SUBORDINATOR):
            return False
        if tokens.bits[index] & flags.AUXILIARY and not tokens.bits[index] & (flags.POSSESSIVE | flags.TIME):
            return index > following
    return False


def _portrays(tokens: Tokens, verb: int) -> bool:
    """Whether it is words in which something is cast: “cast it *as* a plot”, not “cast a ballot”."""
    return any(tokens.quoted[each] or tokens.lexemes[each].lemma == "as" for each in _near(tokens, verb))


_BY_GROUP: Mapping[str, Callable[[Tokens, int], bool]] = {
    "clause": _has_clause,
    "fact": _has_clause,
    "portrayal": _portrays,
    "offer": _gives_account,
    "value": _values,
    "topic": _has_topic,
    "stand": _takes_stand,
    "aim": _wants_done,
}


def says_nothing(tokens: Tokens, verb: int) -> bool:
    """Whether what is said is that nothing will be: “said he would not *comment*”, “said she would not be *drawn*”."""
    if _refuses_in_quotation(tokens):
        return True
    for index in range(verb + 1, min(tokens.last - 1, verb + _CLAUSE_REACH)):
        if tokens.bits[index] & flags.PUNCTUATION or tokens.quoted[index]:
            return False
        if tokens.lexemes[index].lemma == "nothing":  # “said nothing”, “said she had nothing to add”
            behind = [tokens.lexemes[each].lemma for each in range(index + 1, min(tokens.last, index + 3))]
            return index == verb + 1 or (behind[:1] == ["to"] and behind[1:] in (["add"], ["say"], ["offer"]))
        if tokens.bits[index] & flags.NEGATION and tokens.lexemes[index + 1].lemma == "comment":
            return True
        if tokens.bits[index] & flags.NEGATION and tokens.lexemes[index - 1].lemma in {"would", "will", "wo"}:
            near = range(index + 1, min(tokens.last, index + 3))
            return any(tokens.lexemes[each].lemma in SPEAKING or tokens.word(each) == "drawn" for each in near)
    return False


def _refuses_in_quotation(tokens: Tokens) -> bool:
    """Whether all that is quoted is that nothing will be said: “We do not *comment* on rumours,” a spokesman said."""
    quoted = [index for index in range(tokens.first, tokens.last) if tokens.quoted[index]]
    if not 0 < len(quoted) <= _REFUSING:
        return False
    return any(
        tokens.lexemes[index].lemma == "comment" and tokens.bits[index - 1] & flags.NEGATION for index in quoted[1:]
    )


def gives_name(tokens: Tokens, verb: int) -> bool:
    """Whether “called” gives a name: “a firm called Brume & Sons”."""
    return tokens.lexemes[verb].form & Form.PARTICIPLE != 0 and bool(
        tokens.bits[min(verb + 1, tokens.last - 1)] & flags.CAPITAL
    )
