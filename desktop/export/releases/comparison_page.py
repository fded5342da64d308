"""What changed from one release to another, in the place of the preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.errand import Errand
from desktop.export.detail_page import DetailPage
from desktop.jobs import Job
from desktop.tables.table import ListTable
from desktop.tables.text_model import Row, TextModel
from desktop.theme.tokens import Theme
from desktop.words import counted
from labeling.operations.releasing import Difference
from labeling.store.connection import Project

_FIGURES = (1, 2)


class ComparisonPage(DetailPage):
    """One row for each thing that is not the same."""

    def __init__(self, theme: Theme, errand: Errand, parent: QWidget | None = None) -> None:
        self._model = TextModel((self.tr("What"), "", ""), _FIGURES)
        table = ListTable(self._model, theme, self.tr("What changed"))
        super().__init__(theme, table, parent)
        self._model.setParent(self)
        self._errand = errand
        table.set_widths(stretched=0)

    def ask(self, one: str, other: str) -> None:
        """Compare two releases by their names, the earlier one first."""
        title = self.tr("From “{one}” to “{other}”").format(one=one, other=other)
        self._model.show([])
        self._model.set_headings((self.tr("What"), one, other))
        self.say(title, self.tr("Comparing…"))

        def read(project: Project, _: Job[list[Difference]]) -> list[Difference]:
            from labeling.operations.releasing import differences

            return differences(project, one, other)

        def show(found: Sequence[Difference]) -> None:
            self._model.show([Row((_sentence(each.what), each.before or "–", each.after)) for each in found])
            self.table.horizontalHeader().setVisible(bool(found))
            count = counted(len(found), self.tr("thing is not the same."), self.tr("things are not the same."))
            self.say(title, count if found else self.tr("Nothing changed: both say the same."))

        self._errand.start(self.tr("Comparing"), read, show, lambda sentence: self.say(title, sentence))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
