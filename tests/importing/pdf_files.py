"""Small PDF files, written by hand: no library that the project has can encrypt one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

FONT, PAGES = 1, 2


class Words(NamedTuple):
    """Words on one line: where it begins, in points from the lower left corner, and the size of its letters."""

    x: int
    y: int
    text: str
    size: int = 11


def pdf(
    pages: Sequence[Sequence[Words]], properties: Mapping[str, str] | None = None, *, encrypted: bool = False
) -> bytes:
    """Return a document in Helvetica, a page for each list of lines."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", b""]
    kids = []
    for lines in pages:
        content = b"BT\n" + b"".join(map(_shown, lines)) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> "
            b"/Contents %d 0 R >>" % (PAGES, FONT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[PAGES - 1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % PAGES)
    trailer = b"/Root %d 0 R" % len(objects)
    if properties:
        entries = b" ".join(b"/%s (%s)" % (key.encode(), text.encode("latin-1")) for key, text in properties.items())
        objects.append(b"<< %s >>" % entries)
        trailer += b" /Info %d 0 R" % len(objects)
    if encrypted:  # with check values that fit no password
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32),
        )
        trailer += b" /Encrypt %d 0 R /ID [<00><00>]" % len(objects)
    return _file(objects, trailer)


def _shown(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n" % (words.size, words.x, words.y, text)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        trailer,
        len(content),
    )
