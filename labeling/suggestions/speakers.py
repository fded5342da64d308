"""Who speaks, over the sentences of an article: references back, and quotations that go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from labeling.domain.articles import Kind as SentenceKind
from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.attributions import find_attributions
from labeling.suggestions.finding import Finding
from labeling.suggestions.kinds import Determiner, Kind
from labeling.suggestions.mentions import Mention
from labeling.suggestions.reading import Tokens
from labeling.suggestions.references import (
    Speaker,
    State,
    focus,
    is_one_person,
    is_passing,
    learn_roles,
    refers_back,
    resolve_all,
)

_REPORTERS = frozenset({"i", "we"})  # outside of quotations: “when *we* asked”
_FAR = 4  # sentences after which a quotation is no longer that of whoever spoke before others were told of


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found of the sources of a sentence; `speaks` says that it only goes on quoting somebody."""

    findings: list[Finding]
    attributions: list[Attribution]
    speaks: bool = False


def find_sources(article: Sequence[Tokens]) -> list[Sources]:
    """Return for each sentence what suggests that it has a source, anonymous or on record."""
    state = State()
    found: list[Sources] = []
    speakers: list[Speaker | None] = []
    for place, tokens in enumerate(article):
        attributions, mentions = find_attributions(tokens)
        learn_roles(tokens, mentions, state)
        pairs = resolve_all(tokens, attributions, mentions, state, place)
        found.append(Sources(list(_findings(tokens, pairs)), attributions))
        spoke = _main_speaker(pairs)
        speakers.append(spoke)
        state.last = spoke or focus(tokens, mentions, state, place) or state.last
        if state.last and is_one_person(state.last) and not is_passing(state.last, state.person):
            state.person = state.last
    for place, speaker, near in _continued(article, speakers):
        parts = (f"goes-on.{speaker.reference}", speaker.standing, f"goes-on.{near}")
        finding = Finding(parts, ())
        found[place] = replace(found[place], findings=[finding], speaks=True)
    return found


def _findings(tokens: Tokens, pairs: Sequence[tuple[Attribution, Speaker]]) -> Iterator[Finding]:
    asks = not tokens.has_quotation and tokens.word(tokens.last - 1) == "?"
    named_here = {speaker.place for each, speaker in pairs if _says_outright(each)}
    for each, speaker in pairs:
        spans = (tokens.span(each.source.lead, each.source.end), tokens.span(each.start, each.end))
        if asks or each.refuses or _merely_feels(each) or speaker.source == "share":
            continue
        if refers_back(each.source) and speaker.place in named_here:
            continue  # “a clerk said …, but this person would not …, saying …” rests on the clerk
        parts = [speaker.source, speaker.standing, f"cue.{each.cue}"]
        if tokens.has_quotation:
            parts.append("with-quotation")
        if each.end - each.start == 1 and tokens.lexemes[each.start].verb:
            parts.append(f"verb.{tokens.lexemes[each.start].lemma}")
        if _is_aside(each.source):
            parts.append("aside")
        yield Finding(tuple(parts), spans)


def _says_outright(each: Attribution) -> bool:
    direct = each.cue in {"speech", "speech.closed", "speech.phrase", "clause", "according"}
    return direct and not each.refuses and not refers_back(each.source) and not _is_aside(each.source)


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
    pairs = [(each, speaker) for each, speaker in pairs if each.source.lemma not in _REPORTERS]
    speech = [
        speaker
        for each, speaker in pairs
        if each.cue.startswith(("speech", "clause", "asking", "noise", "topic", "according", "colon"))
    ]
    if speech:
        return speech[-1]
    return pairs[-1][1] if pairs else None


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
                if near != "far" or place - last.place <= _FAR:
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
