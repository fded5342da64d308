"""Who speaks, over the sentences of an article: references back, and quotations that go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from labeling.domain.articles import Kind as SentenceKind
from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.attributions import find_attributions
from labeling.suggestions.finding import Finding
from labeling.suggestions.kinds import Determiner, Kind
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens

_PRONOUNS = {"he": "he", "she": "he", "they": "they", "it": "it"}
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
class _State:
    """What is known behind the sentences that were read: who spoke last, and which roles have a name."""

    last: Speaker | None = None
    person: Speaker | None = None
    roles: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found of the sources of a sentence; `speaks` says that it only goes on quoting somebody."""

    findings: list[Finding]
    attributions: list[Attribution]
    speaks: bool = False


def find_sources(article: Sequence[Tokens]) -> list[Sources]:
    """Return for each sentence what suggests that it has a source, anonymous or on record."""
    state = _State()
    found: list[Sources] = []
    speakers: list[Speaker | None] = []
    for place, tokens in enumerate(article):
        attributions, mentions = find_attributions(tokens)
        _learn_roles(tokens, mentions, state)
        pairs = _resolve_all(tokens, attributions, mentions, state, place)
        found.append(Sources(list(_findings(tokens, pairs)), attributions))
        spoke = _main_speaker(pairs)
        speakers.append(spoke)
        state.last = spoke or _focus(tokens, mentions, state, place) or state.last
        if state.last and _is_one_person(state.last) and not _is_passing(state.last, state.person):
            state.person = state.last
    for place, speaker, near in _continued(article, speakers):
        parts = (f"goes-on.{speaker.reference}", speaker.standing, f"goes-on.{near}")
        finding = Finding(parts, ())
        found[place] = replace(found[place], findings=[finding], speaks=True)
    return found


def _findings(tokens: Tokens, pairs: Sequence[tuple[Attribution, Speaker]]) -> Iterator[Finding]:
    asks = not tokens.has_quotation and tokens.word(tokens.last - 1) == "?"
    for each, speaker in pairs:
        spans = (tokens.span(each.source.lead, each.source.end), tokens.span(each.start, each.end))
        if asks or each.refuses or _merely_feels(each) or speaker.source == "share":
            continue
        parts = [speaker.source, speaker.standing, f"cue.{each.cue}"]
        if tokens.has_quotation:
            parts.append("with-quotation")
        if each.end - each.start == 1 and tokens.lexemes[each.start].verb:
            parts.append(f"verb.{tokens.lexemes[each.start].lemma}")
        if _is_aside(each.source):
            parts.append("aside")
        yield Finding(tuple(parts), spans)


def _merely_feels(each: Attribution) -> bool:
    """Whether a crowd holds or wants something, which nobody said: “voters fear”, “growers want rain”."""
    crowd = each.source.kind is Kind.GROUP or (
        each.source.kind in {Kind.PERSON, Kind.OFFICE} and each.source.determiner is Determiner.BARE
    )
    return crowd and each.source.plural and each.cue.startswith(("stance", "aim", "fact"))


def _is_aside(source: Mention) -> bool:
    """Whether a source stands in a clause that depends on another: “the plan *that* Arlen praised”."""
    return bool(source.behind & (flags.SUBORDINATOR | flags.RELATIVE))


def _main_speaker(pairs: Sequence[tuple[Attribution, Speaker]]) -> Speaker | None:
    """Return who spoke last in a sentence: to whom speech is attributed rather than whom it is about."""
    speech = [speaker for each, speaker in pairs if each.cue.startswith(("speech", "clause", "according", "colon"))]
    if speech:
        return speech[-1]
    return pairs[-1][1] if pairs else None


def _learn_roles(tokens: Tokens, mentions: Sequence[Mention], state: _State) -> None:
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


def _resolve_all(
    tokens: Tokens, attributions: Sequence[Attribution], mentions: Sequence[Mention], state: _State, place: int
) -> list[tuple[Attribution, Speaker]]:
    """Return who speaks in each attribution, in the order of the text: “he” is first of all who speaks before it."""
    pairs: list[tuple[Attribution, Speaker]] = []
    here: Speaker | None = None
    crowd: Speaker | None = None
    for each in sorted(attributions, key=lambda attribution: (attribution.source.start, attribution.start)):
        if here is not None and _refers_back(each.source):
            speaker = here._replace(source=f"he.{here.reference}")
        elif _refers_back(each.source) and _is_named_before(mentions, each.source):
            speaker = Speaker("he.named.silent", True, False, place)
        elif crowd is not None and each.source.lemma == "they":
            speaker = crowd._replace(source=f"they.{crowd.reference}")
        else:
            speaker = _resolve(tokens, each.source, state, place)
            here = speaker if _is_one_person(speaker) else here
            crowd = speaker if speaker.plural and each.source.kind is not Kind.PRONOUN else crowd
        pairs.append((each, speaker))
    return pairs


