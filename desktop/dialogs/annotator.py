"""Who judges: the name on first use, and afterwards a correction of it or someone else for a while."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QRadioButton, QWidget

from desktop.dialogs.dialog import Dialog
from labeling.store import annotators

if TYPE_CHECKING:
    from desktop.window import Window


@dataclass(frozen=True, slots=True)
class Spelling:
    """The same person under a corrected name."""

    name: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """Someone else, until the program ends."""

    name: str


def ask_name(parent: QWidget) -> str:
    """Ask for the name of the person at this machine; empty when they don't give one."""
    dialog = NameDialog(parent)
    return dialog.name if dialog.exec() == QDialog.DialogCode.Accepted else ""


def ask_who(window: Window) -> Spelling | Stranger | None:
    """Ask whether the name is to be corrected or someone else works now; None when nothing changes."""
    dialog = WhoDialog(window)
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None


class NameDialog(Dialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Who is working?"))
        self.add_words(self.tr("Every judgment carries the name of whoever made it. Hedgerow asks for it once."))
        self._name = QLineEdit(_login_name())
        self._name.selectAll()
        self.add_field(self.tr("Your name"), self._name)
        self.add_words(self.tr("It is kept on this computer and in the project files that you work in."), "caption")
        self.add_button(self.tr("Cancel"), self.reject)
        self._continue = self.add_button(self.tr("Continue"), self.accept, primary=True)
        self._name.textChanged.connect(self._check)
        self._check()

    @property
    def name(self) -> str:
        return self._name.text().strip()

    def _check(self) -> None:
        self._continue.setEnabled(bool(self.name))


class WhoDialog(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("Who is working?"))
        self._now = window.session.annotator
        self._same = QRadioButton(self.tr("It is still me, and this is my name:"))
        self._name = QLineEdit(self._now.name)
        self._name.setAccessibleName(self.tr("My name"))
        self._other = QRadioButton(self.tr("Someone else, until Hedgerow is closed:"))
        self._others = QComboBox()
        self._others.setEditable(True)
        for field in (self._others, *self._others.findChildren(QLineEdit)):
            field.setAccessibleName(self.tr("Name of who works now"))
        self._others.addItems(self._known(window))
        self._others.setCurrentText("")
        self._same.setChecked(True)
        for widget in (self._same, self._name, self._other, self._others):
            self.body.addWidget(widget)
        self.add_words(
            self.tr("A corrected name goes with your judgments. Someone else’s judgments are their own."), "caption"
        )
        self.add_button(self.tr("Cancel"), self.reject)
        self._ok = self.add_button(self.tr("OK"), self.accept, primary=True)
        self._same.toggled.connect(self._check)
        self._name.textChanged.connect(self._check)
        self._others.editTextChanged.connect(self._check)
        self._others.editTextChanged.connect(lambda text: self._other.setChecked(bool(text)))
        self._check()

    def answer(self) -> Spelling | Stranger | None:
        if not self._same.isChecked():
            return Stranger(self._others.currentText().strip())
        name = self._name.text().strip()
        return Spelling(name) if name != self._now.name else None

    def _known(self, window: Window) -> list[str]:
        if not window.session.is_open:
            return []
        people = annotators.everyone(window.session.project.connection)
        return [person.name for person in people if person.id != self._now.id]

    def _check(self) -> None:
        name = self._name.text() if self._same.isChecked() else self._others.currentText()
        self._ok.setEnabled(bool(name.strip()))


def _login_name() -> str:
    try:
        return getpass.getuser().capitalize()
    except (OSError, KeyError, ImportError):
        return ""
