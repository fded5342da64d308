"""Everyone who has worked in the project; two names of one person are made one, and parted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errand import Errand
from desktop.export.fields import Choice, Field
from desktop.jobs import Job
from desktop.tables.row_delegate import OVERHANG, Look
from desktop.tables.table import Table
from desktop.tables.text_model import Row, TextModel
from desktop.team.page import Section, TeamPage
from labeling.domain.changes import ChangeSet
from labeling.domain.judgments import Annotator
from labeling.operations.people import People, Person, list_people
from labeling.operations.uniting import part, unite
from labeling.store.connection import Project

if TYPE_CHECKING:
    from desktop.window import Window


class PeoplePage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("People"),
            self.tr(
                "Two names of one person can be made one. What was judged under each stays as it was said; where both "
                "have judged a sentence, the later judgment counts."
            ),
        )
        self._found = People((), ())
        self._done = ""
        self._asking = Errand(window.session, window.jobs, self)
        theme = window.theme
        headings = (
            self.tr("Name"),
            self.tr("Also worked as"),
            self.tr("Sentences judged"),
            self.tr("Articles assigned"),
        )
        self._people = TextModel(headings, (2, 3), self, tips=True)
        self._unions = TextModel((self.tr("Name"), self.tr("Is the same person as"), ""), (2,), self, tips=True)
        self._table = Table(self._people, theme, self.tr("People"))
        self._united = Table(self._unions, theme, self.tr("Names made one"), {2: Look.LINK})
        self._table.set_widths(stretched=1)
        self._united.set_widths(stretched=1)
        self._one, self._other = Choice(), Choice()
        self._lay_out()
        self._one.currentIndexChanged.connect(self._offer)
        self._other.currentIndexChanged.connect(self._offer)
        self._united.chosen.connect(self._part)
        self._session.changed.connect(self._follow_changes)
        self.order_tabs()
        self.forget()

    def _lay_out(self) -> None:
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        row.setSpacing(24)
        row.addWidget(Field(self.tr("This one"), self._one), 1)
        row.addWidget(Field(self.tr("is the same person as this one, who gives the name"), self._other), 1)
        self._everyone, self._choices, self._unions_made = Section(self._table), Section(fields), Section(self._united)
        self._choices.set_heading(self.tr("Two names, one person"))
        self._unions_made.set_heading(self.tr("Names that were made one"))
        for section in (self._everyone, self._choices, self._unions_made):
            self.body.addWidget(section)

    @property
    def stops(self) -> list[QWidget]:
        return [self._table, self._one, self._other, self._united]

    def begin(self) -> None:
        self.forget()
        self._look()

    def forget(self) -> None:
        super().forget()
        self._done = ""
        self._found = People((), ())
        for section in (self._everyone, self._choices, self._unions_made):
            section.hide()
        self._offer()

    def act(self) -> None:
        one, other = self._annotator(self._one.value), self._annotator(self._other.value)

        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return unite(project, one, other)

        self._done = self.tr("“{one}” and “{other}” are one person now.").format(one=one.name, other=other.name)
        self.work.start(self.tr("Uniting"), work, self._show_done, self._refuse)

    def _part(self, place: object) -> None:
        one, other = self._found.unions[int(str(place))]

        def work(project: Project, _: Job[ChangeSet | None]) -> ChangeSet:
            return part(project, one, other)

        self._done = self.tr("“{one}” and “{other}” are two people again.").format(one=one.name, other=other.name)
        self.work.start(self.tr("Parting"), work, self._show_done, self._refuse)

    def _show_done(self, changes: ChangeSet | None) -> None:
        if changes:
            self._session.tell(changes)
        else:
            self._look()

    def _refuse(self, sentence: str) -> None:
        self._done = ""
        self.foot.say(sentence, problem=True)

    def _follow_changes(self, _: ChangeSet) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        def read(project: Project, _: Job[People]) -> People:
            return list_people(project)

        self._asking.start(self.tr("Looking who has worked"), read, self._show_found, self._refuse)

    def _show_found(self, found: People) -> None:
        self._found = found
        self._people.show([_row(person) for person in found.people])
        part_again = self.tr("Part again")
        pairs = list(enumerate(found.unions))
        self._unions.show([Row((one.name, other.name, part_again), place) for place, (one, other) in reversed(pairs)])
        people = len(found.people)
        self._everyone.set_heading(
            self.tr("Nobody has worked in this project yet.") if not people else self.tr("Everyone")
        )
        self._table.setVisible(people > 0)
        self._everyone.show()
        self._choices.setVisible(people > 1)
        self._unions_made.setVisible(bool(found.unions))
        self._offer_names()
        self.foot.say(self._done)
        if self.window().focusWidget() in (None, self.back):
            self.take_focus()

    def _offer_names(self) -> None:
        """Offer everyone; two who are called alike are proposed."""
        count = self.tr("{name}, {judged:,} judged")
        names = {
            each.annotator.id: count.format(name=each.annotator.name, judged=each.judged) for each in self._found.people
        }
        for choice in (self._one, self._other):
            choice.set_names({"": self.tr("Choose a name"), **names})
        alike = next(iter(_called_alike(self._found.people)), None)
        if alike is not None and not (self._one.value or self._other.value):
            self._one.choose(alike[0].id)
            self._other.choose(alike[1].id)
        self._offer()

    def _offer(self) -> None:
        one, other = self._one.value, self._other.value
        self.foot.offer(self.tr("Make them one person"), enabled=bool(one and other and one != other))

    def _annotator(self, identifier: str) -> Annotator:
        return next(each.annotator for each in self._found.people if each.annotator.id == identifier)


def _row(person: Person) -> Row:
    return Row((person.annotator.name, ", ".join(person.also), f"{person.judged:,}", f"{person.articles:,}"))


def _called_alike(people: tuple[Person, ...]) -> list[tuple[Annotator, Annotator]]:
    """Return pairs whose names differ in nothing but capitals: who judged less, and who judged more."""
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_name.setdefault(person.annotator.name.casefold(), []).append(person)
    alike = [sorted(several, key=lambda each: each.judged) for several in by_name.values() if len(several) > 1]
    return [(several[-2].annotator, several[-1].annotator) for several in alike]
