"""The figures, and beside them the sentences that one of them counts; in a narrow window one in the other’s place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.review.agreement.measures import Measures
from desktop.review.agreement.page import AgreementPage
from desktop.review.agreement.sentences.panel import SentencePanel
from desktop.session import Session
from desktop.theme.tokens import METRICS, Theme
from labeling.agreement.behind import OF_SUGGESTIONS, Behind, Count

_LIST, _LIST_LEAST, _LIST_MOST = 400, 340, 560
_ANY_WIDTH = (1 << 24) - 1  # Qt’s own


class AgreementView(QWidget):
    """`sentence_wanted` carries a SentenceId that is to be settled, `settling_wanted` the Wanted that is to be listed.

    `message` is for the status bar.
    """

    sentence_wanted = Signal(object)
    settling_wanted = Signal(object)
    message = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = AgreementPage(session, jobs, theme)
        self.sentences = SentencePanel(session, jobs, theme)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as long as there are no figures
        self.setAccessibleName(self.tr("Agreement"))
        self._is_narrow = False
        self._focus_waits = False  # for the figures
        self.sentences.setMinimumWidth(_LIST_LEAST)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self.page, self.sentences):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([_LIST * 3, _LIST])
        self.measures = Measures(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.measures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._arrange()
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)
        self.page.sentences_wanted.connect(self.list_sentences)
        self.page.measures_wanted.connect(self.toggle_measures)
        self.page.label_chosen.connect(self._follow_label)
        self.page.computed.connect(self._list_again)
        self.page.anchored.connect(self._take_suggestions)
        self.page.message.connect(self.message)
        self.sentences.sentence_wanted.connect(self.sentence_wanted)
        self.sentences.settling_wanted.connect(self.settling_wanted)
        self.sentences.back_wanted.connect(self.go_back)
        self.measures.back_wanted.connect(self.go_back)
        session.closed.connect(self._forget)

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [*self.page.stops, *self.sentences.stops, *self.measures.stops]

    def list_sentences(self, behind: Behind) -> None:
        """List the sentences that a figure counts."""
        if self.page.review is None:
            return
        self.sentences.show_behind(self.page.review, behind)
        self.sentences.show()  # it is hidden where there is nothing to compare
        if self._is_narrow:
            self._show_one(self.sentences)
            self.sentences.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_measures(self) -> None:
        """Show all figures as tables, or the overview again."""
        if self._shows_measures:
            self.go_back()
        elif self.page.has_figures:
            self._stack.setCurrentWidget(self.measures)
            self.measures.bring_up_to_date()
            self.measures.table.setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Put the focus into the first table, once there are figures, or into the list that lies over them."""
        self._focus_waits = not self.page.has_figures
        inside: QWidget = self.sentences.view if self.page.isHidden() else self.page.label_table
        if self._shows_measures:
            inside = self.measures.table
        (self if self._focus_waits else inside).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Show the figures, with the focus in them."""
        self._stack.setCurrentWidget(self._splitter)
        if self._is_narrow:
            self._show_one(self.page)
        self.page.take_focus()

    def show_list(self) -> None:
        """Put the focus into the list of sentences."""
        if self._is_narrow:
            self._show_one(self.sentences)
        self.sentences.view.setFocus(Qt.FocusReason.TabFocusReason)

    def next_panel(self) -> QWidget | None:
        """Return what gets the focus after the panel that has it; None when that lies outside."""
        focused = QApplication.focusWidget()
        if self._shows_measures:
            return None if focused is not None and self.measures.isAncestorOf(focused) else self.measures.table
        if focused is not None and self.sentences.isAncestorOf(focused):
            return None
        if focused is not None and self.page.isAncestorOf(focused):
            return None if self.sentences.isHidden() else self.sentences.view
        return self.sentences.view if self.page.isHidden() else self.page.label_table

    def set_narrow(self, window_width: int) -> None:
        """Show one in the other’s place in a window of this width, or both."""
        narrow = window_width < METRICS.fold_list_below
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._arrange()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys beside what they do, by the ids of the commands that they run."""
        for over in (self.sentences, self.measures):
            over.set_key(keys.get("go.text", ""))
        self.page.set_measures_key(keys.get("go.measures", ""))

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)
        self.sentences.set_theme(theme)
        self.measures.set_theme(theme)

    @property
    def _shows_measures(self) -> bool:
        return self._stack.currentWidget() is self.measures

    def _forget(self) -> None:
        self._stack.setCurrentWidget(self._splitter)
        self.sentences.clear()

    def _arrange(self) -> None:
        self.sentences.back.setVisible(self._is_narrow)
        self.sentences.setMaximumWidth(_ANY_WIDTH if self._is_narrow else _LIST_MOST)
        self.page.show()
        self.sentences.setVisible(not self._is_narrow and self.page.has_figures)

    def _show_one(self, shown: QWidget) -> None:
        for widget in (self.page, self.sentences):
            widget.setVisible(widget is shown)

    def _follow_label(self, label: str) -> None:
        """List what differs on the label, unless something else was asked for."""
        listed = self.sentences.behind
        plain = listed is not None and replace(listed, label="") == Behind(Count.DIFFERENT)
        if plain and not self._is_narrow and self.page.review is not None:
            self.sentences.show_behind(self.page.review, Behind(Count.DIFFERENT, label))

    def _list_again(self) -> None:
        review = self.page.review
        if review is None:
            return
        self.measures.show_overview(review.overview)
        if not review.overview.differences.shared:
            self.sentences.clear()
            self.sentences.hide()
            return
        self.sentences.setVisible(not self._is_narrow or self.page.isHidden())
        if self._focus_waits and self.isVisible() and QApplication.focusWidget() in (None, self):
            self.page.take_focus()
        self._focus_waits = False
        behind = self.sentences.behind or Behind(Count.DIFFERENT, self.page.label)
        if behind.count not in OF_SUGGESTIONS:  # of these there are no newer figures yet
            self.sentences.show_behind(review, self._possible(behind))

    def _take_suggestions(self) -> None:
        review, behind = self.page.review, self.sentences.behind
        if review is not None:
            self.measures.show_overview(review.overview)
            if behind is not None and behind.count in OF_SUGGESTIONS:
                self.sentences.show_behind(review, self._possible(behind))

    def _possible(self, behind: Behind) -> Behind:
        """Return what can be listed still: people and labels may be gone."""
        overview = self.page.review.overview if self.page.review else None
        agreement, anchoring = (overview.agreement, overview.anchoring) if overview else (None, None)
        sources = {"", *anchoring.sources} if anchoring else {""}
        people = {"", *agreement.annotators} if agreement else set()
        labels = {"", *agreement.labels} if agreement else set()
        known = {behind.a, behind.b} <= people and {behind.label, behind.other} <= labels and behind.source in sources
        return behind if known else Behind(Count.DIFFERENT, self.page.label)
