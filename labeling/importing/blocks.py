"""The blocks of a format with structure -> a draft whose text is those blocks, with a blank line between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from labeling.domain.articles import Block, Kind, make_article
from labeling.domain.errors import Refused
from labeling.importing.drafts import Draft
from labeling.importing.titles import reads_as_title, title_from_name

_BETWEEN = "\n\n"
_HEADLINE_WITHIN = 3  # a kicker and a dateline may stand before the headline; what comes later is a cross-heading
_INVISIBLE = dict.fromkeys(  # marks of layout that would come between the letters of a word
    [*(c for c in (*range(32), *range(0x7F, 0xA0)) if not chr(c).isspace()), 0xAD, 0xFEFF, 0xFFFE, 0xFFFF]
)


class Piece(NamedTuple):
    """The text of one block as its format has it, and what it is, None when the format doesn't say."""

    text: str
    kind: Kind | None = None


def tidy(text: str) -> str:
    """Return the text of one block in canonical form: one line, single spaces, no invisible marks, Unicode NFC."""
    return unicodedata.normalize("NFC", " ".join(text.translate(_INVISIBLE).split()))


def draft_of_blocks(
    pieces: Iterable[Piece],
    name: str,
    title: str = "",
    metadata: Mapping[str, str] | None = None,
    notes: tuple[str, ...] = (),
) -> Draft:
    """Return the draft that blocks make; empty ones are left out. Refused when none has text.

    Without a `title` it is a heading among the first blocks, else the first block if it reads as one, else the name
    without suffix.
    """
    tidied = [Piece(text, piece.kind) for piece in pieces if (text := tidy(piece.text))]
    if not tidied:
        raise Refused(f"“{name}” holds no text: check that it is the right file.")
    blocks, position = [], 0
    for piece in tidied:
        blocks.append(Block(position, position + len(piece.text), piece.kind))
        position += len(piece.text) + len(_BETWEEN)
    text = _BETWEEN.join(piece.text for piece in tidied)
    title = tidy(title) or _title_of(tidied) or title_from_name(name)
    return Draft(make_article(text, name, title, metadata), tuple(blocks), notes=notes)


def _title_of(pieces: list[Piece]) -> str:
    headings = (piece.text for piece in pieces[:_HEADLINE_WITHIN] if piece.kind is Kind.HEADING)
    return next(headings, "") or (pieces[0].text if reads_as_title(pieces[0].text) else "")
