"""The Review workspace as a whole: figures first, and from them to what people differ on, and to settling it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.jobs import Jobs
from desktop.review.agreement.view import AgreementView
from desktop.review.lessons import Listing
from desktop.review.views import View, ViewSwitch
from desktop.review.workspace import ReviewWorkspace
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme.tokens import Theme, resolve
from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.operations.disagreeing import Order, Show, Wanted
from labeling.operations.naming import names, numbers


class Review(ReviewWorkspace):
    """Shows the figures or the page on which one settles; segments and counts lead from one to the other."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, jobs, parent)
        self.agreement = AgreementView(session, jobs, resolve(settings.theme))
        self._switches = ViewSwitch(View), ViewSwitch((View.AGREEMENT, View.DISAGREEMENTS))
        self.agreement.page.head.corner.addWidget(self._switches[0], 0, Qt.AlignmentFlag.AlignRight)
        self.list.top.insertWidget(0, self._switches[1])
        self.views.insertWidget(0, self.agreement)
        self.views.setCurrentWidget(self.agreement)
        self._name_people()
        for switch in self._switches:
            switch.wanted.connect(self.show_view)
        for changed in (self.docket.listed, self.docket.settled):
            changed.connect(self._show_counts)
        session.changed.connect(self._show_undone)
        self.agreement.message.connect(self._pass_on)
        self.agreement.sentence_wanted.connect(self.go_to)
        self.agreement.settling_wanted.connect(self._settle_these)
        self._show_counts()

    def facts(self, *, roomy: bool) -> dict[str, str]:
        facts = super().facts(roomy=roomy)
        if self._shows_figures:
            facts.pop("article", None)
        return facts

    @property
    def view(self) -> View:
        """What is shown."""
        if self._shows_figures:
            return View.AGREEMENT
        return View.SETTLED if self.docket.wanted.show is Show.SETTLED else View.DISAGREEMENTS

    def show_view(self, view: View) -> None:
        """Show the figures, or the sentences that are open or settled, with the focus there."""
        if view is View.AGREEMENT:
            self._turn_to(self.agreement)
            self.agreement.take_focus()
            return
        show = Show.SETTLED if view is View.SETTLED else Show.OPEN
        self.show_disagreements(replace(self.docket.wanted, show=show))
        self.focus_text()

    def toggle_measures(self) -> None:
        """Show all figures as tables, or the overview again."""
        self._turn_to(self.agreement)
        self.agreement.toggle_measures()

    def show_disagreements(self, wanted: Wanted, order: Order | None = None) -> None:
        self._turn_to(self.panels)
        super().show_disagreements(wanted, order)

    def show_listing(self, listing: Listing) -> None:
        self._turn_to(self.panels)
        super().show_listing(listing)

    def go_to(self, sentence: SentenceId) -> None:
        self._turn_to(self.panels)
        super().go_to(sentence)

    def show_people(self) -> None:
        super().show_people()
        self._name_people()

    def take_focus(self) -> None:
        if self._shows_figures:
            self.agreement.take_focus()
        else:
            super().take_focus()

    def go_back(self) -> None:
        if self._shows_figures:
            self.agreement.go_back()
        else:
            super().go_back()

    def show_list(self) -> None:
        if self._shows_figures:
            self.agreement.show_list()
        else:
            super().show_list()

    def cycle_panels(self) -> None:
        if not self._shows_figures:
            super().cycle_panels()
            return
        target = self.agreement.next_panel()
        if target is None:
            self.header_wanted.emit()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        super().set_keys(keys)
        self.agreement.set_keys(keys)

    def set_narrow(self, window_width: int) -> None:
        super().set_narrow(window_width)
        self.agreement.set_narrow(window_width)

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self.agreement.set_theme(theme)

    def state(self) -> dict[str, Any]:
        return super().state() | {"view": self.view.value}

    def restore(self, state: Mapping[str, Any]) -> None:
        settling = state.get("view") in {View.DISAGREEMENTS.value, View.SETTLED.value}
        self.views.setCurrentWidget(self.panels if settling else self.agreement)
        super().restore(state)
        self._show_counts()

    @property
    def _shows_figures(self) -> bool:
        return self.views.currentWidget() is self.agreement

    def _turn_to(self, widget: QWidget) -> None:
        if self.views.currentWidget() is widget:
            return
        self.message.emit("")  # what was said of one view tells nothing in another
        self.views.setCurrentWidget(widget)
        self._show_counts()
        self.moved.emit()  # other commands apply
        self.facts_changed.emit()

    def _settle_these(self, wanted: Wanted) -> None:
        self.show_disagreements(wanted)
        self.focus_text()

    def _show_undone(self, changes: ChangeSet) -> None:
        if changes.act is Act.SETTLED and changes.undone and self._shows_figures and self.isVisible():
            self._turn_to(self.panels)
            self.focus_text()

    def _show_counts(self) -> None:
        survey = self.docket.survey
        counts = survey.counts(Wanted()) if survey else None
        self._switches[0].show_counts({View.DISAGREEMENTS: counts.open, View.SETTLED: counts.settled} if counts else {})
        for switch in self._switches:
            switch.show_view(self.view)

    def _name_people(self) -> None:
        self.agreement.page.set_naming(numbers if self._settings.pseudonyms else names)

    def _pass_on(self, words: str) -> None:
        if self.isVisible():
            self.message.emit(words)
