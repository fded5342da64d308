"""Attributions: a source and a reporting cue in one construction, in any order, active, passive or nominal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labeling.suggestions import flags
from labeling.suggestions.attribution import Attribution
from labeling.suggestions.kinds import Kind
from labeling.suggestions.mentions import Mention, find_mentions
from labeling.suggestions.reading import Phrase, Tokens
from labeling.suggestions.subjects import approach, author_of, first_of_clause, named_beside, subject_of
from labeling.suggestions.verbs import MOST_BETWEEN, behind_by, find_verbs

_DASHES = frozenset("-–—―")
_QUOTED_NEAR = 6  # tokens behind a noun in which its quotation begins
_TOPIC = 6  # tokens of “on …” before a colon
_READS = frozenset({"reads", "reading", "read"})
_STATEMENT = 4  # words in quotation marks from which on they are somebody’s statement and not a single expression


def find_attributions(tokens: Tokens) -> tuple[list[Attribution], list[Mention]]:
    """Return the attributions of a sentence that stand outside of its quotations, and all mentions there."""
    phrases = [phrase for phrase in tokens.phrases if phrase.group.startswith("reporting.")]
    mentions = [] if tokens.is_quotation else find_mentions(tokens)
    if tokens.is_quotation or not (mentions or tokens.all_bits & flags.VERB):
        return [], mentions
    found = [*find_verbs(tokens, mentions), *_of_nouns(tokens, mentions)]
    found += _of_phrases(tokens, mentions, phrases, reported=bool(found))
    found += _of_colon(tokens, mentions)
    if tokens.has_quotation and not found:
        found += _of_quotation(tokens, mentions)
    return found, mentions


def _of_phrases(
    tokens: Tokens, mentions: Sequence[Mention], phrases: Sequence[Phrase], *, reported: bool
) -> Iterator[Attribution]:
    """Yield what rests on phrases. Where somebody is `reported` already, an occasion of speech adds nobody."""
    for phrase in phrases:
        group = phrase.group.partition(".")[2]
        if tokens.quoted[phrase.start] or group == "gesture" or (group == "occasion" and reported):
            continue
        source = _source_of_phrase(tokens, mentions, phrase, group)
        if source is not None and source.kind is not Kind.DOCUMENT:
            source = source if group == "anonymity" else named_beside(tokens, mentions, source)
            yield Attribution(phrase.start, phrase.end, source, group)


def _source_of_phrase(tokens: Tokens, mentions: Sequence[Mention], phrase: Phrase, group: str) -> Mention | None:
    if group == "according":
        source = next((m for m in mentions if phrase.end <= m.lead <= phrase.end + 2), None)
        return author_of(tokens, mentions, source) if source and source.kind is Kind.DOCUMENT else source
    if group == "speech":
        before = approach(tokens, phrase.start)
        return None if before.passive else subject_of(tokens, mentions, before)[0]
    if group == "occasion":
        return first_of_clause(tokens, mentions, tokens.last - 1)
    people = [m for m in mentions if m.kind in _PEOPLE and not m.owner]
    before_it = next((m for m in reversed(people) if m.end <= phrase.start), None)
    if group == "knowledge":
        near = before_it is not None and phrase.start - before_it.end <= MOST_BETWEEN
        return before_it if near else None
    return before_it or (people[0] if people else None)


_PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP})


def _of_nouns(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """“Arlen’s claim that …”, “a claim by Arlen that …”; not “Arlen’s plan was late”, which tells nothing of it."""
    if not tokens.all_bits & flags.NOMINAL:
        return
    for index in range(tokens.first, tokens.last):
        if not tokens.bits[index] & flags.NOMINAL or tokens.quoted[index]:
            continue
        source = next((m for m in mentions if m.owner and 0 < index - m.end <= MOST_BETWEEN), None)
        by = None if source else behind_by(tokens, mentions, index + 1)
        if source is not None and _tells(tokens, index + 1):
            yield Attribution(index, index + 1, source, "nominal")
        elif by is not None and _tells(tokens, by.end):
            yield Attribution(index, index + 1, by, "nominal")


def _tells(tokens: Tokens, index: int) -> bool:
    """Whether what was said follows at once: “that …”, “: …”, or words in quotation marks near."""
    if index < tokens.last and tokens.word(index) in {"that", ":"}:
        return True
    return any(tokens.quoted[each] for each in range(index, min(tokens.last, index + _QUOTED_NEAR)))


def _of_colon(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """“Arlen: Bridge is safe”, as headlines and minutes have it, and “— Arlen” below a quotation."""
    if not mentions:
        return
    first = mentions[0]
    if first.kind is Kind.DOCUMENT:
        return
    if first.kind is Kind.NAME and first.start == tokens.first + 1 and tokens.word(tokens.first) in _DASHES:
        yield Attribution(tokens.first, tokens.first + 1, first, "colon")
    colon = _colon_behind(tokens, first)
    if colon is not None:
        yield Attribution(colon, colon + 1, first, "colon")
    elif mentions[-1].end == tokens.last and _signs(tokens, mentions[-1]):
        yield Attribution(mentions[-1].lead - 1, mentions[-1].lead, mentions[-1], "colon")


def _signs(tokens: Tokens, mention: Mention) -> bool:
    """Whether a dash stands before who ends the sentence: “Quay is safe – Arlen”; not “Oxmere 1 – 0 Vale”."""
    scores = tokens.bits[mention.start] | tokens.bits[max(tokens.first, mention.lead - 2)]
    return tokens.word(mention.lead - 1) in _DASHES and not scores & flags.NUMBER


def _colon_behind(tokens: Tokens, first: Mention) -> int | None:
    """Return the colon behind who begins the sentence: “Arlen: …”, “Arlen on fares: …”."""
    if first.lead != tokens.first or first.end >= tokens.last:
        return None
    if tokens.word(first.end) == ":":
        return first.end
    if first.kind is Kind.NAME and tokens.word(first.end) == "on":
        limit = min(tokens.last, first.end + _TOPIC)
        return next((each for each in range(first.end + 2, limit) if tokens.word(each) == ":"), None)
    return None


def _of_quotation(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Words in quotation marks and somebody beside them, without a verb that the lexicon knows."""
    colon = next((each for each in range(tokens.first, tokens.last - 1) if _introduces(tokens, each)), tokens.last)
    source = first_of_clause(tokens, mentions, colon - 1)
    if mentions and _is_for(tokens, mentions[0]):
        source = mentions[0]._replace(behind=0)
    if source is None or source.behind & flags.PREPOSITION:
        return
    crowd = source.plural and source.kind in _PEOPLE
    if not crowd and _quotes_speech(tokens) and not _reports_document(tokens, mentions):
        yield Attribution(source.start, source.end, source, "quotation")


