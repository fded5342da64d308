"""The rows of the heat map of pairs, and the table of the two who were chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt

from desktop.review.agreement.cells import Cell, Column, FigureRow
from desktop.review.agreement.label_rows import tip_of
from desktop.review.names import short_names
from desktop.words import translate
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import PairAgreement
from labeling.reporting import words
from labeling.reporting.overview import Overview

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEAST = 0.2  # agreement at which a ground is lightest
_SHADED = 0.2

_tr = partial(translate, "Pairs")


def columns(overview: Overview) -> tuple[Column, ...]:
    """Return a column a label, after that of names."""
    labels = overview.agreement.labels
    codebook = overview.codebook
    return (
        Column(_tr("Pair")),
        *(Column(overview.name_of(each), _MIDDLE, label=codebook.label(each)) for each in labels),
    )


def rows(overview: Overview) -> list[FigureRow]:
    """Return a row a pair, in the order of names."""
    by_pair: dict[tuple[str, str], list[PairAgreement]] = {}
    for pair in overview.agreement.pairs:
        by_pair.setdefault((pair.a, pair.b), []).append(pair)
    called = short_names(overview.agreement.annotators)
    return [_row(overview, who(called[a], called[b]), pairs) for (a, b), pairs in by_pair.items()]


def who(a: str, b: str) -> str:
    """Return “Tomas and Wren”."""
    return _tr("{a} and {b}").format(a=a, b=b)


def lowest(overview: Overview, label: str) -> PairAgreement | None:
    """Return the pair that agrees least on a label, one with an interval if there is any; None where none has met."""
    found = [pair for pair in overview.agreement.pairs if pair.label == label and pair.sentences]
    return min(found, key=_order, default=None)


def pair_of(overview: Overview, behind: Behind) -> PairAgreement | None:
    """Return the figures of the pair and label whose sentences are meant."""
    wanted = behind.a, behind.b, behind.label
    return next((pair for pair in overview.agreement.pairs if (pair.a, pair.b, pair.label) == wanted), None)


def crossed_columns(overview: Overview, pair: PairAgreement) -> tuple[Column, ...]:
    """Return the columns of the table of a pair."""
    name = short_names(overview.agreement.annotators)[pair.b]
    return (Column(""), Column(_gave(name), _MIDDLE), Column(_not(name), _MIDDLE))


def crossed_rows(overview: Overview, pair: PairAgreement) -> list[FigureRow]:
    """Return how many sentences both, one, the other and neither gave the label to."""
    counts, name = pair.crossed, short_names(overview.agreement.annotators)[pair.a]
    by_place: Mapping[str, tuple[tuple[int, Behind], tuple[int, Behind]]] = {
        _gave(name): ((counts.both, _counting(Count.BOTH, pair)), (counts.only_one, _counting(Count.ONLY_A, pair))),
        _not(name): ((counts.only_other, _turned(pair)), (counts.neither, _counting(Count.NEITHER, pair))),
    }
    heads = [column.title for column in crossed_columns(overview, pair)]
    return [
        FigureRow((Cell(row, tip=row), *(_count(f"{row}, {heads[place + 1]}", *cells[place]) for place in (0, 1))), row)
        for row, cells in by_place.items()
    ]


def _gave(name: str) -> str:
    return _tr("{name} gave it").format(name=name)


def _not(name: str) -> str:
    return _tr("{name} did not").format(name=name)


def _counting(count: Count, pair: PairAgreement) -> Behind:
    return Behind(count, pair.label, pair.a, pair.b)


def _turned(pair: PairAgreement) -> Behind:
    return Behind(Count.ONLY_A, pair.label, pair.b, pair.a)


def _count(name: str, number: int, behind: Behind) -> Cell:
    differs = behind.count is Count.ONLY_A
    return Cell(
        f"{number:,}",
        copied=str(number),
        spoken=f"{name}: {number}",
        behind=behind if number else None,
        link=differs,
        strength=_SHADED if differs else -1.0,
    )


def _order(pair: PairAgreement) -> tuple[bool, bool, float]:
    kappa = pair.cohen_kappa
    return kappa.interval is None, kappa.value is None, kappa.value or 0.0


def _row(overview: Overview, called: str, pairs: list[PairAgreement]) -> FigureRow:
    a, b = pairs[0].a, pairs[0].b
    return FigureRow((Cell(called, tip=who(a, b)), *(_kappa(overview, pair) for pair in pairs)), f"{a}\n{b}")


def _kappa(overview: Overview, pair: PairAgreement) -> Cell:
    kappa = pair.cohen_kappa
    name = f"{who(pair.a, pair.b)}, {overview.name_of(pair.label)}"
    strength = -1.0 if kappa.value is None else (kappa.value - _LEAST) / (1 - _LEAST)
    return Cell(
        words.coefficient(kappa.value),
        copied=words.exact(kappa.value),
        spoken=f"{name}: κ {words.spoken(kappa)}" if kappa.value is not None else f"{name}: {words.spoken(kappa)}",
        tip=f"{name}: κ {words.spoken(kappa)}; {tip_of(kappa)}",
        behind=Behind(Count.DIFFERENT, pair.label, pair.a, pair.b),
        strength=max(0.0, strength) if kappa.value is not None else -1.0,
    )
