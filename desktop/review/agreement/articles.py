"""The articles in which annotators differ most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import LOW_ROW, FigureTable
from desktop.review.agreement.label_rows import count_cell
from desktop.review.agreement.section import Section
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import ArticleDifferences
from labeling.reporting.overview import Overview

_MOST = 8
_RIGHT = Qt.AlignmentFlag.AlignRight


class Articles(Section):
    """The first of those that `labeling.agreement.differences` orders."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = FigureModel()
        title = self.tr("Articles where they differ most")
        super().__init__(title, "", FigureTable(self._model, theme, title, height=LOW_ROW), parent)
        self._model.setParent(self)

    def show_overview(self, overview: Overview, label: str) -> None:
        """Show the articles, with the sentences that differ on a label in the last column."""
        found = [each for each in overview.differences.articles if each.sets]
        on_label = self.tr("On {label}").format(label=overview.name_of(label))
        columns = (
            Column(self.tr("Article")),
            Column(self.tr("Sentences"), _RIGHT),
            Column(self.tr("Differ"), _RIGHT),
            Column(self.tr("Share that differs"), barred=True),
            Column(on_label, _RIGHT),
        )
        self._model.show([self._row(overview, each, label) for each in found[:_MOST]], columns)
        more = self.tr("{shown} of {count:,} articles in which sentences differ; bars show their share")
        self.meaning.setText(more.format(shown=min(_MOST, len(found)), count=len(found)))
        self.setVisible(bool(found))

    def _row(self, overview: Overview, each: ArticleDifferences, label: str) -> FigureRow:
        here = frozenset({each.article})
        title, on_label = (
            overview.titles.get(each.article, ""),
            self.tr("on {label}").format(label=overview.name_of(label)),
        )
        differ = Behind(Count.SETS, articles=here)
        number = each.labels.get(label, 0)
        share = each.sets / each.sentences
        return FigureRow(
            (
                Cell(title, tip=title, behind=differ),
                Cell(f"{each.sentences:,}", copied=str(each.sentences), behind=Behind(Count.SHARED, articles=here)),
                count_cell(self.tr("{title}, sentences that differ").format(title=title), each.sets, differ),
                Cell(copied=f"{share:.4f}", spoken=f"{share:.0%}", share=share),
                count_cell(f"{title}, {on_label}", number, Behind(Count.DIFFERENT, label, articles=here)),
            ),
            each.article,
        )
