"""The views of Review: figures, what is open, what is settled; and the segments that lead from one to another."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.words import marked, translate

_AROUND, _SIDES = 3, 26


class View(StrEnum):
    """What Review can show."""

    AGREEMENT = "agreement"
    DISAGREEMENTS = "disagreements"
    SETTLED = "settled"


_TITLES = {
    View.AGREEMENT: marked("views", "Agreement"),
    View.DISAGREEMENTS: marked("views", "Disagreements"),
    View.SETTLED: marked("views", "Settled"),
}


class ViewSwitch(QWidget):
    """`wanted` carries the View that the person asks for; what is shown is said from outside."""

    wanted = Signal(object)

    def __init__(self, views: Iterable[View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Views of Review"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(self, "switcher")
        self.segments = {view: QPushButton() for view in views}
        row = QHBoxLayout(self)
        row.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        row.setSpacing(2)
        for view, segment in self.segments.items():
            segment.setCheckable(True)
            segment.setAutoDefault(True)
            set_role(segment, "segment")
            segment.clicked.connect(partial(self._ask, view))
            row.addWidget(segment, 1)
        self.show_counts({})

    def show_view(self, shown: View) -> None:
        """Raise the segment of the view that is shown."""
        for view, segment in self.segments.items():
            segment.setChecked(view is shown)
            segment.setFont(fonts.interface(weight=QFont.Weight.DemiBold if view is shown else QFont.Weight.Normal))

    def show_counts(self, counts: dict[View, int]) -> None:
        """Show how many sentences there are in some of the views."""
        metrics = QFontMetrics(fonts.interface(weight=QFont.Weight.DemiBold))
        for view, segment in self.segments.items():
            title = translate("views", _TITLES[view])
            words = f"{title} {counts[view]:,}" if view in counts else title
            segment.setText(words)
            segment.setAccessibleName(words)
            segment.setMinimumWidth(metrics.horizontalAdvance(words) + _SIDES)

    def _ask(self, view: View) -> None:
        segment = self.segments[view]
        segment.setChecked(not segment.isChecked())  # the click has toggled it
        self.wanted.emit(view)
