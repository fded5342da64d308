"""Reading the tables and blocks of Markdown documents."""

from __future__ import annotations

import re


def blocks(text: str, language: str = "") -> list[str]:
    """Return the content of the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def rows(text: str) -> list[list[str]]:
    """Return the cells of all rows of all tables, headers left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {place for place, row in enumerate(table) if set("".join(row)) <= set("-: ")}
    return [row for place, row in enumerate(table) if place not in rules and place + 1 not in rules]


def code(cell: str) -> list[str]:
    """Return what stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def section(text: str, title: str) -> str:
    """Return the text under a heading of the second level, up to the next."""
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
