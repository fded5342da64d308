"""Writes what the form says, and says at its foot what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.dialogs import choose
from desktop.export.form.folder_field import unused
from desktop.export.form.form import Form
from desktop.export.writing import Writing
from desktop.words import counted
from labeling.domain.errors import Refused
from labeling.operations.exporting import Result
from labeling.operations.releasing import ReleaseRow


class Run(QObject):
    """`said` is for the status bar; `written`: the project has a release more."""

    said = Signal(str)
    written = Signal()

    def __init__(self, writing: Writing, form: Form) -> None:
        super().__init__(form)
        self._writing = writing
        self._form = form
        self._foot = form.foot
        self._foot.export_wanted.connect(self.start)
        self._foot.cancel_wanted.connect(writing.cancel)
        writing.began.connect(self._foot.show_running)
        writing.progressed.connect(self._foot.show_progress)
        writing.written.connect(self._show_result)
        writing.refused.connect(self._refuse)

    def start(self) -> None:
        """Write the dataset that is chosen, unless one is being written."""
        if self._writing.is_running or not self._foot.button.isEnabled():
            return
        try:
            options, folder = self._form.options, self._foot.folder.path
        except Refused as refusal:
            self._refuse(str(refusal))
            return
        self._writing.write(folder, options, self._form.release)

    def write_again(self, release: ReleaseRow) -> None:
        """Ask for a folder, and write the bytes of a release into it."""
        if self._writing.is_running:
            self._refuse(self.tr("A dataset is being written; wait until it is done, or cancel it."))
            return
        folder = choose.new_folder(self._form.window(), unused(self._foot.folder.beside / release.name))
        if folder is not None:
            self._writing.write_again(folder, release.name)

    def _show_result(self, result: Result) -> None:
        if result.path is None:
            words = self.tr("Cancelled; nothing was written.")
        else:
            count = counted(sum(result.sentences.values()), self.tr("sentence"), self.tr("sentences"))
            words = self.tr("Written: {count}.").format(count=count)
            self._go_on(result)
        self._foot.show_written(words, result.path)
        self._announce(words)
        self.said.emit(words)

    def _go_on(self, result: Result) -> None:
        """Leave the form ready for the next dataset: of another name, in another folder."""
        if self._form.release == result.release:
            self._form.clear_release()
        folder = self._foot.folder
        folder.set_path(unused(folder.beside / folder.name.text().strip()))
        self.written.emit()

    def _refuse(self, sentence: str) -> None:
        self._foot.show_problem(sentence)
        self._announce(sentence)

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._foot, words))
