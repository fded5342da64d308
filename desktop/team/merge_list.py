"""The merges that were made into this file; the latest one can be taken back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from desktop.tables.row_delegate import Look
from desktop.tables.table import Table
from desktop.tables.text_model import Row, TextModel
from desktop.team.page import Section
from desktop.theme.tokens import Theme
from desktop.words import day_of
from labeling.domain.ids import time_of
from labeling.store.merges import Merge


class MergeList(Section):
    """Hidden while there are none. `take_back_wanted`: the latest is to be taken back."""

    take_back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_heading(self.tr("Merges that were made"))
        self._model = TextModel((self.tr("When"), self.tr("Files"), ""), (2,), self, tips=True)
        self.table = Table(self._model, theme, self.tr("Merges"), {1: Look.WRAPPED, 2: Look.LINK})
        self.add(self.table)
        self.table.set_widths(stretched=1)
        self.table.chosen.connect(self._choose)
        self.hide()

    def show_merges(self, merges: list[Merge]) -> None:
        """Show them, the latest at the top."""
        today = datetime.now().astimezone().date()
        rows: list[Row] = []
        for merge in reversed(merges):
            moment = time_of(merge.id).astimezone()
            link = "" if rows else self.tr("Take back")
            when = f"{day_of(moment, today)}, {moment:%H:%M}"
            rows.append(Row((when, ", ".join(merge.files), link), merge.id))
        self._model.show(rows)
        self.setVisible(bool(rows))

    def _choose(self, identifier: object) -> None:
        if self._model.rows and identifier == self._model.rows[0].what:
            self.take_back_wanted.emit()
