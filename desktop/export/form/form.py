"""The form: the choices scroll, the folder and the button stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.export.form.foot import Foot
from desktop.export.form.main_choices import MainChoices
from desktop.export.form.more_options import MoreOptions
from desktop.export.form.split_choice import Way
from desktop.export.memory import as_state, options_in
from desktop.scrolled import Scrolled
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Codebook
from labeling.export.options import Options

_WIDTH, _WIDTH_NARROW, _WIDTH_SMALL = 400, 340, 304
_EDGE, _BOTTOM = 24, 16
_BETWEEN = 16


class Form(QWidget):
    """`changed`: something else is chosen that decides what is written."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Choices"))
        set_role(self, "panel")
        self._known = Options()
        self._showing = False
        self._main = MainChoices()
        self._more = MoreOptions(theme)
        self.foot = Foot(theme)
        self._content = QWidget()
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self._content, "panel")
        self._scrolled = Scrolled(self._content)
        self._lay_out()
        self._connect()
        self.set_narrow(METRICS.fold_list_below)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Export"))
        set_role(title, "title")
        self._inside = QVBoxLayout(self._content)
        self._inside.setContentsMargins(_EDGE, _EDGE, _EDGE, _BOTTOM)
        self._inside.setSpacing(_BETWEEN)
        for widget in (title, self._main, self._more):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        for part in (self._main, self._more):
            part.changed.connect(self._follow)
        self._scrolled.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._more.opener.toggled.connect(self._show_more)
        self.foot.folder.changed.connect(self._name_release)

    @property
    def options(self) -> Options:
        """What is chosen. Refused, with a sentence for the person, when something can’t be read."""
        return self._more.read(self._main.read(Options()))

    @property
    def release(self) -> str:
        """The name for the release that was typed; empty for that of the folder."""
        return self._more.name.text().strip()

    @property
    def first(self) -> QWidget:
        """The control at the top."""
        return self._main.format

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [*self._main.stops, *self._more.stops, *self.foot.stops]

    def clear_release(self) -> None:
        """Forget the name of a release that is made."""
        self._more.name.clear()

    def state(self) -> dict[str, Any]:
        """Return what is chosen, for `restore`."""
        return as_state(self._known, is_open=self._more.opener.isChecked())

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what was chosen in a project; the usual choices in a new one."""
        self._known = options_in(state)
        self._showing = True
        self.offer((), (), ())
        self._main.show_options(self._known)
        self._more.show_options(self._known)
        self._more.name.clear()
        self._more.opener.setChecked(state.get("more") is True)
        self._showing = False
        self._follow_split()

    def offer(self, fields: Iterable[str], lines: Sequence[str], versions: Sequence[Codebook]) -> None:
        """Offer fields to balance over, lines of earlier releases, and versions of the codebook, that in use first."""
        self._more.offer(fields, lines)
        self._more.versions.set_versions(versions)

    def keep(self, options: Options) -> None:
        """Remember choices that could be read."""
        self._known = options

    def set_narrow(self, window_width: int) -> None:
        """Leave room for the preview in a window of this width."""
        narrow = _WIDTH_NARROW if window_width >= METRICS.fold_inspector_below else _WIDTH_SMALL
        self.setFixedWidth(_WIDTH if window_width >= METRICS.fold_list_below else narrow)

    def set_theme(self, theme: Theme) -> None:
        self._more.set_theme(theme)
        self.foot.set_theme(theme)

    def _follow(self) -> None:
        if not self._showing:
            self._follow_split()
            self.foot.clear_problem()
            self.changed.emit()

    def _follow_split(self) -> None:
        reasons = {
            Way.TIME: self.tr("A split by time can’t be balanced."),
            Way.NONE: self.tr("There is only one part."),
        }
        way = self._main.split.way
        self._more.let_balance(way not in reasons, reasons.get(way, ""))

    def _make_room(self, _least: int, most: int) -> None:
        """Keep the fields where they are when the scroll bar comes, and draw a line where they scroll away."""
        bar = self._scrolled.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self._inside.setContentsMargins(_EDGE, _EDGE, _EDGE - bar, _BOTTOM)
        self.foot.set_ruled(most > 0)

    def _show_more(self, is_open: bool) -> None:
        if is_open and not self._showing:
            QTimer.singleShot(0, self, lambda: self._scrolled.show_rect(self._more, self._more.rect()))  # once laid out

    def _name_release(self) -> None:
        self._more.name.setPlaceholderText(self.foot.folder.name.text().strip())
