"""What stands in the margins: letters and marks at the left, doubts and comments at the right; one row a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop.reading.announcements import mark_in_words
from desktop.reading.column import SIGNS_AWAY, Column
from desktop.reading.lines import LineBox
from desktop.reading.marks import Mark
from desktop.theme.tokens import METRICS
from labeling.domain.codebooks import Codebook, Label
from labeling.domain.judgments import State

translate = QCoreApplication.translate

_WITHIN, _BETWEEN = 2.0, 7.0  # between two signs of a sentence, between two sentences
_EDGE = 2.0  # left free at the edge of the view
_NOTES_BETWEEN = 4.0


class SignKind(Enum):
    """The signs, in no order."""

    LETTER = auto()
    UNSEEN = auto()
    NONE = auto()
    EXCLUDED = auto()
    MORE = auto()
    UNSURE = auto()
    COMMENT = auto()
    NOTE = auto()


_WIDTHS = {
    SignKind.LETTER: float(METRICS.chip),
    SignKind.UNSEEN: 13.0,
    SignKind.NONE: 12.0,
    SignKind.EXCLUDED: 12.0,
    SignKind.MORE: 20.0,
    SignKind.UNSURE: 16.0,
    SignKind.COMMENT: 15.0,
    SignKind.NOTE: 13.0,
}
_NOTES = frozenset({SignKind.UNSURE, SignKind.COMMENT, SignKind.NOTE})
_STATES = {None: SignKind.UNSEEN, State.NONE: SignKind.NONE, State.EXCLUDED: SignKind.EXCLUDED}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a sentence. `words` are the comment's, or “+2”; `tip` says in words what the sign stands for."""

    kind: SignKind
    index: int
    tip: str
    label: Label | None = None
    filled: bool = False
    words: str = ""
    left: float = 0.0

    @property
    def right(self) -> float:
        return self.left + _WIDTHS[self.kind]

    def at(self, left: float) -> Sign:
        return Sign(self.kind, self.index, self.tip, self.label, self.filled, self.words, left)


@dataclass(frozen=True, slots=True)
class Row:
    """The signs of the sentences that begin on one line of text, their centres at the height `middle`.

    The line is `line` pixels high; `free` lines, this one included, have room beside them for the words of comments.
    """

    middle: float
    line: float
    free: int
    signs: tuple[Sign, ...]

    def sign_at(self, x: float) -> Sign:
        """Return the sign that is nearest to a place in the row."""
        return min(self.signs, key=lambda sign: max(sign.left - x, x - sign.right, 0.0))


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence as the margins see it."""

    index: int
    mark: Mark
    boxes: Sequence[LineBox]
    current: bool


def margin_rows(entries: Iterable[Entry], codebook: Codebook, column: Column) -> list[Row]:
    """Return the rows of sentences that are given in reading order, beginning with the first one of its line."""
    rows = []
    standing = (entry for entry in entries if entry.boxes)
    for _, group in groupby(standing, key=lambda entry: entry.boxes[0].baseline):
        row = list(group)
        left = [_left_signs(entry, codebook) for entry in row]
        right = [sign for entry in row for sign in _right_signs(entry)]
        first = row[0].boxes[0]
        free = max(1, len(row[-1].boxes) - 1)  # another sentence may begin on the last one
        signs = (*_place_left(left, column), *_place_right(right, column))
        rows.append(Row(first.middle, first.setting.line * first.scale, free, signs))
    return rows


def _left_signs(entry: Entry, codebook: Codebook) -> list[Sign]:
    mark = entry.mark
    seen = mark if entry.current else mark.unsuggested
    tip = _tip(entry, mark_in_words(seen, codebook))
    proposed = entry.current and mark.state is None
    open_ones = mark.differing if mark.unsettled else mark.suggested if proposed and not mark.labels else ()
    names = codebook.in_order({*mark.labels, *open_ones})
    labels = [label for name in names if (label := codebook.label(name))]
    if labels:
        return [Sign(SignKind.LETTER, entry.index, tip, label, label.id in mark.labels) for label in labels]
    return [Sign(_STATES.get(mark.state, SignKind.UNSEEN), entry.index, tip)]


def _right_signs(entry: Entry) -> list[Sign]:
    signs = []
    if entry.mark.unsure:
        signs.append(Sign(SignKind.UNSURE, entry.index, _tip(entry, translate("margins", "unsure"))))
    if entry.mark.comment:
        words = entry.mark.comment
        signs.append(Sign(SignKind.COMMENT, entry.index, _tip(entry, words), words=words))
    if entry.mark.notes:
        signs.append(Sign(SignKind.NOTE, entry.index, _tip(entry, "; ".join(entry.mark.notes))))
    return signs


def _tip(entry: Entry, words: str) -> str:
    return translate("margins", "Sentence {number}: {words}").format(number=entry.index + 1, words=words)


def _place_left(groups: list[list[Sign]], column: Column) -> list[Sign]:
    """Place the signs from left to right so that they end beside the text."""
    room = min(METRICS.left_margin, column.left - SIGNS_AWAY - _EDGE)
    shown = _fitting([sign for group in groups for sign in group], room)
    return _placed(shown, column.left - SIGNS_AWAY - _width(shown))


def _place_right(signs: list[Sign], column: Column) -> list[Sign]:
    """Place the signs from left to right so that they begin beside the text."""
    shown = _fitting(signs, column.right_margin - SIGNS_AWAY)
    return _placed(shown, float(column.right + SIGNS_AWAY))


def _fitting(signs: list[Sign], room: float) -> list[Sign]:
    """Return signs that are no wider than the room for them; without room, the last become “+2”."""
    shown, hidden = list(signs), list[Sign]()
    while len(shown) > 1 and _width(shown) > room:
        if hidden:
            shown.pop()
        hidden.insert(0, shown.pop())
        tips = "\n".join(dict.fromkeys(sign.tip for sign in hidden))
        shown.append(Sign(SignKind.MORE, hidden[0].index, tips, words=f"+{len(hidden)}"))
    return shown


def _placed(signs: list[Sign], x: float) -> list[Sign]:
    placed: list[Sign] = []
    for sign in signs:
        if placed:
            x = placed[-1].right + _space(placed[-1], sign)
        placed.append(sign.at(x))
    return placed


def _width(signs: list[Sign]) -> float:
    return _placed(signs, 0.0)[-1].right


def _space(one: Sign, other: Sign) -> float:
    if one.kind in _NOTES:
        return _NOTES_BETWEEN
    return _WITHIN if one.index == other.index or other.kind is SignKind.MORE else _BETWEEN
