"""The program has a bug: what to say, and what to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.about import versions
from desktop.dialogs.dialog import Dialog


class BugDialog(Dialog):
    """Shown for an error that is our own. Closing it goes on with the work."""

    def __init__(self, parent: QWidget | None, trace: str, folder: Path) -> None:
        super().__init__(parent, self.tr("Hedgerow made a mistake"), 640, 440)
        self._folder = folder
        self.add_words(self.tr("Something went wrong inside Hedgerow. Your work is saved."), "heading")
        self.add_words(
            self.tr(
                "You can go on. If it happens again, close Hedgerow and start it anew. Please report it: "
                "copy the text below, and say what you did. It is in the log too."
            )
        )
        self._text = QPlainTextEdit(f"{versions()}\n\n{trace}")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Text of the report"))
        self.body.addWidget(self._text, 1)
        self.add_button(self.tr("Open log folder"), self._open_folder, at_left=True)
        self.add_button(self.tr("Copy"), self._copy)
        self.add_button(self.tr("Go on"), self.accept, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
