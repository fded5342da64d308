"""Plain text -> a draft whose text is the file's, unaltered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from labeling.domain.articles import make_article
from labeling.domain.errors import Refused
from labeling.importing.dates import iso_date
from labeling.importing.drafts import Draft
from labeling.importing.encodings import check_storable, decode
from labeling.importing.files import file_name, read_whole
from labeling.importing.titles import reads_as_title, title_from_name

LIMIT = 50_000_000  # bytes
_FIRST_LINES = 6
_FACT_LENGTH = 120
_NAME = r"[A-Z][\w.’'-]*"
_BYLINE = re.compile(rf"By ({_NAME}(?:,? (?:{_NAME}|and|in|for|of|de|del|der|den|van|von|la|le|bin|al))*,? {_NAME})")
_DATE = re.compile(r"(?:(?:Published|Posted|Updated|Date)(?: on)?:? )?(.+)", re.IGNORECASE)
_SOURCE = re.compile(r"Source: (.+)", re.IGNORECASE)
_URL = re.compile(r"(?:(?:URL|Link|Address): )?(https?://\S+)", re.IGNORECASE)


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    name = file_name(path)
    decoded = decode(read_whole(path, LIMIT), name)
    yield draft_of_text(decoded.text, name, notes=(decoded.note,) if decoded.note else ())


def draft_of_text(
    text: str, name: str, title: str = "", metadata: Mapping[str, str] | None = None, notes: tuple[str, ...] = ()
) -> Draft:
    """Return the draft of a text that is still to be split. Refused when there is nothing to read in it.

    Without a `title`, the text's first line is the title when it stands alone and reads as one, else the name without
    suffix. Without `metadata`, it is what the first lines say.
    """
    check_storable(text, f"“{name}”")
    article = make_article(text.removeprefix("\ufeff"), name)
    if not article.text:
        raise Refused(f"“{name}” holds white space and no text: check where it was copied from.")
    title = title or _first_line_as_title(article.text) or title_from_name(name)
    facts = _facts(article.text) if metadata is None else metadata
    return Draft(make_article(article.text, name, title, facts), notes=notes)


def _first_line_as_title(text: str) -> str:
    line, _, rest = text.partition("\n")
    following = rest.partition("\n")[0]
    return line.rstrip() if not following.strip() and reads_as_title(line.rstrip()) else ""


def _facts(text: str) -> dict[str, str]:
    lines = (line.strip() for line in text[: _FIRST_LINES * _FACT_LENGTH * 2].splitlines())
    facts: dict[str, str] = {}
    for line in [line for line in lines if line][:_FIRST_LINES]:
        if len(line) <= _FACT_LENGTH:
            facts = _fact(line) | facts
    return facts


def _fact(line: str) -> dict[str, str]:
    """Return what a line says of the article when it says nothing else."""
    if match := _BYLINE.fullmatch(line):
        return {"byline": match[1]}
    if match := _SOURCE.fullmatch(line):
        return {"source": match[1]}
    if match := _URL.fullmatch(line):
        return {"url": match[1]}
    match = _DATE.fullmatch(line)
    day = iso_date(match[1]) if match else None
    return {"date": day} if day else {}
