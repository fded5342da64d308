"""The releases of the project, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.export.fields import push_button
from desktop.export.words import format_name
from desktop.scrolled import Block
from desktop.tables.row_delegate import Look
from desktop.tables.table import Table, indented
from desktop.tables.text_model import Row, TextModel
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.operations.releasing import ReleaseRow

_ABOVE, _BELOW = 26, 6
_DIGEST_SHOWN = 8
_LINE, _SENTENCES, _DIGEST = 2, 4, 5  # columns


class ReleaseList(Block):
    """`again_wanted` carries a ReleaseRow; `comparison_wanted` the names of two releases, the earlier one first."""

    again_wanted = Signal(object)
    comparison_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._releases: list[ReleaseRow] = []
        headings = (
            self.tr("Name"),
            self.tr("Made"),
            self.tr("Line"),
            self.tr("Format"),
            self.tr("Sentences"),
            self.tr("Digest"),
        )
        self._model = TextModel(headings, (_SENTENCES,), self)
        self.table = Table(self._model, theme, self.tr("Releases"), {_DIGEST: Look.CODE})
        self.table.delegate.keeps_selection = True
        self.table.set_widths(stretched=0)
        self._heading, self._none = QLabel(self.tr("Releases")), QLabel()
        self.again = push_button(self.tr("Write again…"))
        self.compare = push_button(self.tr("Compare"))
        self._none.setText(
            self.tr("None yet. Each export is kept here under a name, and can be written again, byte for byte.")
        )
        self._none.setWordWrap(True)
        set_role(self._heading, "heading")
        set_role(self._none, "muted")
        indented(self._heading, self._none)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.again.clicked.connect(self._write_again)
        self.compare.clicked.connect(self._compare)
        self.clear()

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(8, 8, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.compare)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(_BELOW)
        for widget in (self._heading, self._none, self.table, self._buttons):
            column.addWidget(widget)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [self.table, self.again, self.compare]

    def clear(self) -> None:
        """Show nothing, as before it is known which there are."""
        self._model.show(())
        self.hide()

    def show_releases(self, releases: Sequence[ReleaseRow]) -> None:
        """Show these, the newest first."""
        self._releases = list(releases)
        self._model.show([_row(release) for release in releases])
        self.table.setColumnHidden(_LINE, not any(release.line for release in releases))
        self._none.setVisible(not releases)
        for widget in (self.table, self._buttons):
            widget.setVisible(bool(releases))
        self._show_buttons()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)

    def _selected(self) -> list[ReleaseRow]:
        return [release for release in self.table.selected if isinstance(release, ReleaseRow)]

    def _pair(self) -> tuple[ReleaseRow, ReleaseRow] | None:
        """Return the two that are selected, or the one and the next older, the earlier one first."""
        selected = self._selected()
        if len(selected) == 2:
            return selected[1], selected[0]
        if len(selected) == 1:
            place = self._releases.index(selected[0])
            if place + 1 < len(self._releases):
                return self._releases[place + 1], selected[0]
        return None

    def _show_buttons(self) -> None:
        selected, pair = self._selected(), self._pair()
        self.again.setEnabled(len(selected) == 1)
        self.compare.setEnabled(pair is not None)
        one = pair is not None and len(selected) == 1
        self.compare.setText(self.tr("Compare with the one before") if one else self.tr("Compare"))
        tip = self.tr("Select one release, or two with Ctrl or Shift")
        self.compare.setToolTip(tip)
        self.compare.setAccessibleDescription(tip)

    def _write_again(self) -> None:
        selected = self._selected()
        if len(selected) == 1:
            self.again_wanted.emit(selected[0])

    def _compare(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.comparison_wanted.emit(pair[0].name, pair[1].name)


def _row(release: ReleaseRow) -> Row:
    cells = (
        release.name,
        f"{release.made.astimezone():%Y-%m-%d %H:%M}",
        release.line,
        format_name(release.format),
        f"{release.sentences:,}",
        release.digest[:_DIGEST_SHOWN],
    )
    return Row(cells, release)
