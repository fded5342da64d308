"""The articles in which annotators differ most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.review.agreement.cells import Cell, Column, FigureModel, FigureRow
from desktop.review.agreement.figure_table import LOW_ROW, FigureTable
from desktop.review.agreement.label_rows import count_cell
from desktop.tables.table import indented
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.agreement.behind import Behind, Count
from labeling.agreement.figures import ArticleDifferences
from labeling.reporting.overview import Overview

_MOST = 8
_RIGHT = Qt.AlignmentFlag.AlignRight


class Articles(QWidget):
    """The first of those that `labeling.agreement.differences` orders. `behind_wanted` carries a Behind."""

    behind_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, self._words = QLabel(self.tr("Articles where they differ most")), QLabel()
        set_role(title, "heading")
        set_role(self._words, "caption")
        self._model = FigureModel(parent=self)
        self.table = FigureTable(self._model, theme, title.text(), height=LOW_ROW)
        self.table.behind_wanted.connect(self.behind_wanted)
        indented(title, self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (title, self._words, self.table):
            column.addWidget(widget)

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
        self._words.setText(more.format(shown=min(_MOST, len(found)), count=len(found)))
        self.setVisible(bool(found))

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        self.table.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)

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
