"""Votes and adjudications as nested columns of Parquet files, one entry a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, chain, count
from typing import Any

from labeling.domain.judgments import Adjudication
from labeling.export.formats.arrow_rows import pooled
from labeling.export.settling import Judged
from labeling.store.votes import Said, Vote

_VOTE = ("annotator", "state", "labels", "unsure", "comment", "evidence", "seconds", "codebook")
_DECISION = ("by", "state", "labels", "note", "codebook")


class NestedVotes:
    """What was said of sentences, gathered field by field."""

    def __init__(self) -> None:
        self._counts: list[int] = []
        self._votes: list[list[Any]] = [[] for _ in Vote._fields]
        self._adjudicated: list[bool] = []
        self._decisions: list[list[Any]] = [[] for _ in _DECISION]

    def add(self, judged: Sequence[Judged]) -> None:
        """Take what was said of some more sentences."""
        votes = [one.votes for one in judged]
        self._counts.extend(map(len, votes))
        _extend(self._votes, list(chain.from_iterable(votes)))
        self._adjudicated.extend([one.adjudication is not None for one in judged])
        _extend(self._decisions, [_decision(one.adjudicator, one.adjudication) for one in judged if one.adjudication])

    def votes(self) -> Any:
        """Return the array of the votes on each sentence."""
        import pyarrow as pa

        annotators, said, comments, evidence, seconds = self._votes
        state, labels, unsure, codebook = pooled(said, _said).flatten()
        fields = [
            pooled(annotators, partial(pa.array, type=pa.string())),
            state,
            labels,
            unsure,
            comments,
            pooled(evidence, _evidence),
            seconds,
        ]
        return _listed(self._counts, _struct(votes_type().value_type, [*fields, codebook]))

    def adjudications(self) -> Any:
        """Return the array of the team’s decision on each sentence, null where there is none."""
        import pyarrow as pa

        number = count()
        taken = [next(number) if adjudicated else None for adjudicated in self._adjudicated]
        return _struct(adjudication_type(), self._decisions).take(pa.array(taken, pa.int32()))


def votes_type() -> Any:
    """Return the pyarrow type of the votes on a sentence: a list of structs."""
    import pyarrow as pa

    text = pa.string()
    kinds = [text, text, pa.list_(text), pa.bool_(), text, _evidence_type(), pa.float64(), text]
    return pa.list_(pa.struct(list(zip(_VOTE, kinds, strict=True))))


def adjudication_type() -> Any:
    """Return the pyarrow type of the team’s decision on a sentence: a struct."""
    import pyarrow as pa

    text = pa.string()
    return pa.struct(list(zip(_DECISION, [text, text, pa.list_(text), text, text], strict=True)))


def _decision(by: str, adjudication: Adjudication) -> tuple[object, ...]:
    verdict = adjudication.verdict
    return by, verdict.state.value, verdict.labels, adjudication.note, adjudication.codebook


def _extend(columns: Sequence[list[Any]], rows: Sequence[Iterable[object]]) -> None:
    if rows:
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)


def _said(votes: Sequence[Said]) -> Any:
    import pyarrow as pa

    rows = [(one.state, json.loads(one.labels), bool(one.unsure), one.codebook) for one in votes]
    kinds = [pa.string(), pa.list_(pa.string()), pa.bool_(), pa.string()]
    columns: list[list[Any]] = [[] for _ in kinds]
    _extend(columns, rows)
    return _struct(pa.struct(list(zip(Said._fields, kinds, strict=True))), columns)


def _evidence_type() -> Any:
    import pyarrow as pa

    return pa.list_(pa.struct({"label": pa.string(), "start": pa.int32(), "end": pa.int32()}))


def _evidence(texts: Sequence[str]) -> Any:
    marks = json.loads(f"[{','.join(texts)}]")
    columns: list[list[Any]] = [[], [], []]
    _extend(columns, list(chain.from_iterable(marks)))
    return _listed([len(each) for each in marks], _struct(_evidence_type().value_type, columns))


def _struct(kind: Any, columns: Sequence[Any]) -> Any:
    """Return an array of structs from their columns, which are arrays or plain values."""
    import pyarrow as pa

    fields = list(kind)
    arrays = [
        column if isinstance(column, pa.Array) else pa.array(column, field.type)
        for field, column in zip(fields, columns, strict=True)
    ]
    return pa.StructArray.from_arrays(arrays, fields=fields)


def _listed(counts: Sequence[int], values: Any) -> Any:
    """Return an array of lists, each with so many of the values."""
    import pyarrow as pa

    return pa.ListArray.from_arrays(pa.array([0, *accumulate(counts)], pa.int32()), values)
