"""Word documents (.docx) -> a draft of paragraphs and table cells in order; styles tell headings and captions."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from labeling.domain.articles import Kind
from labeling.domain.errors import Refused
from labeling.importing.blocks import Piece, draft_of_blocks
from labeling.importing.drafts import Draft
from labeling.importing.files import file_name, read_whole
from labeling.importing.metadata import article_metadata

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle

LIMIT = 50_000_000  # bytes
UNPACKED_LIMIT = 100_000_000  # bytes, all parts together
XML_LIMIT = 20_000_000  # bytes of one part that is parsed: a long book has about half of it
PART_LIMIT = 2_000  # files in the archive
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BASES = 10  # styles that a style is derived from
_KINDS = {"title": Kind.HEADING, "heading": Kind.HEADING, "caption": Kind.FURNITURE}
_LIBRARY = "python-docx"  # stated by its templates; what stands beside it says nothing of the article

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_SPACES = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_HYPHEN = f"{_W}noBreakHyphen"
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text for older programs


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a document. Refused when it is encrypted, damaged or built to exhaust a parser."""
    name = file_name(path)
    content = read_whole(path, LIMIT)
    if content.startswith(_OLE):
        raise _encrypted_or_old(content, name)
    document = _open(_unpacked(content, name), name)
    core = document.core_properties
    title = "" if core.last_modified_by == _LIBRARY else core.title
    stated = _LIBRARY not in (core.author, core.last_modified_by)
    metadata = article_metadata({"byline": core.author, "date": core.created} if stated else {})
    yield draft_of_blocks(_pieces(document), name, title, metadata)


def _encrypted_or_old(content: bytes, name: str) -> Refused:
    if _ENCRYPTED in content:
        return Refused(f"“{name}” is encrypted: open it in Word with its password and save it without one.")
    return Refused(f"“{name}” is in the old format of Word: save it as a Word document (.docx).")


def _unpacked(content: bytes, name: str) -> io.BytesIO:
    """Return the archive anew, without compression.

    An archive may say that a part is small and hold gigabytes, and ZipFile.read() unpacks such a part whole before it
    cuts it off. Here parts are unpacked piece by piece up to a limit, and python-docx never sees a compressed one.
    """
    unpacked = io.BytesIO()
    try:
        with ZipFile(io.BytesIO(content)) as archive, ZipFile(unpacked, "w") as copy:
            parts = archive.infolist()
            if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
                raise _bomb(name)
            if len({part.filename for part in parts}) < len(parts):
                raise _damaged(name)
            room = UNPACKED_LIMIT
            for part in parts:
                data = _part(archive, part, room, name)
                room -= len(data)
                copy.writestr(part.filename, data)
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(name) from error
    return unpacked


def _part(archive: ZipFile, part: ZipInfo, room: int, name: str) -> bytes:
    parsed = part.filename.lower().endswith((".xml", ".rels"))
    limit = min(room, XML_LIMIT) if parsed else room
    data = bytearray()
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            data += chunk
            if len(data) > limit:
                raise _bomb(name)
    if parsed:
        _refuse_declarations(bytes(data), name)
    return bytes(data)


def _refuse_declarations(xml: bytes, name: str) -> None:
    """Word never writes a document type; one that declares entities can grow without end."""
    from defusedxml import DefusedXmlException, sax

    try:
        sax.parse(io.BytesIO(xml), ContentHandler(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise _bomb(name) from error
    except SAXParseException as error:
        raise _damaged(name) from error


def _open(archive: io.BytesIO, name: str) -> Document:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(archive)
        document.core_properties  # noqa: B018  # read here, where a missing part is still the file's fault
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise _damaged(name) from error
    return document


def _pieces(document: Document) -> Iterator[Piece]:
    kinds = {style.style_id: _kind(style) for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield Piece("".join(_texts(paragraph)), kinds.get(paragraph.style))


def _kind(style: BaseStyle) -> Kind | None:
    """What paragraphs of a style are: a newsroom's own style may be derived from one of Word's headings."""
    ancestor: Any = style
    for _ in range(_BASES):
        if ancestor is None:
            return None
        first_word = (ancestor.name or "").lower().partition(" ")[0]
        if first_word in _KINDS:
            return _KINDS[first_word]
        ancestor = getattr(ancestor, "base_style", None)
    return None


def _texts(element: Any) -> Iterator[str]:
    """Yield the text of a paragraph as it reads with all changes accepted, without that of text boxes inside it."""
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag != _PARAGRAPH and child.tag not in _DELETED:
            yield from _texts(child)


def _bomb(name: str) -> Refused:
    return Refused(f"“{name}” is built to unpack to an absurd size: save the text anew in Word.")


def _damaged(name: str) -> Refused:
    return Refused(f"“{name}” is no whole Word document, it is damaged or was cut short: get it again.")
