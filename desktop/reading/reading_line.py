"""Scrolling that keeps the current sentence at one height of the view, also when the text is laid out anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollBar

from desktop.reading.lines import LineBox
from desktop.reading.page import Page
from desktop.theme.tokens import METRICS

_AIR = 12  # between a long sentence and the edges of the view


def reading_line_value(boxes: Sequence[LineBox], height: int) -> int:
    """Return how far to scroll so that a sentence's first line is on the reading line of a view of that height.

    A sentence that would not end inside of the view begins higher, as far as its beginning stays in view.
    """
    on_line = boxes[0].middle - height * METRICS.reading_line_at
    whole = boxes[-1].bottom + _AIR - height
    highest = boxes[0].top - _AIR - METRICS.title_bar
    return max(0, round(min(max(on_line, whole), highest)))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What of a page keeps its height in the view: a sentence at `y`, or on the reading line where `y` is None.

    Without a sentence it is the place at the top edge, as `share_at` gives it.
    """

    index: int | None
    y: float | None
    share: float


def anchor_of(page: Page, current: int | None, value: int, height: int) -> Anchor:
    """Return what to hold on to while a page, scrolled to `value`, is laid out anew: the current sentence, if seen."""
    share = share_at(page, value)
    if current is None or not page.boxes(current):
        return Anchor(None, None, share)
    boxes = page.boxes(current)
    if abs(reading_line_value(boxes, height) - value) <= 1:
        return Anchor(current, None, share)
    y = boxes[0].middle - value
    return Anchor(current if 0 <= y <= height else None, y, share)


def anchored_value(page: Page, anchor: Anchor, height: int) -> int:
    """Return how far to scroll for an anchor to be where it was."""
    if anchor.index is None or not page.boxes(anchor.index):
        return value_at(page, anchor.share)
    boxes = page.boxes(anchor.index)
    return reading_line_value(boxes, height) if anchor.y is None else max(0, round(boxes[0].middle - anchor.y))


def share_at(page: Page, value: int) -> float:
    """Return the place at the top edge of the view as a number that holds for every size of view and text.

    i + f is the point a share f of the way from the first line of sentence i to that of the next. −1 is the top of the
    page.
    """
    near = list(page.visible_at(value))
    index = max((index for index in near if _height(page, index) <= value), default=near[0] - 1 if near else -1)
    if index < 0:
        return -1 + (value / _height(page, 0) if page.sentences else 0.0)
    top, bottom = _height(page, index), _next_height(page, index)
    return index + min((value - top) / (bottom - top), 0.999)


def value_at(page: Page, share: float) -> int:
    """Return how far to scroll for a place that `share_at` gave; places after the end of the page are its end."""
    if not page.sentences or share <= -1:
        return 0
    if share < 0:
        return round((share + 1) * _height(page, 0))
    index = min(int(share), len(page.sentences) - 1)
    top, bottom = _height(page, index), _next_height(page, index)
    return round(top + (share - index) * (bottom - top))


class Scroller(QObject):
    """Moves a scroll bar: softly, but at once while moves come faster than that or motion is not wanted."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._animation = QPropertyAnimation(bar, b"value", self)
        self._animation.setDuration(METRICS.scroll_ms)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)

    def go(self, value: int) -> None:
        """Scroll to a value; to the bar's end when it is beyond."""
        hurried = self.stop()
        if hurried or not self._bar.isVisible() or motion_is_reduced():
            self._bar.setValue(value)
        elif value != self._bar.value():
            self._animation.setStartValue(self._bar.value())
            self._animation.setEndValue(value)
            self._animation.start()

    def stop(self) -> bool:
        """Stay where the bar is. Return whether it was moving."""
        moving = self._animation.state() is QPropertyAnimation.State.Running
        self._animation.stop()
        return moving


def motion_is_reduced() -> bool:
    """Return whether the desktop asks programs not to move things."""
    # Qt says so from 6.12 on; asked for by name, the property is simply absent before.
    hints = QGuiApplication.styleHints()  # held, or what it gives is gone
    preference = hints.accessibility().property("motionPreference")
    return getattr(preference, "name", "") == "ReducedMotion"


def _height(page: Page, index: int) -> float:
    boxes = page.boxes(index)
    return boxes[0].baseline if boxes else 0.0


def _next_height(page: Page, index: int) -> float:
    """Return the height at which the next sentence on another line begins; after the last one, where it ends."""
    height = _height(page, index)
    for later in range(index + 1, len(page.sentences)):
        if _height(page, later) > height:
            return _height(page, later)
    boxes = page.boxes(index)
    return boxes[-1].bottom if boxes else height + 1
