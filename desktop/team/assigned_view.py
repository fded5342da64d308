"""Who has what to do, now and after sharing out, and which pairs share articles."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.tables.row_delegate import Look
from desktop.tables.table import Table
from desktop.tables.text_model import Row, TextModel
from desktop.team.page import Section
from desktop.theme.tokens import Theme
from labeling.domain.allotment import Pair
from labeling.domain.judgments import Annotator
from labeling.operations.assigning import Assigned, Assignments
from labeling.operations.team_words import count_of, unassigned_in_words

_PLANNED, _LINK = (4, 5), 6


class AssignedView(QWidget):
    """`withdraw_wanted` carries the Assigned whose articles that are not begun are to be taken back."""

    withdraw_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        headings = (
            self.tr("Annotator"),
            self.tr("Articles"),
            self.tr("Sentences"),
            self.tr("Judged"),
            self.tr("Articles then"),
            self.tr("Sentences then"),
            "",
        )
        self._people = TextModel(headings, range(1, len(headings)), self, tips=True)
        self._pairs = TextModel((self.tr("Pair"), self.tr("Articles"), self.tr("Articles then")), (1, 2), self)
        self.people_table = Table(self._people, theme, self.tr("Who has what"), {_LINK: Look.LINK})
        self.pairs_table = Table(self._pairs, theme, self.tr("Pairs that share articles"))
        self.people_table.set_widths(stretched=0)
        self.pairs_table.set_widths(stretched=0)
        self._about_people = Section(self.people_table)
        self._about_pairs = Section(self.pairs_table)
        self._about_pairs.set_heading(self.tr("Pairs that share articles"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about_people)
        column.addWidget(self._about_pairs)
        self.people_table.chosen.connect(self._choose)
        self._found: dict[str, Assigned] = {}

    @property
    def stops(self) -> list[QWidget]:
        """The tables, in the order in which Tab leads to them."""
        return [self.people_table, self.pairs_table]

    def show_found(self, now: Assignments, then: Assignments | None) -> None:
        """Show who has what, and what they would have then."""
        self._found = {each.annotator.id: each for each in now.people}
        nobodys = self.tr("Who has what; {articles}").format(articles=unassigned_in_words(now))
        self._about_people.set_heading(nobodys if now.unassigned else self.tr("Who has what"))
        self._about_people.setVisible(bool(now.people) or now.unassigned > 0)
        self._people.show([self._row(each.annotator, then) for each in (then or now).people])
        for column in _PLANNED:
            self.people_table.setColumnHidden(column, then is None)
        self.people_table.setVisible(bool(self._people.rows))
        pairs = {**now.shared, **(then.shared if then else {})}
        planned = then.shared if then else {}
        self._pairs.show(
            [
                Row(
                    (
                        self.tr("{one} and {other}").format(one=one, other=other),
                        *_counts(now.shared, planned, (one, other)),
                    )
                )
                for one, other in sorted(pairs)
            ]
        )
        self.pairs_table.setColumnHidden(2, then is None)
        self._about_pairs.setVisible(bool(pairs))

    def _row(self, annotator: Annotator, then: Assignments | None) -> Row:
        nothing = Assigned(annotator, 0, 0, 0, 0)
        now = self._found.get(annotator.id, nothing)
        planned = (
            next((each for each in then.people if each.annotator.id == annotator.id), nothing) if then else nothing
        )
        open_ones = count_of(now.not_begun, "not begun", "not begun")
        link = self.tr("Withdraw {articles}").format(articles=open_ones) if now.not_begun else ""
        figures = (now.articles, now.sentences, now.judged, planned.articles, planned.sentences)
        return Row((annotator.name, *(f"{figure:,}" for figure in figures), link), annotator.id)

    def _choose(self, identifier: object) -> None:
        found = self._found.get(str(identifier))
        if found is not None and found.not_begun:
            self.withdraw_wanted.emit(found)


def _counts(now: Mapping[Pair, int], then: Mapping[Pair, int], pair: Pair) -> tuple[str, str]:
    return f"{now.get(pair, 0):,}", f"{then.get(pair, 0):,}"
