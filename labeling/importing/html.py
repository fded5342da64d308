"""HTML -> a draft of the article on the page. Nothing is ever fetched."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labeling.domain.articles import Kind
from labeling.domain.errors import Refused
from labeling.importing.blocks import Piece, draft_of_blocks, tidy
from labeling.importing.drafts import Draft
from labeling.importing.encodings import Decoded, decode
from labeling.importing.files import file_name, read_whole
from labeling.importing.metadata import article_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

LIMIT = 20_000_000  # bytes; a saved page has its scripts and pictures in it
ELEMENT_LIMIT = 25_000  # the time of the extraction grows with their square; long articles have a few thousand
_HEAD = 4096
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_CODECS = re.compile(r"utf-?8|utf-?16|iso8859|latin|cp\d|mac-|koi8|gb|big5|shift_jis|euc|iso2022|hz|tis", re.IGNORECASE)
_BEGIN = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
_INLINE = ("hi", "ref", "del", "lb", "graphic", "span")
_LINK_TAGS = ("a", "button", "option")
_SENTENCE_END = re.compile(r"\w\W{0,3}[.!?…][”’\"')\]]*$")


def read(path: Path) -> Iterator[Draft]:
    """Yield the article of a page. Refused when it has none, or is built to exhaust a parser."""
    name = file_name(path)
    decoded = _decode(read_whole(path, LIMIT), name)
    tree = _parse(decoded.text, name)
    document = _extract(tree)
    pieces = list(_pieces(document.body)) if document else []
    if document is None or not _has_prose(pieces, tree):
        raise Refused(f"“{name}” is a page without an article: save the page of one article, with its text.")
    title = tidy(document.title or "")
    fields = {"source": document.sitename, "date": document.date, "byline": document.author, "url": document.url}
    notes = (decoded.note,) if decoded.note else ()
    yield draft_of_blocks([*_headline(tree, title, pieces), *pieces], name, title, article_metadata(fields), notes)


def _decode(content: bytes, name: str) -> Decoded:
    """A byte order mark and UTF-8 that is valid go before what the page says of itself, and that before a guess."""
    decoded = decode(content, name)
    stated = _CHARSET.search(content[:_HEAD])
    if decoded.note is None or not stated:
        return decoded
    try:
        codec = codecs.lookup(stated[1].decode("ascii")).name
        if not _CODECS.match(codec):
            return decoded
        # the web reads Latin-1 as Windows-1252, and so are pages written
        return Decoded(content.decode("cp1252" if codec == "iso8859-1" else codec), None)
    except (LookupError, UnicodeDecodeError):
        return decoded


def _parse(text: str, name: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if _ENTITY.search(text[:_HEAD]):
        raise Refused(f"“{name}” declares entities, as files made to exhaust a program do: save the page anew.")
    if _BEGIN.search(text) and not _END.search(text):
        raise Refused(f"“{name}” has no end, so it was cut short: save the page anew.")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except etree.LxmlError as error:
        raise Refused(f"“{name}” holds no HTML: check that it is a web page.") from error
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise Refused(f"“{name}” has elements nested too deeply to be read whole: save the page anew.")
    if sum(1 for _ in tree.iter()) > ELEMENT_LIMIT:
        raise Refused(
            f"“{name}” has more than {ELEMENT_LIMIT:,} elements, too many for one article: save its text alone."
        )
    etree.strip_elements(tree, "noscript", with_tail=False)  # “Please switch on JavaScript.” is no article
    return tree


def _extract(tree: HtmlElement) -> Document | None:
    from trafilatura import bare_extraction

    dates = {"original_date": True, "extensive_search": False, "max_date": f"{datetime.now(UTC):%Y-%m-%d}"}
    for logger in ("trafilatura", "htmldate"):  # they log what is said to the person in a sentence
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    document: Any = bare_extraction(
        tree, include_comments=False, include_formatting=False, with_metadata=True, date_extraction_params=dates
    )
    return document if document is not None and document.body is not None else None


def _pieces(body: HtmlElement) -> Iterator[Piece]:
    """Divide an extracted body where a block begins or ends, and at line breaks that make a blank line."""
    from lxml.etree import iterwalk

    texts: list[str] = []
    kind = None
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield from _divided("".join(texts), kind)
            texts.clear()
            kind = Kind.HEADING if event == "start" and element.tag == "head" else None
        elif element.tag == "lb" and event == "start":
            texts.append("\n")
        texts.append((element.text if event == "start" else element.tail) or "")


def _divided(text: str, kind: Kind | None) -> Iterator[Piece]:
    for part in re.split(r"\n\s*\n", text):
        if part.strip():
            yield Piece(part, kind)


def _has_prose(pieces: list[Piece], tree: HtmlElement) -> bool:
    """Whether some line is more than a link and ends like a sentence; a menu has no such line."""
    links = {tidy("".join(element.itertext())) for element in tree.iter(*_LINK_TAGS)}
    lines = (tidy(line) for piece in pieces for line in piece.text.split("\n"))
    return any(line not in links and _SENTENCE_END.search(line) for line in lines)


def _headline(tree: HtmlElement, title: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the headline when the page shows it outside the part that holds the article's text."""
    shown = any(tidy("".join(element.itertext())) == title for element in tree.iter("h1"))
    if shown and all(tidy(piece.text) != title for piece in pieces):
        yield Piece(title, Kind.HEADING)
