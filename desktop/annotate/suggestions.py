"""Finds out in the background what is suggested in the open article, and where its words were judged before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.annotate.hints import Hints, Suggested
from desktop.annotate.place import Place
from desktop.errand import Errand
from desktop.jobs import Job, Jobs
from desktop.session import Session
from desktop.settings import Settings
from desktop.showing_words import showing_in_words
from desktop.suggester import suggester_of
from labeling.domain.articles import SentenceId
from labeling.domain.changes import ChangeSet
from labeling.domain.showing import Showing
from labeling.operations.noting import Repetition, repetitions_in
from labeling.operations.showing import fixed_showing, showing_in
from labeling.operations.steps import Cancelled
from labeling.store import dismissals
from labeling.store.connection import Project

# By then the article is painted. Loading what reads it takes a second of the processor, so the first time the window
# is given longer.
_AFTER, _FIRST_AFTER = 10, 250  # milliseconds
# Comparing may read many other articles: it is for whoever stays in one, and keys that go on to the next don’t wait.
_COMPARED_AFTER = 200


class Suggestions(QObject):
    """Tells a place what is suggested in its article.

    `arrived`: what is suggested is shown; `settled`: so are the notes that rest on other articles.
    """

    arrived = Signal()
    settled = Signal()

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._place = place
        self._annotator = ""
        self._fixed: Showing | None = None
        self._finding = Errand(session, jobs, self)
        self._comparing = Errand(session, jobs, self)
        self._wait = QTimer(self, singleShot=True, interval=_FIRST_AFTER)
        self._wait.timeout.connect(self._find)
        self._later = QTimer(self, singleShot=True, interval=_COMPARED_AFTER)
        self._later.timeout.connect(self._compare)
        session.opened.connect(self._read_fixed)
        session.closed.connect(self._read_fixed)
        session.closed.connect(self._wait.stop)
        session.closed.connect(self._later.stop)
        place.opened.connect(self._begin)

    @property
    def why_fixed(self) -> str:
        """Why the annotator has no choice, in words; empty when they have."""
        if self._fixed is None:
            return ""
        return self.tr("Fixed for this file: {showing}").format(showing=showing_in_words(self._fixed))

    @property
    def in_force(self) -> Showing | None:
        """What is fixed, else what this annotator wishes; None where each article decides."""
        return self._fixed or self._settings.suggestions

    def wish(self, showing: Showing | None) -> None:
        """Keep when this annotator wishes to see suggestions, and follow that at once."""
        self._settings.suggestions = showing
        self._begin()

    def take_in(self, changes: ChangeSet) -> None:
        """Follow a change that the place has taken in already."""
        if changes.everything:
            self._read_fixed()
        if changes.everything or changes.codebook or changes.boundaries:
            if self._annotator != self._annotator_id:
                self._place.set_hints(Hints())  # what someone judged elsewhere is nothing for the next one
            self._begin()
        elif changes.noted and self._place.article is not None:
            self._place.set_hints(replace(self._place.hints, dismissed=self._dismissed(self._place.article.id)))

    @property
    def _annotator_id(self) -> str:
        return self._session.annotator.id if self._session.has_annotator else ""

    def _read_fixed(self) -> None:
        self._fixed = fixed_showing(self._session.project) if self._session.is_open else None

    def _begin(self) -> None:
        self._finding.stop()
        self._comparing.stop()
        self._later.stop()
        self._wait.start()

    def _find(self) -> None:
        """Show what is known without reading the article, and have the rest found out."""
        article = self._place.article
        if not self._session.is_open or article is None:
            return
        self._annotator = self._annotator_id
        showing = showing_in(self._session.project, article.id, self._settings.suggestions)
        known = replace(self._place.hints, showing=showing, dismissed=self._dismissed(article.id))
        self._place.set_hints(known)
        if showing is Showing.OFF:
            self._later.start()
            return

        def work(project: Project, _: Job[Suggested]) -> Suggested:
            from labeling.operations.suggesting import suggestions_of

            found: Suggested = suggestions_of(project.connection, article.id, suggester_of(project.connection))
            return found

        self._finding.start(self.tr("Reading the article"), work, self._show_suggestions)

    def _show_suggestions(self, found: Suggested) -> None:
        self._wait.setInterval(_AFTER)
        self._place.set_hints(self._place.hints.with_suggestions(found))
        self.arrived.emit()
        self._later.start()

    def _compare(self) -> None:
        article, annotator = self._place.article, self._annotator
        if not self._session.is_open or article is None:
            return

        def work(project: Project, job: Job[Mapping[SentenceId, Repetition]]) -> Mapping[SentenceId, Repetition]:
            try:
                return repetitions_in(project.connection, article.id, annotator, job.cancelled)
            except Cancelled:
                return {}

        self._comparing.start(self.tr("Comparing judgments"), work, self._show_repetitions)

    def _show_repetitions(self, found: Mapping[SentenceId, Repetition]) -> None:
        self._place.set_hints(replace(self._place.hints, repetitions=found))
        self.settled.emit()

    def _dismissed(self, article_id: str) -> frozenset[tuple[SentenceId, str]]:
        return frozenset(dismissals.of_article(self._session.project.connection, article_id, self._annotator_id))
