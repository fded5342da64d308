"""The panel with the list of disagreements: how many there are, filters, and what to say when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.review.docket import Docket
from desktop.review.lessons import Listing, count_in_words, nothing_in_words
from desktop.review.listing.delegate import ROW, TITLE_ROW, DisagreementDelegate
from desktop.review.listing.filters import Filters
from desktop.review.listing.model import DisagreementsModel
from desktop.review.people import People
from desktop.review.words import nothing_to_settle
from desktop.row_list import RowList
from desktop.session import Session
from desktop.theme.style import set_role
from desktop.theme.tokens import METRICS, Theme
from labeling.domain.articles import SentenceId
from labeling.domain.codebooks import Codebook
from labeling.operations.disagreeing import Survey, Wanted

_EDGE = 16


class DisagreementList(QWidget):
    """`chosen` carries the SentenceId that the person wants to see. `top` has room for what stands above the list."""

    chosen = Signal(object)

    def __init__(self, session: Session, docket: Docket, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._docket = docket
        self._people = People({}, "", hidden=False)
        self._current: SentenceId | None = None
        self.model = DisagreementsModel(session, docket, self)
        self._heading, self._summary = QLabel(), QLabel()
        self.filters = Filters()
        self.view = RowList(self.tr("Disagreements"), self.tr("Enter shows a sentence in its article"), ROW)
        self._delegate = DisagreementDelegate(theme, self.view)
        self._nothing = QLabel()
        self._clear = QPushButton(self.tr("Clear filter"))
        self._stack = QStackedWidget()
        self.top = QVBoxLayout()
        self._lay_out()
        self.filters.changed.connect(docket.want)
        self.filters.back_wanted.connect(lambda: docket.show(Listing.DISAGREEMENTS))
        self.view.clicked.connect(self._choose)
        self.view.entered_row.connect(self._choose)
        self._clear.clicked.connect(lambda: docket.want(Wanted()))
        docket.listed.connect(self._show_listed)
        docket.settled.connect(self._show_counts)
        docket.slow.connect(self._show_slow)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Disagreements"))
        self.setMinimumWidth(METRICS.article_list_min)
        self.setMaximumWidth(METRICS.article_list_max)
        for widget, role in ((self, "panel"), (self._heading, "heading"), (self._summary, "caption")):
            set_role(widget, role)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._summary)
        top = self.top
        top.setContentsMargins(_EDGE, 14, _EDGE, 8)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.filters)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._made_notice())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _made_notice(self) -> QWidget:
        notice = QWidget()
        column = QVBoxLayout(notice)
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(12)
        self._nothing.setWordWrap(True)
        set_role(self._nothing, "muted")
        column.addWidget(self._nothing)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return notice

    @property
    def stops(self) -> list[QWidget]:
        """The controls that Tab leads to, in order."""
        return [*self.filters.buttons, self._clear, self.view]

    @property
    def notice(self) -> str:
        """What stands in the place of the list; empty while there is a list."""
        return "" if self._stack.currentWidget() is self.view else self._nothing.text()

    def set_codebook(self, codebook: Codebook) -> None:
        self.filters.set_codebook(codebook)
        self.view.viewport().update()

    def set_people(self, people: People) -> None:
        """Call annotators otherwise."""
        self._people = self.model.people = people
        self.filters.set_people(people)
        self._show_notice()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    def show_current(self, sentence: SentenceId | None) -> None:
        """Show which sentence is the current one."""
        self._current = sentence
        self.view.show_open(self.model.row_of(sentence))
        self.filters.set_article(sentence.article if sentence else "")

    def _show_listed(self) -> None:
        self.view.set_heights(self.model.titles, TITLE_ROW)
        self.view.show_open(self.model.row_of(self._current))
        self._show_counts()
        self._show_notice()

    def _show_counts(self) -> None:
        counts = self._docket.counts
        listing = self._docket.listing
        simple = listing is not Listing.DISAGREEMENTS
        self._heading.setText(count_in_words(listing, counts.all))
        self._summary.setText("" if simple else self.tr("{count:,} settled").format(count=counts.settled))
        self.filters.set_simple(simple=simple)
        self.filters.show_choice(self._docket.wanted, self._docket.order, counts)

    def _show_notice(self) -> None:
        survey = self._docket.survey
        if survey is None or self._docket.rows:
            self._stack.setCurrentIndex(0)
            return
        self._nothing.setText(self._why_empty(survey))
        listed = self._docket.lessons if self._docket.listing is not Listing.DISAGREEMENTS else survey
        self._clear.setVisible(bool(len(listed)) and self._docket.wanted != Wanted())
        self._stack.setCurrentIndex(1)

    def _why_empty(self, survey: Survey) -> str:
        if self._docket.lessons:
            return self.tr("No sentence matches.")
        if self._docket.listing is not Listing.DISAGREEMENTS:
            return nothing_in_words(self._docket.listing)
        name = self._people.name(survey.people[0]) if survey.people else ""
        return self._no_match() if len(survey) else nothing_to_settle(survey, name)

    def _no_match(self) -> str:
        counts = self._docket.counts
        if self._docket.wanted_everything() and counts.all and not counts.open:
            words = self.tr("Everything is settled: {count:,} of {count:,}.")
            return words.format(count=counts.all)
        return self.tr("No disagreement matches.")

    def _show_slow(self) -> None:
        if self._docket.survey is None:
            self._nothing.setText(self.tr("Looking for disagreements…"))
            self._clear.hide()
            self._stack.setCurrentIndex(1)

    def _choose(self, index: QModelIndex) -> None:
        sentence = self.model.sentence_at(index.row())
        if sentence is not None:
            self.chosen.emit(sentence)
