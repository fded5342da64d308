"""Where the sentences of a paragraph end.

Every run of end marks is a candidate, and the rules look only there. All patterns are possessive or bounded and so are
all looks to the left and right: the time is linear in the text, whatever it holds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from labeling.domain.articles import Span
from labeling.segmentation.vocabulary import (
    AFTER_TIME,
    BEFORE_NUMBER,
    DOMAINS,
    EXCLAMATION_NAMES,
    FIRST_WORDS,
    NEVER_LAST,
    SOMETIMES_LAST,
    SPEECH_VERBS,
)

_UNSPACED = "。！？｡"  # end marks of scripts that put no space behind a sentence
_ASKING = frozenset("?!‼⁇⁈⁉‽؟।" + _UNSPACED)
_END = ".…" + "".join(sorted(_ASKING))
_OPENING = "“„‘‚«‹「『"
_QUOTES = _OPENING + "\"'”‟’‛»›」』"
_QUOTE_SET = frozenset(_QUOTES)
_NEVER_FIRST = frozenset("-–—―:;,/&%=)]}|<>" + _END)
_ABBREVIATIONS = NEVER_LAST | BEFORE_NUMBER | SOMETIMES_LAST

_WORD_REACH = 40  # how far the rules look back for the word before an end mark
_BRACKET_REACH = 400  # a bracket longer than this is taken for one that nobody closed

_CANDIDATE = re.compile(
    rf"""
    [{_END}](?<![{_END}]{{2}})[{_END}]*+  # a whole run of marks, met once, at its start
    (?P<closers>[{_QUOTES})\]}}]*+         # what stands directly behind a mark closes …
        (?:\s[”’»›](?=\s)                 # … and so does a closing mark that stands alone
        |\[\d{{1,3}}\])?+)                  # … and the reference to a note
    (?P<space>\s*+)
    (?P<openers>[{_QUOTES}(\[{{¿¡]*+)
    (?P<gap>\s*+)
    (?=\S)
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{1,30}(?:[’'][^\W\d_]{1,5}|(?:\.[^\W\d_]{1,3})+(?=\.))?")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_NAME_AND_VERB = re.compile(r"(?:[^\W\d_a-z][\w’'-]{0,30}+\.?\s){1,4}([a-z]{1,20})\b")
_INNER_STOPS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NO_VOWEL = re.compile(r"(?![AEIOUY])[A-Z][b-df-hj-np-tv-xz]{1,4}")
_PLAIN_WORD = re.compile(r"[^\W\d_]{1,30}(?:[’'][a-z]{1,3})?[,;:]?\s")
_CUT_BEGINNING = re.compile(r"(?:…|\.{3})\s?[a-z]")
_JOINER = re.compile(r"[-–—/]")


class _Candidate(NamedTuple):
    """A run of end marks behind which a sentence may end. All but `text` are places in it, in this order.

    Between `marks_end` and `stop` stand the quotation marks and brackets that close, between `begin` and `following`
    those that open.
    """

    text: str
    start: int  # of the sentence so far
    mark: int  # of the end marks
    marks_end: int
    stop: int  # the end of the sentence, if it ends here
    begin: int  # the start of the next sentence, if one starts here
    following: int  # what follows
    end: int  # of the paragraph

    @property
    def spaced(self) -> bool:
        return self.begin > self.stop

    @property
    def marks(self) -> str:
        return self.text[self.mark : self.marks_end]

    @property
    def closes_quotation(self) -> bool:
        return not _QUOTE_SET.isdisjoint(self.text[self.marks_end : self.stop])

    @property
    def opens_quotation(self) -> bool:
        return not _QUOTE_SET.isdisjoint(self.text[self.begin : self.following])

    @property
    def next_word(self) -> str:
        """The word that follows, with what stands behind an apostrophe or inner full stops; empty when none follows."""
        match = _WORD.match(self.text, self.following, self.end)
        return match[0].replace("’", "'") if match else ""

    @property
    def before(self) -> str:
        """The end of the sentence so far, up to the end marks."""
        return self.text[max(self.start, self.mark - _WORD_REACH) : self.mark]

    @property
    def word(self) -> str:
        """The word before the end marks, without what is joined to its front; empty when none stands there."""
        before = self.before
        if not before or before[-1].isspace():
            return ""
        word = before.rsplit(None, 1)[-1]
        return word if word.isalpha() else _JOINER.split(word)[-1].lstrip(_QUOTES + "([{")


def split(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of the paragraph `text[start:end]`, which has no outer white space and is not empty."""
    spans = []
    quotes = _StraightQuotes(text, start)
    has_brackets = text.find("(", start, end) >= 0 or text.find("[", start, end) >= 0
    for match in _CANDIDATE.finditer(text, start, end):
        candidate = _read(match, start, quotes)
        if _ends_sentence(candidate) and not (has_brackets and _in_bracket(candidate)):
            spans.append(Span(start, candidate.stop))
            start = candidate.begin
    spans.append(Span(start, end))
    return spans


class _StraightQuotes:
    """Whether a straight quotation mark is open, counted from the start of the paragraph. Can be asked forward only."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._seen, self._open = text, start, False

    def open_at(self, place: int) -> bool:
        self._open ^= self._text.count('"', self._seen, place) % 2 == 1
        self._seen = place
        return self._open

    def opens(self, place: int) -> bool:
        """Whether the mark at this place opens a quotation, by its form or, if it is straight, by the count."""
        mark = self._text[place]
        return mark in _OPENING or (mark == '"' and not self.open_at(place))


def _read(match: re.Match[str], start: int, quotes: _StraightQuotes) -> _Candidate:
    """Return what a match says. Where the place of a quotation mark does not tell its part, its form or count does."""
    text, mark, following = match.string, match.start(), match.end()
    marks_end, stop = match.span("closers")
    begin = match.start("openers")
    if match["gap"] and match["openers"] == '"' and quotes.open_at(begin):
        stop, begin = begin + 1, following
    elif begin == stop > marks_end and quotes.opens(stop - 1):
        stop = begin = stop - 1
    return _Candidate(text, start, mark, marks_end, stop, begin, following, match.endpos)


def _ends_sentence(c: _Candidate) -> bool:
    marks = c.marks
    if not c.spaced and marks[-1] not in _UNSPACED:
        return _is_glued(c)
    if not _can_begin(c):
        return False
    if marks == ".":
        return _ends_at_full_stop(c)
    if _ASKING.isdisjoint(marks):
        return _ends_at_ellipsis(c)
    return c.word not in EXCLAMATION_NAMES and not (c.closes_quotation and _is_attributed(c))


def _can_begin(c: _Candidate) -> bool:
    """Whether a sentence can begin with what follows: not with a dash, a comma or, but for brands, a small letter."""
    first = c.text[c.following]
    if first.islower():
        return _BRAND.match(c.text, c.following, c.end) is not None
    if first in _NEVER_FIRST:
        return c.following > c.begin or _CUT_BEGINNING.match(c.text, c.following, c.end) is not None
    return True


def _in_bracket(c: _Candidate) -> bool:
    """Whether a bracket that opened within the sentence is still open: what it holds does not split the sentence."""
    for opening, closing in ("()", "[]"):
        opened = c.text.rfind(opening, max(c.start + 1, c.mark - _BRACKET_REACH), c.mark)
        if opened >= 0 and c.text.rfind(closing, opened, c.stop) < 0:
            return c.text.find(closing, c.stop, min(c.end, c.stop + _BRACKET_REACH)) >= 0
    return False


def _is_glued(c: _Candidate) -> bool:
    """Whether the space behind the sentence was lost: `ends here.The next`, not `example.Com`, `3.5` or `Gov.Smith`."""
    if c.marks_end - c.mark > 1 or not c.text[c.following].isupper():
        return False
    word = c.word
    is_plain = word.isalpha() and len(word) > 1 and word[-2:].islower() and word not in _ABBREVIATIONS
    return is_plain and c.next_word not in DOMAINS and _PLAIN_WORD.match(c.text, c.following, c.end) is not None


def _is_attributed(c: _Candidate) -> bool:
    """Whether a name and a verb of speech follow: `“Who paid?” Hollis asked.` is one sentence."""
    match = _NAME_AND_VERB.match(c.text, c.following, c.end)
    return match is not None and match[1] in SPEECH_VERBS and c.next_word not in FIRST_WORDS


def _ends_at_full_stop(c: _Candidate) -> bool:
    word = c.word
    if not word:
        return c.mark > c.start
    numbers_item = c.mark - len(word) == c.start and (len(word) == 1 or word.isdigit())  # “1. Wash.”, “A. Yes.”
    if numbers_item or word in NEVER_LAST:
        return False
    if word in BEFORE_NUMBER:
        return not c.text[c.following].isdigit() and c.next_word not in AFTER_TIME
    if _may_be_abbreviation(word):
        return c.closes_quotation or c.opens_quotation or c.next_word in FIRST_WORDS
    return True


def _may_be_abbreviation(word: str) -> bool:
    if len(word) == 1:
        return word.isupper()
    if "." in word:
        return word in SOMETIMES_LAST or _INNER_STOPS.fullmatch(word) is not None
    return word in SOMETIMES_LAST or (word[0].isupper() and _NO_VOWEL.fullmatch(word) is not None)


def _ends_at_ellipsis(c: _Candidate) -> bool:
    last = c.before.rstrip()[-1:]
    if not last.strip(_QUOTES):
        return False  # the sentence begins with it
    if last in _END:
        return True  # it stands for sentences that were left out
    if c.closes_quotation:
        return not _is_attributed(c)
    spaced = c.before[-1].isspace()
    return c.next_word in FIRST_WORDS and not (spaced and c.next_word.partition("'")[0] == "I")
