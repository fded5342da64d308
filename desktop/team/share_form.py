"""To whom articles go, how many of them to two people each, and which draw decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.export.fields import Field, Number
from desktop.tables.row_delegate import OVERHANG
from labeling.domain.judgments import Annotator

_COLUMNS = 3
_OVERLAP, _MOST_SEEDS = 20, 9999


class ShareForm(QWidget):
    """`changed`: something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(24)
        self._people.setVerticalSpacing(2)
        self.names = QLineEdit()
        self.overlap = Number(0, 100)
        self.overlap.setSuffix(" %")
        self.overlap.setValue(_OVERLAP)
        self.seed = Number(0, _MOST_SEEDS)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(Field(self.tr("New names"), self.names, self.tr("With commas between them")), 2)
        row.addWidget(Field(self.tr("Overlap"), self.overlap, self.tr("Articles that go to two people each")), 1)
        row.addWidget(Field(self.tr("Seed"), self.seed, self.tr("Another number draws other articles")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        column.setSpacing(12)
        column.addLayout(self._people)
        column.addLayout(row)
        self.names.textChanged.connect(self.changed)
        self.overlap.valueChanged.connect(self.changed)
        self.seed.valueChanged.connect(self.changed)

    @property
    def stops(self) -> list[QWidget]:
        """The controls, in the order in which Tab leads to them."""
        return [*self._boxes.values(), self.names, self.overlap, self.seed]

    @property
    def chosen(self) -> list[str]:
        """The names that articles would go to."""
        known = [name for name, box in self._boxes.items() if box.isChecked()]
        return [*known, *self._typed]

    @property
    def share(self) -> float:
        """The share of the articles that goes to two people each."""
        return self.overlap.value() / 100

    def offer(self, people: Sequence[Annotator], ticked: set[str]) -> None:
        """Offer these people, those in `ticked` (by name) chosen; a new name that they have is new no more."""
        known = list(dict.fromkeys(person.name for person in people))
        if known != list(self._boxes):
            self._make_boxes(known, ticked)
        still_new = [name for name in self._typed if name not in known]
        if still_new != self._typed:
            self.names.blockSignals(True)
            self.names.setText(", ".join(still_new))
            self.names.blockSignals(False)

    @property
    def _typed(self) -> list[str]:
        return [name.strip() for name in self.names.text().split(",") if name.strip()]

    def _make_boxes(self, names: Sequence[str], ticked: set[str]) -> None:
        for box in self._boxes.values():
            box.deleteLater()
        self._boxes = {}
        for place, name in enumerate(names):
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(name)
            box.setChecked(name in ticked)
            box.toggled.connect(self.changed)
            self._boxes[name] = box
            self._people.addWidget(box, place // _COLUMNS, place % _COLUMNS)

    def clear(self) -> None:
        """Forget whom the project knew, and who was chosen."""
        self._make_boxes([], set())
        self.names.clear()
