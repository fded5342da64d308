"""Articles and their sentences."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a sentence is in its article."""

    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: its span, what it is, and the paragraph it stands in (both counted from 0)."""

    start: int
    end: int
    kind: Kind
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line of furniture: the span `[start, end)` of the text that it covers.

    `kind` is None where the source does not say what it is.
    """

    start: int
    end: int
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class SentenceId:
    """A sentence's name across projects: its article's id and its span."""

    article: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.article}:{self.start}-{self.end}"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @classmethod
    def parse(cls, text: str) -> SentenceId:
        """Read `<article id>:<start>-<end>`; ValueError when it has another form."""
        article, _, span = text.rpartition(":")
        start, _, end = span.partition("-")
        if not article:
            raise ValueError(f"“{text}” is not the id of a sentence.")
        return cls(article, int(start), int(end))


@dataclass(frozen=True, slots=True)
class Article:
    """One imported text. `text` is canonical and `id` is its SHA-256, so the same text is the same article.

    `metadata` holds what the source said about the text under the names `source`, `date`, `byline`, `url` and whatever
    else a table of articles had as columns.
    """

    id: str
    name: str
    title: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)


def canonical_text(text: str) -> str:
    """Return `text` in the form that identifies it: Unicode NFC, line ends `\\n`, no outer white space."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def article_id(text: str) -> str:
    """Return the id of an article: the SHA-256, in hexadecimal, of its canonical text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def make_article(text: str, name: str, title: str = "", metadata: Mapping[str, str] | None = None) -> Article:
    """Return the article of a text as it came from a reader, in canonical form."""
    text = canonical_text(text)
    return Article(article_id(text), name, title, text, dict(metadata or {}))
