"""The Review workspace: the list of disagreements, the article, everybody's votes, and the keys that settle them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.panels import Panels
from desktop.reading.text_column import TextColumn
from desktop.review.acts import Acts
from desktop.review.display import Display
from desktop.review.docket import Docket
from desktop.review.facts import facts_of
from desktop.review.focus_order import next_panel, order_tabs
from desktop.review.inspector.inspector import Inspector
from desktop.review.lessons import Listing
from desktop.review.listing.panel import DisagreementList
from desktop.review.memory import remembered, sentence_in, wanted_in, widths_in
from desktop.review.moves import Moves
from desktop.review.place import ReviewPlace
from desktop.session import Session
from desktop.settings import READING_SIZE, Settings
from desktop.theme.tokens import METRICS, Theme, resolve
from desktop.workspaces import ReadingPage
from labeling.domain.articles import SentenceId
from labeling.domain.changes import Act, ChangeSet
from labeling.operations.disagreeing import Order, Wanted


class ReviewWorkspace(ReadingPage):
    """What annotators said, side by side. `views` holds the page on which one settles, and room for others."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = resolve(settings.theme)
        self._session = session
        self._settings = settings
        self._stale = True
        self._undo_key = ""
        self._wanted_sentence: SentenceId | None = None
        self._from_first = self._has_missed = False
        self.docket = Docket(session, jobs, self)
        self._place = ReviewPlace(session, self)
        self._acts = Acts(session, self._place, self)
        self._moves = Moves(self._place, self.docket, self)
        self.text = TextColumn(self._place, theme)
        self.inspector = Inspector(self._acts.set_note, theme)
        self.list = DisagreementList(session, self.docket, theme)
        widths = METRICS.article_list, METRICS.review_inspector, METRICS.review_inspector
        self.panels = Panels(self.list, self.text, self.inspector, self.inspector.set_strip, widths)
        shown = (self.list, self.text, self.inspector)
        self._display = Display(session, settings, self._place, self.docket, self._acts, shown, self)
        self.views = QStackedWidget()
        self.views.addWidget(self.panels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self._connect()

    def _connect(self) -> None:
        for changed in (self._place.opened, self._place.moved):
            changed.connect(self.moved)
        for telling in (self._moves, self._acts):
            telling.said.connect(self.message)
        self._display.said.connect(self._tell)
        self._display.counted.connect(self.facts_changed)
        self.docket.listed.connect(self._open_something)
        self.docket.slow.connect(lambda: self.message.emit(self.tr("Looking for disagreements…")))
        self.list.chosen.connect(self.go_to)
        self.text.clicked.connect(self.panels.hide_list)
        self.text.view.zoom_requested.connect(self.zoom)
        self.inspector.votes.toggled.connect(self.toggle_label)
        decisions = self.inspector.decisions
        decisions.majority_chosen.connect(self.accept_and_go)
        decisions.none_chosen.connect(self.none_and_go)
        decisions.exclude_chosen.connect(self.exclude_and_go)
        decisions.as_person.connect(self.settle_as_and_go)
        decisions.rebuilt.connect(self._order_tabs)
        self.inspector.note.field.left.connect(self.focus_text)
        self._session.changed.connect(self._follow)
        self._session.closed.connect(self._place.close)

    # Where one is

    @property
    def current(self) -> SentenceId | None:
        return self._place.current

    @property
    def place(self) -> str:
        """Where one is in words, such as “Sentence 7 of 31”; empty without a sentence."""
        return self._place.in_words

    @property
    def has_sentence(self) -> bool:
        return self._place.index is not None and self.views.currentWidget() is self.panels

    def facts(self, *, roomy: bool) -> dict[str, str]:
        return facts_of(self._session, self._place, self.docket, roomy=roomy) if self._session.is_open else {}

    def show_disagreements(self, wanted: Wanted, order: Order | None = None) -> None:
        """List what passes a filter, and go to the first of it."""
        self.views.setCurrentWidget(self.panels)
        self.docket.show(Listing.DISAGREEMENTS)
        self.docket.want(wanted, order)
        self._moves.to_listed()

    def show_listing(self, listing: Listing) -> None:
        """List the disagreements, or what one learns from, and go to the first of it."""
        self.views.setCurrentWidget(self.panels)
        self._from_first = True
        self.docket.show(listing)
        if not self.docket.is_reading:
            self._open_something()

    def show_people(self) -> None:
        """Call annotators by their names or by numbers, as is chosen now."""
        self._display.show_people()

    # What is settled of the current sentence

    def toggle_label(self, label_id: str) -> None:
        if self._acts.toggle_label(label_id):
            self.inspector.entry.show_label(label_id)

    def set_and_go(self, label_id: str) -> None:
        self._go_on(settled=self._acts.set_only_label(label_id))

    def none_and_go(self) -> None:
        self._go_on(settled=self._acts.settle_none())

    def exclude_and_go(self) -> None:
        self._go_on(settled=self._acts.exclude())

    def accept_and_go(self) -> None:
        """Settle as the majority has it, and go to the next open one."""
        self._go_on(settled=self._acts.settle_as_majority())

    def settle_as_and_go(self, column: int) -> None:
        """Settle as the person in a column of votes has it, and go to the next open one."""
        self._go_on(settled=self._acts.settle_as(column))

    def _go_on(self, *, settled: bool) -> None:
        if settled:
            self._moves.go_on()

    def focus_comment(self) -> None:
        if self.has_sentence:
            self.inspector.note.focus_field()

    def undo(self) -> None:
        self._acts.undo()

    def redo(self) -> None:
        self._acts.redo()

    # Moving, settling nothing

    def next_sentence(self) -> None:
        self._moves.by_sentence(1)

    def previous_sentence(self) -> None:
        self._moves.by_sentence(-1)

    def next_unjudged(self) -> None:
        self._moves.to_next_open()

    def next_article(self) -> None:
        self._moves.by_article(1)

    def previous_article(self) -> None:
        self._moves.by_article(-1)

    def go_to(self, sentence: SentenceId) -> None:
        """Show a sentence in its article, with the focus in the text."""
        self._place.go_to(sentence)
        self.focus_text()

    # Panels and focus

    def focus_text(self) -> None:
        """Put the focus into the text, where the label keys work."""
        self.panels.hide_list()
        self.text.view.setFocus()

    def take_focus(self) -> None:
        self.focus_text()

    def show_list(self) -> None:
        self.panels.show_list()
        self.list.view.setFocus()

    def cycle_panels(self) -> None:
        target = next_panel(self.list, self.text, self.inspector)
        if target is None:
            self.panels.hide_list()
            self.header_wanted.emit()
        else:
            if self.list.isAncestorOf(target):
                self.panels.show_list()
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def copy_sentence(self) -> None:
        if self.text.copy():
            self.message.emit(self.tr("Copied"))

    def zoom(self, step: int) -> None:
        self._settings.reading_size = self._settings.reading_size + step if step else READING_SIZE
        self.text.view.set_reading_size(self._settings.reading_size)

    def set_measure(self, pixels: int) -> None:
        self.text.view.set_measure(pixels)

    def set_keys_asleep(self, asleep: bool) -> None:
        self.text.view.set_keys_asleep(asleep)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        self._undo_key = keys.get("edit.undo", "")
        self.inspector.set_keys(keys)

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.text.view, self.inspector, self.list):
            part.set_theme(theme)
        self._display.show_sentence()

    def set_narrow(self, window_width: int) -> None:
        self.panels.arrange(window_width)

    # Memory

    def settle(self) -> None:
        self.inspector.note.field.settle()

    def state(self) -> dict[str, Any]:
        return remembered(self._place, self.docket, self.panels)

    def restore(self, state: Mapping[str, Any]) -> None:
        self.panels.set_widths(widths_in(state))
        self.docket.forget()
        self.docket.prepare(*wanted_in(state))
        self._wanted_sentence = sentence_in(state)
        self._display.show_codebook()
        self._order_tabs()
        self._stale = True
        if self.isVisible():
            self._load()

    def _order_tabs(self) -> None:
        order_tabs(self.list, self.text, self.inspector)

    def _load(self) -> None:
        self._stale = False
        self.docket.load()

    def _open_something(self) -> None:
        self._acts.only_reads = self.docket.listing is Listing.CORRECTIONS
        if self._from_first and self.docket.rows:
            self._from_first = False
            self._moves.to_listed()
        if self.docket.survey is not None and self._place.article is None:
            self._moves.to_beginning(self._wanted_sentence)
            self._wanted_sentence = None

    def _follow(self, changes: ChangeSet) -> None:
        """Show a change. What is judged elsewhere while nobody looks is read on return: it must not slow down keys."""
        only_settled = changes.act is Act.SETTLED and not changes.everything
        self._stale = self._stale or not only_settled
        if only_settled or self.isVisible():
            self._take_in(changes)
        else:
            self._has_missed = True

    def _take_in(self, changes: ChangeSet) -> None:
        if changes.codebook or changes.everything:
            self._display.show_codebook()
        self._display.follow(changes)
        if self._stale and self.isVisible():
            self._load()

    def _tell(self, words: str) -> None:
        if self.isVisible():
            hint = self.tr("{words} · {key} undoes") if self._undo_key else "{words}"
            self.message.emit(hint.format(words=words, key=self._undo_key))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.view.set_reading_size(self._settings.reading_size)
        self.text.view.set_measure(self._settings.measure)
        if event.spontaneous() or not self._session.is_open:
            return
        if self._has_missed:
            self._has_missed = False
            self._take_in(ChangeSet(Act.ELSEWHERE, everything=True))
        elif self._stale:
            self._load()
