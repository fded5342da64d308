"""The buttons that settle a sentence: as the majority, as one person, none applies, exclude."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.key_button import KeyButton
from desktop.theme.signs import key_cap_size
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.judgments import State, Verdict

_GAP = 6
_LEAST, _SIDE = 40, 11  # pixels of a button; of its padding with its outline
_PEOPLE_A_ROW = 3
_WITH_KEYS = 6  # people; the commands are as many


class Decisions(QWidget):
    """`as_person` carries the number of a column of votes, from 0. `rebuilt`: there are other buttons for people."""

    majority_chosen = Signal()
    none_chosen = Signal()
    exclude_chosen = Signal()
    as_person = Signal(int)
    rebuilt = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: Mapping[str, str] = {}
        self._names: tuple[str, ...] = ()
        self.majority = _DecisionButton(self.tr("Settle as the majority has it, go on"), theme)
        self.none = _DecisionButton(self.tr("None applies"), theme)
        self.exclude = _DecisionButton(self.tr("Exclude"), theme)
        self.people: list[KeyButton] = []
        self.majority.setCheckable(False)
        set_role(self.majority, "primary")
        for button, told in (
            (self.majority, self.majority_chosen),
            (self.none, self.none_chosen),
            (self.exclude, self.exclude_chosen),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(told)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.addWidget(self.majority, 0, 0, 1, 6)
        self._grid.addWidget(self.none, 1, 0, 1, 3)
        self._grid.addWidget(self.exclude, 1, 3, 1, 3)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)

    @property
    def all(self) -> list[QWidget]:
        """The buttons, in order."""
        return [self.majority, self.none, self.exclude, *self.people]

    def show_people(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer to settle as each of these has it: what they are called, in full and in few letters."""
        if tuple(short for _, short in names) == self._names:
            return
        self._names = tuple(short for _, short in names)
        for button in self.people:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.people = [self._made(place, *called) for place, called in enumerate(names)]
        a_row = min(_PEOPLE_A_ROW, max(len(names), 1))
        for place, button in enumerate(self.people):
            row, column = divmod(place, a_row)
            self._grid.addWidget(button, 2 + row, column * (6 // a_row), 1, 6 // a_row)
        self.set_keys(self._keys)
        self.rebuilt.emit()

    def _made(self, place: int, name: str, short: str) -> KeyButton:
        button = _DecisionButton(self.tr("As {name}").format(name=short), self._theme)
        button.setAccessibleName(self.tr("As {name}").format(name=name))
        button.setCheckable(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Settle what {name} said, and go on").format(name=name))
        button.clicked.connect(partial(self._settle_as, place))
        return button

    def _settle_as(self, place: int, _checked: bool = False) -> None:
        self.as_person.emit(place)

    def show_decision(self, gold: Verdict | None, *, has_majority: bool) -> None:
        """Show what the sentence is settled on, and whether there is a majority."""
        self.none.setChecked(gold is not None and gold.state is State.NONE)
        self.exclude.setChecked(gold is not None and gold.state is State.EXCLUDED)
        self.majority.setEnabled(has_majority)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of the commands."""
        self._keys = keys
        self.majority.set_key(keys.get("label.accept", ""))
        self.none.set_key(keys.get("label.none", ""))
        self.exclude.set_key(keys.get("label.exclude", ""))
        for place, button in enumerate(self.people[:_WITH_KEYS]):
            button.set_key(keys.get(f"review.as.{place + 1}", ""))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (self.majority, self.none, self.exclude, *self.people):
            button.set_theme(theme)


class _DecisionButton(KeyButton):
    """A button that is on or off. A click asks for a change, and does not make it: that is shown from outside.

    It takes the width that it is given: names can be long.
    """

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words, theme)
        self._words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_key(self, key: str) -> None:
        super().set_key(key)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _SIDE - (key_cap_size(self._key).width() + _SIDE if self._key else 0)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if words != self.text():
            self.setText(words)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state to `setChecked`."""
