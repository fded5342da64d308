"""Handing out: a project file for each annotator, with their articles and nobody else’s judgments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs import choose
from desktop.errand import Errand
from desktop.export.fields import Choice, Field, caption_label, push_button
from desktop.jobs import Job
from desktop.scrolled import Block
from desktop.showing_words import choices_in_words, showing_in_words
from desktop.tables.row_delegate import OVERHANG
from desktop.team.page import FIELD_WIDTH, Section, TeamPage
from desktop.theme.style import set_role
from desktop.words import counted
from labeling.domain.errors import Refused
from labeling.domain.judgments import Annotator
from labeling.domain.showing import Showing
from labeling.operations.assigning import Assigned, Assignments, assigned
from labeling.operations.handing_out import file_names, hand_out
from labeling.operations.showing import fixed_showing
from labeling.store.connection import Project

if TYPE_CHECKING:
    from desktop.window import Window

_BESIDE_BOX = 24  # words under a check box begin where its own do


class Result(NamedTuple):
    """The files that were written, and why others were not."""

    written: list[Path]
    refused: list[str]


class Recipient(Block):
    """Someone who can be given a file, with what it would hold."""

    def __init__(self, found: Assigned) -> None:
        super().__init__()
        self.annotator: Annotator = found.annotator
        self.path = Path()
        self.box = QCheckBox(found.annotator.name.replace("&", "&&"))
        self.box.setAccessibleName(found.annotator.name)
        self._caption = caption_label()
        self._caption.setContentsMargins(_BESIDE_BOX, 0, 0, 0)
        articles = counted(found.articles, self.tr("article"), self.tr("articles"))
        self._holds = self.tr("{articles}, {judged:,} of {sentences:,} sentences judged").format(
            articles=articles, judged=found.judged, sentences=found.sentences
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(OVERHANG, 4, OVERHANG, 4)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self._caption)

    def set_path(self, path: Path) -> None:
        """Say into which file it would be written; one that is there already can’t be chosen."""
        self.path = path
        exists = path.exists()
        self.box.setEnabled(not exists)
        self.box.setChecked(not exists)
        words = self.tr("{holds}. Into “{file}”.").format(holds=self._holds, file=path.name)
        if exists:
            words = self.tr("“{file}” exists already; choose another folder, or put the file away.").format(
                file=path.name
            )
        set_role(self._caption, "problem" if exists else "caption")
        self._caption.setText(words)
        self.box.setAccessibleDescription(words)

    def show_written(self) -> None:
        """Say that it was written."""
        self.box.setChecked(False)
        self.box.setEnabled(False)
        words = self.tr("Written as “{file}”.").format(file=self.path.name)
        set_role(self._caption, "caption")
        self._caption.setText(words)
        self.box.setAccessibleDescription(words)


class HandOutPage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Hand out"),
            self.tr(
                "Each annotator gets a project file with their articles, what they judged themselves, and nobody "
                "else’s judgments. What comes back is merged."
            ),
        )
        self._folder = Path()
        self._recipients: list[Recipient] = []
        self._asking = Errand(window.session, window.jobs, self)
        self._where = caption_label(role="muted")
        self._change = push_button(self.tr("Choose the folder…"))
        self._showing = Choice()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self._change.clicked.connect(self._ask)
        self.foot.link_wanted.connect(self._follow_link)
        self.forget()

    def _lay_out(self) -> None:
        where, people = QWidget(), QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        row.setSpacing(12)
        row.addWidget(self._change)
        row.addWidget(self._where, 1)
        people.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._section = Section(people)
        self._section.set_heading(self.tr("Files for"))
        shown = QWidget()
        below = QVBoxLayout(shown)
        below.setContentsMargins(OVERHANG, 16, OVERHANG, 0)
        below.addWidget(Field(self.tr("Suggestions in these files"), self._showing))
        shown.setMaximumWidth(FIELD_WIDTH)
        self.body.addWidget(where)
        self.body.addWidget(shown)
        self.body.addWidget(self._section)

    @property
    def stops(self) -> list[QWidget]:
        return [*(each.box for each in self._recipients), self._change, self._showing]

    def begin(self) -> None:
        self.forget()
        self._set_folder(self._session.project.path.parent)
        self._offer_showing()

        def read(project: Project, _: Job[Assignments]) -> Assignments:
            return assigned(project)

        self._asking.start(self.tr("Looking who has what"), read, self._show_people, self._refuse)

    def forget(self) -> None:
        self._show([])
        super().forget()
        self.foot.offer(self.tr("Hand out"), enabled=False)

    def act(self) -> None:
        wanted = [(each.annotator, each.path) for each in self._recipients if each.box.isChecked()]
        showing = Showing(self._showing.value) if self._showing.value else None

        def work(project: Project, job: Job[Result | None]) -> Result:
            return _write(project, wanted, showing, job)

        self.work.start(self.tr("Writing"), work, self._show_result, self._refuse, stoppable=True)

    def set_changeable(self, *, changeable: bool) -> None:
        super().set_changeable(changeable=changeable)
        if changeable:
            self._name_files()

    # What is shown

    def _show_people(self, found: Assignments) -> None:
        self._show([Recipient(each) for each in found.people])
        self._name_files()
        self.order_tabs()
        self.take_focus()
        if not found.people:
            words = self.tr("No articles are assigned to anyone; share some out first.")
            self.foot.say(words, self.tr("Share out articles…"))

    def _show(self, recipients: list[Recipient]) -> None:
        for recipient in self._recipients:
            recipient.deleteLater()
        self._recipients = recipients
        for recipient in recipients:
            self._list.addWidget(recipient)
            recipient.box.toggled.connect(self._offer)
        self._section.setVisible(bool(recipients))

    def _set_folder(self, folder: Path) -> None:
        self._folder = folder
        self._where.setText(str(folder))
        self._name_files()

    def _offer_showing(self) -> None:
        fixed = fixed_showing(self._session.project)
        as_here = showing_in_words(fixed) if fixed else self.tr("everyone chooses")
        same = self.tr("As in this project: {showing}").format(showing=as_here)
        self._showing.set_names({"": same, **choices_in_words()})
        self._showing.choose("")

    def _name_files(self) -> None:
        if self._recipients:
            names = file_names(self._session.project, [each.annotator for each in self._recipients])
            for recipient in self._recipients:
                recipient.set_path(self._folder / names[recipient.annotator.id])
        self._offer()

    def _offer(self) -> None:
        count = sum(each.box.isChecked() for each in self._recipients)
        files = counted(count, self.tr("file"), self.tr("files")) if count else ""
        self.foot.offer(self.tr("Hand out {files}").format(files=files).strip(), enabled=bool(count))

    def _show_result(self, result: Result | None) -> None:
        written = result.written if result else []
        words = [] if result else [self.tr("Cancelled; the files that were whole are there.")]
        if written:
            files = counted(len(written), self.tr("file"), self.tr("files"))
            words.append(self.tr("Written: {files}.").format(files=files))
        words += result.refused if result else []
        self._name_files()
        for recipient in self._recipients:
            if recipient.path in written:
                recipient.show_written()
        self.foot.say(" ".join(words), self.tr("Open folder") if written else "", problem=not written)
        self.focus_button()

    def _refuse(self, sentence: str) -> None:
        self.foot.say(sentence, problem=True)

    def _ask(self) -> None:
        folder = choose.folder_for_files(self, self._folder)
        if folder is not None:
            self._set_folder(folder)

    def _follow_link(self) -> None:
        if self._recipients:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        else:
            self._main.run_action("file.share_out")


def _write(
    project: Project, wanted: list[tuple[Annotator, Path]], showing: Showing | None, job: Job[Result | None]
) -> Result:
    result = Result([], [])
    for place, (annotator, path) in enumerate(wanted):

        def report(done: int, in_all: int, name: str, place: int = place) -> None:
            job.report(place * in_all + done, len(wanted) * in_all, name)

        try:
            hand_out(project, annotator, path, showing=showing, on_progress=report, cancelled=job.cancelled)
        except Refused as refusal:
            result.refused.append(str(refusal))
        else:
            result.written.append(path)
    return result
