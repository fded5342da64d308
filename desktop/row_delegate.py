"""How the rows of a `RowList` are painted: the ground under them, and what all of them know."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme.tokens import Theme

_BAR = 3  # at the left of the open row


class RowDelegate(QStyledItemDelegate):
    """Rows end at the same place of `view`, with a scroll bar and without."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, ruled: bool = False) -> None:
        """Paint what tells the open row, the one under the mouse and the one in focus; `ruled`, with a line below."""
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.selected)
            painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), self._theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.hover)
        if ruled:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.border)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5 if ruled else -0.5))
