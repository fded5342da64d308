"""An article as the rules read it: tokens with what the lexicon knows of them, phrases and quotations."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from labeling.domain.articles import Kind, Sentence, Span
from labeling.suggestions import flags
from labeling.suggestions.lexicon import Lexeme, Lexicon
from labeling.suggestions.quotations import find_quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

_LONGEST = 600  # tokens of a sentence that are read: a list without full stops must not take the time of a book
_PIECE = 5000  # characters: tokenized in about five milliseconds
_ABBREVIATION = 3  # letters of a role that is written in capitals and is no surname: “MP”
_FIRST_NAMES = frozenset({"will", "may"})
_TITLE_CASE = 0.6  # from this share of capitalised words on, a line is in title case and capitals name nobody


class Phrase(NamedTuple):
    """A phrase of the lexicon: its tokens `[start, end)` and its group, such as `hedges.unclear`."""

    start: int
    end: int
    group: str


@dataclass(frozen=True)
class Tokens:
    """A sentence, its place `[first, last)` among the tokens of the article, and these. Indexes are of the article.

    `quoted` says of a token whether it stands in a quotation; marks count as inside.
    """

    sentence: Sentence
    first: int
    last: int
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    bits: list[int]
    lexemes: list[Lexeme]
    quoted: bytearray
    phrases: Sequence[Phrase]

    def word(self, index: int) -> str:
        """Return a token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def span(self, start: int, end: int) -> Span:
        """Return the code points of the tokens `[start, end)`, inside the sentence."""
        return Span(
            max(self.sentence.start, self.starts[start]), min(self.sentence.end, self.ends[max(start, end - 1)])
        )

    @cached_property
    def all_bits(self) -> int:
        """What any of its words is."""
        return reduce(or_, self.bits[self.first : self.last], 0)

    @cached_property
    def has_quotation(self) -> bool:
        return 1 in self.quoted[self.first : self.last]

    @cached_property
    def is_quotation(self) -> bool:
        """Whether it is a quotation, or a part of one, and not a word stands outside."""
        return self.has_quotation and all(
            self.quoted[index] or self.bits[index] & flags.PUNCTUATION for index in range(self.first, self.last)
        )


class Reader:
    """Reads articles with a lexicon and spaCy’s blank English pipeline, which needs no trained model."""

    def __init__(self, lexicon: Lexicon) -> None:
        import spacy  # slow, and not needed to open a window
        from spacy.matcher import PhraseMatcher

        self.lexicon = lexicon
        self._language: Language = spacy.blank("en")
        self._language.max_length = sys.maxsize
        self._matcher: PhraseMatcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        by_group: dict[str, list[Doc]] = {}
        for phrase, group in lexicon.phrases.items():
            by_group.setdefault(group, []).append(self._language.make_doc(phrase))
        for group, documents in sorted(by_group.items()):
            self._matcher.add(group, documents)
        self._known: dict[int, Lexeme] = {}

    def read(self, text: str, sentences: Sequence[Sentence]) -> list[Tokens]:
        """Return the sentences of an article with their tokens, in order."""
        orths, starts, ends, phrases = self._tokenize(text, sentences)
        lexemes = self._lexemes(orths)
        bits = [lexeme.flags for lexeme in lexemes]
        quoted = _mark(find_quotations(text, sentences), starts)
        _take_for_names(_surnames(bits, lexemes), bits, lexemes)
        if "Will " in text or "May " in text:
            _take_for_first_names(bits, lexemes, text, starts)
        names = _names(sentences, starts, bits, lexemes)
        written = set(orths)
        found = []
        places = [phrase.start for phrase in phrases]
        for sentence in sentences:
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            last = min(last, first + _LONGEST)
            near = phrases[bisect_left(places, first) : bisect_left(places, last)]
            near = [phrase for phrase in near if phrase.end <= last]
            tokens = Tokens(sentence, first, last, text, starts, ends, bits, lexemes, quoted, near)
            if _is_title_case(tokens):
                self._lower(tokens)
            self._lower_first(tokens, names, written)
            found.append(tokens)
        return found

    def _tokenize(
        self, text: str, sentences: Sequence[Sentence]
    ) -> tuple[list[int], list[int], list[int], list[Phrase]]:
        """Return the tokens of a text, as numbers of their words, starts and ends, and the phrases in them."""
        from spacy.attrs import IDX, LENGTH, ORTH

        orths, starts, ends = list[int](), list[int](), list[int]()
        phrases = list[Phrase]()
        for piece in _pieces(text, sentences):
            document = self._language.make_doc(text[piece.start : piece.end])
            columns = document.to_array([ORTH, IDX, LENGTH])
            place, before = columns[:, 1].astype(int) + piece.start, len(orths)
            orths += columns[:, 0].tolist()
            starts += place.tolist()
            ends += (place + columns[:, 2].astype(int)).tolist()
            phrases += [Phrase(start + before, end + before, group) for start, end, group in self._phrases(document)]
        return orths, starts, ends, phrases

    def _lexemes(self, orths: Sequence[int]) -> list[Lexeme]:
        known, strings = self._known, self._language.vocab.strings
        for orth in set(orths).difference(known):
            known[orth] = self.lexicon.look_up(strings[orth])
        return [known[orth] for orth in orths]

    def _phrases(self, document: Doc) -> list[Phrase]:
        """Return the phrases in order; where some overlap in a table, the longest of them."""
        strings = self._language.vocab.strings
        found = sorted(
            (Phrase(start, end, strings[group]) for group, start, end in self._matcher(document)),
            key=lambda phrase: (phrase.start, -phrase.end, phrase.group),
        )
        kept: list[Phrase] = []
        reached: dict[str, int] = {}
        for phrase in found:
            table = phrase.group.partition(".")[0]
            if phrase.start >= reached.get(table, 0):
                kept.append(phrase)
                reached[table] = phrase.end
        return kept

    def _lower_first(self, tokens: Tokens, names: set[str], written: set[int]) -> None:
        """Read the first word of a sentence as in lower case, if it is no name elsewhere.

        It must mean somebody, be a small word with no name behind it (“Will Arlen”, “Often she”), or stand in lower
        case somewhere in the article.
        """
        index = tokens.first
        while index < tokens.last and tokens.bits[index] & flags.PUNCTUATION:
            index += 1
        if index >= tokens.last or not tokens.bits[index] & flags.CAPITAL or tokens.bits[index] & flags.NOUN:
            return
        word = tokens.word(index)
        if word in names or word.isupper():
            return
        lower = word.lower()
        lexeme = self.lexicon.look_up(lower)
        alone = index + 1 >= tokens.last or not tokens.bits[index + 1] & flags.CAPITAL
        small = lexeme.flags & (flags.FUNCTION | flags.ADVERB | flags.VERB) and not lexeme.flags & flags.NOUN
        if lexeme.flags & flags.PERSON or (alone and (small or self._is_written(lower, written))):
            tokens.bits[index], tokens.lexemes[index] = lexeme.flags, lexeme

    def _is_written(self, lower: str, written: set[int]) -> bool:
        strings = self._language.vocab.strings
        return lower in strings and strings[lower] in written

    def _lower(self, tokens: Tokens) -> None:
        """Read the verbs and function words of a line in title case as if they were in lower case."""
        for index in range(tokens.first, tokens.last):
            lexeme = self.lexicon.look_up(tokens.word(index).lower())
            if lexeme.flags & (flags.FUNCTION | flags.VERB | flags.ADVERB) and not lexeme.flags & flags.NOUN:
                tokens.bits[index], tokens.lexemes[index] = lexeme.flags, lexeme


