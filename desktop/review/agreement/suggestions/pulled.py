"""How often labels are given with their suggestion on screen and without it, by label and by annotator."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.cells import drawn_cell, label_cell, points_cell, share_cell
from desktop.review.plots.scale import Scale, scale_of_points
from desktop.theme.tokens import Theme
from labeling.agreement.anchoring.figures import Anchoring, Pull
from labeling.reporting.overview import Overview


class _Pulled(Section):
    """A row each for what `Pull` is of; all of them are drawn on the same scale."""

    def __init__(self, title: str, meaning: str, first: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        super().__init__(title, meaning, FigureTable(self._model, theme, title), parent)
        self._model.setParent(self)
        self._first = first

    def _show(self, found: Anchoring, rows: Sequence[tuple[Cell, str, Pull]]) -> None:
        columns = (
            Column(self._first),
            Column(self.tr("On screen"), yields=True),
            Column(self.tr("Not on screen"), yields=True),
            Column(self.tr("Difference"), yields=True),
            Column(self.tr("95 % interval of the difference"), plotted=True),
            Column(self.tr("Elsewhere"), yields=True),
        )
        self.table.set_scale(_scale(found))
        self._model.show([self._row(cell, name, pull) for cell, name, pull in rows], columns)

    def _row(self, first: Cell, name: str, pull: Pull) -> FigureRow:
        pulled, check = pull.suggested, pull.not_suggested.difference
        difference = points_cell(self.tr("{name}, difference").format(name=name), pulled.difference)
        return FigureRow(
            (
                first,
                share_cell(self.tr("{name}, given with the suggestion on screen").format(name=name), pulled.shown),
                share_cell(self.tr("{name}, given without it").format(name=name), pulled.not_shown),
                difference,
                drawn_cell(difference, pulled.difference),
                points_cell(self.tr("{name}, difference where it is not suggested").format(name=name), check),
            ),
            name,
        )


class PulledLabels(_Pulled):
    """A row a label."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = self.tr("How often a label is given where it is suggested")
        meaning = self.tr(
            "In first answers, with the suggestion on screen and without it, on the sentences that have it now; "
            "differences are in percentage points. “Elsewhere” is a check: by how much those who work with suggestions "
            "give the label more often where it is not suggested."
        )
        super().__init__(title, meaning, self.tr("Label"), theme, parent)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        found = overview.anchoring
        if found is not None:
            rows = [(label_cell(overview, each), overview.name_of(each), pull) for each, pull in found.labels.items()]
            self._show(found, rows)


class PulledPeople(_Pulled):
    """A row an annotator, over all labels."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = self.tr("The same of each annotator, over all labels")
        super().__init__(title, "", self.tr("Annotator"), theme, parent)
        self.meaning.hide()

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        found = overview.anchoring
        if found is not None:
            self._show(found, [(Cell(name, tip=name), name, pull) for name, pull in found.annotators.items()])


def _scale(found: Anchoring) -> Scale:
    pulls = (*found.labels.values(), *found.annotators.values())
    return scale_of_points(pull.suggested.difference for pull in pulls)
