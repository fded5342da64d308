"""What the list of disagreements is narrowed to: three tabs, and menus for label, people and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.review.people import People
from desktop.review.words import label_name
from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS
from labeling.domain.codebooks import Codebook
from labeling.operations.disagreeing import Counts, Order, Show, Wanted
from labeling.operations.ways import EXCLUDED

_SPACING = 2
_TIGHT = "padding: 0 8px;"
_SIDES = 20
_MOST_PAIRS = 15  # more are found by one of the two, and then by the other


class Filters(QWidget):
    """`changed` carries the Wanted and the Order that the person has chosen; `back_wanted` asks for disagreements."""

    changed = Signal(object, object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._order = Wanted(), Order.ARTICLES
        self._counts = Counts(0, 0, {})
        self._codebook: Codebook | None = None
        self._people = People({}, "", hidden=False)
        self._article = ""
        self._names = {Show.OPEN: self.tr("Open"), Show.ALL: self.tr("All"), Show.SETTLED: self.tr("Settled")}
        self._tabs = {show: self._tab(show) for show in self._names}
        self.label, self.pair, self.more = (self._menu_button(fill) for fill in (self._labels, self._pairs, self._rest))
        self.back = QPushButton(self.tr("Back to the disagreements"))
        self.back.clicked.connect(self.back_wanted)
        set_role(self.back, "link")
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for buttons in (list(self._tabs.values()), [self.label, self.pair, self.more]):
            row = QHBoxLayout()
            row.setSpacing(_SPACING)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.label.setAccessibleDescription(self.tr("The label that people differ on"))
        self.pair.setAccessibleDescription(self.tr("The people who differ"))
        self.more.setAccessibleDescription(self.tr("Unsure, commented, of this article; and the order of the list"))
        self._show()

    @property
    def buttons(self) -> list[QWidget]:
        """The tabs and menus, in order."""
        return [*self._tabs.values(), self.label, self.pair, self.more, self.back]

    def set_codebook(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._show()

    def set_simple(self, *, simple: bool) -> None:
        """Offer labels only, and the way back to the disagreements; or all that disagreements are narrowed by."""
        for button in (*self._tabs.values(), self.pair, self.more):
            button.setVisible(not simple)
        self.back.setVisible(simple)

    def set_people(self, people: People) -> None:
        self._people = people
        self._show()

    def set_article(self, article_id: str) -> None:
        """Say which article is open, so that the list can be narrowed to it."""
        self._article = article_id

    def show_choice(self, wanted: Wanted, order: Order, counts: Counts) -> None:
        """Show what the list is narrowed to, and how many sentences each tab leads to."""
        self._wanted, self._order, self._counts = wanted, order, counts
        self._show()

    def _tab(self, show: Show) -> QPushButton:
        tab = QPushButton()
        tab.setCheckable(True)
        tab.setStyleSheet(_TIGHT)
        set_role(tab, "filter")
        tab.clicked.connect(lambda: self._choose(show=show))
        return tab

    def _menu_button(self, fill: Callable[[QMenu], None]) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setStyleSheet(_TIGHT)
        set_role(button, "filter")
        menu = QMenu(button)

        def pop_up() -> None:
            self._show()  # the click has toggled the button
            menu.clear()
            fill(menu)
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

        button.clicked.connect(pop_up)
        return button

    def _choose(self, order: Order | None = None, **changed: object) -> None:
        wanted = replace(self._wanted, **changed)  # type: ignore[arg-type]  # names and types are those of Wanted
        self._show()
        self.changed.emit(wanted, order or self._order)

    # Menus

    def _labels(self, menu: QMenu) -> None:
        labels = [label.id for label in self._codebook.labels] if self._codebook else []
        offered = dict.fromkeys([*labels, *self._counts.by_label, EXCLUDED])
        group = QActionGroup(menu)
        self._offer(group, self.tr("Any label"), not self._wanted.label, label="")
        for label in offered:
            words = f"{self._label_name(label)}  {self._counts.by_label.get(label, 0):,}"
            self._offer(group, words, self._wanted.label == label, label=label)
        menu.addActions(group.actions())

    def _pairs(self, menu: QMenu) -> None:
        group, people = QActionGroup(menu), self._people.all
        chosen = {self._wanted.a, self._wanted.b} - {""}
        self._offer(group, self.tr("Anybody"), not chosen, a="", b="")
        for one in people:
            words = self.tr("{name} and anybody").format(name=self._people.name(one))
            self._offer(group, words, chosen == {one}, a=one, b="")
        pairs: Iterable[tuple[str, str]] = combinations(people, 2)
        if len(people) * (len(people) - 1) // 2 > _MOST_PAIRS:
            named = self._wanted.a
            pairs = [(named, other) for other in people if other != named] if named else []
        for one, other in pairs:
            self._offer(group, self._pair_name(one, other), chosen == {one, other}, a=one, b=other)
        menu.addActions(group.actions())

    def _rest(self, menu: QMenu) -> None:
        wanted = self._wanted
        self._offer(menu, self.tr("Somebody was unsure"), wanted.unsure, unsure=not wanted.unsure)
        self._offer(menu, self.tr("Somebody commented"), wanted.commented, commented=not wanted.commented)
        if self._article or wanted.article:
            here = "" if wanted.article else self._article
            self._offer(menu, self.tr("This article only"), bool(wanted.article), article=here)
        menu.addSection(self.tr("Order"))
        for order, words in (
            (Order.ARTICLES, self.tr("As in the articles")),
            (Order.STAKE, self.tr("What costs most agreement first")),
        ):
            self._offer(menu, words, self._order is order, order=order)

    def _offer(self, parent: QMenu | QActionGroup, words: str, on: bool, **changed: object) -> None:
        action = QAction(words.replace("&", "&&"), parent)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(partial(self._take, changed))
        if isinstance(parent, QMenu):
            parent.addAction(action)

    def _take(self, changed: dict[str, object], _checked: bool = False) -> None:
        self._choose(**changed)  # type: ignore[arg-type]

    # What the buttons say

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        numbers = {Show.OPEN: self._counts.open, Show.ALL: self._counts.all, Show.SETTLED: self._counts.settled}
        for show, tab in self._tabs.items():
            words = f"{self._names[show]} {numbers[show]:,}"
            tab.setText(words)
            tab.setAccessibleName(words)
            tab.setChecked(self._wanted.show is show)
        wanted = self._wanted
        self._say(self.label, self._label_name(wanted.label) if wanted.label else "", self.tr("Label"))
        chosen = [name for name in (wanted.a, wanted.b) if name]
        pair = self._pair_name(*chosen) if len(chosen) == 2 else "".join(map(self._people.short, chosen))
        self._say(self.pair, pair, self.tr("People"))
        rest = [
            words
            for on, words in (
                (wanted.unsure, self.tr("Unsure")),
                (wanted.commented, self.tr("Commented")),
                (wanted.article, self.tr("This article")),
                (self._order is Order.STAKE, self.tr("By stake")),
            )
            if on
        ]
        self._say(self.more, ", ".join(rest), self.tr("More…"))

    def _say(self, button: QPushButton, chosen: str, name: str) -> None:
        most = max(64, self.width() // 3 - 22)
        bold = QFontMetrics(fonts.interface(METRICS.small_size, QFont.Weight.DemiBold))
        words = bold.elidedText(chosen or name, Qt.TextElideMode.ElideRight, most)
        button.setMinimumWidth(bold.horizontalAdvance(words) + _SIDES)  # the sheet makes what is chosen bold
        button.setText(words)
        button.setToolTip(chosen)
        button.setAccessibleName(f"{name}: {chosen}" if chosen else name)
        button.setChecked(bool(chosen))

    def _label_name(self, label: str) -> str:
        return label_name(label, self._codebook) if self._codebook else label

    def _pair_name(self, one: str, other: str) -> str:
        return self.tr("{one} and {other}").format(one=self._people.short(one), other=self._people.short(other))
