"""The beginning of the first file, and the names of all."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.tables.table import indented
from desktop.theme import fonts
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.operations.previewing import Preview

_MOST_LINES = 8
_EDGES, _EDGES_SCROLLED = 24, 18  # above and below the lines; less where a further line would peep out
_ABOVE, _BELOW = 26, 6


class Sample(QWidget):
    """What the dataset looks like from outside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._files: tuple[str, ...] = ()
        self._first_line, self._folder = QLabel(), QLabel(self.tr("The folder"))
        self.view = FirstLine()
        self._names = QLabel()
        self._names.setWordWrap(True)
        self._names.setTextFormat(Qt.TextFormat.RichText)
        set_role(self._names, "code")
        for heading in (self._first_line, self._folder):
            set_role(heading, "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        indented(self)
        for widget, above in (
            (self._first_line, _ABOVE),
            (self.view, _BELOW),
            (self._folder, _ABOVE),
            (self._names, _BELOW),
        ):
            column.addSpacing(above)
            column.addWidget(widget)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.hide()

    def show_preview(self, preview: Preview) -> None:
        """Show the first line and the names of the files."""
        self.setVisible(preview.total.sentences > 0)
        self._first_line.setText(self.tr("First line of {file}").format(file=preview.sample_name))
        self.view.setAccessibleName(self._first_line.text())
        self.view.show_line(preview.sample)
        for widget in (self._first_line, self.view):
            widget.setVisible(bool(preview.sample))
        self._show_names(preview.files)

    def show_folder(self, folder: Path) -> None:
        """Show the name of the folder."""
        self._name = folder.name
        self._show_names(self._files)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show_names(self._files)

    def _show_names(self, files: Iterable[str]) -> None:
        self._files = tuple(files)
        names = "&nbsp;&nbsp; ".join(f"<span style='white-space:nowrap'>{escape(name)}</span>" for name in self._files)
        muted = self._theme.muted.name()
        self._names.setText(f"{escape(self._name)}/&nbsp;&nbsp; <span style='color:{muted}'>{names}</span>")
        self._names.setAccessibleName(f"{self._name}/ {', '.join(self._files)}")


class FirstLine(QPlainTextEdit):
    """Can be read, selected and copied. As high as its lines, up to a few; what is longer scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # nothing is wider: words wrap
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDefaultFont(fonts.code())
        set_role(self, "code")

    def show_line(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        edges = _EDGES if lines <= _MOST_LINES else _EDGES_SCROLLED
        self.setFixedHeight(min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing() + edges)
