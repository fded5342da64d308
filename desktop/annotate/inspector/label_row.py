"""One label of the codebook: a legend, a button that toggles it, and one that sets just it and goes on."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import fonts
from desktop.theme.signs import key_cap_size, paint_chip, paint_key_cap, paint_underline
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Label

_EDGE, _GAP = 8, 10  # between the outline of a row and what is in it, and between the things in it
_EDGE_COMPACT, _GAP_COMPACT = 4, 5
_LEAST_NAME = 30  # narrower than this, only the letter is shown


class LabelRow(QWidget):
    """A label's two buttons; the one that toggles fills the row, the other lies over its right end."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.toggle = LabelToggle(label, theme, self)
        self.choose = SetAndGo(label, theme, self)
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.toggle.sizeHint() + QSize(self.choose.sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.toggle.minimumSizeHint() + QSize(self.choose.sizeHint().width(), 0)

    def set_on(self, on: bool) -> None:
        if self.toggle.isChecked() != on:
            self.toggle.setChecked(on)

    def set_compact(self, *, compact: bool) -> None:
        """Show keys and letter only, close together; or the name too."""
        self._compact = compact
        self.toggle.set_compact(compact=compact)
        self.choose.set_compact(compact=compact)
        self._place()

    def set_keys(self, toggle: str, choose: str) -> None:
        self.toggle.set_key(toggle)
        self.choose.set_key(choose)
        self._place()

    def set_theme(self, theme: Theme) -> None:
        self.toggle.set_theme(theme)
        self.choose.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.choose.sizeHint().width()
        left = self.toggle.minimumSizeHint().width() if self._compact else self.width() - width
        self.toggle.setGeometry(0, 0, left + width, self.height())
        self.toggle.reserve(width)
        self.choose.setGeometry(left, 0, width, self.height())


class _KeyedButton(QPushButton):
    """A painted button with a key. A click asks for a change, and does not make it: that is shown from outside."""

    focused = Signal()

    def __init__(self, label: Label, what: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._what = what.format(label=label.name)
        self._theme = theme
        self._key = ""
        self._edge, self._gap = _EDGE, _GAP
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_key(self, key: str) -> None:
        self._key = key
        self.setToolTip(f"{self._what} ({key})" if key else self._what)
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        self._edge, self._gap = (_EDGE_COMPACT, _GAP_COMPACT) if compact else (_EDGE, _GAP)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state to `setChecked`."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class LabelToggle(_KeyedButton):
    """Key, letter and name of a label, the name in its own underline; outlined and bold when the label is set."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, self.tr("Set “{label}”, or take it away"), theme, parent)
        self._reserved = 0
        self._suggested = False
        self.setCheckable(True)
        self.setAccessibleName(label.name)

    def reserve(self, width: int) -> None:
        """Keep the right end free for another control."""
        self._reserved = width

    def set_suggested(self, *, suggested: bool) -> None:
        """Say that the label is suggested, or no longer."""
        if suggested != self._suggested:
            self._suggested = suggested
            said = (self.tr("Suggested"), self.toolTip()) if suggested else (self.toolTip(),)
            self.setAccessibleDescription(". ".join(said))
            self.update()

    @property
    def said(self) -> str:
        """What stands at the right of the name; empty when nothing is said of the label."""
        if self.isChecked():
            return self.tr("Set")
        return self.tr("Suggested") if self._suggested else ""

    def sizeHint(self) -> QSize:
        if self._edge == _EDGE_COMPACT:
            return self.minimumSizeHint()
        name = QFontMetricsF(fonts.interface(weight=QFont.Weight.DemiBold)).horizontalAdvance(self._label.name)
        return self.minimumSizeHint() + QSize(self._gap + math.ceil(name) + 1, 0)

    def minimumSizeHint(self) -> QSize:
        signs = key_cap_size(self._key).width() + self._gap + METRICS.chip
        return QSize(self._edge + signs, METRICS.label_row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, right = float(self._edge), float(self.width() - self._reserved)
        if self._key:
            cap = key_cap_size(self._key)
            paint_key_cap(painter, self._box(left, cap.width(), cap.height()), self._key, self._theme, self._theme.text)
            left += cap.width() + self._gap
        paint_chip(
            painter, self._box(left, METRICS.chip, METRICS.chip), self._label, self._theme, filled=self.isChecked()
        )
        left += METRICS.chip + self._gap
        self._paint_words(painter, left, right)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)  # two set rows do not touch
        if self.isChecked():
            painter.setPen(QPen(self._theme.control, 1))
            painter.setBrush(self._theme.raised)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.hover)
        else:
            return
        painter.drawRoundedRect(box, METRICS.control_radius, METRICS.control_radius)

    def _paint_words(self, painter: QPainter, left: float, right: float) -> None:
        said = self.said
        small = fonts.interface(METRICS.small_size)
        room = QFontMetricsF(small).horizontalAdvance(said)
        font = fonts.interface(weight=QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        if right - left < _LEAST_NAME:
            return
        if said and metrics.horizontalAdvance(self._label.name) + self._gap + room <= right - left:
            painter.setFont(small)
            painter.setPen(self._theme.muted)
            painter.drawText(QRectF(right - room, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, said)
            right -= room + self._gap
        name = metrics.elidedText(self._label.name, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(self._theme.text)
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), name)
        colour = self._theme.of(self._label).solid
        width = METRICS.underline_width * self._theme.strong
        end = left + metrics.horizontalAdvance(name)
        paint_underline(painter, self._label.underline, left, end, baseline + 7, colour, width)

    def _box(self, left: float, width: float, height: float) -> QRectF:
        return QRectF(left, (self.height() - height) / 2, width, height)


class SetAndGo(_KeyedButton):
    """The key that sets just one label and goes to the next unjudged sentence."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, self.tr("Set just “{label}” and go to the next unjudged sentence"), theme, parent)
        self.setAccessibleName(self.tr("{label}, go on").format(label=label.name))

    def sizeHint(self) -> QSize:
        return QSize(key_cap_size(self._key).width() + self._gap + self._edge, METRICS.label_row)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._key:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = key_cap_size(self._key)
        box = QRectF(self._gap, (self.height() - cap.height()) / 2, cap.width(), cap.height())
        paint_key_cap(painter, box, self._key, self._theme, self._theme.text)
        if self.underMouse():
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                box.adjusted(-1.5, -1.5, 1.5, 1.5), METRICS.chip_radius + 1, METRICS.chip_radius + 1
            )
