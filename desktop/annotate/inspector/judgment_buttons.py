"""The four buttons below the labels: none applies, exclude, unsure, comment."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.key_button import KeyButton
from desktop.theme.tokens import Theme
from labeling.domain.judgments import State, Verdict

_GAP = 6
_KEYS = {"label.none": "0", "label.exclude": "X", "label.unsure": "U", "label.comment": "C"}


class JudgmentButtons(QWidget):
    """Each of the four tells that it was clicked; `show_verdict` says which of them are on."""

    none_chosen = Signal()
    exclude_chosen = Signal()
    unsure_toggled = Signal()
    comment_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = _StateButton(self.tr("None applies"), self.tr("Say that no label applies, and go on"), theme)
        self.exclude = _StateButton(self.tr("Exclude"), self.tr("Say that this is not prose, and go on"), theme)
        self.unsure = _StateButton(self.tr("Unsure"), self.tr("Flag the sentence, or take the flag away"), theme)
        self.comment = _StateButton(self.tr("Comment"), self.tr("Write a comment; Esc returns to the text"), theme)
        self._by_action = dict(zip(_KEYS, (self.none, self.exclude, self.unsure, self.comment), strict=True))
        told = (self.none_chosen, self.exclude_chosen, self.unsure_toggled, self.comment_wanted)
        for button, signal in zip(self._by_action.values(), told, strict=True):
            button.clicked.connect(signal)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.set_side_by_side(side_by_side=False)
        self.set_keys(_KEYS)

    @property
    def all(self) -> list[QWidget]:
        """The four, in order."""
        return [self.none, self.exclude, self.unsure, self.comment]

    def set_side_by_side(self, *, side_by_side: bool) -> None:
        """Put the four into one row, or into two."""
        for place, button in enumerate(self._by_action.values()):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, *((0, place) if side_by_side else divmod(place, 2)))

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what is said of the current sentence."""
        self.none.setChecked(verdict.state is State.NONE)
        self.exclude.setChecked(verdict.state is State.EXCLUDED)
        self.unsure.setChecked(verdict.unsure)
        self.comment.setChecked(bool(verdict.comment))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show other keys, by the ids of the commands that they run."""
        for action, button in self._by_action.items():
            button.set_key(keys.get(action, ""))

    def set_theme(self, theme: Theme) -> None:
        for button in self._by_action.values():
            button.set_theme(theme)


class _StateButton(KeyButton):
    """A button that is on or off. A click asks for a change, and does not make it: that is shown from outside."""

    def __init__(self, words: str, tip: str, theme: Theme) -> None:
        super().__init__(words, theme)
        self._tip = tip
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_key(self, key: str) -> None:
        super().set_key(key)
        tip = f"{self._tip} ({key})" if key else self._tip
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state to `setChecked`."""
