"""Suggestions for everyone: whether a lead fixes when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.export.fields import Choice, Field
from desktop.showing_words import choices_in_words, effect_in_words
from desktop.tables.row_delegate import OVERHANG
from desktop.team.page import FIELD_WIDTH, TeamPage
from labeling.domain.errors import Refused
from labeling.domain.showing import Showing
from labeling.operations.handouts import handed_to
from labeling.operations.showing import fix_showing, fixed_showing

if TYPE_CHECKING:
    from desktop.window import Window


class ShowingPage(TeamPage):
    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            self.tr("Suggestions for everyone"),
            self.tr(
                "A suggestion that is seen before one decides makes people agree with the program, and so with each "
                "other. What is fixed here holds for all who work in this file and for the files that are handed out."
            ),
        )
        self._choice = Choice({"": self.tr("Everyone chooses"), **choices_in_words()})
        self._field = Field(self.tr("Suggestions are shown"), self._choice)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        column.addWidget(self._field)
        place.setMaximumWidth(FIELD_WIDTH)
        self.body.addWidget(place)
        self._choice.currentIndexChanged.connect(self._explain)
        self.order_tabs()
        self.forget()

    @property
    def stops(self) -> list[QWidget]:
        return [self._choice]

    def begin(self) -> None:
        self.forget()
        fixed = fixed_showing(self._session.project)
        self._choice.choose(fixed.value if fixed else "")
        self._explain()
        if handed_to(self._session.project) is not None:
            self.set_changeable(changeable=False)
            self.foot.say(self.tr("This file was handed out, and whoever handed it out has decided this."))

    def forget(self) -> None:
        super().forget()
        self.foot.offer(self.tr("Fix for everyone"), enabled=False)

    def act(self) -> None:
        try:
            changes = fix_showing(self._session.project, self._wanted)
        except Refused as refusal:
            self.foot.say(str(refusal), problem=True)
            return
        self._session.tell(changes)
        self._explain()
        self.foot.say(
            self.tr("Everyone chooses now.") if self._wanted is None else self.tr("This holds for everyone now.")
        )

    @property
    def _wanted(self) -> Showing | None:
        return Showing(self._choice.value) if self._choice.value else None

    def _explain(self) -> None:
        self._field.set_caption(effect_in_words(self._wanted))
        is_another = self._session.is_open and fixed_showing(self._session.project) is not self._wanted
        words = self.tr("Let everyone choose") if self._wanted is None else self.tr("Fix for everyone")
        self.foot.offer(words, enabled=is_another)
