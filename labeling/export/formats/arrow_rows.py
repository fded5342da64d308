"""Sentences as columns of pyarrow.

They are gathered as lists of plain values, not as objects: ten thousand rows of these keep Python’s garbage collector
busy for a third of the time that an export takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, TypeVar

from labeling.domain.articles import Article
from labeling.domain.judgments import State
from labeling.export.gold import Gold, Reason
from labeling.export.pages import Page
from labeling.export.settling import Judged, Settlement

_NUMBERS = ("index", "paragraph", "start", "end")
_TEXTS = ("kind", "text", "before", "after")

Columns = Mapping[str, Sequence[Any]]
_Value = TypeVar("_Value", bound=Hashable)


class Sentences:
    """The chosen sentences of some articles: what they were settled on, where they stand, and how they read."""

    def __init__(self) -> None:
        self._settlements: list[Settlement] = []
        self._articles: list[Article] = []
        self._article_of: list[int] = []
        self._gathered: dict[str, list[object]] = {name: [] for name in (*_NUMBERS, *_TEXTS)}

    def __len__(self) -> int:
        return len(self._settlements)

    def add(self, page: Page) -> list[Judged]:
        """Take the chosen sentences of an article, and return them."""
        judged = page.written
        self._settlements.extend([one.settlement for one in judged])
        self._article_of.extend([len(self._articles)] * len(judged))
        self._articles.append(page.article)
        for name, values in _values(page, judged).items():
            self._gathered[name].extend(values)
        return judged

    def columns(self) -> dict[str, Any]:
        """Return arrays by the names of columns; `metadata` is a map."""
        import pyarrow as pa

        text, articles = pa.string(), self._articles
        columns = {name: pa.array(self._gathered[name], pa.int32()) for name in _NUMBERS}
        columns |= {name: pa.array(self._gathered[name], text) for name in _TEXTS}
        columns["article"] = self._repeated([article.id for article in articles], text)
        columns["name"] = self._repeated([article.name for article in articles], text)
        columns["title"] = self._repeated([article.title for article in articles], text)
        columns["metadata"] = self._repeated([[*a.metadata.items()] for a in articles], pa.map_(text, text))
        columns["id"] = _ids(columns)
        return columns

    def outcomes(self, made: Callable[[Sequence[Settlement]], Columns], schema: Any) -> dict[str, Any]:
        """Return arrays of the columns that `made` makes of settlements, with the types that a schema gives them."""
        import pyarrow as pa

        settlements, places = _distinct(self._settlements)
        columns = made(settlements).items()
        return {name: pa.array(values, schema.field(name).type).take(places) for name, values in columns}

    def _repeated(self, values: Sequence[object], kind: Any) -> Any:
        """Return the array of what is the same in all sentences of an article."""
        import pyarrow as pa

        return pa.array(values, kind).take(pa.array(self._article_of, pa.int32()))


def settled(settlements: Sequence[Settlement]) -> dict[str, list[Any]]:
    """Return state, source and the number of votes of settlements, None where nothing was settled."""
    gold = [one.outcome if isinstance(one.outcome, Gold) else None for one in settlements]
    return {
        "state": [one and one.state.value for one in gold],
        "source": [one and one.source for one in gold],
        "annotators": [one.annotators for one in settlements],
    }


def given(outcome: Gold | Reason) -> tuple[str, ...] | None:
    """Return the labels that were given, None where nothing was settled and where it isn’t prose."""
    return None if isinstance(outcome, Reason) or outcome.state is State.EXCLUDED else outcome.labels


def pooled(values: Iterable[_Value], made: Callable[[list[_Value]], Any]) -> Any:
    """Return the array of what `made` makes of the values. Equal values are made once."""
    distinct, places = _distinct(values)
    return made(distinct).take(places)


def _distinct(values: Iterable[_Value]) -> tuple[list[_Value], Any]:
    """Return values once each, and the array of the places where they are."""
    import pyarrow as pa

    places = defaultdict[_Value, int](count().__next__)
    taken = [places[value] for value in values]
    return list(places), pa.array(taken, pa.int32())


def _values(page: Page, judged: Sequence[Judged]) -> Columns:
    chosen, texts = page.chosen, ["", *page.texts, ""]
    sentences = [one.sentence for one in judged]
    return {
        "index": chosen,
        "paragraph": [one.paragraph for one in sentences],
        "start": [one.start for one in sentences],
        "end": [one.end for one in sentences],
        "kind": [one.kind for one in sentences],
        "text": [texts[place + 1] for place in chosen],
        "before": [texts[place] for place in chosen],
        "after": [texts[place + 2] for place in chosen],
    }


def _ids(columns: Mapping[str, Any]) -> Any:
    """Return the ids of sentences, as `SentenceId` writes them."""
    import pyarrow as pa
    from pyarrow import compute

    start, end = columns["start"].cast(pa.string()), columns["end"].cast(pa.string())
    return compute.binary_join_element_wise(columns["article"], compute.binary_join_element_wise(start, end, "-"), ":")
