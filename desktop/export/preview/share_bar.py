"""How the sentences are shared out over the parts, as one bar."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.export.preview.parts_model import percent, strength_of
from desktop.export.preview.parts_table import accent_of
from desktop.theme.tokens import Theme

_HEIGHT, _GAP, _RADIUS, _LEAST = 10, 2, 3, 3


class ShareBar(QWidget):
    """Says the same in words to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: dict[str, int] = {}
        self._stale = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def show_parts(self, parts: Mapping[str, int]) -> None:
        """Show the sentences of each part."""
        self._parts = dict(parts)
        total = sum(parts.values())
        shares = [f"{name} {percent(count / total)}" for name, count in parts.items() if total]
        words = self.tr("Share of the sentences: {shares}").format(shares=", ".join(shares))
        self.setAccessibleName(words)
        self.setToolTip(", ".join(shares))
        self.update()

    def set_stale(self, stale: bool) -> None:
        self._stale = stale
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        total = sum(self._parts.values())
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        margins, shown = self.contentsMargins(), sum(count > 0 for count in self._parts.values())
        left = float(margins.left())
        room = self.width() - left - margins.right() - _GAP * (shown - 1)
        for place, count in enumerate(self._parts.values()):
            if not count:
                continue
            colour = accent_of(self._theme, strength_of(place, len(self._parts)))
            if self._stale:
                colour.setAlphaF(colour.alphaF() * 0.4)
            width = max(float(_LEAST), room * count / total)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, 0, width, _HEIGHT), _RADIUS, _RADIUS)
            left += width + _GAP
