"""The choices that every export needs: format, gold, split, seed, and which sentences."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.export.fields import Choice, Field, Tick, column_of
from desktop.export.form.split_choice import SplitChoice
from desktop.export.words import format_caption, format_names, policy_caption, policy_names
from labeling.domain.articles import Kind
from labeling.export.gold import Policy
from labeling.export.options import Options

_LARGEST_SEED = 2_147_483_647
_NARROW = 120
_BETWEEN = 16


class MainChoices(QWidget):
    """`changed`: something else is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format = Choice(format_names())
        self._gold = Choice(policy_names())
        self.split = SplitChoice()
        self._seed = QLineEdit("0")
        self._seed.setValidator(QIntValidator(0, _LARGEST_SEED, self))
        self._seed.setFixedWidth(_NARROW)
        self._headings = Tick(self.tr("Headings"))
        self._furniture = Tick(self.tr("Captions and other furniture"))
        self._unjudged = Tick(
            self.tr("Sentences nobody has looked at"),
            self.tr("Also all that is left out: written without a state, never as “no label”."),
        )
        self._format_field = Field(self.tr("Format"), self.format)
        self._gold_field = Field(self.tr("Gold"), self._gold)
        seed = Field(self.tr("Seed"), self._seed, self.tr("The same project, options and seed give the same bytes."))
        ticks = QWidget()
        ticks.setLayout(column_of((self._headings, self._furniture, self._unjudged), 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for widget in (self._format_field, self._gold_field, self.split, seed, ticks):
            column.addWidget(widget)
        self._connect()
        self._show_captions()

    def _connect(self) -> None:
        for choice in (self.format, self._gold):
            choice.currentIndexChanged.connect(self._show_captions)
            choice.currentIndexChanged.connect(self.changed)
        self._seed.textChanged.connect(self.changed)
        self.split.changed.connect(self.changed)
        for tick in (self._headings, self._furniture, self._unjudged):
            tick.box.toggled.connect(self.changed)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        ticks = (tick.box for tick in (self._headings, self._furniture, self._unjudged))
        return [self.format, self._gold, *self.split.stops, self._seed, *ticks]

    def read(self, options: Options) -> Options:
        """Return the options with these choices. Refused when one of them can’t be read."""
        ticked = {Kind.HEADING: self._headings, Kind.FURNITURE: self._furniture}
        kinds = tuple(kind for kind in Kind if kind not in ticked or ticked[kind].box.isChecked())
        options = replace(
            options,
            format=self.format.value,
            gold=Policy(self._gold.value),
            seed=int(self._seed.text() or 0),
            kinds=kinds,
            include_unjudged=self._unjudged.box.isChecked(),
        )
        return self.split.read(options)

    def show_options(self, options: Options) -> None:
        """Show these choices of some options."""
        self.format.choose(options.format)
        self._gold.choose(options.gold)
        self.split.show_options(options)
        self._seed.setText(str(options.seed))
        self._headings.box.setChecked(Kind.HEADING in options.kinds)
        self._furniture.box.setChecked(Kind.FURNITURE in options.kinds)
        self._unjudged.box.setChecked(options.include_unjudged)
        self._show_captions()

    def _show_captions(self) -> None:
        self._format_field.set_caption(format_caption(self.format.value))
        self._gold_field.set_caption(policy_caption(Policy(self._gold.value)))
