"""What the article list is narrowed to: three tabs with their counts, and a menu for the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.theme.style import set_role
from labeling.domain.codebooks import Codebook
from labeling.store.articles import Progress
from labeling.store.progress import Totals

_SPACING = 2
_TIGHT = "padding: 0 6px;"  # four of them with their counts fit into the usual width
_MOST_MORE = 96  # pixels of words on the menu's button


class FilterTabs(QWidget):
    """`changed` tells that the person has chosen another filter; `progress` and `label` are what is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            Progress.ALL: self.tr("All"),
            Progress.TO_DO: self.tr("To do"),
            Progress.UNSURE: self.tr("Unsure"),
            Progress.COMMENTED: self.tr("Commented"),
        }
        self._counts: dict[Progress, int] = {}
        self._label_names = {"": self.tr("Any label")}
        self._progress = Progress.ALL
        self._label = ""
        self._tabs = {progress: self._made_tab(progress) for progress in list(self._names)[:3]}
        self._more = QPushButton()
        self.menu = QMenu(self._more)
        self._lay_out()
        self.set_labels(None)

    @property
    def progress(self) -> Progress:
        return self._progress

    @property
    def label(self) -> str:
        """The id of the label that an article must have; empty for any."""
        return self._label

    @property
    def buttons(self) -> list[QPushButton]:
        """The tabs and the menu's button, from left to right."""
        return [*self._tabs.values(), self._more]

    def _made_tab(self, progress: Progress) -> QPushButton:
        tab = QPushButton()
        tab.setCheckable(True)
        tab.setStyleSheet(_TIGHT)
        set_role(tab, "filter")
        tab.clicked.connect(partial(self.choose, progress))
        return tab

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for tab in self._tabs.values():
            row.addWidget(tab)
        row.addStretch(1)
        self._more.setCheckable(True)
        self._more.setStyleSheet(_TIGHT)
        self._more.clicked.connect(self._offer_more)
        self._more.setAccessibleDescription(self.tr("Commented articles, or those with a certain label"))
        set_role(self._more, "filter")
        row.addWidget(self._more)

    def set_labels(self, codebook: Codebook | None) -> None:
        """Offer the labels of a codebook."""
        labels = codebook.labels if codebook else ()
        self._label_names = {"": self.tr("Any label")} | {label.id: label.name for label in labels}
        if self._label not in self._label_names:
            self._label = ""
        self.menu.clear()
        self._add_choice(self.menu, self._names[Progress.COMMENTED], Progress.COMMENTED.value)
        self.menu.addSection(self.tr("With the label"))
        group = QActionGroup(self.menu)
        for label_id, name in self._label_names.items():
            self._add_choice(group, name, f"label:{label_id}")
        self._show()

    def _add_choice(self, parent: QMenu | QActionGroup, words: str, what: str) -> None:
        action = QAction(words, parent)
        action.setCheckable(True)
        action.setData(what)
        action.triggered.connect(partial(self._choose_more, what))
        self.menu.addAction(action)

    def set_counts(self, totals: Totals) -> None:
        """Show how many articles each tab leads to."""
        self._counts = {
            Progress.ALL: totals.articles,
            Progress.TO_DO: totals.articles - totals.done,
            Progress.UNSURE: totals.unsure,
            Progress.COMMENTED: totals.commented,
        }
        self._show()

    def choose(self, progress: Progress, label: str | None = None) -> None:
        """Narrow the list; without `label`, the label chosen before stays."""
        self.set_choice(progress, self._label if label is None else label)
        self.changed.emit()

    def set_choice(self, progress: Progress, label: str) -> None:
        """Show what the list is narrowed to, telling nobody."""
        self._progress = progress
        self._label = label if label in self._label_names else ""
        self._show()

    def _offer_more(self) -> None:
        self._show()  # the click has toggled the button
        self.menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _choose_more(self, what: str) -> None:
        if what.startswith("label:"):
            self.choose(self._progress, what.removeprefix("label:"))
        else:
            commented = self._progress is Progress.COMMENTED
            self.choose(Progress.ALL if commented else Progress.COMMENTED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        """Write the counts beside the names, where there is room for them."""
        self._show_more()
        for with_counts in (True, False):
            for progress, tab in self._tabs.items():
                name, words = self._names[progress], self._with_count(progress)
                tab.setText(words if with_counts else name)
                tab.setToolTip("" if with_counts else words)
                tab.setAccessibleName(words)
                tab.setChecked(progress is self._progress)
            if self._needed() <= self.width():
                break

    def _show_more(self) -> None:
        chosen = [self._with_count(Progress.COMMENTED)] if self._progress is Progress.COMMENTED else []
        chosen += [self._label_names[self._label]] if self._label else []
        words = ", ".join(chosen) or self.tr("More…")
        name = self.tr("More filters: {chosen}") if chosen else self.tr("More filters")
        self._more.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _MOST_MORE))
        self._more.setToolTip(", ".join(chosen))
        self._more.setAccessibleName(name.format(chosen=", ".join(chosen)))
        self._more.setChecked(bool(chosen))
        for action in self.menu.actions():
            what = action.data()
            action.setChecked(what in (self._progress.value, f"label:{self._label}"))

    def _with_count(self, progress: Progress) -> str:
        count = self._counts.get(progress)
        return self._names[progress] if count is None else f"{self._names[progress]} {count:,}"

    def _needed(self) -> int:
        return sum(button.sizeHint().width() + _SPACING for button in self.buttons) - _SPACING
