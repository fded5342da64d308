"""A part of the workspace that scrolls, and in which the focus is never out of sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_ROOM = 12  # kept above and below what has the focus


class Block(QWidget):
    """Comes into view as a whole when a control in it gets the focus: with what it is called, and what it does."""


class Scrolled(QScrollArea):
    """Scrolls its content up and down; what gets the focus by the keyboard comes into view."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show_rect(self, widget: QWidget, rect: QRect) -> None:
        """Scroll until a part of a widget in the content is in view, as far as that is needed."""
        content = self.widget()
        if content is None or not content.isAncestorOf(widget):
            return
        top = widget.mapTo(content, rect.topLeft()).y() - _ROOM
        bottom = top + rect.height() + 2 * _ROOM
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or rect.height() + 2 * _ROOM > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            around = now.parentWidget()
            whole = around if isinstance(around, Block) else now
            self.show_rect(whole, whole.rect())
