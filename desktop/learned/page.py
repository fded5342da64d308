"""Training on what the project has settled, and how right the suggestions are that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.errand import Errand
from desktop.jobs import Job
from desktop.learned.figures_view import FiguresView
from desktop.learned.in_use_view import InUseView
from desktop.learned.supply_view import SupplyView
from desktop.team.page import TeamPage
from labeling.domain.changes import Act, ChangeSet
from labeling.operations.lessons import Supply, supply
from labeling.operations.trained import Learned, learned, put_away
from labeling.operations.training import train
from labeling.reporting.training import Training
from labeling.store.connection import Project

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.window import Window


class _Found(NamedTuple):
    """What there is to learn from, and what was learned."""

    supply: Supply
    learned: Learned


class TrainPage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Train on our labels"),
            self.tr(
                "A model learns from what your team has settled, and suggests a label where it does better than the "
                "rules. A suggestion is never a judgment; nothing leaves this computer."
            ),
        )
        self._done = ""
        self._asking = Errand(window.session, window.jobs, self)
        self.supply, self.in_use = SupplyView(window.theme), InUseView()
        self.figures = FiguresView(window.theme)
        for view in (self.supply, self.in_use, self.figures):
            self.body.addWidget(view)
        self._session.changed.connect(self._follow_changes)
        self.in_use.stop_wanted.connect(self._stop_using)
        self.order_tabs()
        self.forget()

    @property
    def stops(self) -> list[QWidget]:
        return [self.supply.table, self.in_use.stop, *self.figures.stops]

    def begin(self) -> None:
        if not self.work.is_running:
            self.forget()
        self._look()

    def forget(self) -> None:
        super().forget()
        self._done = ""
        for view in (self.supply, self.in_use, self.figures):
            view.hide()
        self.foot.offer(self.tr("Train"), enabled=False)

    def act(self) -> None:
        def work(project: Project, job: Job[Training | None]) -> Training:
            return train(project, on_progress=job.report, cancelled=job.cancelled)

        self._done = ""
        self.figures.set_stale(True)
        self.work.start(self.tr("Training"), work, self._show_trained, self._refuse, stoppable=True, holding=False)

    def apply_theme(self) -> None:
        super().apply_theme()
        self.figures.set_theme(self._main.theme)

    def _show_trained(self, training: Training | None) -> None:
        if training is None:
            self.figures.set_stale(False)
            self.foot.say(self.tr("Cancelled; nothing was changed."))
            return
        self._done = self.tr("Trained: model@{digest} is in use now.").format(digest=training.report.digest)
        if not self.isVisible():
            self._main.say(self._done)
        self._session.tell(ChangeSet(Act.ELSEWHERE, everything=True))  # suggestions that are shown are others now

    def _stop_using(self) -> None:
        before, self._done = self._done, self.tr("The rules alone suggest now.")
        if self._session.run(put_away) is None:
            self._done = before

    def _refuse(self, sentence: str) -> None:
        self.figures.set_stale(False)
        self.foot.say(sentence, problem=True)

    def _follow_changes(self, _: ChangeSet) -> None:
        if self.isVisible():
            self._look()

    # What there is

    def _look(self) -> None:
        def read(project: Project, job: Job[_Found | None]) -> _Found | None:
            found = supply(project, cancelled=job.cancelled)
            return _Found(found, learned(project)) if found is not None else None

        self._asking.start(self.tr("Counting what is settled"), read, self._show_found, self._refuse)

    def _show_found(self, found: _Found | None) -> None:
        if found is None:
            return
        codebook, training = self._session.codebook, found.learned.training
        self.supply.show_supply(found.supply, codebook)
        self.in_use.show_learned(found.learned, found.supply, codebook)
        if training is not None:
            self.figures.show_training(training, found.learned.before, codebook)
            self.figures.set_stale(self.work.is_running)
        self.figures.setVisible(training is not None)
        self.supply.show()
        self.in_use.show()
        enough = any(each.need is None for each in found.supply.labels)
        words = self.tr("Train again") if training is not None else self.tr("Train")
        self.foot.offer(words, enabled=enough)
        if not self.work.is_running:
            self._say_where_it_stands(enough=enough)
        self.focus_button()

    def _say_where_it_stands(self, *, enough: bool) -> None:
        if self._done:
            self.foot.say(self._done)
        elif not enough:
            self.foot.say(self.tr("No label has enough yet; what is missing stands above."))
