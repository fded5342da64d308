"""Every figure of a training as a table that can be copied. Opened when it is wanted."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.export.fields import caption_label, push_button
from desktop.tables.row_delegate import OVERHANG, PADDING
from desktop.tables.table import ListTable
from desktop.tables.text_model import Row, TextModel
from desktop.theme import fonts
from desktop.theme.icons import icon
from desktop.theme.tokens import Theme
from labeling.reporting.training import Training
from labeling.reporting.training_table import HEADINGS, WORDS, rows

_ABOVE, _HEIGHT, _ROW = 26, 360, 30
_MEASURED = 5  # of the longest texts of a column
_CHEVRON = QSize(12, 12)


class AllFigures(QWidget):
    """A row a figure, with six decimals, as programs read it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._training: Training | None = None
        self.opener = push_button(self.tr("All figures"), "fold")
        self.opener.setCheckable(True)
        self.opener.setIconSize(_CHEVRON)
        self.opener.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        figures = [place for place, heading in enumerate(HEADINGS) if heading not in WORDS]
        self._model = TextModel([heading.replace("_", " ") for heading in HEADINGS], figures, self, tips=True)
        self.table = ListTable(self._model, theme, self.tr("All figures"), height=_ROW)
        self.table.setFixedHeight(_HEIGHT)
        self._words = caption_label(self.tr("Ctrl+C copies the selected rows, or all, with their headings."))
        self._words.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        line = QHBoxLayout()
        line.setContentsMargins(OVERHANG - 4, 0, 0, 0)
        line.addWidget(self.opener)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._words)
        column.addWidget(self.table)
        self.opener.toggled.connect(self._open)
        self._open(opened=False)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.opener, self.table]

    def show_training(self, training: Training) -> None:
        """Show all figures of a training, as soon as they are looked at."""
        self._training = training
        if self.opener.isChecked():
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_chevron()

    def _open(self, opened: bool) -> None:
        if opened:
            self._fill()
        self.table.setVisible(opened)
        self._words.setVisible(opened)
        self._show_chevron()

    def _fill(self) -> None:
        if self._training is None:
            return
        found = list(rows(self._training))
        self._model.show([Row(cells) for cells in found])
        metrics = QFontMetricsF(fonts.interface())
        for column, cells in enumerate(zip(HEADINGS, *found, strict=True)):
            longest = sorted(set(cells), key=len)[-_MEASURED:]  # asking the table of every cell takes half a second
            wide = max(metrics.horizontalAdvance(text) for text in longest)
            self.table.setColumnWidth(column, math.ceil(wide) + 2 * PADDING + 1)

    def _show_chevron(self) -> None:
        opened = self.opener.isChecked()
        self.opener.setAccessibleDescription(self.tr("Open") if opened else self.tr("Folded away"))
        self.opener.setIcon(icon("chevron-down" if opened else "chevron-right", self._theme.muted))
