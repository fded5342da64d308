"""Bytes -> text. What a file states is believed, what is valid UTF-8 is UTF-8, and a guess is said to be one."""

from __future__ import annotations

import codecs
import io
import re
import string
from typing import BinaryIO, NamedTuple

from labeling.domain.errors import Refused

_CHUNK = 1 << 20
_MARKS = (  # UTF-32 first: its little-endian mark begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BINARY_SHARE = 0.02
_LATIN_SHARE = 0.4
_ASCII = bytes(range(128))
_LETTERS = string.ascii_letters.encode()
_NAMES = {"cp1252": "Windows-1252", "iso-8859-1": "Latin-1", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


class Encoding(NamedTuple):
    """How to decode a file: Python's codec and error handler, and a note for the person when it is a guess."""

    codec: str
    errors: str = "strict"
    note: str | None = None


class Decoded(NamedTuple):
    """A text, and a note for the person when its encoding was guessed."""

    text: str
    note: str | None


def decode(content: bytes, name: str) -> Decoded:
    """Return the text of a file's content. Refused, naming the file, when it is binary or cut off in a character."""
    encoding = find_encoding(io.BytesIO(content), name)
    try:
        text = content.decode(encoding.codec, encoding.errors)
    except UnicodeDecodeError as error:
        raise Refused(
            f"“{name}” is not whole {encoding.codec.upper()} text, it is damaged or was cut short: get it again."
        ) from error
    check_storable(text, f"“{name}”")
    return Decoded(text, encoding.note)


def find_encoding(file: BinaryIO, name: str) -> Encoding:
    """Return the encoding of a file that is open at its start, and leave it there.

    Reads the file in pieces, so it may be larger than the memory. Refused, naming the file, when it is binary or is
    UTF-8 that ends in the middle of a character.
    """
    head = file.read(_CHUNK)
    file.seek(0)
    codec = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    encoding = Encoding(codec) if codec else _without_mark(file, head, name)
    file.seek(0)
    sample = head.decode(encoding.codec, "replace")
    if len(_CONTROL.findall(sample)) > _BINARY_SHARE * len(sample):
        raise Refused(f"“{name}” is not a text but binary data: check what it is and give it the right suffix.")
    return encoding


def check_storable(text: str, what: str) -> None:
    """Raise Refused, naming `what` has it, for characters that are not text and that no project file could hold."""
    if "\0" in text:
        raise Refused(f"{what} holds NUL characters, so it is damaged or not a text: get it again.")
    if not text.isascii() and _SURROGATE.search(text):
        raise Refused(f"{what} holds one half of a character (a lone surrogate): save it again as UTF-8.")


def _without_mark(file: BinaryIO, head: bytes, name: str) -> Encoding:
    if codec := _utf_16_by_zeros(head):
        return _guess(codec, "strict")
    sample = _first_piece_not_utf_8(file, name)
    return Encoding("utf-8") if sample is None else _guessed(sample)


def _utf_16_by_zeros(head: bytes) -> str | None:
    """In UTF-16, every second byte of Latin letters, spaces and line ends is zero; in a text nothing else is."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > _LATIN_SHARE * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > _LATIN_SHARE * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _first_piece_not_utf_8(file: BinaryIO, name: str) -> bytes | None:
    """Return the first piece of the file that is not UTF-8, None when all of it is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk, beyond_ascii = b"", False
    for chunk in iter(lambda: file.read(_CHUNK), b""):
        try:
            beyond_ascii |= not decoder.decode(chunk).isascii()
        except UnicodeDecodeError:
            return chunk
    if not decoder.getstate()[0]:
        return None
    if beyond_ascii:
        raise Refused(f"“{name}” ends in the middle of a character, so it was cut short: get it again.")
    return chunk


def _guessed(sample: bytes) -> Encoding:
    as_utf_8 = sample.decode("utf-8", "replace")
    damaged = as_utf_8.count("\ufffd")
    if len(as_utf_8) - len(as_utf_8.encode("ascii", "ignore")) > 2 * damaged:
        return Encoding("utf-8", "replace", "Read as UTF-8, in which some characters are damaged: look for “\ufffd”.")
    high = sample.translate(None, _ASCII)
    letters = len(sample) - len(sample.translate(None, _LETTERS))
    if len(high) > letters / 2:  # no language of western Europe
        return _guess(_by_statistics(sample) or "cp1252")
    if min(high) > 0x9F:  # what lies below is where Windows-1252 has its quotation marks and Latin-1 nothing
        return _guess("iso-8859-1")
    try:
        sample.decode("cp1252")
    except UnicodeDecodeError:
        return _guess(_by_statistics(sample) or "iso-8859-1")
    return _guess("cp1252")


def _by_statistics(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best else None


def _guess(codec: str, errors: str = "replace") -> Encoding:
    return Encoding(codec, errors, f"Read as {_NAMES.get(codec, codec)}, a guess: check the quotation marks.")
