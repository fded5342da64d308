"""What each paragraph is: body, heading or furniture. In doubt it is body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from labeling.domain.articles import Block, Kind
from labeling.segmentation import furniture
from labeling.segmentation.boundaries import split
from labeling.segmentation.vocabulary import QUESTION_WORDS

_LONGEST_FURNITURE = 200
_LONGEST_NOTE = 500  # in brackets: who reported, wrote and edited
_LONGEST_HEADING = 160
_LONGEST_TITLE = 250
_LONGEST_CREDIT = 160
_MOST_WORDS = 25
_MOST_QUESTION_WORDS = 14
_TOP = 5  # paragraphs among which the byline and the dateline stand
_MOST_HEADINGS_IN_A_ROW = 3
_OPENING = "\"'“„‘‚«‹([{"
_NO_END_MARK = frozenset("%$€£+°")  # besides letters and digits
_AROUND = " .:!…>»›→▶-–—|"
_CLOSING = "\"'“”‟‘’‛»›)]}"


class _Look(Enum):
    """What a paragraph looks like by itself."""

    BODY = auto()
    FURNITURE = auto()
    LINE = auto()  # short, without an end mark
    QUESTION = auto()  # short, asks something


_GIVEN = {Kind.BODY: _Look.BODY, Kind.FURNITURE: _Look.FURNITURE, Kind.HEADING: _Look.LINE}


def _any_of(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


_ANYWHERE = _any_of(furniture.PATTERNS, re.IGNORECASE)
_AT_TOP = _any_of(furniture.TOP_PATTERNS, re.IGNORECASE)
_CREDIT_AT_END = re.compile(rf"\s{furniture.CREDIT}\.?$")
_OTHER_CREDIT_AT_END = re.compile(rf"(?:{'|'.join(furniture.CREDITS)})\.?$")
_LABEL = re.compile(r"([^:|]{2,30}?)\s?[:|](?:\s|$)")
_QUESTION_MARK = re.compile(r"(?:Q|Question)\s?[.:]\s")


def decide_kinds(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, in order and not empty, with a kind each. Kinds that the source gave are kept."""
    looks = [_look(text, block, place) for place, block in enumerate(blocks)]
    first = next((place for place, look in enumerate(looks) if look is not _Look.FURNITURE), len(looks))
    headings = _cross_headings(looks, first)
    if _Look.BODY in looks[first + 1 :] and _is_title(text[blocks[first].start : blocks[first].end]):
        headings.add(first)
    return [
        block if block.kind else Block(block.start, block.end, _kind(looks[place], place in headings))
        for place, block in enumerate(blocks)
    ]


def _kind(look: _Look, is_heading: bool) -> Kind:
    if is_heading:
        return Kind.HEADING
    return Kind.FURNITURE if look is _Look.FURNITURE else Kind.BODY


def _cross_headings(looks: Sequence[_Look], first: int) -> set[int]:
    """Return the places behind `first` of lines and questions that head something: body text comes soon behind them."""
    places, row = [], _MOST_HEADINGS_IN_A_ROW
    for place in range(len(looks) - 1, first, -1):
        if looks[place] is _Look.BODY:
            row = 0
        elif looks[place] is not _Look.FURNITURE:
            row += 1
            if row <= _MOST_HEADINGS_IN_A_ROW:
                places.append(place)
    without_full_stops = len(places) > looks.count(_Look.BODY)
    lone_question = [looks[place] for place in places] == [_Look.QUESTION]
    return set() if without_full_stops or lone_question else set(places)


def _look(text: str, block: Block, place: int) -> _Look:
    if block.kind is not None:
        return _GIVEN[block.kind]
    if _is_furniture(text, block, place):
        return _Look.FURNITURE
    line = text[block.start : min(block.end, block.start + _LONGEST_HEADING + 1)]
    if len(line) > _LONGEST_HEADING or not _is_one_line(line):
        return _Look.BODY
    if _last(line) == "?":
        return _Look.QUESTION if _is_question(line) else _Look.BODY
    return _Look.LINE


def _is_furniture(text: str, block: Block, place: int) -> bool:
    if _has_credit(text[max(block.start, block.end - _LONGEST_CREDIT) : block.end]):
        return True
    if block.end - block.start > (_LONGEST_NOTE if text[block.start] == "(" else _LONGEST_FURNITURE):
        return False
    line = text[block.start : block.end]
    phrase = line.casefold()
    label = _LABEL.match(phrase)
    return bool(
        phrase.strip(_AROUND) in furniture.WHOLE
        or phrase.startswith(furniture.BEGINNINGS)
        or phrase.removesuffix(".").endswith(furniture.ENDINGS)
        or (label and place and label[1] in furniture.LABELS)  # “Video: …” at the very top is a title
        or _ANYWHERE.fullmatch(line)
        or (place < _TOP and _AT_TOP.fullmatch(line))
    )


def _has_credit(tail: str) -> bool:
    # looking for the signs first spares nearly every paragraph the patterns
    if ":" in tail and _CREDIT_AT_END.search(tail):
        return True
    return ("(" in tail or "/" in tail or "©" in tail) and _OTHER_CREDIT_AT_END.search(tail) is not None


def _is_one_line(line: str) -> bool:
    """Whether it begins like a sentence, is short and has no end mark but perhaps a question mark at its end."""
    first, last = line.lstrip(_OPENING)[:1], _last(line)
    return (
        (first.isupper() or first.isdigit())
        and (last.isalnum() or last == "?" or last in _NO_END_MARK)
        and len(line.split()) <= _MOST_WORDS
        and not _leaves_quotation_open(line)
        and len(split(line, 0, len(line))) == 1
    )


def _is_question(line: str) -> bool:
    words = line.split()
    asks = words[0] in QUESTION_WORDS or _QUESTION_MARK.match(line) is not None
    return asks and len(words) <= _MOST_QUESTION_WORDS and line.endswith("?")


def _is_title(line: str) -> bool:
    """Whether the first paragraph of a text is its title: no final full stop, or all its longer words capitalised."""
    if len(line) > _LONGEST_TITLE or _leaves_quotation_open(line):
        return False
    last = _last(line)
    if last.isalnum() or last in _NO_END_MARK or last in {"?", "!"}:
        return True
    words = (word.strip(_AROUND + _OPENING + _CLOSING) for word in line.split())
    longer = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(longer) >= 3 and all(word[0].isupper() for word in longer)


def _last(line: str) -> str:
    return line.rstrip(_CLOSING)[-1:]


def _leaves_quotation_open(line: str) -> bool:
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1