def _is_named_before(mentions: Sequence[Mention], pronoun: Mention) -> bool:
    """Whether the sentence names somebody first: “Though *Arlen’s* lamp was out, he said …”."""
    return any(
        mention.kind is Kind.NAME and mention.end < pronoun.start and (mention.owner or not mention.subordinate)
        for mention in mentions
    )


def _refers_back(mention: Mention) -> bool:
    """Whether a mention is “he” in other words: “she”, “this person”."""
    if mention.kind is Kind.PRONOUN:
        return _PRONOUNS.get(mention.lemma) == "he"
    described = mention.lemma in _PEOPLE and mention.determiner is Determiner.DEFINITE and not mention.plural
    return described and mention.lead == mention.start - 1


def _is_passing(speaker: Speaker, before: Speaker | None) -> bool:
    """Whether somebody without a name is only mentioned, while “he” may still be whoever has one."""
    unnamed = speaker.named is False and not speaker.spoke
    return unnamed and before is not None and before.named is True and speaker.place - before.place <= _BACK


def _is_one_person(speaker: Speaker) -> bool:
    return not (speaker.plural or speaker.source.startswith(("institution", "it", "they", "we")))


def _resolve(tokens: Tokens, mention: Mention, state: _State, place: int) -> Speaker:
    if mention.plural and _is_share(tokens, mention):
        return Speaker("share", None, True, place)
    if mention.kind is Kind.PRONOUN:
        return _refer(_PRONOUNS.get(mention.lemma, "we"), mention, state, place)
    if state.person is not None and _refers_back(mention):
        return _refer("he", mention, state, place)
    if mention.kind in {Kind.PERSON, Kind.OFFICE, Kind.SOMEONE} or (mention.kind is Kind.GROUP and not mention.plural):
        return _describe(tokens, mention, state, place)
    if mention.kind is Kind.PARTITIVE:
        reference = state.last.reference if state.last else "unknown"
        return Speaker(f"partitive.{reference}", False, mention.plural, place)
    if mention.kind is Kind.GROUP:
        return Speaker("group", False, True, place)
    return Speaker(str(mention.kind), True, mention.plural, place)


def _refer(word: str, mention: Mention, state: _State, place: int) -> Speaker:
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
    """Whether people are counted, as in a poll: “74 per cent of voters”, “a majority of Democrats”."""
    words = {tokens.word(each) for each in range(max(tokens.first, mention.lead - 1), mention.start + 1)}
    return bool(words & _SHARES) or (mention.kind is Kind.GROUP and bool(words & _PARTS))


def _describe(tokens: Tokens, mention: Mention, state: _State, place: int) -> Speaker:
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


def _focus(tokens: Tokens, mentions: Sequence[Mention], state: _State, place: int) -> Speaker | None:
    """Return whom a sentence without attribution is about: “he” in the next sentence is that person."""
    for mention in mentions:
        if mention.subordinate or mention.kind not in {Kind.NAME, Kind.PERSON, Kind.OFFICE}:
            continue
        return _resolve(tokens, mention, state, place)._replace(spoke=False)
    return None


def _continued(article: Sequence[Tokens], speakers: Sequence[Speaker | None]) -> Iterator[tuple[int, Speaker, str]]:
    """Yield the sentences that only go on quoting, whom, and how near that speaker is."""
    last: Speaker | None = None
    for place, tokens in enumerate(article):
        if speakers[place] is not None:
            last = speakers[place]
        elif tokens.is_quotation and tokens.sentence.kind is not SentenceKind.HEADING:
            ahead = _speaker_ahead(article, speakers, place)
            if ahead is not None:
                yield place, ahead, "same"
            elif last is not None:
                same = article[last.place].sentence.paragraph == tokens.sentence.paragraph
                near = "same" if same else "next" if _runs_on(article, place, last.place) else "far"
                yield place, last, near


def _speaker_ahead(article: Sequence[Tokens], speakers: Sequence[Speaker | None], place: int) -> Speaker | None:
    """Return who is named where the quotation closes: “It was late. It was dark,” said Arlen."""
    for ahead in range(place + 1, min(len(article), place + 6)):
        tokens = article[ahead]
        if tokens.sentence.paragraph != article[place].sentence.paragraph:
            return None
        if not tokens.quoted[tokens.first] or _opens(tokens):
            return None
        if speakers[ahead] is not None:
            return speakers[ahead]
    return None


def _opens(tokens: Tokens) -> bool:
    return tokens.word(tokens.first) in {"“", "‘"}


def _runs_on(article: Sequence[Tokens], place: int, spoke: int) -> bool:
    """Whether all sentences since the speaker’s are quotation too."""
    return all(article[index].is_quotation for index in range(spoke + 1, place))
