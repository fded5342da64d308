"""Markdown -> a draft: headings are known, emphasis and links become their words, code stays as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labeling.domain.articles import Kind
from labeling.importing.blocks import Piece, draft_of_blocks
from labeling.importing.drafts import Draft
from labeling.importing.encodings import decode
from labeling.importing.files import file_name, read_whole
from labeling.importing.metadata import article_metadata, scalars

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LIMIT = 1_000_000  # bytes
_PARAGRAPH_LIMIT = 10_000  # characters; for hostile text the parser's time grows with the square of a paragraph
_NESTING = 50  # lists and quotations in each other; what lies deeper is not prose
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,100000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BREAKS = ("softbreak", "hardbreak")
_WITH_WORDS = ("text", "text_special", "code_inline")
_BAD_FRONT_MATTER = "What stands between the first two lines of “---” is not valid YAML and was left out."


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a Markdown file."""
    name = file_name(path)
    decoded = decode(read_whole(path, LIMIT), name)
    fields, body, note = _front_matter(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    title = scalars(fields).get("title", "")
    metadata = article_metadata({key: value for key, value in fields.items() if key != "title"})
    notes = tuple(filter(None, (decoded.note, note)))
    yield draft_of_blocks(_pieces(body), name, title, metadata, notes)


def _front_matter(text: str) -> tuple[Mapping[str, object], str, str]:
    """Return the fields of the YAML at the start, the text behind it, and a note when it could not be read."""
    import yaml

    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text, ""
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}, text[match.end() :], _BAD_FRONT_MATTER
    if not isinstance(fields, dict):  # two thematic breaks with prose between them
        return {}, text, ""
    return {str(key): value for key, value in fields.items()}, text[match.end() :], ""


def _pieces(text: str) -> Iterator[Piece]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"]).disable("inline")
    environment: dict[str, Any] = {}  # addresses of links that stand at the end of the text
    opening = ""
    for token in parser.parse(text, environment):
        if token.type == "inline":
            yield Piece(_words(parser, token.content, environment), Kind.HEADING if opening == "heading_open" else None)
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content)
        elif token.type == "html_block":
            yield Piece(_without_tags(token.content))
        opening = token.type


def _words(parser: MarkdownIt, text: str, environment: dict[str, Any]) -> str:
    """Return the text of a paragraph. Pictures and tags have no words of their own; `<br>` is white space."""
    if len(text) > _PARAGRAPH_LIMIT:
        return text
    tokens = parser.inline.parse(text, parser, environment, [])
    return "".join(token.content if token.type in _WITH_WORDS else " " * _breaks(token) for token in tokens)


def _breaks(token: Token) -> bool:
    return token.type in _BREAKS or (token.type == "html_inline" and token.content.lower().startswith("<br"))


def _without_tags(html: str) -> str:
    from lxml.etree import strip_elements
    from lxml.html import fragment_fromstring

    tree = fragment_fromstring(html, create_parent="div")
    strip_elements(tree, "script", "style", with_tail=False)
    return str(tree.text_content())
