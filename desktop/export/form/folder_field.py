"""Where the dataset goes: the name of a new folder, and the folder that it lies in."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs import choose
from desktop.export.fields import caption_label, push_button
from desktop.theme.style import set_role
from labeling.domain.errors import Refused


class FolderField(QWidget):
    """The name can be typed, and a path too: a name that has none lies in `beside`, which is shown below.

    `changed`: another folder is meant.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beside = Path()
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Folder"))
        self.change = push_button(self.tr("Change…"), "link")
        self.change.setAccessibleName(self.tr("Change the folder…"))
        self._where = caption_label()
        self._where.setWordWrap(False)
        heading = QLabel(self.tr("Folder"))
        set_role(heading, "heading")
        heading.setBuddy(self.name)
        inside = QHBoxLayout(self.name)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (heading, self.name, self._where):
            column.addWidget(widget)
        self.change.clicked.connect(self._ask)
        self.name.textChanged.connect(self._follow)
        self.name.editingFinished.connect(self._take_apart)

    @property
    def path(self) -> Path:
        """The folder that is meant. Refused when there is no name."""
        typed = self.name.text().strip()
        if not typed:
            raise Refused(self.tr("Say what the folder of the dataset shall be called."))
        return self.beside / Path(typed).expanduser()

    def set_path(self, path: Path) -> None:
        """Mean this folder."""
        self.beside = path.parent
        self.name.setText(path.name)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.name.setTextMargins(0, 0, self.change.sizeHint().width() + 8, 0)
        self._show_where()

    def _follow(self) -> None:
        self._show_where()
        self.changed.emit()

    def _show_where(self) -> None:
        typed = Path(self.name.text().strip() or ".").expanduser()
        where = (self.beside / typed).parent if self.name.text().strip() else self.beside
        words = self.tr("In {folder}").format(folder=where)
        self._where.setToolTip(str(where))
        self._where.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self.width()))
        self.name.setAccessibleDescription(words)

    def _take_apart(self) -> None:
        """Show the name alone of a path that was typed."""
        typed = Path(self.name.text().strip()).expanduser()
        if typed.is_absolute():
            self.set_path(typed)

    def _ask(self) -> None:
        wanted = self.beside / (self.name.text().strip() or "dataset")
        folder = choose.new_folder(self, wanted)
        if folder is not None:
            self.set_path(folder)


def unused(folder: Path) -> Path:
    """Return the folder, or the next name with a number that nothing has yet: for `news-2` beside `news`, `news-3`."""
    if not folder.exists():
        return folder
    numbered = re.fullmatch(r"(.+)-\d+", folder.name)
    first = folder.with_name(numbered[1]) if numbered else folder
    first = first if first.exists() else folder
    return next(path for n in count(2) if not (path := first.with_name(f"{first.name}-{n}")).exists())
