"""The foot of a team page: what came of it, the button that does it, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.export.fields import push_button
from desktop.key_button import KeyButton
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme

_BUTTON_HEIGHT = 36
_WIDTH = 320


class Foot(QWidget):
    """Always in view. `wanted`, `cancel_wanted`, `link_wanted`: the button, Cancel or the link was pressed."""

    wanted = Signal()
    cancel_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.button = KeyButton("", theme, height=_BUTTON_HEIGHT)
        self.button.setAutoDefault(True)  # Enter presses it, too
        set_role(self.button, "primary")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.link = push_button("", "link")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._how_far = QLabel()
        self.cancel = push_button(self.tr("Cancel"))
        self._place = QStackedWidget()
        self._lay_out()
        self.button.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self._stop)
        self.link.clicked.connect(self.link_wanted)
        self.say("")

    def _lay_out(self) -> None:
        running = QWidget()
        far = QVBoxLayout()
        far.setSpacing(4)
        far.addWidget(self._how_far)
        far.addWidget(self._bar)
        beside = QHBoxLayout(running)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addLayout(far, 1)
        beside.addWidget(self.cancel)
        self._place.setFixedSize(_WIDTH, _BUTTON_HEIGHT)
        self._place.addWidget(self.button)
        self._place.addWidget(running)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 16)
        row.setSpacing(16)
        row.addWidget(self._said, 1)
        row.addWidget(self.link)
        row.addWidget(self._place)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.link, self.button, self.cancel]

    @property
    def said(self) -> str:
        """What is said of the last work."""
        return self._said.text()

    def offer(self, words: str, *, enabled: bool) -> None:
        """Say on the button what it does."""
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setEnabled(enabled)

    def show_running(self, title: str, *, stoppable: bool) -> None:
        """Show how far the work is in the place of the button, and the way to stop it if there is one."""
        self.say("")
        self._title = title
        self._how_far.setText(f"{title}…")
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self.cancel.setAccessibleName(self.tr("Cancel: {job}").format(job=title))
        self.cancel.setEnabled(True)
        self.cancel.setVisible(stoppable)
        self._place.setCurrentIndex(1)

    def show_progress(self, share: float) -> None:
        """Show how far the work is, as a share of 1."""
        percent = round(100 * share)
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)
        if self.cancel.isEnabled():
            self._how_far.setText(self.tr("{title}: {percent} %").format(title=self._title, percent=percent))

    def show_button(self) -> None:
        """Show the button again: the work has ended."""
        self._place.setCurrentIndex(0)

    def say(self, words: str, link: str = "", *, problem: bool = False) -> None:
        """Say what came of it, with a link to what can be done about it; empty takes it away."""
        set_role(self._said, "error" if problem else "heading" if link else "")
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self.link.setText(link)
        self.link.setAccessibleName(link)
        self.link.setVisible(bool(link))
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_theme(self, theme: Theme) -> None:
        self.button.set_theme(theme)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._how_far.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
