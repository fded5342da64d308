"""The article's title over the top edge of the column, once the title itself has scrolled out."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import fonts
from desktop.theme.tokens import METRICS, Theme

_SIDE, _BETWEEN = 24, 10


class TitleBar(QWidget):
    """One line, elided. It lies over the text and moves nothing."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._origin = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the wheel turns the text below it
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_title(self, title: str, origin: str) -> None:
        """Show a title and, if there is room, where the article comes from."""
        self._title = " ".join(title.split())
        self._origin = origin
        self.setAccessibleName(self._title)
        self.update()

    @property
    def title(self) -> str:
        return self._title

    def covers(self, y: float) -> bool:
        """Return whether the text at a height of the view is hidden."""
        return self.isVisible() and y < self.height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.paper)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.border)
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, -1)
        bold = fonts.interface(METRICS.interface_size, QFont.Weight.DemiBold)
        used = self._paint(painter, self._title, room, bold, self._theme.text)
        rest = room.adjusted(used + _BETWEEN, 0, 0, 0)
        if QFontMetrics(fonts.interface()).horizontalAdvance(self._origin) <= rest.width():
            self._paint(painter, self._origin, rest, fonts.interface(), self._theme.muted)

    @staticmethod
    def _paint(painter: QPainter, text: str, room: QRect, font: QFont, colour: QColor) -> int:
        metrics = QFontMetrics(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        return metrics.horizontalAdvance(elided)
