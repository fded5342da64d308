"""The right half of the status bar: how far the article and the project are, who works, under which codebook."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.annotate.workspace import AnnotateWorkspace
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_bar import StatusBar
from labeling.domain.changes import ChangeSet
from labeling.store import progress, samples

_HASH_SHOWN = 6


class ProgressFields(QObject):
    """Keeps the fields of the status bar up to date with the workspace's counts."""

    def __init__(self, session: Session, workspace: AnnotateWorkspace, status: StatusBar) -> None:
        super().__init__(status)
        self._session = session
        self._workspace = workspace
        self._status = status
        self._roomy = True
        workspace.counted.connect(self._show_counts)
        session.changed.connect(self._follow)

    def show_welcome(self) -> None:
        """Show what holds without a project."""
        from importlib.metadata import version  # slow, and needed on this page only

        if not self._status.said:
            self._status.show_message(self.tr("Your work stays on this computer; Hedgerow sends nothing anywhere"))
        self._status.set_fields({"version": self.tr("Version {version}").format(version=version("hedgerow"))})

    def show_project(self, *, roomy: bool) -> None:
        """Show the fields of the open project; in a narrow window only the two that matter most."""
        self._roomy = roomy
        names = ("article", "yours", "pace", "annotator", "codebook") if roomy else ("yours", "annotator")
        self._status.set_fields(dict.fromkeys(("order", "sample", *names), ""))
        self._show_counts()
        self._show_people()

    def remember(self, settings: Settings) -> None:
        """Keep for the welcome page how far the project is."""
        annotator = self._session.annotator
        totals = progress.totals(self._session.project.connection, annotator.id)
        settings.remember_progress(
            self._session.project.path, annotator.name, totals.articles, totals.sentences, totals.judged
        )

    def _follow(self, changes: ChangeSet) -> None:
        if changes.annotators or changes.codebook or changes.everything:
            self._show_people()

    def _show_counts(self) -> None:
        tally, totals, pace = self._workspace.tally, self._workspace.totals, self._workspace.pace
        order = self._workspace.order
        words = order.words if order.leads else self.tr("{order}, not ready yet").format(order=order.words)
        self._status.set_field("order", words if order.words else "", self.tr("Where going on leads; see the Go menu"))
        self._status.set_field(
            "sample",
            self.tr("In the sample") if self._is_sampled else "",
            self.tr("This article was drawn at random, to measure on"),
        )
        if tally.sentences:
            words = self.tr("This article {judged:,} of {sentences:,}")
            self._status.set_field("article", words.format(judged=tally.judged, sentences=tally.sentences))
        if totals is not None:
            words = (
                self.tr("Yours {judged:,} of {sentences:,}")
                if self._roomy
                else self.tr("{judged:,} of {sentences:,} judged")
            )
            self._status.set_field("yours", words.format(judged=totals.judged, sentences=totals.sentences))
        if pace is not None:
            self._status.set_field(
                "pace",
                self.tr("about {pace:,} an hour").format(pace=round(pace, -1)),
                self.tr("Sentences that you judged in an hour of work, over the last 30 minutes of it"),
            )

    @property
    def _is_sampled(self) -> bool:
        article_id = self._workspace.article_id
        return article_id is not None and samples.has(self._session.project.connection, article_id)

    def _show_people(self) -> None:
        name, version = self._session.annotator.name, self._session.codebook.hash[:_HASH_SHOWN]
        words = self.tr("Annotator {name}") if self._roomy else "{name}"
        self._status.set_field("annotator", words.format(name=name), self.tr("Under this name sentences are judged"))
        self._status.set_field(
            "codebook",
            self.tr("Codebook {version}").format(version=version),
            self.tr("The version of the codebook that new judgments are made under: {title}").format(
                title=self._session.codebook.title
            ),
        )
