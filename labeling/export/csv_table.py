"""CSV, one row a sentence, with a 0/1 column for each label."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from labeling.domain.articles import SentenceId
from labeling.domain.judgments import State
from labeling.export.gold import Gold, Reason
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page

# Excel takes UTF-8 without it for the local code page; pandas, polars and pyarrow skip it.
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What a spreadsheet would run as a formula. Apostrophes before it count too: so taking one away always restores the
# cell.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_COLUMNS = (
    "id", "article", "name", "title", "index", "paragraph", "start", "end", "kind", "text", "before", "after", "state",
    "source",
)  # fmt: skip

DESCRIPTION = (
    "One row a sentence and a column a label, named by its id (`label_ID` where another column has that name): 1 it "
    "applies, 0 it does not, empty where that was not settled. UTF-8 with a byte order mark, which Excel needs and "
    'pandas, polars and pyarrow skip (in plain Python: `encoding="utf-8-sig"`). A text cell that a spreadsheet would '
    "run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end, perhaps after apostrophes) has an "
    "apostrophe before it: take one away to restore the text. The annotators’ single judgments are in the `jsonl` "
    "format only."
)
LOADING = 'import pandas\n\nsentences = pandas.read_csv("{file}")'


class CsvTable:
    """Writes pages as CSV (RFC 4180, UTF-8 with a byte order mark)."""

    def __init__(self, file: Sink, labels: Sequence[str]) -> None:
        self._file = file
        self._labels = labels
        self._put(_BYTE_ORDER_MARK, [(*_COLUMNS, *column_names(labels))])

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        article = page.article
        texts = ["", *(safe(text) for text in page.texts), ""]
        name, title = safe(article.name), safe(article.title)
        rows = []
        for place in page.chosen:
            one, outcome = page.sentences[place], page.settlements[place].outcome
            identifier = SentenceId(article.id, one.start, one.end)
            where = (identifier, article.id, name, title, place, one.paragraph, one.start, one.end, one.kind.value)
            rows.append((*where, texts[place + 1], texts[place], texts[place + 2], *self._settled(outcome)))
        self._put("", rows)

    def close(self) -> None:
        """Nothing follows the last row."""

    def _settled(self, outcome: Gold | Reason) -> list[object]:
        """Return state, source and a cell a label: 0 or 1, empty where nothing was settled on or it isn't prose."""
        if isinstance(outcome, Reason):
            return ["", "", *[""] * len(self._labels)]
        if outcome.state is State.EXCLUDED:
            return [outcome.state.value, outcome.source, *[""] * len(self._labels)]
        return [outcome.state.value, outcome.source, *[int(label in outcome.labels) for label in self._labels]]

    def _put(self, before: str, rows: Sequence[Sequence[object]]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        self._file.write((before + lines.getvalue()).encode())


def column_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the labels' columns: their ids, or `label_ID` where a column has that name already."""
    return tuple(f"label_{label}" if label in _COLUMNS else label for label in labels)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe before what would be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
