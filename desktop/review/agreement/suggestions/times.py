"""How long answers take with suggestions on screen and without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import LOW_ROW, FigureTable
from desktop.review.agreement.section import Section
from desktop.review.agreement.suggestions.cells import drawn_cell, more_seconds_cell, number_cell, seconds_cell
from desktop.review.plots.scale import scale_of_seconds
from desktop.theme.tokens import Theme
from desktop.words import marked, translate
from labeling.agreement.anchoring.figures import Pace, Seconds
from labeling.reporting import words
from labeling.reporting.overview import Overview

_RIGHT = Qt.AlignmentFlag.AlignRight
_NAMES = {
    "shown": marked("Times", "Something on screen"),
    "not_shown": marked("Times", "Nothing on screen"),
    "accepted": marked("Times", "All of it accepted"),
    "overridden": marked("Times", "Some of it overridden"),
}


class Times(Section):
    """A row for each way in which an answer came about, and one for the difference of the first two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        title = self.tr("Seconds an answer takes")
        meaning = self.tr("Medians, of first answers to the sentences that have a suggestion now, without pauses.")
        super().__init__(title, meaning, FigureTable(self._model, theme, title, height=LOW_ROW), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        if overview.anchoring is None:
            return
        found = overview.anchoring.seconds
        paces = {condition: getattr(found, condition) for condition in _NAMES}
        columns = (
            Column(self.tr("Answers")),
            Column(self.tr("Median"), yields=True),
            Column(self.tr("95 % interval of the median"), plotted=True),
            Column(self.tr("Middle half")),
            Column(self.tr("Measured"), _RIGHT),
            Column(self.tr("Not measured"), _RIGHT),
        )
        self.table.set_scale(scale_of_seconds(pace.median for pace in paces.values()))
        rows = [self._row(condition, pace) for condition, pace in paces.items()]
        self._model.show([*rows, self._difference(found)], columns)

    def _row(self, condition: str, pace: Pace) -> FigureRow:
        name = translate("Times", _NAMES[condition])
        median = seconds_cell(self.tr("{name}, median").format(name=name), pace.median)
        between = words.seconds_between(pace.lower, pace.upper)
        return FigureRow(
            (
                Cell(name, tip=name),
                median,
                drawn_cell(median, pace.median),
                Cell(between or words.NONE, copied=between),
                number_cell(self.tr("{name}, measured").format(name=name), pace.median.sentences),
                number_cell(self.tr("{name}, not measured").format(name=name), pace.unmeasured),
            ),
            condition,
        )

    def _difference(self, found: Seconds) -> FigureRow:
        name = self.tr("Difference of the first two")
        cells = (Cell(name, tip=name), more_seconds_cell(name, found.difference), *(Cell() for _ in range(4)))
        return FigureRow(cells, "difference", set_apart=True)