def _pieces(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Return a text in pieces that begin with sentences: tokens never reach over the white space between these.

    spaCy lets nobody else run while it tokenizes, and a book would hold up the window for a second.
    """
    cuts = [0]
    for sentence in sentences:
        if sentence.start - cuts[-1] >= _PIECE and text[sentence.start - 1].isspace():
            cuts.append(sentence.start)
    return [Span(start, end) for start, end in pairwise([*cuts, len(text)])]


def _names(
    sentences: Sequence[Sentence], starts: Sequence[int], bits: Sequence[int], lexemes: Sequence[Lexeme]
) -> set[str]:
    """Return the words, in lower case, that are capitalised somewhere inside of a sentence."""
    begins = {bisect_left(starts, sentence.start) for sentence in sentences}
    return {
        lexemes[index].lemma.capitalize()
        for index, bit in enumerate(bits)
        if bit & flags.CAPITAL and index not in begins and not bits[index - 1] & flags.PUNCTUATION
    }


def _surnames(bits: Sequence[int], lexemes: Sequence[Lexeme]) -> set[str]:
    """Return the roles, in the base form, that stand behind a first name somewhere: “Howard Dean”."""
    return {
        lexemes[index].lemma
        for index in range(1, len(bits))
        if bits[index] & flags.CAPITAL
        and bits[index] & flags.ROLE
        and not bits[index] & (flags.PLURAL | flags.GROUP)
        and bits[index - 1] & flags.CAPITAL
        and not bits[index - 1] & (flags.NOUN | flags.TITLE)
        and len(lexemes[index].lemma) > _ABBREVIATION
        and not (index > 1 and bits[index - 2] & flags.INDEFINITE)
    }


def _take_for_names(surnames: set[str], bits: list[int], lexemes: Sequence[Lexeme]) -> None:
    """Read the capitalised words that are surnames as nothing but names."""
    for index, bit in enumerate(bits) if surnames else ():
        if bit & flags.CAPITAL and bit & flags.NOUN and lexemes[index].lemma in surnames:
            bits[index] = bit & ~flags.NOUN


def _take_for_first_names(bits: list[int], lexemes: list[Lexeme], text: str, starts: Sequence[int]) -> None:
    """Read “Will” and “May” before a name, inside of a sentence, as a part of it: “its captain, *Will* Ormerod”."""
    for index in range(1, len(bits) - 1):
        given = lexemes[index].lemma in _FIRST_NAMES and text[starts[index]].isupper()
        if given and bits[index + 1] & flags.CAPITAL and not bits[index - 1] & flags.CAPITAL:
            bits[index], lexemes[index] = flags.CAPITAL, Lexeme(flags.CAPITAL, lexemes[index].lemma)


def _mark(quotations: Sequence[Span], starts: Sequence[int]) -> bytearray:
    quoted = bytearray(len(starts))
    for quotation in quotations:
        first, last = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        quoted[first:last] = b"\1" * (last - first)
    return quoted


def _is_title_case(tokens: Tokens) -> bool:
    if tokens.sentence.kind is Kind.FURNITURE or tokens.last - tokens.first > 30:
        return False
    end = tokens.text[tokens.sentence.end - 1]
    if tokens.sentence.kind is not Kind.HEADING and tokens.first > 0 and end in '.?!”"’':
        return False
    words = [tokens.word(index) for index in range(tokens.first, tokens.last)]
    long = [word for word in words if word.isalpha() and len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)
