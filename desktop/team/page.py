"""A page over the workspaces: while it is there, no key judges. Esc leads back, once nothing runs any more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.export.fields import caption_label
from desktop.key_button import KeyButton
from desktop.scrolled import Scrolled
from desktop.tables.row_delegate import OVERHANG
from desktop.tables.table import Table, indented
from desktop.team.foot import Foot
from desktop.team.work import Work
from desktop.theme.style import set_role

if TYPE_CHECKING:
    from desktop.window import Window

FIELD_WIDTH = 500  # of a choice that stands alone
_WIDTH, _EDGE, _TOP = 960, 16, 24
_BETWEEN, _BELOW_HEADING = 26, 6
_DOES_IT = "file.write"  # whose keys press the button of the page, too


class TeamPage(QWidget):
    """Add widgets to `body`, and name those that Tab leads to in `stops`. `left`: the person has seen enough."""

    left = Signal()

    def __init__(self, window: Window, title: str, words: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        set_role(self, "paper")
        self._main = window
        self._session = window.session
        self.work = Work(window.session, window.jobs, self)
        self.back = KeyButton(self.tr("Back"), window.theme)
        self.back.setAutoDefault(True)
        self.foot = Foot(window.theme)
        self.body = QVBoxLayout()
        self._does_it = QShortcut(self)
        self._does_it.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._build_frame(title, words)
        self.back.clicked.connect(self.go_back)
        self.foot.wanted.connect(self.act)
        self.foot.cancel_wanted.connect(self.work.cancel)
        self.work.began.connect(self._show_running)
        self.work.progressed.connect(self.foot.show_progress)
        self.work.ended.connect(self._show_ended)
        self._does_it.activated.connect(self._press_button)
        window.session.closed.connect(self.forget)

    def _build_frame(self, title: str, words: str) -> None:
        name, below = QLabel(title), caption_label(words, "muted")
        set_role(name, "title")
        indented(name, below)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, OVERHANG, 0)
        head.addWidget(name, 1)
        head.addWidget(self.back)
        content = QWidget()
        set_role(content, "paper")
        self.body.setContentsMargins(0, 0, 0, _TOP)
        self.body.setSpacing(0)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        rule = QFrame()
        set_role(rule, "rule")
        indented(self.foot)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(_EDGE, _TOP, _EDGE, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(below)
        column.addSpacing(12)
        column.addWidget(Scrolled(content), 1)
        column.addWidget(rule)
        column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)  # all of the width, up to its own
        row.addStretch(1)

    # What a page says of itself

    def begin(self) -> None:
        """Show the project as it is now. Called when the page comes up."""
        raise NotImplementedError

    def act(self) -> None:
        """Do what the button at the foot says."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show nothing of the project that was closed."""
        self.foot.say("")
        self.foot.show_button()
        self.set_changeable(changeable=True)

    @property
    def stops(self) -> list[QWidget]:
        """The controls in the body, in the order in which Tab leads to them."""
        raise NotImplementedError

    # What the window asks for

    def take_focus(self) -> None:
        """Put the focus on the first control."""
        first = next((stop for stop in self._all_stops if stop.isVisibleTo(self) and stop.isEnabled()), self.back)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def go_back(self) -> None:
        """Leave the page; while something runs that keeps the file, ask it to stop, and stay."""
        if not self.work.is_running or not self.work.holding:
            self.left.emit()
        elif self.work.stoppable:
            self.foot.cancel.click()
        else:
            self._main.refuse(self._session.held)

    def cycle_panels(self) -> bool:
        """Put the focus from the body to the foot; return False when it was there, and goes to the header."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.take_focus()
            return True
        if self.foot.isAncestorOf(focused):
            return False
        target = self.foot.cancel if self.work.is_running else self.foot.button
        if not target.isEnabled() or not target.isVisible():
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def show_keys(self) -> None:
        """Show the keys that people use now."""
        commands = self._main.registry.by_id
        self._does_it.setKeys(commands[_DOES_IT].shortcuts())
        shown = self._main.registry.shown_keys
        self.back.set_key(shown["go.text"])
        self.foot.button.set_key(shown[_DOES_IT])

    def apply_theme(self) -> None:
        """Show everything in the window’s theme."""
        self.back.set_theme(self._main.theme)
        self.foot.set_theme(self._main.theme)
        for table in self.findChildren(Table):
            table.set_theme(self._main.theme)

    def order_tabs(self) -> None:
        """Let Tab lead through the body to the foot, and then to the way back."""
        for before, after in pairwise(self._all_stops):
            QWidget.setTabOrder(before, after)

    @property
    def _all_stops(self) -> list[QWidget]:
        return [*self.stops, *self.foot.stops, self.back]

    # Work

    def set_changeable(self, *, changeable: bool) -> None:
        """Let the controls of the body be used, or not: while something runs, they are asleep."""
        for stop in self.stops:
            if not isinstance(stop, Table):
                stop.setEnabled(changeable)

    def _show_running(self, title: str) -> None:
        loses_focus = any(stop.hasFocus() for stop in self._all_stops if not isinstance(stop, Table))
        self.foot.show_running(title, stoppable=self.work.stoppable)
        if loses_focus:
            target = self.foot.cancel if self.work.stoppable else self.back
            target.setFocus(Qt.FocusReason.TabFocusReason)
        self.set_changeable(changeable=False)

    def _show_ended(self) -> None:
        had_focus = self.foot.cancel.hasFocus() or QApplication.focusWidget() is None
        self.foot.show_button()
        self.set_changeable(changeable=True)
        if had_focus:
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_button(self) -> None:
        """Put the focus on the button at the foot, if it had to leave where it was for the work that ended."""
        if self.back.hasFocus() and self.foot.button.isEnabled():
            self.foot.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_button(self) -> None:
        if not self.work.is_running and self.foot.button.isEnabled():
            self.act()


class Section(QWidget):
    """A heading with what belongs below it."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        set_role(self._heading, "heading")
        indented(self._heading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _BETWEEN, 0, 0)
        self._column.setSpacing(_BELOW_HEADING)
        for widget in (self._heading, *widgets):
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the bottom."""
        self._column.addWidget(widget)

    def set_heading(self, words: str) -> None:
        """Call it so."""
        self._heading.setText(words)
