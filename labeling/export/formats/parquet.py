"""Parquet, one row a sentence with everything that is known of it: typed columns, the votes nested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from labeling.export.formats.arrow_rows import Sentences, given, settled
from labeling.export.formats.column_names import SENTENCE, label_names, share_names
from labeling.export.formats.nested_votes import NestedVotes, adjudication_type, votes_type
from labeling.export.formats.row_groups import TableOfPages
from labeling.export.gold import targets
from labeling.export.hashed_files import Sink
from labeling.export.pages import Page
from labeling.export.settling import Settlement
from labeling.export.writers import FileForEachPart, Format, Plan

_NUMBERS = ("index", "paragraph", "start", "end")
_REPEATED = (
    "article", "name", "title", "kind", "state", "source", "labels.list.element",
    "metadata.key_value.key", "metadata.key_value.value",
    "adjudication.by", "adjudication.state", "adjudication.labels.list.element", "adjudication.codebook",
    "votes.list.element.annotator", "votes.list.element.state", "votes.list.element.labels.list.element",
    "votes.list.element.comment", "votes.list.element.evidence.list.element.label", "votes.list.element.codebook",
)  # fmt: skip
_DESCRIPTION = (
    "One row a sentence. `labels` are those that it was settled on: empty where none applies, null where nothing was "
    "settled or the sentence is not prose. There is a column a label, too, named by its id (`label_ID` where another "
    "column has that name): 1 it applies, 0 it does not, null where that is not known; `ID_share` is the share of the "
    "`annotators` who gave it. `metadata` is a map from names to texts, `adjudication` the team’s decision where there "
    "is one, and `votes` holds every annotator’s current judgment. `start` and `end` count code points of the article, "
    "also in `evidence`. Compressed with Zstandard."
)
_LOADING = 'import pandas\n\nsentences = pandas.read_parquet("{file}")'


class _Portion:
    """Sentences with everything that is known of them."""

    def __init__(self, labels: Sequence[str], schema: Any) -> None:
        self._labels = labels
        self._schema = schema
        self._sentences = Sentences()
        self._votes = NestedVotes()

    def __len__(self) -> int:
        return len(self._sentences)

    def add(self, page: Page) -> None:
        """Take the chosen sentences of an article."""
        self._votes.add(self._sentences.add(page))

    def table(self) -> Any:
        """Return them as a table."""
        import pyarrow as pa

        columns = self._sentences.columns() | self._sentences.outcomes(self._outcomes, self._schema)
        columns |= {"adjudication": self._votes.adjudications(), "votes": self._votes.votes()}
        return pa.table([columns[name] for name in self._schema.names], schema=self._schema)

    def _outcomes(self, settlements: Sequence[Settlement]) -> dict[str, Sequence[Any]]:
        answers = zip(*(targets(one.outcome, self._labels) for one in settlements), strict=True)
        shares = zip(*([rating.share for rating in one.ratings] for one in settlements), strict=True)
        return {
            **settled(settlements),
            "labels": [given(one.outcome) for one in settlements],
            **dict(zip(label_names(self._labels), answers, strict=True)),
            **dict(zip(share_names(self._labels), shares, strict=True)),
        }


def _schema(labels: Sequence[str]) -> Any:
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    return pa.schema(
        [
            *((name, number if name in _NUMBERS else text) for name in (*SENTENCE, "state", "source")),
            ("labels", pa.list_(text)),
            *((name, pa.int8()) for name in label_names(labels)),
            *((name, pa.float64()) for name in share_names(labels)),
            ("annotators", number),
            ("metadata", pa.map_(text, text)),
            ("adjudication", adjudication_type()),
            ("votes", votes_type()),
        ]
    )


def _open(file: Sink, plan: Plan) -> TableOfPages:
    labels, schema = plan.labels, _schema(plan.labels)
    repeated = (*_REPEATED, *label_names(labels), *share_names(labels))
    return TableOfPages(file, plan, schema, repeated, lambda: _Portion(labels, schema))


FORMAT = Format(
    open=lambda plan: FileForEachPart(plan, "parquet", _open),
    suffix="parquet",
    title="Parquet: everything, in typed columns",
    description=_DESCRIPTION,
    loading=_LOADING,
)
