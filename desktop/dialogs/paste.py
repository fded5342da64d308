"""Making an article of the text on the clipboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.dialog import Dialog
from desktop.words import counted

_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text, and what it is called in lists."""

    name: str
    text: str


def ask_text(parent: QWidget) -> Pasted | None:
    """Show the clipboard's text to be looked through; None when the person does not import it."""
    dialog = PasteDialog(parent)
    return dialog.pasted if dialog.exec() == QDialog.DialogCode.Accepted else None


class PasteDialog(Dialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Paste article"), 680, 560)
        self._name = QLineEdit()
        self._text = QPlainTextEdit(QGuiApplication.clipboard().text())
        self._text.setPlaceholderText(self.tr("Paste or type the article here; an empty line parts paragraphs."))
        self._text.setTabChangesFocus(True)
        self.add_field(self.tr("Name"), self._name)
        self.add_field(self.tr("Text"), self._text)
        self._size = self.add_words("", "caption")
        self.add_button(self.tr("Cancel"), self.reject)
        self._import = self.add_button(self.tr("Import"), self.accept, primary=True)
        self._text.textChanged.connect(self._check)
        self._check()
        self._text.setFocus()

    @property
    def pasted(self) -> Pasted:
        return Pasted(self._name.text().strip() or self._name.placeholderText(), self._text.toPlainText())

    def _check(self) -> None:
        text = self._text.toPlainText().strip()
        first_line = text.partition("\n")[0].strip()
        self._name.setPlaceholderText(first_line[:_NAME_LENGTH] or self.tr("Pasted text"))
        self._size.setText(counted(len(text.split()), self.tr("word"), self.tr("words")))
        self._import.setEnabled(bool(text))
