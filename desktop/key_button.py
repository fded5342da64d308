"""A button that shows its key beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from desktop.theme import fonts
from desktop.theme.signs import key_cap_size, paint_key_cap
from desktop.theme.tokens import METRICS, Theme

_MARGIN = 12
_GAP = 10


class KeyButton(QPushButton):
    """A button with its words at the left and its key at the right, as a cap or as plain small letters."""

    def __init__(
        self, words: str, theme: Theme, *, cap: bool = True, muted: bool = False, height: int = METRICS.row - 2
    ) -> None:
        super().__init__(words)
        self._theme = theme
        self._cap = cap
        self._key = ""
        ink = "color: palette(placeholder-text);" if muted else ""
        self.setStyleSheet(f"text-align: left; min-height: {height - 2}px; {ink}")
        self.setAccessibleName(words)

    def set_key(self, key: str) -> None:
        """Show another key; empty shows none."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._key_width() + _GAP if self._key else 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = METRICS.key_cap
        rect = QRect(
            self.width() - _MARGIN - self._key_width(), (self.height() - height) // 2, self._key_width(), height
        )
        if not self._cap:
            painter.setFont(fonts.key_cap())
            painter.setPen(self._theme.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)
        elif self.property("role") == "primary" and self.isEnabled():
            self._paint_on_accent(painter, QRectF(rect))
        else:
            ink = self._theme.text if self.isEnabled() else self._theme.muted
            paint_key_cap(painter, QRectF(rect), self._key, self._theme, ink)

    def _paint_on_accent(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self._theme.on_accent, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.chip_radius, METRICS.chip_radius)
        painter.setFont(fonts.key_cap())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self) -> int:
        if self._cap:
            return key_cap_size(self._key).width()
        return QFontMetrics(fonts.key_cap()).horizontalAdvance(self._key)
