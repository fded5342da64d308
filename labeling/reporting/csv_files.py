"""The tables of a report as CSV, which spreadsheets and programs read alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from labeling.export.formats.csv_table import safe
from labeling.reporting.content import Content, Quote
from labeling.reporting.tables import Cells, tables

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # Excel takes UTF-8 without it for the local code page
_QUOTES = ("sentence", "article", "text", "differ_on", "stake", "settled", "annotator", "state", "labels")


def csv_files(content: Content) -> Mapping[str, bytes]:
    """Return the content of each file by its name.

    A cell that a spreadsheet would run as a formula has an apostrophe before it; a figure below 0 is none.
    """
    files = {table.name: _written(table.headings, table.rows) for table in tables(content.overview)}
    files["disagreements"] = _written(_QUOTES, (row for quote in content.quotes for row in _rows(quote)))
    return {f"{name}.csv": lines for name, lines in files.items()}


def _rows(quote: Quote) -> Iterable[Cells]:
    of_sentence = (
        quote.sentence,
        quote.article,
        quote.text,
        " ".join(quote.labels),
        f"{quote.stake:.6f}",
        str(int(quote.settled)),
    )
    for opinion in quote.opinions:
        yield (*of_sentence, opinion.annotator, opinion.state, " ".join(opinion.labels))


def _written(headings: Cells, rows: Iterable[Cells]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([headings, *([_safe(cell) for cell in row] for row in rows)])
    return (_BYTE_ORDER_MARK + lines.getvalue()).encode()


def _safe(cell: str) -> str:
    try:
        float(cell)
    except ValueError:
        return safe(cell)
    return cell
