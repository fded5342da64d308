"""What is left out and why, what was checked before writing, and warnings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.export.words import reason_in_words
from desktop.tables.row_delegate import Look
from desktop.tables.table import Table, indented
from desktop.tables.text_model import Row, TextModel
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.export.gold import Reason
from labeling.operations.previewing import Check, Preview

_BETWEEN_COLUMNS = 24
_ABOVE, _BELOW = 26, 6


class Findings(QWidget):
    """`reason_wanted` carries the Reason whose sentences are to be listed."""

    reason_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = TextModel(("", "", ""), (1, 2), self)
        self._checks, self._cautions = TextModel(("",), (), self), TextModel(("",), (), self)
        self._left_out, self._warned = QLabel(), QLabel()
        links = {0: Look.WRAPPED, 2: Look.LINK}
        self._reasons_table = Table(self._reasons, theme, self.tr("Left out"), links)
        self._checks_table = Table(self._checks, theme, self.tr("Checked before writing"), {0: Look.WRAPPED})
        self._cautions_table = Table(self._cautions, theme, self.tr("Warnings"), {0: Look.WRAPPED})
        self._reasons_table.setAccessibleDescription(self.tr("Enter lists the sentences"))
        self._reasons_table.chosen.connect(self._choose)
        for table in self.tables:
            table.horizontalHeader().hide()
            table.set_widths(stretched=0)
        checked = QLabel(self.tr("Checked before writing"))
        self._about_left_out = _section(self._left_out, self._reasons_table)
        self._about_checks = _section(checked, self._checks_table)
        self._about_cautions = _section(self._warned, self._cautions_table)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addWidget(self._about_left_out, 1)
        self._columns.addWidget(self._about_checks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._columns)
        column.addWidget(self._about_cautions)
        self.set_narrow(narrow=False)
        self.clear()

    @property
    def tables(self) -> tuple[Table, Table, Table]:
        """The tables, in the order in which Tab leads to them."""
        return self._reasons_table, self._checks_table, self._cautions_table

    def clear(self) -> None:
        """Show nothing."""
        for section in (self._about_left_out, self._about_checks, self._about_cautions):
            section.hide()

    def show_preview(self, preview: Preview) -> None:
        """Show what was found out."""
        left = {reason: count for reason, count in preview.left_out.items() if count}
        self._left_out.setText(self.tr("Left out: {count:,}").format(count=sum(left.values())))
        show = self.tr("Show")
        rows = [Row((reason_in_words(reason), f"{count:,}", show), reason) for reason, count in left.items()]
        self._reasons.show(rows or [Row((self.tr("Nothing"), "", ""))])
        self._about_left_out.setVisible(preview.articles > 0)
        written = preview.total.sentences > 0
        self._checks.show([self._check_row(check) for check in preview.checks])
        self._about_checks.setVisible(written and bool(preview.checks))
        checked = {check.sentence for check in preview.checks}
        cautions = [caution for caution in preview.cautions if caution not in checked]
        self._warned.setText(self.tr("Warnings: {count}").format(count=len(cautions)))
        self._cautions.show([Row((words,), sign="attention", spoken=self.tr("Warning")) for words in cautions])
        self._about_cautions.setVisible(written and bool(cautions))

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        for table in self.tables:
            table.set_stale(stale)
        for heading in (self._left_out, self._warned):
            set_role(heading, "stale" if stale else "heading")

    def set_theme(self, theme: Theme) -> None:
        for table in self.tables:
            table.set_theme(theme)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay the two lists one below the other, or side by side."""
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._columns.setSpacing(0 if narrow else _BETWEEN_COLUMNS)

    def _choose(self, reason: object) -> None:
        if reason:
            self.reason_wanted.emit(Reason(str(reason)))  # Qt hands back the text of it

    def _check_row(self, check: Check) -> Row:
        words = check.sentence.rstrip(".")
        if check.passed:
            return Row((words,), sign="check", spoken=self.tr("As it should be"))
        return Row((words,), sign="attention", spoken=self.tr("Look at this"))


def _section(heading: QLabel, table: Table) -> QWidget:
    set_role(heading, "heading")
    indented(heading)
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, _ABOVE, 0, 0)
    column.setSpacing(_BELOW)
    column.addWidget(heading)
    column.addWidget(table)
    column.addStretch(1)
    return section
