"""Who brings what to a merge, where files and project differ, and which files were refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.tables.row_delegate import Look
from desktop.tables.table import Table
from desktop.tables.text_model import Row, TextModel
from desktop.team.page import Section
from desktop.theme.tokens import Theme
from labeling.operations.team_words import differences, report_in_words

if TYPE_CHECKING:
    from labeling.merging.contribution import Contribution
    from labeling.operations.merging import MergeReport

_MEASURED = 50  # rows; figures are about as wide in all of them
_INDENT = "\N{EM SPACE}"


class ReportView(QWidget):
    """Empty until it is given a report."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        headings = (
            self.tr("File and annotators"),
            self.tr("New judgments"),
            self.tr("There already"),
            self.tr("New articles"),
            self.tr("Splits, joins"),
            self.tr("Assignments"),
            self.tr("Names"),
        )
        self._brought = TextModel(headings, range(1, len(headings)), self, tips=True)
        self._differing = TextModel((self.tr("File"), self.tr("What differs, and what counts")), (), self, tips=True)
        self._refused = TextModel(("",), (), self)
        self.brought_table = Table(self._brought, theme, self.tr("Who brings what"))
        self.differing_table = Table(self._differing, theme, self.tr("Where they differ"), {1: Look.WRAPPED})
        self.refused_table = Table(self._refused, theme, self.tr("Refused files"), {0: Look.WRAPPED})
        self.refused_table.horizontalHeader().hide()
        self.brought_table.set_widths(stretched=0)
        self.brought_table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.differing_table.set_widths(stretched=1)
        self.refused_table.set_widths(stretched=0)
        self._bringing = Section(self.brought_table)
        self._differences = Section(self.differing_table)
        self._refusals = Section(self.refused_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._refusals, self._bringing, self._differences):
            column.addWidget(section)
        self.clear()

    @property
    def stops(self) -> list[QWidget]:
        """The tables, in the order in which Tab leads to them."""
        return [self.refused_table, self.brought_table, self.differing_table]

    def clear(self) -> None:
        """Show nothing."""
        for section in (self._bringing, self._differences, self._refusals):
            section.hide()

    def show_report(self, report: MergeReport) -> None:
        """Show what files bring, or have brought."""
        refused = len(report.refused)
        words = self.tr("1 file is refused") if refused == 1 else self.tr("{count:,} files are refused")
        self._refusals.set_heading(words.format(count=refused))
        self._refused.show([_attention(self.tr("Refused"), problem.sentence) for problem in report.refused])
        self._refusals.setVisible(bool(refused))
        self._bringing.set_heading(report_in_words(report))
        self._brought.show([row for each in report.brought for row in _rows_of(each)])
        self._bringing.setVisible(bool(report.brought))
        differing = [(each.file, sentence) for each in report.brought for sentence in differences(each)]
        self._differing.show([_attention(self.tr("Differs"), *cells) for cells in differing])
        self.differing_table.setVisible(bool(differing))
        self._differences.set_heading(
            self.tr("Where they differ")
            if differing
            else self.tr("Nothing differs: the same project, codebook and sentences.")
        )
        self._differences.setVisible(bool(report.brought))
        QTimer.singleShot(0, self.differing_table, self.differing_table.fit)  # once its columns have their widths

    @property
    def conflicts(self) -> int:
        """How many differences are shown."""
        return len(self._differing.rows)


def _rows_of(brought: Contribution) -> list[Row]:
    figures = (
        brought.judgments,
        brought.known,
        len(brought.articles),
        brought.edits,
        brought.assignments,
        brought.names + brought.unions,
    )
    head = Row((brought.file, *(f"{count:,}" for count in figures)), bold=True)
    people = [
        Row((f"{_INDENT}{name}", f"{share.new:,}", f"{share.known:,}", *("",) * 4))
        for name, share in sorted(brought.people.items())
    ]
    return [head, *people]


def _attention(spoken: str, *cells: str) -> Row:
    return Row(cells, sign="attention", spoken=spoken)
