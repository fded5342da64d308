"""Whom a mention stands for, over the sentences of an article: names, roles that were introduced, “he” and “they”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from labeling.domain.articles import Kind as SentenceKind
from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.kinds import Determiner, Kind
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens

_PRONOUNS = {"he": "he", "she": "he", "they": "they", "it": "it"}
_ASKED = frozenset({"polled", "surveyed", "canvassed"})
_SHARES = frozenset({"%", "percent", "pc", "cent"})
_PARTS = frozenset({"majority", "minority", "half", "third", "thirds", "quarter", "quarters"})
_PEOPLE = frozenset({"person", "man", "woman"})  # “this person” is whoever spoke last
_NEAR = 2  # sentences after which “the striker” is no longer taken for whoever was named
_BACK = 4  # sentences after which “he” is no longer taken for whoever spoke last


class Speaker(NamedTuple):
    """Who spoke: the class of source for the scores, and whether there is a name (None: the text doesn't tell)."""

    source: str
    named: bool | None
    plural: bool
    place: int
    spoke: bool = True

    @property
    def reference(self) -> str:
        """What a reference to this speaker is called: a mention of somebody who did not speak is less sure."""
        return self.standing if self.spoke else f"{self.standing}.silent"

    @property
    def standing(self) -> str:
        """Whether there is a name, as a part of a finding: what all kinds of named speakers have in common."""
        return "unknown" if self.named is None else "named" if self.named else "unnamed"


@dataclass(slots=True)
class State:
    """What is known behind the sentences that were read: who spoke last, and which roles have a name."""

    last: Speaker | None = None
    person: Speaker | None = None
    roles: dict[str, bool] = field(default_factory=dict)


def learn_roles(tokens: Tokens, mentions: Sequence[Mention], state: State) -> None:
    """Remember which roles belong to a name: “Minister Ada Brume”, “Ada Brume, the minister”."""
    named: Mention | None = None
    for number, mention in enumerate(mentions):
        if mention.kind is Kind.NAME and mention.end - mention.start > 1 and len(tokens.word(mention.end - 1)) > 1:
            for index in range(mention.start, mention.end - 1):
                if tokens.bits[index] & flags.ROLE:
                    state.roles[tokens.lexemes[index].lemma] = True
            following = mentions[number + 1] if number + 1 < len(mentions) else None
            if following and _is_apposed(tokens, mention, following):
                named = following
                state.roles[following.lemma] = True
        elif mention is not named and _is_introduced(tokens, mention):
            state.roles[mention.lemma] = False


def _is_introduced(tokens: Tokens, mention: Mention) -> bool:
    """Whether somebody is new: “a witness”, and “witness tells of …” in a headline."""
    if mention.determiner is Determiner.BARE and mention.kind is Kind.PERSON and not mention.plural:
        return tokens.sentence.kind is SentenceKind.HEADING
    return mention.kind in {Kind.PERSON, Kind.OFFICE} and mention.determiner is Determiner.INDEFINITE


def _is_apposed(tokens: Tokens, name: Mention, role: Mention) -> bool:
    beside = role.lead == name.end + 1 and tokens.bits[name.end] & flags.COMMA
    return bool(beside) and role.kind in {Kind.PERSON, Kind.OFFICE, Kind.SPOKESPERSON}


def resolve_all(
    tokens: Tokens, attributions: Sequence[Attribution], mentions: Sequence[Mention], state: State, place: int
) -> list[tuple[Attribution, Speaker]]:
    """Return who speaks in each attribution, in the order of the text: “he” is first of all who speaks before it."""
    pairs: list[tuple[Attribution, Speaker]] = []
    here: Speaker | None = None
    crowd: Speaker | None = None
    for each in sorted(attributions, key=lambda attribution: (attribution.source.start, attribution.start)):
        if here is not None and refers_back(each.source):
            speaker = here._replace(source=f"he.{here.reference}")
        elif refers_back(each.source) and _is_named_before(mentions, each.source):
            speaker = Speaker("he.named.silent", True, False, place)
        elif crowd is not None and each.source.lemma == "they":
            speaker = crowd._replace(source=f"they.{crowd.reference}")
        else:
            speaker = _resolve(tokens, each.source, state, place)
            here = speaker if is_one_person(speaker) else here
            crowd = speaker if speaker.plural and each.source.kind is not Kind.PRONOUN else crowd
        pairs.append((each, speaker))
    return pairs


def _is_named_before(mentions: Sequence[Mention], pronoun: Mention) -> bool:
    """Whether the sentence names somebody first: “Though *Arlen’s* lamp was out, he said …”."""
    return any(
        mention.kind is Kind.NAME and mention.end < pronoun.start and (mention.owner or not mention.subordinate)
        for mention in mentions
    )


def refers_back(mention: Mention) -> bool:
    """Whether a mention is “he” in other words: “she”, “this person”."""
    if mention.kind is Kind.PRONOUN:
        return _PRONOUNS.get(mention.lemma) == "he"
    described = mention.lemma in _PEOPLE and mention.determiner is Determiner.DEFINITE and not mention.plural
    return described and mention.lead == mention.start - 1


def is_passing(speaker: Speaker, before: Speaker | None) -> bool:
    """Whether somebody without a name is only mentioned, while “he” may still be whoever has one."""
    unnamed = speaker.named is False and not speaker.spoke
    return unnamed and before is not None and before.named is True and speaker.place - before.place <= _BACK


def is_one_person(speaker: Speaker) -> bool:
    return not (speaker.plural or speaker.source.startswith(("institution", "it", "they", "we")))


def _resolve(tokens: Tokens, mention: Mention, state: State, place: int) -> Speaker:
    if mention.plural and _is_share(tokens, mention):
        return Speaker("share", None, True, place)
    if mention.kind is Kind.PRONOUN:
        return _refer(_PRONOUNS.get(mention.lemma, "we"), mention, state, place)
    if state.person is not None and refers_back(mention):
        return _refer("he", mention, state, place)
    if mention.kind in {Kind.PERSON, Kind.OFFICE, Kind.SOMEONE} or (mention.kind is Kind.GROUP and not mention.plural):
        return _describe(tokens, mention, state, place)
    if mention.kind is Kind.PARTITIVE:
        reference = state.last.reference if state.last else "unknown"
        return Speaker(f"partitive.{reference}", False, mention.plural, place)
    if mention.kind is Kind.GROUP:
        return Speaker("group", False, True, place)
    return Speaker(str(mention.kind), True, mention.plural, place)


def _refer(word: str, mention: Mention, state: State, place: int) -> Speaker:
    """Return who a pronoun stands for: “he” is the last single person, “it” a body, “they” whoever spoke last."""
    if word == "it":
        return Speaker("it", True, False, place)
    last = state.person if word == "he" else state.last
    if last is None:
        # Whoever it is was introduced by words that the lexicon lacks: a name more often than not.
        return Speaker(f"{word}.nobody", True, mention.plural, place)
    if place - last.place > _BACK:
        named = True if word == "he" and last.named else None
        return Speaker(f"{word}.far" if named else f"{word}.unknown", named, mention.plural, place)
    near = ".near" if last.named is False and place - last.place == 1 and last.spoke else ""
    return Speaker(f"{word}.{last.reference}{near}", last.named, last.plural, place)


def _is_share(tokens: Tokens, mention: Mention) -> bool:
    """Whether people are counted, as in a poll: “74 per cent of voters”, “23 economists polled by”."""
    if mention.end < tokens.last and tokens.word(mention.end) in _ASKED:
        return True
    words = {tokens.word(each) for each in range(max(tokens.first, mention.lead - 1), mention.start + 1)}
    return bool(words & _SHARES) or (mention.kind is Kind.GROUP and bool(words & _PARTS))


def _describe(tokens: Tokens, mention: Mention, state: State, place: int) -> Speaker:
    """Return who a role noun stands for: somebody new without a name, or somebody who was introduced."""
    if any(tokens.bits[index] & flags.ANONYMITY for index in range(mention.lead, mention.end)):
        return Speaker("anonymity", False, mention.plural, place)
    kind = str(Kind.OFFICE if mention.kind is Kind.OFFICE else Kind.PERSON)
    if mention.plural:
        form = "bare" if mention.determiner is Determiner.BARE else str(mention.determiner)
        return Speaker(f"{kind}.plural.{form}", False, True, place)
    if mention.determiner is Determiner.INDEFINITE:
        state.roles[mention.lemma] = False
        return Speaker(f"{kind}.indefinite", False, False, place)
    known = state.roles.get(mention.lemma)
    if known is None and _is_reference(tokens, mention, state.person, place):
        known = True
    named = known if known is not None else (True if mention.kind is Kind.OFFICE else None)
    reference = "unknown" if known is None else "named" if known else "unnamed"
    return Speaker(f"{kind}.{mention.determiner}.{reference}", named, False, place)


def _is_reference(tokens: Tokens, mention: Mention, person: Speaker | None, place: int) -> bool:
    """Whether a role that nobody was introduced by stands for whoever was named: “the striker said” of a player."""
    if person is None or not person.named or place - person.place > _NEAR:
        return False
    return tokens.lexemes[mention.lead].lemma == "the" and mention.determiner is Determiner.DEFINITE


def focus(tokens: Tokens, mentions: Sequence[Mention], state: State, place: int) -> Speaker | None:
    """Return whom a sentence without attribution is about: “he” in the next sentence is that person."""
    for mention in mentions:
        if mention.subordinate or mention.kind not in {Kind.NAME, Kind.PERSON, Kind.OFFICE}:
            continue
        return _resolve(tokens, mention, state, place)._replace(spoke=False)
    return None
