"""About the program."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication

from desktop.dialogs.dialog import Dialog, show_one

if TYPE_CHECKING:
    from desktop.window import Window


def show_about(window: Window) -> None:
    """Show version, licence and where the data lies."""
    show_one(AboutDialog, lambda: AboutDialog(window), window)


def versions() -> str:
    """Return what runs here, as a person would put it into a report of a problem."""
    return f"Hedgerow {version('hedgerow')}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


class AboutDialog(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, self.tr("About Hedgerow"))
        self.add_words("Hedgerow", "title")
        self.add_words(self.tr("Mark where a statement comes from and how firmly it is made, sentence by sentence."))
        self.add_words(
            self.tr(
                "Your work stays on this computer, in the project files that you make. Hedgerow sends nothing anywhere."
            )
        )
        self.add_words(self.tr("Settings and the log of problems: {folder}").format(folder=window.settings.folder))
        self.add_words(self.tr("MIT licence; the sample stories are in the public domain (CC0)."), "muted")
        self._versions = self.add_words(versions(), "caption")
        self._versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_button(self.tr("Copy"), self._copy, at_left=True)
        self.add_button(self.tr("Close"), self.close, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._versions.text())
