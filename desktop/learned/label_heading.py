"""The name of a label as a heading, with its letter before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from desktop.theme.signs import paint_chip
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Label

_AFTER_CHIP = 9


class LabelHeading(QLabel):
    """Without a letter where the codebook in use does not have the label."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label: Label | None = None
        set_role(self, "heading")

    def show_label(self, label: Label | None, name: str) -> None:
        """Call it so."""
        self._label = label
        self.setText(name)
        self.setContentsMargins(METRICS.chip + _AFTER_CHIP if label else 0, 0, 0, 0)
        self.setMinimumHeight(METRICS.chip)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._label is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - METRICS.chip) // 2
        paint_chip(painter, QRectF(0, top, METRICS.chip, METRICS.chip), self._label, self._theme, filled=True)
