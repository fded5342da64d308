"""The sentences that are left out for a reason, in the place of the preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.errand import Errand
from desktop.export.detail_page import DetailPage
from desktop.export.words import reason_in_words
from desktop.jobs import Job
from desktop.tables.row_delegate import Look
from desktop.tables.table import ListTable
from desktop.tables.text_model import Row, TextModel
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.export.gold import Reason
from labeling.export.options import Options
from labeling.operations.previewing import LeftOut
from labeling.store.connection import Project

_MOST = 1000
_ROW = 46  # two lines
_ARTICLE = 0.3  # of the width


class LeftOutPage(DetailPage):
    """`sentence_wanted` carries the SentenceId that is to be shown in its article."""

    sentence_wanted = Signal(object)

    def __init__(self, theme: Theme, errand: Errand, parent: QWidget | None = None) -> None:
        self._model = TextModel((self.tr("Article"), self.tr("Sentence")), tips=True)
        table = ListTable(
            self._model, theme, self.tr("Sentences that are left out"), {0: Look.WRAPPED, 1: Look.WRAPPED}, _ROW
        )
        super().__init__(theme, table, parent)
        self._model.setParent(self)
        self._errand = errand
        self.reason: Reason | None = None
        table.setAccessibleDescription(self.tr("Enter goes to the sentence"))
        table.set_widths(stretched=1)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.chosen.connect(self.sentence_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnWidth(0, round(self.table.width() * _ARTICLE))

    def ask(self, reason: Reason, options: Options) -> None:
        """List the sentences that these options leave out for a reason."""
        if reason is not self.reason:
            self._model.show([])
            self.say(reason_in_words(reason), self.tr("Looking for the sentences…"))
        self.reason = reason

        def read(project: Project, job: Job[list[LeftOut]]) -> list[LeftOut]:
            from labeling.operations.previewing import left_out

            return left_out(project, options, reason, most=_MOST, cancelled=job.cancelled)

        self._errand.start(self.tr("Looking for sentences"), read, self._show, self._refuse)

    def _show(self, found: Sequence[LeftOut]) -> None:
        self._model.show([Row((one.title or one.name, " ".join(one.text.split())), one.sentence) for one in found])
        if self.reason is None:
            return
        count = counted(len(found), self.tr("sentence"), self.tr("sentences"))
        if len(found) == _MOST:
            count = self.tr("the first {count:,} sentences").format(count=_MOST)
        self.say(
            reason_in_words(self.reason),
            self.tr("{count}. Enter goes to a sentence in its article.").format(count=count),
        )

    def _refuse(self, sentence: str) -> None:
        self._model.show([])
        if self.reason is not None:
            self.say(reason_in_words(self.reason), sentence)
