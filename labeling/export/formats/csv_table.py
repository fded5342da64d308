"""CSV, one row a sentence, with a 0/1 column for each label."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from functools import lru_cache

from labeling.export.formats.column_names import SENTENCE, label_names, share_names
from labeling.export.gold import Reason, targets
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.writers import FileForEachPart, Format, Plan

# Excel takes UTF-8 without it for the local code page; pandas, polars and pyarrow skip it.
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What a spreadsheet would run as a formula. Apostrophes before it count too: so taking one away always restores the
# cell.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_COLUMNS = (*SENTENCE, "state", "source", "annotators")

_DESCRIPTION = (
    "One row a sentence and a column a label, named by its id (`label_ID` where another column has that name, here or "
    "in Parquet): 1 it applies, 0 it does not, empty where that is not known. `ID_share` is the share of the "
    "`annotators` who gave it. UTF-8 with a byte order mark, which Excel needs and pandas, polars and pyarrow skip (in "
    'plain Python: `encoding="utf-8-sig"`). A text cell that a spreadsheet would run as a formula (it begins with `=`, '
    "`+`, `-`, `@`, a tab or a line end, perhaps after apostrophes) has an apostrophe before it: take one away to "
    "restore the text. The annotators’ single judgments are not in it; the format `votes` has them as CSV."
)
# Only what is empty is missing, and a name of digits is a name: pandas would guess otherwise.
_LOADING = (
    "import pandas\n\n"
    'texts = dict.fromkeys("id article name title kind text before after state source".split(), str)\n'
    'sentences = pandas.read_csv("{file}", dtype=texts, keep_default_na=False, na_values="")'
)


class CsvTable:
    """Writes pages as CSV (RFC 4180, UTF-8 with a byte order mark)."""

    def __init__(self, file: Sink, plan: Plan) -> None:
        self._file = file
        self._labels = tuple(plan.labels)
        self._put(_BYTE_ORDER_MARK, [(*_COLUMNS, *label_names(plan.labels), *share_names(plan.labels))])

    def write(self, page: Page) -> None:
        """Write the chosen sentences of an article."""
        article = page.article
        texts = ["", *(safe(text) for text in page.texts), ""]
        name, title = safe(article.name), safe(article.title)
        rows = []
        for place in page.chosen:
            one, settlement = page.judged[place].sentence, page.judged[place].settlement
            identifier = f"{article.id}:{one.start}-{one.end}"
            where = (identifier, article.id, name, title, place, one.paragraph, one.start, one.end, str(one.kind))
            cells = _settled(settlement, self._labels)
            rows.append((*where, texts[place + 1], texts[place], texts[place + 2], *cells))
        self._put("", rows)

    def close(self) -> None:
        """Nothing follows the last row."""

    def _put(self, before: str, rows: Sequence[Sequence[object]]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        self._file.write((before + lines.getvalue()).encode())


@lru_cache(maxsize=1024)  # most sentences of a project had one of a few
def _settled(settlement: Settlement, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return state, source, the number of votes, and two cells a label: what it was settled on, and its share."""
    outcome = settlement.outcome
    state, source = ("", "") if isinstance(outcome, Reason) else (outcome.state.value, outcome.source)
    cells = (settlement.annotators, *targets(outcome, labels), *[rating.share for rating in settlement.ratings])
    return state, source, *("" if cell is None else str(cell) for cell in cells)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe before what would be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "csv", CsvTable),
    suffix="csv",
    title="CSV: a row for each sentence, a column for each label",
    description=_DESCRIPTION,
    loading=_LOADING,
)
