"""The Export workspace: choices at the left, at the right what they would write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.errand import Errand
from desktop.export.counting import Counting
from desktop.export.focus_order import next_panel, order_tabs
from desktop.export.form.folder_field import unused
from desktop.export.form.form import Form
from desktop.export.run import Run
from desktop.export.side import Side
from desktop.export.writing import Writing
from desktop.jobs import Job, Jobs
from desktop.session import Session
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from desktop.words import counted
from desktop.workspaces import WorkspacePage
from labeling.domain.changes import ChangeSet
from labeling.domain.errors import Refused
from labeling.export.gold import Reason
from labeling.operations.offering import Offer, offer
from labeling.operations.previewing import Preview
from labeling.store.connection import Project

_HASH_SHOWN = 6


class ExportWorkspace(WorkspacePage):
    """The choices, what they would write, and the way to the folder in which it is written."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._preview: Preview | None = None
        self._counted = ""  # when, in words
        self._offer: Offer | None = None
        self._counting = Counting(session, jobs, self)
        self._asking = Errand(session, jobs, self)
        self._form = Form(theme, self)
        self._side = Side(session, jobs, theme, self)
        self._run = Run(Writing(session, jobs, self), self._form)
        edge = QFrame()
        edge.setFixedWidth(1)
        set_role(edge, "edge")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form)
        row.addWidget(edge)
        row.addWidget(self._side, 1)
        self._connect()

    def _connect(self) -> None:
        self._form.changed.connect(self._count)
        self._form.foot.folder.changed.connect(self._show_folder)
        self._counting.slow.connect(self._show_slow)
        self._counting.counted.connect(self._show_counted)
        self._counting.refused.connect(self._show_refused)
        self._side.preview.reason_wanted.connect(self._list)
        self._side.sentence_wanted.connect(self.sentence_wanted)
        self._side.releases.again_wanted.connect(self._run.write_again)
        self._run.said.connect(self._pass_on)
        self._run.written.connect(self._look_round)
        self._session.changed.connect(self._follow_changes)
        self._session.closed.connect(self._forget)

    # What the window asks for

    def facts(self, *, roomy: bool) -> dict[str, str]:
        facts = {}
        if self._offer is not None and roomy:
            people = self._offer.annotators
            facts["annotators"] = counted(people, self.tr("annotator"), self.tr("annotators"))
        if self._preview is not None:
            articles = counted(self._preview.articles, self.tr("article"), self.tr("articles"))
            sentences = counted(self._preview.sentences, self.tr("sentence"), self.tr("sentences"))
            facts["project"] = f"{articles}, {sentences}"
        if self._session.is_open and roomy:
            version = self._session.codebook.hash[:_HASH_SHOWN]
            facts["codebook"] = self.tr("Codebook {version}").format(version=version)
        return facts

    def write(self) -> None:
        """Write the dataset that is chosen."""
        self._run.start()

    def take_focus(self) -> None:
        inside = self.focusWidget()
        (inside or self._form.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        if not self._side.back():
            self._form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def cycle_panels(self) -> None:
        target = next_panel(self._form, self._side)
        if target is None:
            self.header_wanted.emit()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        self._form.foot.set_key(keys["file.write"])
        self._side.set_back_key(keys["go.text"])

    def set_narrow(self, window_width: int) -> None:
        self._form.set_narrow(window_width)

    def apply_theme(self, theme: Theme) -> None:
        self._form.set_theme(theme)
        self._side.set_theme(theme)

    # Memory

    def state(self) -> dict[str, Any]:
        return self._form.state()

    def restore(self, state: Mapping[str, Any]) -> None:
        path = self._session.project.path
        self._form.restore(state)
        self._form.foot.clear()
        self._form.foot.folder.set_path(unused(path.with_name(f"{path.stem}-dataset")))
        self._stale = True
        if self.isVisible():
            self._count_anew()

    def _forget(self) -> None:
        self._preview = self._offer = None
        self._counted = ""
        self._side.preview.clear()
        self._side.releases.clear()

    # Counting

    def _count(self) -> None:
        self._stale = False
        try:
            options = self._form.options
        except Refused as refusal:
            self._counting.stop()
            self._show_refused(str(refusal))
            return
        self._form.keep(options)
        self._counting.want(options)

    def _count_anew(self) -> None:
        self._count()
        self._look_round()

    def _follow_changes(self, changes: ChangeSet) -> None:
        self._stale = True
        if self.isVisible():
            self._count_anew()
        if changes.codebook or changes.everything:
            self.facts_changed.emit()

    def _show_slow(self) -> None:
        self._side.preview.show_counting()
        self._form.foot.set_count(None)
        self.message.emit(self.tr("Counting…"))

    def _show_counted(self, preview: Preview) -> None:
        self._preview = preview
        self._side.preview.show_preview(preview, self._session.codebook)
        self._form.foot.set_count(preview.total.sentences)
        now = datetime.now().astimezone()
        self._counted = self.tr("Counted at {time}, from what is on disk").format(time=f"{now:%H:%M:%S}")
        self.message.emit(self._counted)
        self.facts_changed.emit()
        self._side.list_again(self._form.options)

    def _show_refused(self, sentence: str) -> None:
        self._side.preview.show_problem(sentence)
        self._form.foot.set_count(None)
        self.message.emit("")

    def _list(self, reason: Reason) -> None:
        self._side.list_left_out(reason, self._form.options)

    # What there is to choose from

    def _look_round(self) -> None:
        def read(project: Project, _: Job[Offer]) -> Offer:
            return offer(project)

        self._asking.start(self.tr("Looking for releases"), read, self._show_offer)

    def _show_offer(self, found: Offer) -> None:
        self._offer = found
        self._form.offer(found.fields, found.lines, found.versions)
        self._side.releases.show_releases(found.releases)
        order_tabs(self._form, self._side)
        self.facts_changed.emit()

    def _show_folder(self) -> None:
        folder = self._form.foot.folder
        name = folder.name.text().strip()
        self._side.preview.show_folder(Path(name) if name else folder.beside)

    def _pass_on(self, words: str) -> None:
        if not self.isVisible():  # else it stands above the folder
            self.message.emit(words)

    # What Qt tells the workspace

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous() or not self._session.is_open:
            return
        if self._stale:
            self._count_anew()
        else:
            self.message.emit(self._counted)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._counting.is_under_way:
            self._counting.stop()
            self._stale = True
