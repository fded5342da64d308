"""Where list, text and inspector stand, in a window of any width."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS


class Panels(QWidget):
    """List, text and inspector side by side.

    `widths` are the usual pixels of list and inspector, and how wide the inspector is at most while the list is folded.

    In a narrow window the list folds away and opens over the text; in a very narrow one the inspector lies under the
    text, after `set_strip` was told so. `folded` tells whether the list is away.
    """

    folded = Signal(bool)

    def __init__(
        self,
        listing: QWidget,
        text: QWidget,
        inspector: QWidget,
        set_strip: Callable[..., None],
        widths: tuple[int, int, int] = (METRICS.article_list, METRICS.inspector, METRICS.inspector_folded),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._list = listing
        self._inspector = inspector
        self._set_strip = set_strip
        self._text = text
        self._is_folded = False
        self._is_strip = False
        self._widths = {"list": widths[0], "inspector": widths[1]}
        self._most_when_folded = widths[2]
        self._widths_elsewhere: dict[str, dict[str, int]] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (listing, text, inspector):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(self._splitter.indexOf(text), 1)
        self._splitter.splitterMoved.connect(self._remember_widths)
        self._rule = QFrame()
        set_role(self._rule, "rule")
        self._edge = QWidget(self)  # of the list where it lies over the text
        self._edge.setAutoFillBackground(True)
        self._edge.setBackgroundRole(QPalette.ColorRole.Dark)
        self._edge.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._splitter, 1)
        self._column.addWidget(self._rule)
        self._rule.hide()

    @property
    def list_folded(self) -> bool:
        return self._is_folded

    @property
    def widths(self) -> dict[str, dict[str, int]]:
        """Pixels of list and inspector by the width of the screen, as the person has set them."""
        return {**self._widths_elsewhere, self._screen_width(): dict(self._widths)}

    def set_widths(self, by_screen: Mapping[str, Mapping[str, int]]) -> None:
        """Give list and inspector the widths that they have on a screen like this one; within their bounds."""
        self._widths_elsewhere = {screen: dict(widths) for screen, widths in by_screen.items()}
        known = self._widths_elsewhere.get(self._screen_width(), {})
        self._widths |= {name: width for name, width in known.items() if name in self._widths}
        self._apply_widths()

    def arrange(self, window_width: int) -> None:
        """Fold and unfold as a window of this width needs it."""
        fold = window_width < METRICS.fold_list_below
        strip = window_width < METRICS.fold_inspector_below
        if fold != self._is_folded:
            self._fold(fold=fold)
        if strip != self._is_strip:
            self._lay_inspector(below=strip)

    def show_list(self) -> None:
        """Open the folded list over the text."""
        if self._is_folded:
            self._place_list()
            for widget in (self._list, self._edge):
                widget.show()
                widget.raise_()

    def hide_list(self) -> None:
        """Close the list that lies over the text."""
        if self._is_folded:
            self._list.hide()
            self._edge.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_folded:
            self._place_list()

    def _fold(self, *, fold: bool) -> None:
        self._is_folded = fold
        self._list.setVisible(not fold)
        self._edge.hide()
        if fold:
            self._list.setParent(self)
            self._place_list()
        else:
            self._splitter.insertWidget(0, self._list)
            self._list.show()
        self._apply_widths()
        self.folded.emit(fold)

    def _lay_inspector(self, *, below: bool) -> None:
        self._is_strip = below
        self._set_strip(strip=below)
        self._rule.setVisible(below)
        if below:
            self._column.addWidget(self._inspector)
        else:
            self._splitter.addWidget(self._inspector)
            self._apply_widths()
        self._inspector.show()

    def _place_list(self) -> None:
        width, height = self._widths["list"], self._splitter.height()
        self._list.setGeometry(0, 0, width, height)
        self._edge.setGeometry(width, 0, 1, height)

    def _screen_width(self) -> str:
        return str(self.screen().size().width())

    def _apply_widths(self) -> None:
        widths = []
        for place in range(self._splitter.count()):
            widget = self._splitter.widget(place)
            name = "list" if widget is self._list else "inspector" if widget is self._inspector else ""
            width = self._widths.get(name, 0)
            widths.append(min(width, self._most_when_folded) if self._is_folded else width)
        rest = max(0, self._splitter.width() - sum(widths))
        self._splitter.setSizes([width or rest for width in widths])

    def _remember_widths(self) -> None:
        if not self._is_folded:
            self._widths = {"list": self._list.width(), "inspector": self._inspector.width()}
