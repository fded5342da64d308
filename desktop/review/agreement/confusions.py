"""Which labels are taken for one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.heat_table import HeatTable
from desktop.review.agreement.section import Section
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind, Count
from labeling.reporting.overview import Overview

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Confusions(Section):
    """Each two labels once, over all pairs of annotators; the last column is for no label in the place of one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        meaning = self.tr(
            "How often one gave a label where another gave the other instead, counted for every pair of annotators: "
            "many of one kind ask for a rule that tells the two apart."
        )
        table = HeatTable(self._model, theme, self.tr("Labels taken for one another"))
        table.delegate.keeps_selection = False
        super().__init__(self.tr("Labels taken for one another"), meaning, table, parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:  # noqa: ARG002  # it is of all labels
        from labeling.agreement.confusion import between_labels  # imports numpy, which the figures have needed by now

        labels = list(overview.agreement.labels)
        counts = between_labels(overview.confusions)
        most = max((number for (one, other), number in counts.items() if one and other), default=0)
        self.setVisible(bool(counts))
        columns = [Column(overview.name_of(each), _MIDDLE, label=overview.codebook.label(each)) for each in labels[1:]]
        rows = []
        for place, one in enumerate(labels):
            others = [other if later > place else None for later, other in enumerate(labels)][1:]
            cells = [self._cell(overview, one, other, counts, most) for other in (*others, "")]
            rows.append(FigureRow((Cell(overview.name_of(one), tip=overview.name_of(one)), *cells), one))
        self._model.show(rows, (Column(self.tr("Label")), *columns, Column(self.tr("None instead"), _MIDDLE)))

    def _cell(
        self, overview: Overview, one: str, other: str | None, counts: dict[tuple[str, str], int], most: int
    ) -> Cell:
        if other is None:
            return Cell()
        number = counts.get((one, other), 0)
        instead = overview.name_of(other) if other else self.tr("none instead")
        return Cell(
            f"{number:,}",
            copied=str(number),
            spoken=f"{overview.name_of(one)}, {instead}: {number}",
            behind=Behind(Count.CONFUSED, one, other=other) if number else None,
            strength=number / most if other and number else -1.0,
        )
