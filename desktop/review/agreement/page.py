"""The page of agreement: every figure with its interval, and one click from each to its sentences."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.review.agreement import label_rows
from desktop.review.agreement.annotators import Annotators
from desktop.review.agreement.articles import Articles
from desktop.review.agreement.cells import FigureModel
from desktop.review.agreement.computing import Computing
from desktop.review.agreement.confusions import Confusions
from desktop.review.agreement.explained import Explained
from desktop.review.agreement.figure_table import FigureTable
from desktop.review.agreement.head import Head
from desktop.review.agreement.pairs import Pairs
from desktop.review.agreement.suggestions.part import SuggestionsPart
from desktop.review.agreement.trend import Trend
from desktop.review.agreement.turns import AnySection, Turns
from desktop.review.plots.scale import scale_of
from desktop.scrolled import Scrolled
from desktop.session import Session
from desktop.tables.row_delegate import OVERHANG
from desktop.theme.style import set_role
from desktop.theme.tokens import Theme
from labeling.domain.changes import ChangeSet
from labeling.operations.anchoring import Anchored
from labeling.operations.naming import Naming
from labeling.operations.overviewing import Review
from labeling.reporting.overview import Overview

_EDGE, _EDGE_NARROW, _NARROW_BELOW = 32, 20, 760
_TOP, _BOTTOM, _BETWEEN = 24, 32, 26


class AgreementPage(Scrolled):
    """`sentences_wanted` carries the Behind of the figure whose sentences are to be listed; `review` finds them.

    Figures are computed when the page is shown and they are not up to date. `computed`: there are new ones; those of
    suggestions come later, with `anchored`. `label_chosen` carries the label that the sections are about now.
    """

    sentences_wanted = Signal(object)
    label_chosen = Signal(str)
    measures_wanted = Signal()
    message = Signal(str)
    computed = Signal()
    anchored = Signal()

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        super().__init__(page, parent)
        self.setAccessibleName(self.tr("Agreement"))
        self._session = session
        self._review: Review | None = None
        self._stale = True
        self._computed_at = ""  # in words
        self._computing = Computing(session, jobs, self)
        self.head = Head()
        self._labels = FigureModel(label_rows.columns(), self)
        self.label_table = FigureTable(self._labels, theme, self.tr("Agreement by label"))
        self.label_table.delegate.keeps_selection = True
        self._explained = Explained(self.label_table, theme)
        self._explained.measures_wanted.connect(self.measures_wanted)
        self.pairs, self.articles = Pairs(theme), Articles(theme)
        self.annotators, self.trend, self.confusions = Annotators(theme), Trend(theme), Confusions(theme)
        self._sections: tuple[AnySection, ...] = (
            self.pairs,
            self.articles,
            self.annotators,
            self.confusions,
            self.trend,
        )
        self.suggestions = SuggestionsPart(theme)
        self._all: tuple[AnySection, ...] = (*self._sections, *self.suggestions.sections)
        self._label = ""  # that the sections below are about
        self._turns = Turns(self._all, self._show_section, self)
        self._lay_out(page)
        self._connect()

    def _lay_out(self, page: QWidget) -> None:
        for widget in (self, page):
            set_role(widget, "paper")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addSpacing(12)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(_BETWEEN)
        below.addWidget(self._explained)
        for section in self._sections:
            below.addWidget(section)
        self._column.addWidget(self._below)
        self._column.addWidget(self.suggestions)
        self._column.addStretch(1)
        self._below.hide()

    def _connect(self) -> None:
        self._computing.slow.connect(self._show_slow)
        self._computing.computed.connect(self._show_review)
        self._computing.anchored.connect(self._show_suggestions)
        self._computing.refused.connect(self._show_refused)
        for section in (self.label_table, *self._sections, self.suggestions):
            section.behind_wanted.connect(self.sentences_wanted)
        self.label_table.row_current.connect(self._choose_label)
        self.pairs.label_wanted.connect(self._choose_label)
        self.verticalScrollBar().rangeChanged.connect(self._fit_edges)
        self._session.changed.connect(self._follow_changes)
        self._session.opened.connect(self._forget)
        self._session.closed.connect(self._forget)

    @property
    def review(self) -> Review | None:
        """The figures that are shown; None as long as there are none."""
        return self._review

    @property
    def label(self) -> str:
        """The label that pairs, articles, annotators and the trend are about."""
        return self._label

    @property
    def has_figures(self) -> bool:
        """Whether there is something to compare, and it is shown."""
        return not self._below.isHidden()

    @property
    def is_stale(self) -> bool:
        """Whether what is shown may no longer hold."""
        return self._stale or self._computing.is_under_way or self._turns.are_under_way

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [
            self.label_table,
            self._explained.button,
            *(stop for section in self._all for stop in section.stops),
        ]

    def take_focus(self) -> None:
        """Put the focus into the first table."""
        self.label_table.setFocus(Qt.FocusReason.TabFocusReason)

    def set_naming(self, naming: Naming) -> None:
        """Call annotators otherwise."""
        if self._computing.set_naming(naming):
            self._stale = True
            if self.isVisible():
                self.compute()

    def set_measures_key(self, key: str) -> None:
        """Show this key beside the way to all measures."""
        self._explained.button.set_key(key)

    def set_theme(self, theme: Theme) -> None:
        self._explained.button.set_theme(theme)
        for section in (self.label_table, *self._all):
            section.set_theme(theme)

    # The label that the sections are about

    def _choose_label(self, label: str) -> None:
        overview = self._review.overview if self._review else None
        if overview is None or label == self._label or label not in overview.agreement.labels:
            return
        self._label = label
        self._mark_label()
        self.pairs.choose_label(label)
        self._turns.take(self._sections[1:])
        self.label_chosen.emit(label)

    def _mark_label(self) -> None:
        row = next((place for place, row in enumerate(self._labels.rows) if row.what == self._label), 0)
        current = self.label_table.currentIndex()
        if current.row() != row:
            self.label_table.setCurrentIndex(self._labels.index(row, max(0, current.column())))

    def _label_to_show(self, overview: Overview) -> str:
        """Return the label that was chosen, else the one on which they agree least."""
        found = {label: each.krippendorff_alpha.value for label, each in overview.agreement.labels.items()}
        if self._label in found:
            return self._label
        return min(found, key=lambda label: 2.0 if found[label] is None else found[label] or 0.0, default="")

    # Computing

    def compute(self) -> None:
        """Compute the figures anew."""
        self._stale = False
        self._computing.want()

    def _follow_changes(self, _: ChangeSet) -> None:
        self._stale = True
        if self.isVisible():
            self.compute()

    def _forget(self) -> None:
        self._review, self._stale, self._computed_at = None, True, ""
        self._turns.stop()
        self._below.hide()
        self.suggestions.clear()
        self.head.say("")
        if self._session.is_open and self.isVisible():
            self.compute()

    def _show_slow(self) -> None:
        self._set_stale(True)
        self.message.emit(self.tr("Computing…"))

    def _show_refused(self, sentence: str) -> None:
        self._set_stale(True)
        self.head.say(sentence)
        self.message.emit("")

    def _show_review(self, review: Review) -> None:
        before = self._review.anchored if self._review else None
        self._review = review.with_suggestions(before) if before else review  # as long as there are no newer ones
        overview = review.overview
        self._set_stale(False)
        self.head.show_overview(overview)
        self.label_table.set_scale(scale_of(label_rows.plotted(overview)))
        self._labels.show(label_rows.rows(overview))
        if overview.differences.shared:
            self._label = self._label_to_show(overview)
            self._mark_label()
        now = datetime.now().astimezone()
        self._computed_at = self.tr("Figures are up to date ({time})").format(time=f"{now:%H:%M:%S}")
        self.message.emit(self._computed_at)
        self._turns.take(self._sections if overview.differences.shared else (), self._end_showing)

    def _end_showing(self) -> None:
        self._below.setVisible(self._review is not None and self._review.overview.differences.shared > 0)
        self.computed.emit()
        self.suggestions.set_stale(True)
        self._computing.want_suggestions()

    def _show_suggestions(self, anchored: Anchored) -> None:
        if self._review is None:
            return
        self._review = self._review.with_suggestions(anchored)
        self.suggestions.set_stale(False)
        has_figures = self.suggestions.say_what(self._review.overview)
        self._turns.take(self.suggestions.sections if has_figures else (), self.anchored.emit)

    def _show_section(self, section: AnySection) -> None:
        if self._review is not None:
            section.show_overview(self._review.overview, self._label)

    def _set_stale(self, stale: bool) -> None:
        for section in (self.label_table, *self._sections):
            section.set_stale(stale)

    # What Qt tells the page

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous() or not self._session.is_open:
            return
        if self._stale:
            self.compute()
        elif self._computed_at:
            self.message.emit(self._computed_at)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._computing.is_under_way:
            self._computing.stop()
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_edges()

    def _fit_edges(self) -> None:
        """Keep the right edge where it is when the scroll bar comes."""
        side = (_EDGE_NARROW if self.width() < _NARROW_BELOW else _EDGE) - OVERHANG
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(side, _TOP, max(OVERHANG, side - taken), _BOTTOM)
