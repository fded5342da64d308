"""What came of suggestions on screen, and of answers after which one was seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.cells import label_cell, number_cell, share_cell
from desktop.theme.tokens import Theme
from labeling.agreement.anchoring.figures import Anchoring, Outcome
from labeling.agreement.behind import Behind, Count
from labeling.reporting.overview import Overview

_RIGHT = Qt.AlignmentFlag.AlignRight


class Outcomes(Section):
    """A row a label, then one an annotator and one a source of suggestions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        title = self.tr("What came of suggestions on screen")
        meaning = self.tr(
            "Accepted is what the first answer gave, by whatever key; overridden what it left out; unsuggested what it "
            "gave besides. Who excluded the sentence said nothing of labels."
        )
        super().__init__(title, meaning, FigureTable(self._model, theme, title), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        found = overview.anchoring
        if found is None:
            return
        columns = (
            Column(self.tr("Suggested")),
            Column(self.tr("Shown"), _RIGHT),
            Column(self.tr("Accepted"), _RIGHT),
            Column(self.tr("With Enter"), _RIGHT),
            Column(self.tr("Overridden"), _RIGHT),
            Column(self.tr("Excluded"), _RIGHT),
            Column(self.tr("Share accepted"), yields=True),
            Column(self.tr("Unsuggested"), _RIGHT),
        )
        self._model.show([*self._by_label(overview, found), *self._by_person(found), *self._by_source(found)], columns)

    def _by_label(self, overview: Overview, found: Anchoring) -> Iterator[FigureRow]:
        for label, pull in found.labels.items():
            first, given = label_cell(overview, label), (Behind(Count.ADDED, label), pull.added_count)
            yield self._row(first, overview.name_of(label), pull.outcome, Behind(Count.ACCEPTED, label), given)

    def _by_person(self, found: Anchoring) -> Iterator[FigureRow]:
        for place, (who, pull) in enumerate(found.annotators.items()):
            name, given = self.tr("To {name}").format(name=who), (Behind(Count.ADDED, a=who), pull.added_count)
            accepted = Behind(Count.ACCEPTED, a=who)
            yield self._row(Cell(name, tip=name), name, pull.outcome, accepted, given, set_apart=not place)

    def _by_source(self, found: Anchoring) -> Iterator[FigureRow]:
        for place, (source, outcome) in enumerate(found.sources.items()):
            name = self.tr("By {source}").format(source=source)
            accepted = Behind(Count.ACCEPTED, source=source)
            yield self._row(Cell(name, tip=name), name, outcome, accepted, set_apart=not place)

    def _row(
        self,
        first: Cell,
        name: str,
        outcome: Outcome,
        accepted: Behind,
        given: tuple[Behind, int] | None = None,
        *,
        set_apart: bool = False,
    ) -> FigureRow:
        def of(words: str) -> str:
            return f"{name}, {words}"

        overridden = Behind(Count.OVERRIDDEN, accepted.label, accepted.a, source=accepted.source)
        return FigureRow(
            (
                first,
                number_cell(of(self.tr("shown")), outcome.shown),
                number_cell(of(self.tr("accepted")), outcome.accepted, accepted),
                number_cell(of(self.tr("accepted with Enter")), outcome.by_enter),
                number_cell(of(self.tr("overridden")), outcome.overridden, overridden),
                number_cell(of(self.tr("excluded")), outcome.excluded),
                share_cell(of(self.tr("share accepted")), outcome.acceptance, reasoned=True),
                number_cell(of(self.tr("given unsuggested")), given[1], given[0]) if given else Cell(),
            ),
            name,
            set_apart=set_apart,
        )


class Changed(Section):
    """One row: what became of answers that were given with nothing on screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        title = self.tr("Changed after a suggestion was seen")
        meaning = self.tr("Answers that were given with nothing on screen, to sentences that have a suggestion")
        super().__init__(title, meaning, FigureTable(self._model, theme, title), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        if overview.anchoring is None:
            return
        found = overview.anchoring.changes
        columns = (
            Column(""),
            Column(self.tr("Answers"), _RIGHT),
            Column(self.tr("Nearer to it"), _RIGHT),
            Column(self.tr("Share"), yields=True),
            Column(self.tr("Farther from it"), _RIGHT),
            Column(self.tr("Share"), yields=True),
            Column(self.tr("Neither"), _RIGHT),
        )
        name = self.tr("Decided with nothing on screen")
        row = FigureRow(
            (
                Cell(name, tip=name),
                number_cell(name, found.decided),
                number_cell(self.tr("Changed towards the suggestion"), found.nearer, Behind(Count.NEARER)),
                share_cell(self.tr("Changed towards the suggestion, share"), found.nearer_rate, reasoned=True),
                number_cell(self.tr("Changed away from it"), found.farther, Behind(Count.FARTHER)),
                share_cell(self.tr("Changed away from it, share"), found.farther_rate, reasoned=True),
                number_cell(self.tr("Changed otherwise"), found.neither, Behind(Count.ELSEWHERE)),
            ),
            "changed",
        )
        self._model.show([row], columns)
