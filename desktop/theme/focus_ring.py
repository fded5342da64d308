"""The ring round the control that has the focus, drawn only when the keyboard brought it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from desktop.theme.tokens import METRICS

_GAP = 2  # between a control and its ring
# Text fields show the focus at their own edge, menus by their selection, the reading column by the current sentence.
_SHOW_FOCUS_THEMSELVES = (QLineEdit, QAbstractSpinBox, QComboBox, QMenu, QMenuBar, QAbstractScrollArea)
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange})


def show_focus() -> None:
    """Show where the focus is after another key has moved it: Qt takes note of Tab and the arrow keys alone."""
    app, focused = QApplication.instance(), QApplication.focusWidget()
    if isinstance(app, QApplication) and focused is not None:
        focused.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        app.focusChanged.emit(None, focused)


class FocusRing(QObject):
    """Follows the application's focus and keeps a ring round it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._colour = QColor()
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        if self._ring is not None and isValid(self._ring):
            self._ring.colour = colour

    @property
    def target(self) -> QWidget | None:
        """The control that has a ring at this moment."""
        return self._ring.target if self._ring is not None and isValid(self._ring) else None

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is not None and _wants_ring(now):
            self._ring = _Ring(now, self._colour)


class _Ring(QWidget):
    """A transparent widget over one control and a few pixels round it."""

    def __init__(self, target: QWidget, colour: QColor) -> None:
        self._stage = _stage(target)
        super().__init__(self._stage)
        self.target = target
        self.colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget: QWidget | None = target
        while widget is not None and widget is not self._stage:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = METRICS.ring_width
        painter.setPen(QPen(self.colour, width))
        radius = METRICS.control_radius + _GAP
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius
        )

    def _place(self) -> None:
        reach = 0 if isinstance(self.target, QAbstractItemView) else _GAP + METRICS.ring_width
        corner = self.target.mapTo(self._stage, QPoint(0, 0))
        self.setGeometry(QRect(corner, self.target.size()).adjusted(-reach, -reach, reach, reach))
        self.setVisible(self.target.isVisible())
        self.raise_()


def _wants_ring(widget: QWidget) -> bool:
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keyboard and (isinstance(widget, QAbstractItemView) or not isinstance(widget, _SHOW_FOCUS_THEMSELVES))


def _stage(widget: QWidget) -> QWidget:
    """Return what a ring is drawn in: the scrolled content that holds the control, which clips it, else the window."""
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return child if child is not widget else parent
        child, parent = parent, parent.parentWidget()
    return widget.window()
