"""Votes in long form as CSV, for tools that measure agreement."""

from __future__ import annotations

import csv
import io

from labeling.export.formats.csv_table import safe
from labeling.export.formats.long_form import Ballots
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.writers import FileForEachPart, Format, Plan

_COLUMNS = ("id", "article", "index", "annotator", "state", "label", "value", "unsure", "seconds", "codebook")
_FLAGS = ("false", "true")  # as R, pandas, polars and pyarrow all read them

_DESCRIPTION = (
    "One row for each sentence, annotator and label. `value` is 1 where the annotator gave the label, 0 where they "
    "judged the sentence and did not, and empty where that is not known: they excluded the sentence as no prose, or "
    "their version of the `codebook` did not have the label. Who has not judged a sentence has no rows for it. "
    "`seconds` is empty where it was not measured. UTF-8; a name that a spreadsheet would run as a formula has an "
    "apostrophe before it.\n\n"
    "Every vote on the chosen articles and kinds is in it, whatever the sentence was settled on: also where people "
    "disagree, are unsure, or are fewer than were wanted. Left out is only what has no vote. Since some of its "
    "articles may not be in a dataset of settled sentences, a split can differ from that of another format; `--line` "
    "keeps the articles where they are.\n\n"
    "The example makes a reliability matrix for each label, as `krippendorff.alpha(ratings, "
    'level_of_measurement="nominal")` takes it; for `statsmodels`, take '
    "`aggregate_raters(ratings.dropna(axis=1).T)[0]`. In R, "
    '`with(subset(read.csv("FILE", na.strings = ""), label == "LABEL"), tapply(value, list(annotator, id), mean))` is '
    'the matrix that `irr::kripp.alpha(…, "nominal")` takes. Only what is empty is missing: somebody may be called NA.'
)
_LOADING = (
    "import pandas\n\n"
    'texts = dict.fromkeys("id article annotator state label codebook".split(), str)\n'
    'votes = pandas.read_csv("{file}", dtype=texts, keep_default_na=False, na_values="")\n'
    'for label, rows in votes.groupby("label"):\n'
    '    ratings = rows.pivot(index="annotator", columns="id", values="value")'
)


class VotesTable:
    """Writes pages as CSV (RFC 4180, UTF-8). No byte order mark: R takes it for part of the first column’s name."""

    def __init__(self, file: Sink, plan: Plan) -> None:
        self._file = file
        self._labels = plan.labels
        self._ballots = Ballots(plan.labels, plan.asked)
        self._put([_COLUMNS])

    def write(self, page: Page) -> None:
        """Write the votes on the chosen sentences of an article."""
        rows: list[tuple[object, ...]] = []
        for ballot in self._ballots.of_page(page):
            where = (ballot.id, ballot.article, ballot.place)
            who = (safe(ballot.annotator), ballot.state)
            how = (_FLAGS[ballot.unsure], _cell(ballot.seconds), ballot.codebook)
            answers = zip(self._labels, ballot.answers, strict=True)
            rows.extend([(*where, *who, label, _cell(answer), *how) for label, answer in answers])
        self._put(rows)

    def close(self) -> None:
        """Nothing follows the last row."""

    def _put(self, rows: list[tuple[object, ...]]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        self._file.write(lines.getvalue().encode())


def _cell(value: float | None) -> float | str:
    return "" if value is None else value


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "csv", VotesTable),
    suffix="csv",
    title="Votes: a row for each sentence, annotator and label",
    description=_DESCRIPTION,
    loading=_LOADING,
    every_vote=True,
)
