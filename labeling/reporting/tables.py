"""All figures as tables, as programs read them: for CSV files, and to be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from labeling.agreement.figures import Comparison, Measure
from labeling.reporting import suggestions
from labeling.reporting.overview import Overview
from labeling.reporting.words import exact

Cells = tuple[str, ...]

_MEASURE = ("value", "low", "high", "interval", "sentences", "why")
_KAPPA = ("cohen_kappa", *_MEASURE[1:])
SETS, EXCLUDED = "whole set of labels", "excluded"


@dataclass(frozen=True, slots=True)
class Table:
    """A table by the name of its file, without suffix. Figures have six decimals; empty where there is none."""

    name: str
    title: str
    headings: Cells
    rows: tuple[Cells, ...]


def titles() -> Mapping[str, str]:
    """Return the title of each table by its name."""
    return {name: title for name, (title, _, _) in _TABLES.items()}


def table(overview: Overview, name: str) -> Table:
    """Return one table of a project’s figures, by its name."""
    title, headings, rows = _TABLES[name]
    return Table(name, title, headings, tuple(rows(overview)))


def tables(overview: Overview) -> list[Table]:
    """Return all tables of a project’s figures."""
    return [table(overview, name) for name in _TABLES]


def _labels(overview: Overview) -> Iterator[Cells]:
    for label, found in overview.agreement.labels.items():
        yield from _measures((label,), found)
    yield from _measures((SETS,), overview.agreement.sets)
    yield from _measures((EXCLUDED,), overview.agreement.excluded)


def _pairs(overview: Overview) -> Iterator[Cells]:
    for pair in overview.agreement.pairs:
        neither, only_b, only_a, both = map(str, pair.crossed)
        counts = (both, only_a, only_b, neither, exact(pair.percent_agreement.value))
        yield (pair.a, pair.b, pair.label, *_cells(pair.cohen_kappa), *counts)


def _rates(overview: Overview) -> Iterator[Cells]:
    for rates in overview.annotators.rates:
        for label, rate in rates.labels.items():
            yield (rates.annotator, label, *_cells(rate))
        yield (rates.annotator, EXCLUDED, *_cells(rates.excluded))


def _comparisons(found: Callable[[Overview], Iterable[Comparison]]) -> Callable[[Overview], Iterator[Cells]]:
    def rows(overview: Overview) -> Iterator[Cells]:
        for each in found(overview):
            yield from _measures((each.annotator, each.label), each)

    return rows


def _without(overview: Overview) -> Iterator[Cells]:
    for absence in overview.annotators.without:
        for label, alpha in absence.labels.items():
            yield (absence.annotator, label, *_cells(alpha))


def _confusions(overview: Overview) -> Iterator[Cells]:
    for each in overview.confusions:
        yield (each.a, each.b, each.one, each.other, str(each.sentences))


def _batches(overview: Overview) -> Iterator[Cells]:
    for number, batch in enumerate(overview.batches, 1):
        when = (str(number), batch.first.date().isoformat(), batch.last.date().isoformat(), str(len(batch.articles)))
        for label, found in batch.labels.items():
            yield from _measures((*when, label), found)


def _articles(overview: Overview) -> Iterator[Cells]:
    for each in overview.differences.articles:
        title = overview.titles.get(each.article, "")
        for label, number in (*each.labels.items(), (SETS, each.sets)):
            yield (each.article, title, str(each.sentences), label, str(number))


def _suggestions(overview: Overview) -> Iterator[Cells]:
    for kind, name, figure, measure in suggestions.measures(overview.anchoring) if overview.anchoring else ():
        yield (kind, name, figure, *_cells(measure))


def _suggestion_counts(overview: Overview) -> Iterator[Cells]:
    for kind, name, outcome, added in suggestions.counts(overview.anchoring) if overview.anchoring else ():
        counted = (outcome.shown, outcome.accepted, outcome.by_enter, outcome.overridden, outcome.excluded)
        yield (kind, name, *map(str, counted), "" if added is None else str(added))


def _measures(keys: Cells, found: Any) -> Iterator[Cells]:
    for field in fields(found):
        measure = getattr(found, field.name)
        if isinstance(measure, Measure):
            yield (*keys, field.name, *_cells(measure))


def _cells(measure: Measure) -> Cells:
    return (
        exact(measure.value),
        exact(measure.low),
        exact(measure.high),
        measure.interval_by,
        str(measure.sentences),
        str(measure.why),
    )


_TABLES: Mapping[str, tuple[str, Cells, Callable[[Overview], Iterable[Cells]]]] = {
    "labels": ("Labels", ("label", "measure", *_MEASURE), _labels),
    "pairs": (
        "Pairs",
        ("a", "b", "label", *_KAPPA, "both", "only_a", "only_b", "neither", "percent_agreement"),
        _pairs,
    ),
    "rates": ("Rates", ("annotator", "label", *_MEASURE), _rates),
    "against_rest": (
        "Against the rest",
        ("annotator", "label", "measure", *_MEASURE),
        _comparisons(lambda overview: overview.annotators.against_rest),
    ),
    "against_gold": (
        "Against gold",
        ("annotator", "label", "measure", *_MEASURE),
        _comparisons(lambda overview: overview.annotators.against_gold),
    ),
    "without": ("Alpha without one", ("annotator", "label", *_MEASURE), _without),
    "confusions": ("Labels taken for one another", ("a", "b", "label_of_a", "label_of_b", "sentences"), _confusions),
    "batches": (
        "Over time",
        ("batch", "first", "last", "articles", "label", "measure", *_MEASURE),
        _batches,
    ),
    "articles": ("Articles", ("article", "title", "sentences", "label", "differ"), _articles),
    "suggestions": ("Suggestions", ("of", "name", "measure", *_MEASURE), _suggestions),
    "suggestion_counts": (
        "Suggestions, counted",
        ("of", "name", "shown", "accepted", "with_enter", "overridden", "excluded", "added"),
        _suggestion_counts,
    ),
}