def _introduces(tokens: Tokens, index: int) -> bool:
    """Whether a colon stands before a quotation: “Arlen has a simple rule: “…””."""
    return tokens.word(index) == ":" and not tokens.quoted[index] and bool(tokens.quoted[index + 1])


def _is_for(tokens: Tokens, mention: Mention) -> bool:
    """Whether a sentence tells how it is for a name: “*For Arlen*, the vote was “a farce”.”"""
    closes = mention.end < tokens.last and tokens.bits[mention.end] & flags.COMMA
    begins = mention.lead == tokens.first + 1 and tokens.word(tokens.first) in {"For", "To"}
    return bool(closes) and begins and mention.kind is Kind.NAME


def _quotes_speech(tokens: Tokens) -> bool:
    """Whether what is quoted is long enough for a statement, and no title with a capital in each of its words."""
    words = [tokens.word(index) for index in range(tokens.first, tokens.last) if tokens.quoted[index]]
    words = [word for word in words if word[0].isalnum()]
    return len(words) >= _STATEMENT and not all(word[0].isupper() or len(word) < 4 for word in words)


def _reports_document(tokens: Tokens, mentions: Sequence[Mention]) -> bool:
    """Whether it is a document that is quoted: “…, the lawsuit alleges”, “a sign that reads “Shut””."""
    if any(tokens.word(each) in _READS and tokens.quoted[each + 1] for each in range(tokens.first, tokens.last - 1)):
        return True
    return any(
        mention.kind is Kind.DOCUMENT and mention.end < tokens.last and tokens.bits[mention.end] & flags.VERB
        for mention in mentions
    )
