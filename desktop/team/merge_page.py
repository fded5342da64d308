"""Bringing together what others have labelled: what would come is said before anything happens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dialogs import choose
from desktop.export.fields import caption_label, push_button
from desktop.jobs import Job
from desktop.tables.row_delegate import OVERHANG
from desktop.team.merge_list import MergeList
from desktop.team.page import TeamPage
from desktop.team.report_view import ReportView
from desktop.words import counted
from labeling.domain.changes import ChangeSet
from labeling.operations.team_words import report_in_words
from labeling.store import merges
from labeling.store.connection import Project

if TYPE_CHECKING:
    from desktop.window import Window
    from labeling.operations.merging import MergeReport


_NAMED = 3


class MergePage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Merge files"),
            self.tr(
                "What others have labelled comes into this project. Nothing is overwritten, the order of the files "
                "does not matter, and the latest merge can be taken back."
            ),
        )
        self._paths: list[Path] = []
        self._choose = push_button(self.tr("Choose files…"))
        self._open = push_button("", "link")
        self._chosen = caption_label(role="muted")
        self._report = ReportView(window.theme)
        self._merges = MergeList(window.theme)
        files = QWidget()
        row = QHBoxLayout(files)
        row.setSpacing(12)
        row.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        row.addWidget(self._choose)
        row.addWidget(self._chosen, 1)
        row.addWidget(self._open)
        for widget in (files, self._report, self._merges):
            self.body.addWidget(widget)
        self._choose.clicked.connect(self.ask)
        self._open.clicked.connect(self._open_instead)
        self._merges.take_back_wanted.connect(self._take_back)
        self.foot.link_wanted.connect(self._follow_link)
        self.order_tabs()
        self.forget()

    @property
    def stops(self) -> list[QWidget]:
        return [self._choose, self._open, *self._report.stops, self._merges.table]

    def begin(self) -> None:
        self.forget()
        self._list()

    def forget(self) -> None:
        super().forget()
        self._show_paths([])
        self._report.clear()
        self._offer(None)

    def ask(self) -> None:
        """Ask for files, and say what they would bring."""
        paths = choose.projects(self)
        if paths:
            self.examine(paths)

    def examine(self, paths: Sequence[Path]) -> None:
        """Say what these files would bring; the project stays as it is."""
        chosen = list(dict.fromkeys(paths))

        def work(project: Project, job: Job[MergeReport | None]) -> MergeReport:
            from labeling.operations.merging import examine  # slow, and in no hurry here

            return examine(project, chosen, on_progress=job.report, cancelled=job.cancelled)

        self._report.clear()
        self._offer(None)
        self._show_paths(chosen)
        self.work.start(self.tr("Reading"), work, self._show_examined, self._refuse, stoppable=True)

    def act(self) -> None:
        if not self._paths:
            self.left.emit()
            return
        paths = list(self._paths)

        def work(project: Project, job: Job[MergeReport | None]) -> MergeReport:
            from labeling.operations.merging import merge

            return merge(project, paths, on_progress=job.report, cancelled=job.cancelled)

        self.work.start(self.tr("Merging"), work, self._show_merged, self._refuse, stoppable=True)

    # What came of it

    def _show_examined(self, report: MergeReport | None) -> None:
        if report is None:
            self._show_paths([])
            self.foot.say(self.tr("Cancelled; the project is as it was."))
            return
        self._report.show_report(report)
        self._offer(report)
        self.foot.say(self._summary(report), self.tr("Show") if self._report.conflicts else "")
        self.focus_button()

    def _show_merged(self, report: MergeReport | None) -> None:
        if report is None:
            self.foot.say(self.tr("Cancelled; nothing was merged."))
            self.focus_button()
            return
        self._show_paths([])
        self._report.show_report(report)
        self._session.tell(report.changes)
        self._list()
        self.foot.offer(self.tr("Done"), enabled=True)
        words = self.tr("Merged: {what}").format(what=report_in_words(report))
        self.foot.say(words, "" if report.empty else self.tr("Take back"))
        self.focus_button()

    def _follow_link(self) -> None:
        """Show what differs before a merge; after it, take it back."""
        if self._paths:
            self._report.differing_table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._take_back()

    def _take_back(self) -> None:
        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            from labeling.operations.merging import take_back_merge

            return take_back_merge(project)

        self._show_paths([])
        self._report.clear()
        self.work.start(self.tr("Taking back"), work, self._show_taken_back, self._refuse)

    def _show_taken_back(self, changes: ChangeSet | None) -> None:
        if changes:
            self._session.tell(changes)
        self._list()
        self.foot.offer(self.tr("Done"), enabled=True)
        self.foot.say(self.tr("The merge was taken back; what was done since is there."))
        self.focus_button()

    def _refuse(self, sentence: str) -> None:
        self.foot.say(sentence, problem=True)
        self.focus_button()

    # What is shown

    def _summary(self, report: MergeReport) -> str:
        if report.empty:
            return report_in_words(report)
        unchanged = self.tr("Nothing was changed yet.")
        if not self._report.conflicts:
            return unchanged
        differences = counted(self._report.conflicts, self.tr("difference"), self.tr("differences"))
        return unchanged + " " + self.tr("{differences} to look at.").format(differences=differences)

    def _offer(self, report: MergeReport | None) -> None:
        """Say on the button what it would do."""
        files = counted(len(report.brought), self.tr("file"), self.tr("files")) if report and report.brought else ""
        self.foot.offer(self.tr("Merge {files}").format(files=files).strip(), enabled=bool(report and not report.empty))

    def _show_paths(self, paths: list[Path]) -> None:
        self._paths = paths
        named = len(paths) <= _NAMED
        many = counted(len(paths), self.tr("file"), self.tr("files"))
        self._chosen.setText(", ".join(path.name for path in paths) if named else many)
        self._chosen.setToolTip("\n".join(map(str, paths)))
        self._open.setVisible(len(paths) == 1)
        if len(paths) == 1:
            self._open.setText(self.tr("Open “{name}” instead").format(name=paths[0].name))

    def _open_instead(self) -> None:
        self._main.open_project(self._paths[0])

    def _list(self) -> None:
        self._merges.show_merges(merges.everything(self._session.project.connection))
