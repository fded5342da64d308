"""The workspaces in the middle of the header: one segment each, the one that is shown raised."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.key_button import KeyButton
from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.words import translate
from desktop.workspaces import TITLES, Workspace

_HEIGHT = 26
_AROUND = 3
_SIDES, _BEFORE_KEY = 26, 4


class Switcher(QWidget):
    """`wanted` carries the Workspace that the person asks for; what is shown is said from outside."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Workspaces"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, "switcher")
        titles = {which: translate("workspaces", TITLES[which]) for which in Workspace}
        self.segments = {which: KeyButton(words, theme, cap=False, height=_HEIGHT) for which, words in titles.items()}
        self._keys: dict[Workspace, str] = {}
        self._narrow = False
        row = QHBoxLayout(self)
        row.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        row.setSpacing(2)
        for which, segment in self.segments.items():
            segment.setCheckable(True)
            set_role(segment, "segment")
            segment.clicked.connect(partial(self._ask, which))
            row.addWidget(segment)
        self._fit()

    def show_workspace(self, shown: Workspace) -> None:
        """Raise the segment of the workspace that is shown."""
        for which, segment in self.segments.items():
            segment.setChecked(which is shown)
            font = fonts.interface(weight=QFont.Weight.DemiBold if which is shown else QFont.Weight.Normal)
            segment.setFont(font)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands."""
        self._keys = {which: keys[f"go.{which.value}"] for which in self.segments}
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Show names without keys, or with them."""
        self._narrow = narrow
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        for segment in self.segments.values():
            segment.set_theme(theme)

    def _ask(self, which: Workspace) -> None:
        segment = self.segments[which]
        segment.setChecked(not segment.isChecked())  # the click has toggled it
        self.wanted.emit(which)

    def _fit(self) -> None:
        """Give each segment the width of its bold name, so that nothing moves when another one is raised."""
        for which, segment in self.segments.items():
            key = "" if self._narrow else self._keys.get(which, "")
            segment.set_key(key)
            segment.setAccessibleDescription(self._keys.get(which, ""))
            name = QFontMetrics(fonts.interface(weight=QFont.Weight.DemiBold)).horizontalAdvance(segment.text())
            beside = QFontMetrics(fonts.key_cap()).horizontalAdvance(key) + _BEFORE_KEY if key else 0
            segment.setFixedWidth(name + beside + _SIDES)
