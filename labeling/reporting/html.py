"""Pieces of HTML. Whatever comes from a project is escaped here; the page holds no script and loads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

_FEW = 24  # letters

STYLE = """
body { font-family: sans-serif; font-size: 9pt; line-height: 1.35; color: #1b1e1c; background: #ffffff; margin: 32px; }
h1 { font-size: 18pt; margin-bottom: 4px; }
h2 { font-size: 13pt; margin-top: 28px; margin-bottom: 4px; }
p { margin-top: 4px; margin-bottom: 8px; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: normal; color: #5c625e; }
th, td { padding: 3px 10px 3px 0; border-bottom: 1px solid #dcddd7; vertical-align: middle; }
.number { text-align: right; }
.whole { white-space: nowrap; }
.small { font-size: 8pt; color: #5c625e; }
.quote { margin-top: 12px; margin-bottom: 0; font-family: serif; font-size: 11pt; }
@media print { body { margin: 0; } tr, .entry { page-break-inside: avoid; } }
"""


class Markup(NamedTuple):
    """What is HTML already."""

    html: str


Cell = str | Markup


def text(words: str) -> str:
    """Return words that mean nothing to a browser."""
    return escape(words)


def whole(words: str) -> Cell:
    """Return words that are not broken, where they are few."""
    return Markup(f'<span class="whole">{text(words)}</span>') if len(words) <= _FEW else words


def paragraph(words: Cell, role: str = "") -> str:
    """Return a paragraph, of a class where there is one."""
    return f"<p{_class(role)}>{_inner(words)}</p>"


def heading(words: str, level: int = 2) -> str:
    """Return a heading."""
    return f"<h{level}>{text(words)}</h{level}>"


def table(headings: Sequence[Cell], rows: Iterable[Sequence[Cell]], numbers: Iterable[int] = ()) -> str:
    """Return a table; the columns in `numbers` stand at the right."""
    right = set(numbers)
    head = "".join(_cell("th", cell, place in right) for place, cell in enumerate(headings))
    body = [
        "<tr>" + "".join(_cell("td", cell, place in right) for place, cell in enumerate(row)) + "</tr>" for row in rows
    ]
    lines = "\n".join(body)
    return f'<table cellspacing="0">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}\n</tbody></table>'


def page(title: str, parts: Iterable[str]) -> str:
    """Return a whole page."""
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _cell(tag: str, cell: Cell, at_right: bool) -> str:
    side = ' class="number" align="right"' if at_right else ""
    return f"<{tag}{side}>{_inner(cell)}</{tag}>"


def _inner(cell: Cell) -> str:
    return cell.html if isinstance(cell, Markup) else text(cell)


def _class(role: str) -> str:
    return f' class="{role}"' if role else ""
