"""What would be written, from top to bottom, and the releases that were."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.export.preview.figures import Figures
from desktop.export.preview.findings import Findings
from desktop.export.preview.sample import Sample
from desktop.scrolled import Scrolled
from desktop.tables.row_delegate import OVERHANG
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.codebooks import Codebook
from labeling.operations.previewing import Preview

_EDGE, _EDGE_NARROW = 32, 20
_TOP, _BOTTOM = 24, 32
_COLUMNS_FROM = 680  # pixels; in less, the two lists lie one below the other


class PreviewPage(Scrolled):
    """`reason_wanted` carries the Reason whose sentences are to be listed."""

    reason_wanted = Signal(object)

    def __init__(self, theme: Theme, releases: QWidget, parent: QWidget | None = None) -> None:
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        super().__init__(page, parent)
        self.setAccessibleName(self.tr("What will be written"))
        self.figures, self.findings, self.sample = Figures(theme), Findings(theme), Sample(theme)
        for widget in (self, page):
            set_role(widget, "paper")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        for section in (self.figures, self.findings, self.sample, releases):
            self._column.addWidget(section)
        self._column.addStretch(1)
        self.verticalScrollBar().rangeChanged.connect(self._fit_edges)
        self.findings.reason_wanted.connect(self.reason_wanted)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.figures.table, *self.findings.tables, self.sample.view]

    def show_preview(self, preview: Preview, codebook: Codebook) -> None:
        """Show what would be written."""
        self.set_stale(False)
        self.figures.show_preview(preview, codebook)
        self.findings.show_preview(preview)
        self.sample.show_preview(preview)

    def show_counting(self) -> None:
        """Say that it takes a while to know what holds."""
        self.set_stale(True)
        self.figures.show_counting()

    def clear(self) -> None:
        """Show nothing, as before anything is counted."""
        for section in (self.figures, self.findings, self.sample):
            section.clear()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be counted; what is shown no longer holds."""
        self.set_stale(True)
        self.figures.show_problem(sentence)

    def show_folder(self, folder: Path) -> None:
        """Show the name of the folder."""
        self.sample.show_folder(folder)

    def set_stale(self, stale: bool) -> None:
        """Grey what no longer holds."""
        self.figures.set_stale(stale)
        self.findings.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        for section in (self.figures, self.findings, self.sample):
            section.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_edges()
        self.findings.set_narrow(narrow=self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _COLUMNS_FROM

    def _fit_edges(self) -> None:
        """Keep the right edge where it is when the scroll bar comes."""
        side = (_EDGE_NARROW if self._is_narrow else _EDGE) - OVERHANG
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(side, _TOP, max(OVERHANG, side - taken), _BOTTOM)
