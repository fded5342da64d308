"""The labels of the codebook, one row each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.annotate.inspector.label_row import LabelRow
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.codebooks import Codebook, Label

_LOW_ROW = 32  # with more than four labels
_ROOMY_LABELS = 4


class LabelRows(QWidget):
    """One row a label. The signals carry its id.

    `toggled`: toggle it; `chosen`: set just it and go on; `focused`: its row has the keyboard focus.
    """

    toggled = Signal(str)
    chosen = Signal(str)
    focused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, LabelRow] = {}
        self._keys: Mapping[str, str] | None = None
        self._side_by_side = False
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def set_codebook(self, codebook: Codebook) -> None:
        """Show the labels of a codebook with the keys that they have there."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {label.id: self._made(label, codebook) for label in codebook.labels}
        self._arrange()
        if self._keys is not None:
            self.set_keys(self._keys)

    def _made(self, label: Label, codebook: Codebook) -> LabelRow:
        row = LabelRow(label, self._theme, self)
        row.set_keys(codebook.toggle_key(label), codebook.set_key(label))
        row.setFixedHeight(METRICS.label_row if len(codebook.labels) <= _ROOMY_LABELS else _LOW_ROW)
        row.toggle.clicked.connect(lambda: self.toggled.emit(label.id))
        row.choose.clicked.connect(lambda: self.chosen.emit(label.id))
        row.toggle.focused.connect(lambda: self.focused.emit(label.id))
        self._layout.addWidget(row)
        return row

    @property
    def buttons(self) -> list[QWidget]:
        """All buttons, row by row."""
        return [button for row in self._rows.values() for button in (row.toggle, row.choose)]

    def row(self, label_id: str) -> LabelRow:
        """Return the row of a label; KeyError when the codebook does not have it."""
        return self._rows[label_id]

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show other keys, by the ids of the commands that they run."""
        self._keys = keys
        for label_id, row in self._rows.items():
            row.set_keys(keys.get(f"label.toggle.{label_id}", ""), keys.get(f"label.set.{label_id}", ""))

    def set_labels(self, labels: Collection[str], suggested: Collection[str]) -> None:
        """Show which labels the current sentence has, and which are suggested."""
        for label_id, row in self._rows.items():
            row.set_on(label_id in labels)
            row.toggle.set_suggested(suggested=label_id in suggested)

    def set_side_by_side(self, *, side_by_side: bool) -> None:
        """Put the rows beside each other, or under each other."""
        self._side_by_side = side_by_side
        self._arrange()

    def _arrange(self) -> None:
        beside = self._side_by_side
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for row in self._rows.values():
            row.set_compact(compact=beside and len(self._rows) > _ROOMY_LABELS)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self._rows.values():
            row.set_theme(theme)
