"""How the articles are parted: usual shares, own ones, by time, folds, or not at all."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.export.fields import Choice, Field, Number, column_of
from labeling.domain.errors import Refused
from labeling.export.options import MOST_FOLDS, Options
from labeling.export.parting.shares import STANDARD_SHARES, Shares, parse_shares

_NARROW = 120
_USUAL_FOLDS = 5
_BETWEEN = 12


class Way(StrEnum):
    """What a person can choose; the shares that are offered are ways of their own."""

    STANDARD = "80/10/10"
    LARGER_TEST = "70/15/15"
    OWN = "own"
    TIME = "time"
    FOLDS = "folds"
    NONE = "none"


class SplitChoice(QWidget):
    """`changed`: something else is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = Choice(
            {
                Way.STANDARD: self.tr("80 / 10 / 10, by article"),
                Way.LARGER_TEST: self.tr("70 / 15 / 15, by article"),
                Way.OWN: self.tr("Own shares, by article"),
                Way.TIME: self.tr("By time: the oldest articles train"),
                Way.FOLDS: self.tr("Folds, for cross-validation"),
                Way.NONE: self.tr("None: everything in one file"),
            }
        )
        self._together = self.tr("All sentences of an article, and of its near copies, stay together.")
        self._captions = {
            Way.TIME: self.tr("Articles without a date are left out. Near copies of an article stay together."),
            Way.FOLDS: self.tr("Each fold tests once while the others train. Near copies of an article stay together."),
            Way.NONE: self.tr("Whoever parts it later must do so by article, and keep near copies together."),
        }
        self._shares = QLineEdit(str(STANDARD_SHARES))
        self._folds = Number(2, MOST_FOLDS)
        self._folds.setValue(_USUAL_FOLDS)
        for control in (self._shares, self._folds):
            control.setFixedWidth(_NARROW)
        self._way_field = Field(self.tr("Split"), self._ways)
        self._shares_usual = self.tr("Percentages of the articles that train, validate and test.")
        self._shares_field = Field(self.tr("Shares"), self._shares, self._shares_usual)
        self._folds_field = Field(self.tr("Number of folds"), self._folds)
        fields = (self._way_field, self._shares_field, self._folds_field)
        self.setLayout(column_of(fields, _BETWEEN))
        self._ways.currentIndexChanged.connect(self._follow)
        self._shares.textChanged.connect(self._follow)
        self._folds.valueChanged.connect(self._follow)
        self._show_fields()

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self._ways, self._shares, self._folds]

    @property
    def way(self) -> Way:
        return Way(self._ways.value)

    def read(self, options: Options) -> Options:
        """Return the options with this choice. Refused when the shares are none."""
        way = self.way
        return replace(
            options,
            split=None if way is Way.NONE else self._typed_shares(),
            folds=self._folds.value() if way is Way.FOLDS else 0,
            by_time=way is Way.TIME,
        )

    def show_options(self, options: Options) -> None:
        """Show this choice of some options."""
        way = _way_of(options)
        if way in (Way.OWN, Way.TIME):
            self._shares.setText(str(options.split or STANDARD_SHARES))
        if options.folds:
            self._folds.setValue(options.folds)
        self._ways.choose(way)
        self._show_fields()

    def _typed_shares(self) -> Shares | None:
        way = self.way
        if way not in (Way.OWN, Way.TIME):
            return parse_shares(way if way in (Way.STANDARD, Way.LARGER_TEST) else str(STANDARD_SHARES))
        return parse_shares(self._shares.text().replace(" ", ""))

    def _follow(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        way = self.way
        self._way_field.set_caption(self._captions.get(way, self._together))
        self._shares_field.setVisible(way in (Way.OWN, Way.TIME))
        self._folds_field.setVisible(way is Way.FOLDS)
        try:
            self._typed_shares()
        except Refused as refusal:
            self._shares_field.set_problem(str(refusal))
        else:
            self._shares_field.set_caption(self._shares_usual)


def _way_of(options: Options) -> Way:
    if options.folds:
        return Way.FOLDS
    if options.split is None:
        return Way.NONE
    if options.by_time:
        return Way.TIME
    usual = (Way.STANDARD, Way.LARGER_TEST)
    return next((way for way in usual if way == str(options.split)), Way.OWN)
