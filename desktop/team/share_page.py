"""Sharing out the articles that nobody has yet: what it would come to is shown as it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer

from desktop.errand import Errand
from desktop.jobs import Job
from desktop.team.assigned_view import AssignedView
from desktop.team.page import Section, TeamPage
from desktop.team.share_form import ShareForm
from desktop.words import counted
from labeling.domain.changes import ChangeSet
from labeling.domain.errors import Refused
from labeling.operations.assigning import Assigned, Assignments, assign, assigned, plan, withdraw
from labeling.operations.team_words import plan_in_words
from labeling.store import annotators
from labeling.store.connection import Project

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.window import Window

_PLANNED_AFTER = 150  # milliseconds since the last change


class _Found(NamedTuple):
    """Who has what, who would have what, and why that can’t be."""

    now: Assignments
    then: Assignments | None = None
    problem: str = ""


class SharePage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Share out articles"),
            self.tr(
                "Every article that nobody has yet goes to someone, so that all have about as many sentences. "
                "What was assigned before stays."
            ),
        )
        self._form = ShareForm()
        self._view = AssignedView(window.theme)
        self._done = ""
        self._asking = Errand(window.session, window.jobs, self)
        self._planning = Errand(window.session, window.jobs, self)
        self._wait = QTimer(self, singleShot=True, interval=_PLANNED_AFTER)
        form = Section(self._form)
        form.set_heading(self.tr("Give articles to"))
        self.body.addWidget(form)
        self.body.addWidget(self._view)
        self._form.changed.connect(self._change)
        self._session.changed.connect(self._follow_changes)
        self._wait.timeout.connect(self._look)
        self._view.withdraw_wanted.connect(self._withdraw)
        self.foot.link_wanted.connect(lambda: window.run_action("file.hand_out"))
        self.forget()

    @property
    def stops(self) -> list[QWidget]:
        return [*self._form.stops, *self._view.stops]

    def begin(self) -> None:
        self.forget()
        self._look_round()

    def forget(self) -> None:
        super().forget()
        self._form.clear()
        self._wait.stop()
        self._done = ""
        self._view.hide()
        self.foot.offer(self.tr("Share out"), enabled=False)

    def act(self) -> None:
        names, share, seed = self._form.chosen, self._form.share, self._form.seed.value()

        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return assign(project, names, share, seed)

        self._done = self.tr("Shared out: {what}").format(what=self.foot.said)
        self.work.start(self.tr("Sharing out"), work, self._show_done, self._refuse)

    def _withdraw(self, found: Assigned) -> None:
        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return withdraw(project, found.annotator)

        articles = counted(found.not_begun, self.tr("article"), self.tr("articles"))
        self._done = self.tr("Withdrawn from {name}: {articles} not begun.").format(
            name=found.annotator.name, articles=articles
        )
        self.work.start(self.tr("Withdrawing"), work, self._show_done, self._refuse)

    def _show_done(self, changes: ChangeSet | None) -> None:
        if changes:
            self._session.tell(changes)
        else:
            self._look_round()

    def _follow_changes(self, _: ChangeSet) -> None:
        if self.isVisible():
            self._look_round()

    def _refuse(self, sentence: str) -> None:
        self._done = ""
        self.foot.say(sentence, problem=True)

    # What it would come to

    def _look_round(self) -> None:
        """Offer the people that the project knows, and say what sharing out would come to."""

        def read(project: Project, _: Job[Assignments]) -> Assignments:
            return assigned(project)

        self._asking.start(self.tr("Looking who has what"), read, self._show_people, self._refuse)

    def _show_people(self, now: Assignments) -> None:
        with_articles = {each.annotator.name for each in now.people} | set(self._form.chosen)
        self._form.offer(annotators.everyone(self._session.project.connection), with_articles)
        self.order_tabs()
        self._view.show()
        self._look()

    def _change(self) -> None:
        self._done = ""
        self.foot.offer(self.tr("Share out"), enabled=False)
        self._wait.start()

    def _look(self) -> None:
        names, share, seed = self._form.chosen, self._form.share, self._form.seed.value()

        def read(project: Project, _: Job[_Found]) -> _Found:
            now = assigned(project)
            if not names or not now.unassigned:
                return _Found(now)
            try:
                return _Found(now, plan(project, names, share, seed))
            except Refused as refusal:
                return _Found(now, problem=str(refusal))

        self._planning.start(self.tr("Planning"), read, self._show_found, self._refuse)

    def _show_found(self, found: _Found) -> None:
        self._view.show_found(found.now, found.then)
        count = counted(found.now.unassigned, self.tr("article"), self.tr("articles"))
        words = self.tr("Share out {articles}").format(articles=count) if found.then else self.tr("Share out")
        self.foot.offer(words, enabled=found.then is not None)
        if self._done:
            self.foot.say(self._done, self.tr("Hand out…"))
            if self.back.hasFocus():
                self.foot.link.setFocus(Qt.FocusReason.TabFocusReason)
        elif found.then is not None:
            self.foot.say(plan_in_words(found.now, found.then))
        elif found.problem:
            self.foot.say(found.problem, problem=True)
        elif not found.now.unassigned:
            self.foot.say(self.tr("Every article is assigned.") if found.now.people else self.tr("No articles yet."))
        else:
            self.foot.say(self.tr("Choose or name at least one annotator."))
