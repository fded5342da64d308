"""PDF -> a draft of the text layer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from labeling.domain.errors import Refused
from labeling.importing.blocks import Piece, draft_of_blocks
from labeling.importing.drafts import Draft
from labeling.importing.files import file_name, read_whole
from labeling.importing.metadata import article_metadata
from labeling.importing.pdf_layout import Line, paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

LIMIT = 100_000_000  # bytes; pictures are most of it
PAGE_LIMIT = 2_000
CHARACTER_LIMIT = 1_000_000  # on one page
_END_WITHIN = 4096  # bytes from the end in which the mark of a whole file stands
_SAMPLES = 8  # letters by which the height of a line is judged: bullets and words in another type differ
_HYPHEN = "\x02"  # what PDFium makes of a hyphen at the end of a line
_LINE_ENDS = "\r\n"
_pdfium = threading.Lock()  # PDFium may be used by one thread of a process at a time


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a document. Refused when it is encrypted, damaged or has no text layer."""
    name = file_name(path)
    content = read_whole(path, LIMIT)
    if b"%%EOF" not in content[-_END_WITHIN:]:
        raise _damaged(name)
    with _pdfium:
        pages, fields = _extracted(content, name)
    if not any(pages):
        raise Refused(f"“{name}” has no text layer, it seems to be a scan: run text recognition over it first.")
    pieces = [Piece(paragraph) for paragraph in paragraphs(pages)]
    metadata = article_metadata({"byline": fields.get("Author"), "date": fields.get("CreationDate")})
    yield draft_of_blocks(pieces, name, fields.get("Title", ""), metadata, _notes(pages))


def _extracted(content: bytes, name: str) -> tuple[list[list[Line]], dict[str, str]]:
    """Return the lines of each page, and what the document says of itself."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        with closing(PdfDocument(content)) as document:
            if len(document) > PAGE_LIMIT:
                raise Refused(f"“{name}” has more than {PAGE_LIMIT:,} pages, too many for one article: divide it.")
            return [_lines(document, number, name) for number in range(len(document))], document.get_metadata_dict()
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise Refused(f"“{name}” is encrypted: open it with its password and print it to a new PDF.") from error
        raise _damaged(name) from error


def _lines(document: PdfDocument, number: int, name: str) -> list[Line]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        if text.count_chars() > CHARACTER_LIMIT:
            raise Refused(f"“{name}” has a page with over {CHARACTER_LIMIT:,} characters: save its text alone.")
        return [_line(text, first, last, characters) for first, last, characters in _runs(text)]


def _runs(text: PdfTextPage) -> Iterator[tuple[int, int, str]]:
    """Yield each line that has text: the places of its first and last visible character, and its characters."""
    from pypdfium2.raw import FPDFText_GetUnicode

    characters: list[str] = []
    count = text.count_chars()
    for place in range(count + 1):
        character = chr(FPDFText_GetUnicode(text, place)) if place < count else "\n"
        if character not in _LINE_ENDS:
            characters.append(character)
        if character in _LINE_ENDS or character == _HYPHEN:
            line = "".join(characters)
            start = place - len(line) + (character == _HYPHEN)
            if line.strip().strip(_HYPHEN):
                yield start + len(line) - len(line.lstrip()), start + len(line.rstrip()) - 1, line.strip()
            characters.clear()


def _line(text: PdfTextPage, first: int, last: int, characters: str) -> Line:
    left, right = text.get_charbox(first)[0], text.get_charbox(last)[2]
    step = max(1, len(characters) // _SAMPLES)
    visible = (place for place in range(0, len(characters), step) if not characters[place].isspace())
    boxes = [text.get_charbox(first + place, loose=True) for place in visible]
    _, bottom, _, top = sorted(boxes, key=lambda box: box[3] - box[1])[len(boxes) // 2]
    hyphenated = characters.endswith(_HYPHEN)
    whole = characters.rstrip(_HYPHEN).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Line(whole, left, right, bottom, top - bottom, hyphenated)


def _notes(pages: list[list[Line]]) -> tuple[str, ...]:
    silent = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    return (f"No text on page {', '.join(silent)}: empty, or a picture.",) if silent else ()


def _damaged(name: str) -> Refused:
    return Refused(f"“{name}” is no whole PDF, it is damaged or was cut short: get it again.")
