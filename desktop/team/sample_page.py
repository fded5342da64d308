"""The random sample on which the team measures: what it has, how far it is judged, and what more could be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errand import Errand
from desktop.export.fields import Field, Number, Tick, caption_label, push_button
from desktop.jobs import Job
from desktop.tables.row_delegate import OVERHANG
from desktop.tables.table import Table
from desktop.tables.text_model import Row, TextModel
from desktop.team.page import Section, TeamPage
from desktop.theme.tokens import Theme
from labeling.domain.changes import ChangeSet
from labeling.domain.orders import Order
from labeling.operations.sampling import Draw, Sample, draw_sample, plan_sample, sample_of, withdraw_sample
from labeling.operations.team_words import draw_in_words, sample_in_words
from labeling.store.connection import Project

if TYPE_CHECKING:
    from desktop.window import Window

_PLANNED_AFTER = 150  # milliseconds since the last change
_SENTENCES, _MOST_SENTENCES, _MOST_SEEDS = 500, 1_000_000, 9999


class SampleForm(QWidget):
    """How large the sample is to be, which draw decides, and from what. `changed`: something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentences = Number(1, _MOST_SENTENCES)
        self.sentences.setGroupSeparatorShown(True)
        self.sentences.setValue(_SENTENCES)
        self.seed = Number(0, _MOST_SEEDS)
        self.begun = Tick(
            self.tr("Also from articles that someone has begun"),
            self.tr("Whoever has begun them may have seen what is suggested there"),
        )
        row = QHBoxLayout()
        row.setSpacing(24)
        size = Field(
            self.tr("Sentences"), self.sentences, self.tr("Whole articles are drawn until there are at least so many")
        )
        row.addWidget(size, 1)
        row.addWidget(Field(self.tr("Seed"), self.seed, self.tr("Another number draws other articles")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.begun)
        self.sentences.valueChanged.connect(self.changed)
        self.seed.valueChanged.connect(self.changed)
        self.begun.box.toggled.connect(self.changed)

    @property
    def stops(self) -> list[QWidget]:
        """The controls, in the order in which Tab leads to them."""
        return [self.sentences, self.seed, self.begun.box]


class SampleView(QWidget):
    """What the sample has now, who has judged how much of it, and the way to withdraw it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = caption_label(role="")
        self._people = TextModel((self.tr("Annotator"), self.tr("Judged"), self.tr("Left")), (1, 2), self)
        self.table = Table(self._people, theme, self.tr("Who has judged the sample"))
        self.table.set_widths(stretched=0)
        self.withdraw = push_button(self.tr("Withdraw the sample"))
        beside = QHBoxLayout()
        beside.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        beside.setSpacing(16)
        beside.addWidget(self._words, 1)
        beside.addWidget(self.withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(beside)
        column.addWidget(self.table)

    def show_found(self, found: Sample) -> None:
        """Show what it has, and how far it is judged."""
        self._words.setText(sample_in_words(found))
        left = {name: found.sentences - judged for name, judged in found.people.items()}
        self._people.show([Row((name, f"{judged:,}", f"{left[name]:,}")) for name, judged in found.people.items()])
        self.table.setVisible(bool(found.people))
        self.withdraw.setVisible(found.articles > 0)


class _Found(NamedTuple):
    """What the sample has, and what would come to it."""

    now: Sample
    more: Draw


class SamplePage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Random sample"),
            self.tr(
                "Whole articles that are drawn at random, to measure on. No suggestion has a part in the draw, and no "
                "order of work that goes by suggestions leads there."
            ),
        )
        self._form = SampleForm()
        self._view = SampleView(window.theme)
        self._done = ""
        self._asking = Errand(window.session, window.jobs, self)
        self._wait = QTimer(self, singleShot=True, interval=_PLANNED_AFTER)
        self._now, draw = Section(self._view), Section(self._form)
        self._now.set_heading(self.tr("Now"))
        draw.set_heading(self.tr("Draw"))
        self.body.addWidget(self._now)
        self.body.addWidget(draw)
        self._form.changed.connect(self._change)
        self._view.withdraw.clicked.connect(self._withdraw)
        self._session.changed.connect(self._follow_changes)
        self._wait.timeout.connect(self._look)
        self.foot.link_wanted.connect(self._go_through)
        self.order_tabs()
        self.forget()

    @property
    def stops(self) -> list[QWidget]:
        return [*self._form.stops, self._view.table, self._view.withdraw]

    def begin(self) -> None:
        self.forget()
        self._look()

    def forget(self) -> None:
        super().forget()
        self._wait.stop()
        self._done = ""
        self._now.hide()
        self._offer(enabled=False)

    def act(self) -> None:
        sentences, seed, begun = self._chosen

        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return draw_sample(project, sentences, seed, begun=begun)

        self._done = self.tr("Drawn: {what}").format(what=self.foot.said)
        self.work.start(self.tr("Drawing the sample"), work, self._show_done, self._refuse)

    def _withdraw(self) -> None:
        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return withdraw_sample(project)

        self._done = self.tr("The sample was withdrawn; what was judged in it stays.")
        self.work.start(self.tr("Withdrawing"), work, self._show_done, self._refuse)

    def _go_through(self) -> None:
        self._main.show_workspace()
        annotate = self._main.annotate
        annotate.order.choose(Order.SAMPLE, going_from=annotate.current)

    def _show_done(self, changes: ChangeSet | None) -> None:
        if changes:
            self._session.tell(changes)
        else:
            self._look()

    def _follow_changes(self, _: ChangeSet) -> None:
        if self.isVisible():
            self._look()

    def _refuse(self, sentence: str) -> None:
        self._done = ""
        self.foot.say(sentence, problem=True)

    # What it would come to

    @property
    def _chosen(self) -> tuple[int, int, bool]:
        return self._form.sentences.value(), self._form.seed.value(), self._form.begun.box.isChecked()

    def _change(self) -> None:
        self._done = ""
        self._offer(enabled=False)
        self._wait.start()

    def _look(self) -> None:
        sentences, seed, begun = self._chosen

        def read(project: Project, _: Job[_Found]) -> _Found:
            return _Found(sample_of(project), plan_sample(project, sentences, seed, begun=begun))

        self._asking.start(self.tr("Looking at the sample"), read, self._show_found, self._refuse)

    def _show_found(self, found: _Found) -> None:
        self._view.show_found(found.now)
        self._now.show()
        self._offer(enabled=found.more.articles > 0)
        if self._done and found.now.articles:
            self.foot.say(self._done, self.tr("Go through it"))
            if self.back.hasFocus():
                self.foot.link.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.foot.say(self._done or draw_in_words(found.more))

    def _offer(self, *, enabled: bool) -> None:
        self.foot.offer(self.tr("Draw the sample"), enabled=enabled)
